/** I-60 违规证明出具数, I-61 “无厘头”证明整改率. @plan P3.3.3; domain 20.2 */
import type { Formula } from '#kernel/indicator'
import type { CaseFact, FactSource } from '#kernel/indicator/source.ts'
import { text } from '#kernel/text'
import { certificateData, demandData } from './terms.ts'

/** Issued and later found to be none of ours: the engine issues no other. */
const unlawful = ({ data }: CaseFact): boolean => certificateData(data).revoked?.because === 'not-ours'

export const certificateSources: readonly FactSource[] = [
  {
    name: 'certificates',
    title: text('证明台账', 'Certificates'),
    procedure: 'certificate',
    count: (cases) => ({
      'certificates.issued': cases.filter((one) => certificateData(one.data).issued !== null).length,
      'certificates.referred': cases.filter((one) => one.step === 'referred').length,
      'certificates.unlawful': cases.filter(unlawful).length,
    }),
  },
  {
    name: 'absurd-demands',
    title: text('“无厘头”证明查处', 'Absurd demands'),
    procedure: 'absurd-demand',
    count: (cases, on) => {
      const sent = cases.map((one) => demandData(one.data)).filter((one) => one.sentOn !== null)
      const inTime = sent.filter((one) => one.result?.rectified === true && one.result.on <= one.due)
      const late = sent.filter((one) => on > one.due && !inTime.includes(one))
      return { 'absurd-demands.in-time': inTime.length, 'absurd-demands.decided': inTime.length + late.length }
    },
  },
]

export const certificateFormulas: Readonly<Record<string, Formula>> = {
  'I-60': {
    needs: ['certificates'],
    count: (facts, place) =>
      place.level === 'committee'
        ? { n: facts['certificates.unlawful'] ?? 0, d: facts['certificates.issued'] ?? 0 }
        : undefined,
  },
  // Of those whose term has run or that were put right before: what still has time is not yet counted.
  'I-61': {
    needs: ['absurd-demands'],
    count: (facts, place) =>
      place.level === 'committee'
        ? { n: facts['absurd-demands.in-time'] ?? 0, d: facts['absurd-demands.decided'] ?? 0 }
        : undefined,
  },
}
