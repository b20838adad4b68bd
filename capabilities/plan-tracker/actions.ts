/** The plan for everybody, the tracker for the offices, and the nineteen tasks raised once. */
import { departmentOf2018 } from '#capabilities/organisations'
import { mayRead } from '#kernel/authority'
import { plainDate } from '#kernel/calendar'
import { moveCase, openCase } from '#kernel/case/actions.ts'
import type { Context } from '#kernel/context'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import { type CaseRow, versionOf } from '#kernel/procedure'
import { type Text, text } from '#kernel/text'
import { leadOf, partiesOf } from './actors.ts'
import { indicatorOf } from './catalogue.ts'
import type * as contract from './contract.ts'
import { lateQuarters, overdueMilestones, quarterOf, standing } from './rules.ts'
import { PLAN, sentenceOf } from './seed/plan.ts'
import { COUNTY_COMMITTEES, COUNTY_GOVERNMENTS, TASKS } from './seed/tasks.ts'
import * as store from './store.ts'
import { type Milestone, partData, questionData, type Reporting, taskData } from './terms.ts'

type Answer<E> = E extends { '~types'?: { given: infer Given } } ? Given : never

const MOST_QUESTIONS = 50

export async function planFor(context: Context): Promise<Outcome<Answer<typeof contract.getPlan>>> {
  const [rows, counts] = await context.asSystem(async (db) => [
    await store.listTasks(db),
    new Map((await store.countAnswered(db)).map((one) => [one.subject, one.n])),
  ])
  const sections = PLAN.map(({ sentences, ...section }) => ({
    ...section,
    above: [...section.above],
    sentences: sentences.map((one) => shape(one, counts.get(one.id) ?? 0)),
  }))
  const tasks = TASKS.map((task) => {
    const family = rows.filter((one) => one.subject === task.id)
    const root = family.find((one) => one.procedure === 'plan-task')
    const parts = family.filter((one) => one.procedure === 'plan-part')
    const { id, section, title, leadWord, andOthers } = task
    return {
      id,
      section,
      title,
      leadWord,
      andOthers,
      lead: task.lead.map(department),
      cooperating: task.cooperating.map(department),
      state: root ? stateOf(context, root) : null,
      reported: (root && taskData(root.data).reports.at(-1)?.quarter) ?? null,
      parts: parts.length,
      confirmed: parts.filter((one) => partData(one.data).confirmation !== null).length,
    }
  })
  return allow({ asOf: context.today, sections, tasks })
}

/** Refused: no such sentence. */
export async function sentenceFor(context: Context, id: string): Promise<Outcome<Answer<typeof contract.getSentence>>> {
  const sentence = sentenceOf(id)
  if (!sentence) return refuse('no-such-sentence', 'practice')
  const { rows, answered } = await context.asSystem(async (db) => ({
    rows: await store.listFamily(db, sentence.tasks),
    answered: await store.listAnswered(db, id, MOST_QUESTIONS),
  }))
  const roots = rows.filter((one) => one.procedure === 'plan-task').map((one) => taskData(one.data))
  return allow({
    ...shape(sentence, answered.length),
    section: sentence.section,
    reports: rows.flatMap((row) => {
      const last = (row.data as Reporting).reports.at(-1)
      if (!last) return []
      const { quarter, state, progress, on } = last
      const office = row.procedure === 'plan-task' ? taskData(row.data).lead : row.holder
      return [{ office: officeName(context, office), quarter, state, progress, on }]
    }),
    milestones: roots
      .flatMap((one) => one.milestones)
      .map((one) => ({
        text: one.text,
        due: one.due,
        reachedOn: one.reachedOn,
        moved: one.moves.length,
      })),
    measures: roots
      .flatMap((one) => one.countyMeasures)
      .map(({ county, title, number, issuedOn }) => ({
        county: context.world.placeName(`${county}000000`),
        title,
        number,
        issuedOn,
      })),
    measuredBy: sentence.indicators.flatMap((one) => {
      const found = indicatorOf(one)
      return found
        ? [{ id: found.id, name: found.name, formula: found.formula, stated: found.stated, by: found.by }]
        : []
    }),
    answered: answered.flatMap((row) => {
      const { question, answer } = questionData(row.data)
      if (!answer) return []
      const office = officeName(context, row.holder)
      return [{ question: answer.showQuestion ? question : null, answer: answer.text, on: answer.on, office }]
    }),
  })
}

