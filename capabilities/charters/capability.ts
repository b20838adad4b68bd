/** 章程公约: texts that communities give themselves, and the councils that live by them. */
import type { Capability } from '#kernel/capability'
import { text } from '#kernel/text'
import { formulas, sources } from './charters.indicator.ts'
import { conventions } from './convention.register.ts'
import { councils } from './council.register.ts'
import { chartersPack, valueTitles } from './packs.ts'

export const capability: Capability = {
  id: 'charters',
  map: ['A8', 'B5'],
  title: text('章程公约与四会', 'Charters and councils'),
  uses: [],
  packs: [chartersPack],
  valueTitles,
  registers: [conventions, councils],
  sources,
  formulas,
}
