/** 社区规模与新建小区: which communities are too small or too large, and who is in charge of every estate. */
import type { Capability } from '#kernel/capability'
import { text } from '#kernel/text'
import { buildingRegister } from './building.register.ts'
import { estateFormulas, estateSource } from './estate.indicator.ts'
import { estateRegister } from './estate.register.ts'
import { estatesPack, valueTitles } from './packs.ts'
import { estateTexts } from './texts.ts'

export const capability: Capability = {
  id: 'estates',
  map: ['A4', 'F2'],
  title: text('社区规模与新建小区', 'Size of communities and new estates'),
  uses: [],
  registers: [estateRegister, buildingRegister],
  packs: [estatesPack],
  valueTitles,
  refusals: estateTexts,
  sources: [estateSource],
  formulas: estateFormulas,
}
