/** 证明: the twenty that no committee issues, the few that are retained, and the absurd demands behind them. */
import type { Capability } from '#kernel/capability'
import { text } from '#kernel/text'
import { absurdDemandV1 } from './absurd-demand.v1.procedure.ts'
import { certificateFormulas, certificateSources } from './certificate.indicator.ts'
import { certificateV1, kindName, OTHER_KIND } from './certificate.v1.procedure.ts'
import { TEMPLATES } from './items/retained.ts'
import { certificateMessages } from './messages.ts'
import { certificatesPack, valueTitles } from './packs.ts'
import { certificateRoutes } from './routes.ts'
import { certificateTexts } from './texts.ts'
import { FORBIDDEN } from './words.ts'

export const capability: Capability = {
  id: 'certificates',
  map: ['C4'],
  title: text('证明', 'Certificates'),
  uses: ['residents'],
  procedures: [certificateV1, absurdDemandV1],
  packs: [certificatesPack],
  valueTitles,
  refusals: certificateTexts,
  messages: certificateMessages,
  sources: certificateSources,
  formulas: certificateFormulas,
  subjectNames: Object.fromEntries(
    [...FORBIDDEN.map((one) => one.code), ...TEMPLATES.map((one) => one.code), OTHER_KIND].map((code) => [
      code,
      kindName(code),
    ]),
  ),
  routes: certificateRoutes,
}
