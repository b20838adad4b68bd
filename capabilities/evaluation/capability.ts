/** 统一考核: one evaluation of communities a year, by county and street; departments propose. */
import type { Capability } from '#kernel/capability'
import { text } from '#kernel/text'
import { evaluationFormulas, evaluationSources } from './evaluation.indicator.ts'
import { evaluationRoutes } from './routes.ts'
import { separateEvaluationRegister } from './separate-evaluation.register.ts'
import { evaluationTexts } from './texts.ts'

export const capability: Capability = {
  id: 'evaluation',
  map: ['D4'],
  title: text('统一考核', 'Unified evaluation'),
  uses: ['plan-tracker'],
  registers: [separateEvaluationRegister],
  refusals: evaluationTexts,
  sources: evaluationSources,
  formulas: evaluationFormulas,
  routes: evaluationRoutes,
}
