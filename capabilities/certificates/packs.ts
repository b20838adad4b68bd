/** Terms of certificates; which kinds are retained says L7 of the lists, and nothing else. */
import { workingDays } from '#kernel/calendar'
import { definePack } from '#kernel/pack'
import { text } from '#kernel/text'

const same = { basis: 'practice', from: '2018-01-01', verified: false } as const

export const certificatesPack = definePack('certificates', {
  'certificates.valid-days': { ...same, value: 30 },
  'certificates.issue': { ...same, value: workingDays(3) },
  'certificates.demand-entry': { ...same, value: workingDays(3) },
  'certificates.demand-verification': { ...same, value: workingDays(5) },
  'certificates.demand-rectification': { ...same, value: workingDays(15) },
})

export const valueTitles = {
  'certificates.valid-days': text('证明：有效天数', 'Certificates: days valid'),
  'certificates.issue': text('证明：出具期限', 'Certificates: issued within'),
  'certificates.demand-entry': text('“无厘头”证明：反映后登记期限', 'Absurd demands: entered after being told within'),
  'certificates.demand-verification': text('“无厘头”证明：查实期限', 'Absurd demands: verified within'),
  'certificates.demand-rectification': text('“无厘头”证明：整改期限', 'Absurd demands: put right within'),
}
