import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { CATALOGUE, indicatorOf } from './catalogue.ts'
import { PLAN, sentenceOf } from './seed/plan.ts'
import { PLAN_TEXT } from './seed/plan-text.ts'
import { joined, splitPlan } from './seed/split.ts'
import { TASKS, taskOf } from './seed/tasks.ts'

const sentences = PLAN.flatMap((one) => one.sentences)

describe('the text', () => {
  test('is the one that was published: every sign of it, blanks aside', () => {
    const hash = createHash('sha256').update(PLAN_TEXT.replace(/\s/gu, '')).digest('hex')
    expect(hash).toBe('1361581d71eb31c57096d4c94d80ddb5f624bff1d7fa36fd7868f0cb03f77325')
  })
  test('its sentences joined give it again', () =>
    expect(joined(splitPlan(PLAN_TEXT))).toBe(PLAN_TEXT.replaceAll('\n', '')))
  test('every sentence has a number of its own and ends where it ends in print', () => {
    expect(sentences.length).toBe(146)
    expect(new Set(sentences.map(({ id }) => id)).size).toBe(146)
    for (const { id, text } of sentences.filter(({ section }) => /^P[1-4]/.test(section)))
      expect(text, id).toMatch(/^[^。;]{8,}[。;]$/u)
  })
  test('the departments stand under each task as 20.1 has them', () => {
    for (const { section, lead, leadWord, cooperating, andOthers } of TASKS) {
      const coop = [cooperating.join('、') + (andOthers ?? '')].filter(Boolean).map((names) => `,配合部门:${names}`)
      expect(PLAN.find(({ id }) => id === section)?.responsible).toBe(
        `(${leadWord}:${lead.join('、')}${coop.join('')})`,
      )
    }
  })
})

describe('the links', () => {
  test('every sentence of 三 and 四 hangs on the task of its section', () => {
    const bound = sentences.filter(({ section }) => /^P[34]/.test(section))
    expect(bound.length).toBeGreaterThan(100)
    for (const { id, section, tasks } of bound) {
      expect(tasks.length, id).toBe(1)
      expect(taskOf(tasks[0] ?? '')?.section, id).toBe(section)
    }
  })
  test('every indicator hangs on a sentence of its section, or of its second task', () => {
    for (const { id, section, tasks } of CATALOGUE) {
      const at = sentences.filter((one) => one.indicators.includes(id))
      expect(at.length, id).toBeGreaterThan(0)
      expect(
        at.some((one) => one.section === section),
        id,
      ).toBe(true)
      for (const one of at) expect(tasks, `${id} at ${one.id}`).toContain(one.tasks[0])
      expect(new Set(at.map((one) => one.tasks[0])).size, id).toBe(tasks.length)
    }
    for (const one of sentences) for (const id of one.indicators) expect(indicatorOf(id), one.id).toBeDefined()
  })
  test.each([
    ['500平方米', 'I-49'],
    ['6000人', 'I-16'],
    ['每个农村社区至少配备1名', 'I-18'],
    ['10个以上社区社会组织', 'I-14'],
    ['“一约四会”', 'I-30'],
    ['“雪亮工程”', 'I-42'],
    ['不低于1500户', 'I-02'],
    ['一号申请', 'I-40'],
    ['公共服务指导目录', 'I-26'],
    ['“一票否决”', 'I-63'],
    ['“三会一课”', 'I-88'],
    ['全过程监督', 'I-76'],
    ['第一书记', 'I-80'],
    ['登记办法', 'I-69'],
    ['多方联席会议', 'I-65'],
  ])('%s is measured by %s', (words, id) => {
    const found = sentences.filter((one) => one.text.includes(words))
    expect(found.flatMap((one) => one.indicators)).toContain(id)
  })
  test('a sentence has a day exactly where its words, or the year it stands under, give one', () => {
    for (const { id, text, by } of sentences)
      expect(by !== null, id).toBe(/到2020年|“十三五”末/u.test(text) || id === 'P3.1.4-04')
    for (const one of CATALOGUE.filter(({ by }) => by !== null))
      expect(sentences.find(({ indicators }) => indicators.includes(one.id))?.by).toBe(one.by)
  })
  test('a number nobody has is nobody', () => expect(sentenceOf('P9-01')).toBeUndefined())
})
