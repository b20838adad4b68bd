/** The plan as a live document (实施方案全文): every sentence with the tasks, indicators and days that hang on it. @plan P1–P4 */
import { type Text, text } from '#kernel/text'
import { PLAN_TEXT } from './plan-text.ts'
import { type SplitSection, splitPlan } from './split.ts'
import { TASKS } from './tasks.ts'

export type PlanSentence = {
  readonly id: string // P3.1.3-07
  readonly section: string
  readonly text: string
  readonly tasks: readonly string[]
  readonly indicators: readonly string[]
  /** The last day that the sentence itself names; null when it names none. */
  readonly by: string | null
}

export type PlanSection = Omit<SplitSection, 'sentences'> & {
  readonly title: Text
  readonly sentences: readonly PlanSentence[]
}

/** Which sentence each indicator measures; one whose section has two tasks may hang on two sentences. */
const MEASURED: Readonly<Record<string, string>> = {
  'P2.3-01': 'I-92',
  'P3.1.1-04': 'I-91',
  'P3.1.1-05': 'I-20',
  'P3.1.1-06': 'I-90',
  'P3.1.1-07': 'I-89',
  'P3.1.1-08': 'I-88',
  'P3.1.2-02': 'I-86',
  'P3.1.2-03': 'I-86',
  'P3.1.2-04': 'I-86',
  'P3.1.2-05': 'I-87',
  'P3.1.2-06': 'I-85',
  'P3.1.3-01': 'I-01 I-02',
  'P3.1.3-02': 'I-06',
  'P3.1.3-03': 'I-03 I-04',
  'P3.1.3-04': 'I-05',
  'P3.1.3-05': 'I-07 I-08 I-09',
  'P3.1.3-06': 'I-10',
  'P3.1.3-07': 'I-11 I-12',
  'P3.1.3-08': 'I-13',
  'P3.1.4-02': 'I-23',
  'P3.1.4-03': 'I-14 I-15',
  'P3.1.4-04': 'I-16 I-17 I-18',
  'P3.1.4-05': 'I-19',
  'P3.1.4-06': 'I-20',
  'P3.1.4-07': 'I-21',
  'P3.1.4-08': 'I-22',
  'P3.2.1-01': 'I-10 I-24',
  'P3.2.1-03': 'I-25',
  'P3.2.2-01': 'I-26',
  'P3.2.2-02': 'I-27',
  'P3.2.2-05': 'I-28',
  'P3.2.2-07': 'I-29',
  'P3.2.3-03': 'I-31',
  'P3.2.3-04': 'I-30',
  'P3.2.3-07': 'I-32',
  'P3.2.3-08': 'I-33',
  'P3.2.3-10': 'I-33 I-34',
  'P3.2.4-02': 'I-35 I-36',
  'P3.2.4-03': 'I-39',
  'P3.2.4-04': 'I-37 I-38',
  'P3.2.5-01': 'I-93',
  'P3.2.5-02': 'I-40',
  'P3.2.5-03': 'I-41',
  'P3.2.5-04': 'I-42 I-43 I-44',
  'P3.3.1-03': 'I-48',
  'P3.3.1-06': 'I-46 I-47',
  'P3.3.2-01': 'I-49',
  'P3.3.2-02': 'I-04 I-50',
  'P3.3.2-04': 'I-51',
  'P3.3.2-05': 'I-54',
  'P3.3.2-06': 'I-53',
  'P3.3.2-07': 'I-52',
  'P3.3.3-01': 'I-64',
  'P3.3.3-02': 'I-55',
  'P3.3.3-03': 'I-56',
  'P3.3.3-04': 'I-57',
  'P3.3.3-05': 'I-58 I-59 I-60',
  'P3.3.3-06': 'I-60',
  'P3.3.3-07': 'I-61',
  'P3.3.3-08': 'I-62 I-63',
  'P3.3.4-01': 'I-65',
  'P3.3.4-02': 'I-66',
  'P3.3.4-03': 'I-45',
  'P3.3.5-01': 'I-67 I-68',
  'P3.3.6-03': 'I-70',
  'P3.3.6-04': 'I-69',
  'P4.1-02': 'I-71',
  'P4.1-03': 'I-71',
  'P4.1-05': 'I-73',
  'P4.1-06': 'I-72',
  'P4.2-01': 'I-74',
  'P4.2-03': 'I-75 I-76',
  'P4.3-01': 'I-77',
  'P4.3-02': 'I-79',
  'P4.3-05': 'I-80',
  'P4.3-06': 'I-80',
  'P4.3-07': 'I-78',
  'P4.3-09': 'I-81',
  'P4.4-02': 'I-82',
  'P4.4-03': 'I-83',
  'P4.4-04': 'I-84',
}

/** 到2020年, 2020年底, “十三五”末. The half sentence after the semicolon of P3.1.4 is read under the same year (domain 22, U7). */
const BY: Readonly<Record<string, string>> = {
  'P2.3-01': '2020-12-31',
  'P3.1.4-03': '2020-12-31',
  'P3.1.4-04': '2020-12-31',
  'P3.2.3-04': '2020-12-31',
  'P3.2.5-04': '2020-12-31',
  'P3.3.2-01': '2020-12-31',
}

/** Sections that are no task of their own. */
const TITLES: Readonly<Record<string, Text>> = {
  P0: text('通知', 'The notice'),
  'P0.1': text('实施方案', 'The plan'),
  P1: text('重要意义', 'Why it matters'),
  'P2.1': text('指导思想', 'Guiding thought'),
  'P2.2': text('基本原则', 'Principles'),
  'P2.3': text('总体目标', 'The overall goal'),
  P5: text('抓好落实', 'To be carried out'),
}

/** The goal of P2.3 stands under no task: T16 answers for it, as its indicator does (domain 20.2, I-92). */
const TASK_OF_GOAL = 'T16'

export const PLAN: readonly PlanSection[] = splitPlan(PLAN_TEXT).map((section) => {
  const tasks = TASKS.filter((one) => one.section === section.id)
  return {
    ...section,
    title: TITLES[section.id] ?? tasks[0]?.title ?? text(section.heading, section.heading),
    sentences: section.sentences.map((one) => ({
      ...one,
      section: section.id,
      tasks: section.id === 'P2.3' ? [TASK_OF_GOAL] : tasks.map(({ id }) => id),
      indicators: MEASURED[one.id]?.split(' ') ?? [],
      by: BY[one.id] ?? null,
    })),
  }
})

const byId = new Map(PLAN.flatMap((section) => section.sentences.map((one) => [one.id, one])))

export function sentenceOf(id: string): PlanSentence | undefined {
  return byId.get(id)
}
