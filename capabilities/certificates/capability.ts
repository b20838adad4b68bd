/** 证明: the twenty that no committee issues, the few that are retained, and the absurd demands behind them. */
import type { Capability } from '#kernel/capability'
import { text } from '#kernel/text'
import { absurdDemandV1 } from './absurd-demand.v1.procedure.ts'
import { certificateFormulas, certificateSources } from './certificate.indicator.ts'
import { CITY_DEMONSTRATION, FORBIDDEN_CERTIFICATES, OTHER_CERTIFICATE } from '#capabilities/duty-lists'
import { certificateV1, unlistedName } from './certificate.v1.procedure.ts'
import { certificateMessages } from './messages.ts'
import { certificatesPack, valueTitles } from './packs.ts'
import { certificateRoutes } from './routes.ts'
import { certificateTexts } from './texts.ts'

export const capability: Capability = {
  id: 'certificates',
  map: ['C4'],
  title: text('证明', 'Certificates'),
  uses: ['duty-lists', 'organisations', 'residents'],
  procedures: [certificateV1, absurdDemandV1],
  packs: [certificatesPack],
  valueTitles,
  refusals: certificateTexts,
  messages: certificateMessages,
  sources: certificateSources,
  formulas: certificateFormulas,
  // What a list retains is named by the list: its Chinese name is the subject of the case, and here in English for the demonstration's.
  subjectNames: Object.fromEntries([
    ...[...FORBIDDEN_CERTIFICATES.map((one) => one.code), OTHER_CERTIFICATE].map((code) => [code, unlistedName(code)]),
    ...(CITY_DEMONSTRATION.L7 ?? []).map(({ name }) => [name.zh, name]),
  ]),
  routes: certificateRoutes,
}
