/** 社区规模与新建小区: which communities are too small or too large, and who is in charge of every estate. */
import type { Capability } from '#kernel/capability'
import { text } from '#kernel/text'
import { keepEstateDuties } from './actions.ts'
import { buildingRegister } from './building.register.ts'
import { committeeEstablishmentV1 } from './committee-establishment.v1.procedure.ts'
import { estateDutyV1 } from './estate-duty.v1.procedure.ts'
import { estateFormulas, estateSource } from './estate.indicator.ts'
import { estateRegister } from './estate.register.ts'
import { estatesPack, valueTitles } from './packs.ts'
import { estateRoutes } from './routes.ts'
import { estateTexts } from './texts.ts'

export const capability: Capability = {
  id: 'estates',
  map: ['A4', 'F2'],
  title: text('社区规模与新建小区', 'Size of communities and new estates'),
  uses: ['residents'],
  procedures: [estateDutyV1, committeeEstablishmentV1],
  registers: [estateRegister, buildingRegister],
  packs: [estatesPack],
  valueTitles,
  refusals: estateTexts,
  sources: [estateSource],
  formulas: estateFormulas,
  afterCount: keepEstateDuties,
  routes: estateRoutes,
}
