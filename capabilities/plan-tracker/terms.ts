/** The nouns of the plan's tracking (计划任务、季度报告、进展询问、人工填报). */
import type { PlainDate } from '#kernel/calendar'
import { type Text, text } from '#kernel/text'
import type { Dated } from '#kernel/procedure/overdue.ts'

/** A quarter as it is written: 2026Q1. */
export type Quarter = string & { readonly quarter: true }

export const STATES = {
  'not-started': text('未启动', 'Not started'),
  'on-track': text('按进度推进', 'On track'),
  late: text('滞后', 'Late'),
  done: text('已完成', 'Done'),
} as const satisfies Record<string, Text>
export type ReportState = keyof typeof STATES

export type Report = {
  readonly quarter: Quarter
  readonly state: ReportState
  /** Shown to everybody. */
  readonly progress: string
  /** For the offices alone. */
  readonly remarks?: string
  readonly on: PlainDate
  /** Why it came after its day; only then. */
  readonly reason?: string
}

/** What both a task and a part of it keep of their quarters. */
export type Reporting = {
  readonly task: string // T04
  /** The first quarter that is reported. */
  readonly first: Quarter
  readonly reports: readonly Report[]
  /** Quarters whose report did not come in time, and the day on which that was marked. */
  readonly marked: Readonly<Record<string, PlainDate>>
}

export type Milestone = {
  readonly id: string
  readonly text: string
  readonly due: PlainDate
  readonly reachedOn: PlainDate | null
  readonly evidence?: string
  readonly moves: readonly {
    readonly from: PlainDate
    readonly to: PlainDate
    readonly document: string
    readonly reason: string
  }[]
}

/** 县(区)配套措施: what a county issued of its own. */
export type CountyMeasures = {
  readonly county: string
  readonly number: string
  readonly title: string
  readonly issuedOn: PlainDate
}

export type TaskData = Reporting & {
  /** The office that leads; while the task is being verified another one holds it. */
  readonly lead: string
  /** Codes of the counties that 各县〈区〉 means. */
  readonly counties: readonly string[]
  readonly milestones: readonly Milestone[]
  readonly countyMeasures: readonly CountyMeasures[]
  readonly closing: { readonly summary: string; readonly on: PlainDate } | null
  readonly sentBack: { readonly reason: string; readonly on: PlainDate } | null
  /** 督办: what the city office asked for last. */
  readonly demand: { readonly text: string; readonly on: PlainDate } | null
}

export type PartRole = 'co-lead' | 'cooperating' | 'named'
export type PartData = Reporting & {
  /** The name as the plan prints it; of offices named later, as it is now. */
  readonly party: string
  readonly role: PartRole
  readonly confirmation: { readonly note: string; readonly on: PlainDate } | null
}

export type QuestionData = Dated & {
  readonly sentence: string
  readonly question: string
  readonly answer: { readonly text: string; readonly showQuestion: boolean; readonly on: PlainDate } | null
  readonly declined: string | null
}

export type HandFigureData = Dated & {
  readonly indicator: string
  readonly n: number
  readonly d: number
  /** The day that the figure holds for. */
  readonly day: PlainDate
  readonly reason: string
  readonly document: string
  /** Who gave it: nobody approves their own. */
  readonly by: string
  readonly approvedOn: PlainDate | null
  readonly returned: string | null
}

/** The data of rows of `plan-task`, `plan-part`, `plan-question`, `figure-by-hand`, each written by its procedure alone. */
export const taskData = (data: unknown): TaskData => data as TaskData
export const partData = (data: unknown): PartData => data as PartData
export const questionData = (data: unknown): QuestionData => data as QuestionData
export const handFigureData = (data: unknown): HandFigureData => data as HandFigureData
