import { describe, expect, test } from 'vitest'
import { DEPARTMENTS } from '../organisations/seed/offices.ts'
import { capabilities } from '../registry.ts'
import { CATALOGUE, indicatorOf } from './catalogue.ts'
import { COUNTY_COMMITTEES, COUNTY_GOVERNMENTS, TASKS, taskOf } from './seed/tasks.ts'

const numbered = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${prefix}${String(i + 1).padStart(2, '0')}`)

describe('the catalogue', () => {
  test('holds I-01 to I-93, each once', () => expect(CATALOGUE.map(({ id }) => id)).toEqual(numbered('I-', 93)))

  test('says of ten alone that the plan gives their number, all of them by 2020', () => {
    const stated = CATALOGUE.filter((one) => one.stated)
    expect(stated.map(({ id }) => id)).toEqual([
      'I-14',
      'I-15',
      'I-16',
      'I-17',
      'I-18',
      'I-30',
      'I-42',
      'I-43',
      'I-44',
      'I-49',
    ])
    expect(stated.every(({ by }) => by === '2020-12-31')).toBe(true)
    expect(CATALOGUE.filter(({ by, stated: given }) => by !== null && !given).map(({ id }) => id)).toEqual(['I-92'])
  })

  test.each(CATALOGUE.map((one) => [one.id, one] as const))(
    '%s: name and formula in words, tasks that exist',
    (_, one) => {
      for (const { zh, en } of [one.name, one.formula]) expect(zh && en).toBeTruthy()
      expect(one.tasks.length).toBeGreaterThan(0)
      for (const id of one.tasks) expect(taskOf(id), id).toBeDefined()
      const ofSection = TASKS.find(({ section }) => section === one.section)?.id
      expect(one.tasks[0]).toBe(ofSection ?? 'T16') // the overall goal of P2.3 stands under no task of its own
    },
  )

  test('units go with targets', () => {
    for (const { id, unit, target } of CATALOGUE) {
      expect(unit === 'yes-no', id).toBe(target.kind === 'yes')
      if (target.kind === 'none') expect(unit, id).toBe('count')
      if (target.kind === 'at-least') expect(unit, id).toBe('persons')
    }
  })

  test('every formula that a capability brings is of the catalogue, and no two bring the same', () => {
    const brought = capabilities.flatMap((one) => Object.keys(one.formulas ?? {}))
    for (const id of brought) expect(indicatorOf(id), id).toBeDefined()
    expect(new Set(brought).size).toBe(brought.length)
  })
})

describe('the tasks', () => {
  test('are nineteen; four name nobody to cooperate, three say 责任部门', () => {
    expect(TASKS.map(({ id }) => id)).toEqual(numbered('T', 19))
    const ids = (of: readonly { id: string }[]): string[] => of.map(({ id }) => id)
    expect(ids(TASKS.filter((one) => one.cooperating.length === 0 && one.andOthers === null))).toEqual([
      'T03',
      'T14',
      'T15',
      'T16',
    ])
    expect(ids(TASKS.filter((one) => one.leadWord === '责任部门'))).toEqual(['T03', 'T15', 'T16'])
    expect(ids(TASKS.filter((one) => one.andOthers !== null))).toEqual(['T04', 'T12', 'T19'])
  })

  test('name offices that exist under their name of 2018', () => {
    const known = new Set([...DEPARTMENTS.map(([, name2018]) => name2018), COUNTY_GOVERNMENTS, COUNTY_COMMITTEES])
    for (const one of TASKS) for (const name of [...one.lead, ...one.cooperating]) expect(known, one.id).toContain(name)
  })
})
