/** 服务用房与设施: what every community has to serve its residents in, and what is missing. */
import type { Capability } from '#kernel/capability'
import { text } from '#kernel/text'
import { keepFacilityDuties } from './actions.ts'
import { facilityFormulas, facilitySources } from './facility.indicator.ts'
import { meterRegister } from './meter.register.ts'
import { facilitiesPack, valueTitles } from './packs.ts'
import { plaqueRegister } from './plaque.register.ts'
import { premisesShortfallV1 } from './premises-shortfall.v1.procedure.ts'
import { premisesRegister } from './premises.register.ts'
import { tariffComplaintV1 } from './tariff-complaint.v1.procedure.ts'
import { facilityTexts } from './texts.ts'
import { videoPointRegister } from './video-point.register.ts'

export const capability: Capability = {
  id: 'facilities',
  map: ['C3', 'B12'],
  title: text('服务用房与设施', 'Premises and facilities'),
  uses: [],
  procedures: [premisesShortfallV1, tariffComplaintV1],
  registers: [premisesRegister, meterRegister, plaqueRegister, videoPointRegister],
  packs: [facilitiesPack],
  valueTitles,
  sources: facilitySources,
  formulas: facilityFormulas,
  refusals: facilityTexts,
  afterCount: keepFacilityDuties,
  subjectNames: {
    'premises-shortfall': text('服务用房面积不足', 'Premises short of their area'),
    'tariff-complaint': text('能源未按居民价格收费', 'Not at residents’ price'),
  },
}
