import type { Capability } from '#kernel/capability'
import { text } from '#kernel/text'
import { dataCorrectionV1 } from './data-correction.v1.procedure.ts'
import { residentMessages } from './messages.ts'
import { households, householdSource } from './household.register.ts'
import { residentsPack, valueTitles } from './packs.ts'
import { residents } from './resident.register.ts'

export const capability: Capability = {
  id: 'residents',
  map: ['F3'],
  title: text('人口与住户', 'Residents and households'),
  uses: [],
  registers: [residents, households],
  sources: [householdSource],
  procedures: [dataCorrectionV1],
  packs: [residentsPack],
  valueTitles,
  messages: residentMessages,
  subjectNames: { 'data-correction': text('更正个人信息', 'Correction of personal data') },
}
