import { serviceCaseMessages } from './messages.ts'
import { catalogueTexts, ITEMS, servicePacks, valueTitlesOf } from '#capabilities/service-items'
import type { Capability } from '#kernel/capability'
import { text } from '#kernel/text'
import { ratingFollowUpV1 } from './rating-follow-up.v1.procedure.ts'
import { serviceCaseRoutes } from './routes.ts'
import { serviceCaseV1 } from './service-case.v1.procedure.ts'
import { servicePartV1 } from './service-part.v1.procedure.ts'
import { serviceCaseTexts } from './texts.ts'

export const capability: Capability = {
  id: 'service-cases',
  map: ['B2', 'F4'],
  title: text('一站式服务', 'One-stop services'),
  uses: ['service-items', 'residents', 'family-mandates'],
  procedures: [serviceCaseV1, servicePartV1, ratingFollowUpV1],
  packs: servicePacks,
  valueTitles: valueTitlesOf(ITEMS),
  messages: serviceCaseMessages,
  refusals: { ...catalogueTexts, ...serviceCaseTexts },
  subjectNames: Object.fromEntries(ITEMS.map((item) => [item.code, item.name])),
  routes: serviceCaseRoutes,
}
