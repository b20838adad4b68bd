/** 政务服务办件: from the application to delivery. @law ALL arts 29–45; domain 7.3–7.8 */
import { defineProcedure } from '#kernel/procedure'
import { text } from '#kernel/text'
import { STEPS } from './actors.ts'
import { timing } from './changes.ts'
import { intakeMoves } from './intake.v1.moves.ts'
import { outcomeMoves } from './outcome.v1.moves.ts'
import { presentServiceCase } from './present.ts'
import { reviewMoves } from './review.v1.moves.ts'

export const serviceCaseV1 = defineProcedure({
  name: 'service-case',
  version: 1,
  title: text('政务服务办件', 'Service case'),
  inForceFrom: '2018-11-09',
  because: 'ALL art 32',
  steps: STEPS,
  moves: { ...intakeMoves, ...reviewMoves, ...outcomeMoves },
  timing,
  present: presentServiceCase,
  ends: { keepYears: 5 },
})
