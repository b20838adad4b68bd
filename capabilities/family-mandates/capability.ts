import type { Capability } from '#kernel/capability'
import { text } from '#kernel/text'
import { familyMandateMessages } from './messages.ts'
import { familyMandatesPack, valueTitles } from './packs.ts'
import { familyMandateRoutes } from './routes.ts'
import { familyMandateTexts } from './texts.ts'

export const capability: Capability = {
  id: 'family-mandates',
  map: ['B2', 'B9'],
  title: text('家人代办', 'Family help'),
  uses: [],
  packs: [familyMandatesPack],
  valueTitles,
  refusals: familyMandateTexts,
  messages: familyMandateMessages,
  routes: familyMandateRoutes,
}