export async function trackerFor(context: Context): Promise<Outcome<Answer<typeof contract.listTracker>>> {
  const { rows, counties } = await context.asSystem(async (db) => ({
    rows: await store.listTasks(db),
    counties: (await store.listCounties(db)).length,
  }))
  const tasks = rows
    .filter((one) => one.procedure === 'plan-task')
    .map((row) => {
      const data = taskData(row.data)
      const task = TASKS.find(({ id }) => id === data.task)
      const last = data.reports.at(-1)
      return {
        id: row.id,
        task: data.task,
        county: row.county,
        section: task?.section ?? '',
        title: task?.title ?? text(data.task, data.task),
        lead: officeName(context, data.lead),
        leadId: data.lead,
        state: stateOf(context, row),
        step: row.step,
        stepText: versionOf(context.services.procedures, row).steps[row.step] ?? text(row.step, row.step),
        reported: last?.quarter ?? null,
        progress: last?.progress ?? null,
        missing: row.step === 'running' ? lateQuarters(data, context.today, reportDay(context, row.place)) : [],
        lateMilestones: overdueMilestones(data.milestones, context.today),
        dueOn: row.dueOn,
        measures: new Set(data.countyMeasures.map((one) => one.county)).size,
        mine: mayRead(context.acting, row),
        parts: rows
          .filter((part) => part.parent === row.id)
          .map((part) => {
            const held = partData(part.data)
            return {
              id: part.id,
              office: officeName(context, part.holder),
              officeId: part.holder,
              printed: held.party,
              role: held.role,
              state: stateOf(context, part),
              confirmed: held.confirmation !== null,
              reported: held.reports.at(-1)?.quarter ?? null,
              missing: part.step === 'running' ? lateQuarters(held, context.today, reportDay(context, part.place)) : [],
              mine: mayRead(context.acting, part),
            }
          }),
      }
    })
  return allow({ asOf: context.today, counties, tasks })
}

/**
 * Raises the tasks that are not there yet, each with its parts; again and again without harm. The quarter of today is the
 * first that is reported. Answers how many were raised. `context` is the clock's.
 */
export async function raiseTasks(context: Context): Promise<number> {
  return context.asSystem(async (db) => {
    await store.waitForOthers(db)
    const counties = (await store.listCounties(db)).map((one) => one.code)
    if (counties.length === 0) return 0
    const have = await store.listTasks(db)
    const missing = TASKS.filter(
      (task) => !have.some((one) => one.procedure === 'plan-task' && one.subject === task.id),
    )
    for (const task of missing) await raise(context, task, counties)
    return missing.length
  })
}

async function raise(context: Context, task: (typeof TASKS)[number], counties: readonly string[]): Promise<void> {
  const { world, today } = context
  const place = `${(counties[0] ?? '').slice(0, 4)}00000000`
  const lead = leadOf(task, world, place)
  const opened = await openCase(context, {
    county: place.slice(0, 6),
    procedure: 'plan-task',
    subject: task.id,
    place,
    step: 'prepared',
    holder: lead.id,
    orgs: [
      ...partiesOf(task, counties, world, place).map((one) => one.office),
      ...counties.map((county) => world.officeOf('county', county).id),
    ],
    applicant: null,
    agent: null,
    data: {
      task: task.id,
      lead: lead.id,
      counties,
      first: quarterOf(today),
      reports: [],
      marked: {},
      milestones: milestonesOf(task.section),
      countyMeasures: [],
      closing: null,
      sentBack: null,
      demand: null,
    },
    files: [],
    fact: { task: task.id, section: task.section },
  })
  if (!opened.ok) throw new Error(`task ${task.id} was not raised: ${opened.code}`)
  const { county, id } = opened.value
  const handed = await moveCase(context, { county, id, move: 'handOut', values: {}, files: [] })
  if (!handed.ok) throw new Error(`task ${task.id} was not handed out: ${handed.code}`)
}

/** The days that the plan itself names are the first milestones. */
function milestonesOf(section: string): readonly Milestone[] {
  return PLAN.flatMap((one) => one.sentences)
    .filter((one) => one.section === section && one.by !== null)
    .map((one, i) => ({
      id: `m${i + 1}`,
      text: one.indicators.map((id) => indicatorOf(id)?.name.zh ?? id).join('、'),
      due: plainDate(one.by ?? ''),
      reachedOn: null,
      moves: [],
    }))
}

function reportDay({ world, today }: Context, place: string): number {
  return world.value<number>('plan.report-day', today, place).value
}

function stateOf(context: Context, row: CaseRow): contract.PlanState {
  const data = row.data as Reporting & { confirmation?: unknown }
  const verified = row.procedure === 'plan-task' ? row.step === 'done' : data.confirmation !== null
  return standing(data, verified, context.today, reportDay(context, row.place))
}

function officeName(context: Context, id: string): Text {
  const office = context.world.office(id)
  return text(office.name, office.nameEn)
}

function department(printed: string): { printed: string; now: Text } {
  if (printed === COUNTY_GOVERNMENTS) return { printed, now: text(printed, 'The county and district governments') }
  if (printed === COUNTY_COMMITTEES) return { printed, now: text(printed, 'The county and district Party committees') }
  const found = departmentOf2018(printed)
  return { printed, now: text(found?.nameNow ?? printed, found?.nameEn ?? printed) }
}

function shape(
  { id, text: words, tasks, indicators, by }: NonNullable<ReturnType<typeof sentenceOf>>,
  questions: number,
): contract.PlanSentenceShape {
  return { id, text: words, tasks: [...tasks], indicators: [...indicators], by, questions }
}
