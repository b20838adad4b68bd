import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { plainDate } from '#kernel/calendar'
import type { CaseFact } from '#kernel/indicator/source.ts'
import { capabilities } from '../registry.ts'
import type { CommunityTask } from './terms.ts'

const TODAY = plainDate('2026-03-02')
const task = (change: Partial<CommunityTask>): CommunityTask => ({
  about: '任务',
  source: 'system',
  batch: '',
  sender: 'o',
  senderName: '市民政局',
  demand: {
    kind: 'task',
    category: 'civil-affairs',
    role: 'assisting',
    title: '任务',
    body: '',
    meetings: 0,
    emergency: null,
  },
  item: {
    list: 'L4',
    code: 'L4-001',
    name: '',
    version: '',
    number: 1,
    from: '2026-01-01',
    to: null,
    path: 'full',
    minutes: 0,
  },
  flags: [],
  due: null,
  reviewDue: null,
  wrong: null,
  received: null,
  refusal: null,
  comments: [],
  outcome: null,
  ...change,
})
const fact = (step: string, data: CommunityTask): CaseFact => ({
  subject: 'community-task',
  step,
  openedOn: TODAY,
  endedOn: null,
  dueOn: null,
  data: data as unknown as CaseFact['data'],
})
const refusal = { number: '拒〔2026〕1号', because: '', on: TODAY, seeBy: TODAY }

describe('a refusal never counts against the community', () => {
  const readers = capabilities
    .flatMap((one) => one.sources ?? [])
    .filter((source) => source.procedure === 'community-task')
  test('somebody counts tasks at all', () => expect(readers.length).toBeGreaterThan(0))
  test.each(readers.map((one) => [one.name, one] as const))(
    '%s counts the same whether the community refused or not',
    (_name, source) => {
      if (source.procedure === undefined) return
      const outside = task({
        source: 'outside',
        item: null,
        wrong: { code: 'no-admitted-item', basis: 'RCOL-2018 art 20', clause: 'access', facts: {} },
      })
      const count = (cases: readonly CaseFact[]) => source.count(cases, TODAY, () => undefined as never)
      const asked = count([fact('received', task({})), fact('recorded', outside)])
      for (const step of ['refused', 'seen'])
        expect(count([fact(step, task({ refusal })), fact(step, { ...outside, refusal })])).toEqual(asked)
    },
  )
  test('no other source file of any capability reads what was refused', () => {
    const root = join(import.meta.dirname, '..')
    const readers = readdirSync(root, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.includes('work-admission'))
      .filter((entry) =>
        /work-refusal|refuseOutside|REFUSED_BECAUSE/.test(readFileSync(join(entry.parentPath, entry.name), 'utf8')),
      )
    expect(readers.map((one) => one.name)).toEqual([])
  })
})
