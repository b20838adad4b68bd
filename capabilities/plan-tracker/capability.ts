import type { Capability } from '#kernel/capability'
import { text } from '#kernel/text'
import { raiseTasks } from './actions.ts'
import { byHandSource } from './by-hand.indicator.ts'
import { CATALOGUE } from './catalogue.ts'
import { figureByHandV1 } from './figure-by-hand.v1.procedure.ts'
import { planMessages } from './messages.ts'
import { planPack, valueTitles } from './packs.ts'
import { planPartV1 } from './plan-part.v1.procedure.ts'
import { planQuestionV1 } from './plan-question.v1.procedure.ts'
import { planTaskV1 } from './plan-task.v1.procedure.ts'
import { planRoutes } from './routes.ts'
import { PLAN } from './seed/plan.ts'
import { TASKS } from './seed/tasks.ts'
import { planTexts } from './texts.ts'

export const capability: Capability = {
  id: 'plan-tracker',
  map: ['D1'],
  title: text('实施方案跟踪', 'The plan, tracked'),
  uses: ['organisations'],
  procedures: [planTaskV1, planPartV1, planQuestionV1, figureByHandV1],
  packs: [planPack],
  valueTitles,
  indicators: CATALOGUE,
  sources: [byHandSource],
  refusals: planTexts,
  messages: planMessages,
  subjectNames: Object.fromEntries([
    ...TASKS.map((one) => [one.id, one.title] as const),
    ...CATALOGUE.map((one) => [one.id, one.name] as const),
    ...PLAN.flatMap((section) =>
      section.sentences.map(({ id }) => [id, text(`问进展:${id}`, `How far is ${id}?`)] as const),
    ),
  ]),
  atStart: async (context) => {
    await raiseTasks(context)
  },
  routes: planRoutes,
}
