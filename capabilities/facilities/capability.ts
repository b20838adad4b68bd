/** 服务用房与设施: what every community has to serve its residents in, and what is missing. */
import type { Capability } from '#kernel/capability'
import { text } from '#kernel/text'
import { facilityFormulas, facilitySources } from './facility.indicator.ts'
import { meterRegister } from './meter.register.ts'
import { facilitiesPack, valueTitles } from './packs.ts'
import { plaqueRegister } from './plaque.register.ts'
import { premisesRegister } from './premises.register.ts'
import { videoPointRegister } from './video-point.register.ts'

export const capability: Capability = {
  id: 'facilities',
  map: ['C3', 'B12'],
  title: text('服务用房与设施', 'Premises and facilities'),
  uses: [],
  registers: [premisesRegister, meterRegister, plaqueRegister, videoPointRegister],
  packs: [facilitiesPack],
  valueTitles,
  sources: facilitySources,
  formulas: facilityFormulas,
}
