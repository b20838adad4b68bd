/** The plan and its tracker over HTTP. */
import { endpoint } from '#platform/http/endpoint.ts'
import { z } from 'zod'

const TextShape = z.object({ zh: z.string(), en: z.string() })
const State = z.enum(['not-started', 'on-track', 'late', 'done'])
export type PlanState = z.infer<typeof State>

/** A department as the plan prints it, and as it is called now. */
const Department = z.object({ printed: z.string(), now: TextShape })

const Task = z
  .object({
    id: z.string(),
    section: z.string(),
    title: TextShape,
    leadWord: z.string(),
    lead: z.array(Department),
    cooperating: z.array(Department),
    /** Whom the plan means besides, in its own words. */
    andOthers: z.string().nullable(),
    /** Null until the task has been handed out. */
    state: State.nullable(),
    /** The quarter of the last report. */
    reported: z.string().nullable(),
    /** Offices with a part of it, and how many of them have confirmed that it is done. */
    parts: z.number(),
    confirmed: z.number(),
  })
  .meta({ id: 'PlanTask' })
export type PlanTaskShape = z.infer<typeof Task>

const Sentence = z.object({
  id: z.string(),
  text: z.string(),
  tasks: z.array(z.string()),
  indicators: z.array(z.string()),
  by: z.string().nullable(),
  /** How many answered questions stand under it. */
  questions: z.number(),
})
export type PlanSentenceShape = z.infer<typeof Sentence>

const Section = z.object({
  id: z.string(),
  above: z.array(z.string()),
  heading: z.string(),
  title: TextShape,
  responsible: z.string().nullable(),
  sentences: z.array(Sentence),
})
export type PlanSectionShape = z.infer<typeof Section>

export const getPlan = endpoint({
  id: 'getPlan',
  method: 'GET',
  path: '/api/plan',
  summary:
    'The plan sentence by sentence, with the tasks, departments, indicators and days that hang on each, and how the tasks stand',
  access: 'anyone',
  tags: ['plan'],
  long: true,
  answer: z.object({ asOf: z.string(), sections: z.array(Section), tasks: z.array(Task) }),
})

const Report = z.object({
  office: TextShape,
  quarter: z.string(),
  state: State,
  progress: z.string(),
  on: z.string(),
})

const Detail = Sentence.extend({
  section: z.string(),
  reports: z.array(Report),
  milestones: z.array(
    z.object({ text: z.string(), due: z.string(), reachedOn: z.string().nullable(), moved: z.number() }),
  ),
  measures: z.array(z.object({ county: TextShape, title: z.string(), number: z.string(), issuedOn: z.string() })),
  measuredBy: z.array(
    z.object({
      id: z.string(),
      name: TextShape,
      formula: TextShape,
      /** The plan itself gives the number. */
      stated: z.boolean(),
      by: z.string().nullable(),
    }),
  ),
  answered: z.array(
    z.object({ question: z.string().nullable(), answer: z.string(), on: z.string(), office: TextShape }),
  ),
})
export type PlanSentenceDetail = z.infer<typeof Detail>

export const getSentence = endpoint({
  id: 'getPlanSentence',
  method: 'GET',
  path: '/api/plan/sentences/:sentence',
  summary:
    'One sentence: the latest reports of its tasks, milestones, measures of the counties, indicators, answered questions',
  access: 'anyone',
  tags: ['plan'],
  params: z.object({ sentence: z.string().max(20) }),
  answer: Detail,
})

const TrackedPart = z.object({
  id: z.string(),
  office: TextShape,
  officeId: z.string(),
  printed: z.string(),
  role: z.enum(['co-lead', 'cooperating', 'named']),
  state: State,
  confirmed: z.boolean(),
  reported: z.string().nullable(),
  missing: z.array(z.string()),
  /** The caller may open it. */
  mine: z.boolean(),
})

export const TrackedTask = z
  .object({
    id: z.string(),
    task: z.string(),
    county: z.string(),
    section: z.string(),
    title: TextShape,
    lead: TextShape,
    leadId: z.string(),
    state: State,
    step: z.string(),
    stepText: TextShape,
    reported: z.string().nullable(),
    progress: z.string().nullable(),
    missing: z.array(z.string()),
    lateMilestones: z.number(),
    dueOn: z.string().nullable(),
    measures: z.number(),
    mine: z.boolean(),
    parts: z.array(TrackedPart),
  })
  .meta({ id: 'TrackedTask' })
export type TrackedTask = z.infer<typeof TrackedTask>

export const listTracker = endpoint({
  id: 'listPlanTracker',
  method: 'GET',
  path: '/api/plan/tracker',
  summary: 'The nineteen tasks for the offices: state, last report, what lags, every part',
  access: { roles: ['city_office', 'county_office', 'dept_staff', 'dept_head'] },
  tags: ['plan'],
  answer: z.object({ asOf: z.string(), counties: z.number(), tasks: z.array(TrackedTask) }),
})
