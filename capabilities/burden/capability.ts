/** 减负: forms that ask what is held are refused or generated, and what offices take of communities is measured. */
import type { Capability } from '#kernel/capability'
import { text } from '#kernel/text'
import { burdenFormulas, burdenSources } from './burden.indicator.ts'
import { calledMeetingRegister } from './called-meeting.register.ts'
import { demandedLedgerRegister } from './demanded-ledger.register.ts'
import { burdenPack, valueTitles } from './packs.ts'
import { burdenRoutes } from './routes.ts'
import { burdenTexts } from './texts.ts'

export const capability: Capability = {
  id: 'burden',
  map: ['C4'],
  title: text('减负', 'Burden'),
  uses: ['residents', 'duty-lists', 'work-admission'],
  registers: [calledMeetingRegister, demandedLedgerRegister],
  packs: [burdenPack],
  valueTitles,
  refusals: burdenTexts,
  sources: burdenSources,
  formulas: burdenFormulas,
  routes: burdenRoutes,
}
