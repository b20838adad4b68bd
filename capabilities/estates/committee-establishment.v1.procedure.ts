/**
 * 居(村)委会的设立、撤销、规模调整: proposed by the street, villages with the consent of their assembly, approved by the county,
 * announced, given its codes, elected, at work. @law RCOL-2018 art 6, RCOL-2026 art 3, VCOL-2018 art 3; domain 2.3
 */
import { lastDayOf, type Term } from '#kernel/calendar'
import { allow, refuse } from '#kernel/outcome'
import { type Change, defineProcedure } from '#kernel/procedure'
import { text } from '#kernel/text'
import { ACTS, FORMS, presentEstablishment } from './present.ts'
import { assemblyAgreed, assemblyHeard, codeFits, isDocumentNumber, mayOperate } from './rules.ts'
import { type Establishment, establishment } from './terms.ts'

const STREET = { who: 'staff', roles: ['street_staff', 'street_admin'], at: 'holder' } as const
const COUNTY = { who: 'staff', roles: ['county_office'], at: 'above' } as const
const DOCUMENT = { id: 'document', label: text('文号', 'Number of the document'), type: 'text', max: 40 } as const

export const committeeEstablishmentV1 = defineProcedure({
  name: 'committee-establishment',
  version: 1,
  title: text('居(村)委会设立与调整', 'Committees set up and changed'),
  inForceFrom: '2018-11-09',
  because: 'RCOL-2018 art 6',
  steps: {
    draft: text('拟定', 'Drafted'),
    consulted: text('已征求意见', 'Residents heard'),
    'assembly-approved': text('村民会议已同意', 'The assembly agreed'),
    submitted: text('待批准', 'Submitted'),
    returned: text('已退回', 'Sent back'),
    approved: text('已批准', 'Approved'),
    announced: text('已公告', 'Announced'),
    coded: text('已赋码', 'Given its codes'),
    'first-election': text('已首次选举', 'First elected'),
    operating: text('已运行', 'At work'),
    changed: text('已调整', 'Changed'),
    withdrawn: text('已撤回', 'Withdrawn'),
  },
  opening: {
    title: text('设立或调整居(村)委会', 'Set up or change a committee'),
    because: 'RCOL-2018 art 6',
    by: ['street_staff', 'street_admin'],
    at: ['street'],
    form: () => [
      { id: 'name', label: text('名称', 'Name'), type: 'text', min: 2, max: 60 },
      { id: 'act', label: text('事项', 'What'), type: 'choice', options: ACTS },
      { id: 'form', label: text('类型', 'Kind'), type: 'choice', options: FORMS },
      { id: 'households', label: text('户数', 'Households'), type: 'whole-number', min: 1, max: 50_000 },
      { id: 'reason', label: text('理由', 'Reasons'), type: 'long-text', min: 4, max: 1000 },
      {
        id: 'successors',
        label: text('居民、资产、档案、证明由谁承接', 'Who takes over residents, assets, archives, certificates'),
        type: 'long-text',
        min: 4,
        max: 1000,
        when: { field: 'act', in: ['merge', 'split', 'resize', 'abolish'] },
      },
    ],
    run: ({ values, world, place }) => {
      const data: Establishment = {
        name: String(values.name),
        act: values.act as Establishment['act'],
        form: values.form as Establishment['form'],
        households: Number(values.households),
        reason: String(values.reason),
        successors: values.successors === undefined ? null : String(values.successors),
        publicity: null,
        heard: null,
        assembly: null,
        returnedBecause: null,
        approval: null,
        codes: null,
        election: null,
        preparatoryGroup: null,
      }
      return allow({ subject: data.name, step: 'draft', holder: world.officeOf('street', place).id, data })
    },
  },
  moves: {
    publicise: {
      title: text('公示方案', 'Make the plan public'),
      tone: 'primary',
      from: ['draft'],
      by: [STREET],
      because: 'practice',
      onlyIf: ({ self }) => (establishment(self.data).publicity ? refuse('public-already', 'practice') : allow()),
      run: ({ self, world }) => {
        const term = world.value<Term>('estates.consultation', world.today, self.place).value
        const { day } = lastDayOf(term, world.today, world.calendar)
        return patched({ publicity: { from: world.today, lastDay: day } })
      },
    },
    hear: {
      title: text('记录居民意见', 'Record what residents said'),
      tone: 'primary',
      from: ['draft'],
      by: [STREET],
      because: 'practice',
      onlyIf: ({ self, world }) => {
        const { publicity } = establishment(self.data)
        if (!publicity) return refuse('not-public-yet', 'practice')
        return world.today > publicity.lastDay
          ? allow()
          : refuse('publicity-running', 'practice', { lastDay: publicity.lastDay })
      },
      form: () => [
        { id: 'opinions', label: text('意见条数', 'How many opinions'), type: 'whole-number', max: 100_000 },
        {
          id: 'account',
          label: text('意见及采纳情况', 'What was said, what was taken up'),
          type: 'long-text',
          min: 4,
          max: 1000,
        },
      ],
      run: ({ values, world }) =>
        patched(
          { heard: { on: world.today, opinions: Number(values.opinions), account: String(values.account) } },
          'consulted',
        ),
    },
    recordAssembly: {
      title: text('记录村民会议决定', 'Record what the assembly decided'),
      tone: 'primary',
      from: ['consulted'],
      by: [STREET],
      because: 'VCOL-2018 art 3',
      onlyIf: ({ self }) =>
        establishment(self.data).form === 'villagers' ? allow() : refuse('no-assembly-needed', 'VCOL-2018 art 3'),
      form: () => [
        { id: 'heldOn', label: text('会议日期', 'Held on'), type: 'date', notAfter: 'today' },
        { id: 'eligible', label: text('应到人数', 'Entitled'), type: 'whole-number', min: 1, max: 100_000 },
        { id: 'present', label: text('到场人数', 'Present'), type: 'whole-number', max: 100_000 },
        { id: 'inFavour', label: text('同意人数', 'In favour'), type: 'whole-number', max: 100_000 },
      ],
      run: ({ values }) => {
        const assembly = {
          heldOn: String(values.heldOn),
          eligible: Number(values.eligible),
          present: Number(values.present),
          inFavour: Number(values.inFavour),
        }
        const agreed = assemblyAgreed(assembly)
        return agreed.ok ? patched({ assembly }, 'assembly-approved') : agreed
      },
    },
    submit: {
      title: text('报请批准', 'Submit'),
      tone: 'primary',
      from: ['consulted', 'assembly-approved', 'returned'],
      by: [STREET],
      because: 'RCOL-2026 art 3',
      onlyIf: ({ self }) => assemblyHeard(establishment(self.data)),
      run: () => patched({ returnedBecause: null }, 'submitted'),
    },
    approve: {
      title: text('批准', 'Approve'),
      tone: 'primary',
      from: ['submitted'],
      by: [COUNTY],
      because: 'RCOL-2026 art 3',
      onlyIf: ({ self }) => assemblyHeard(establishment(self.data)),
      form: () => [DOCUMENT],
      run: ({ values, world }) => {
        const document = String(values.document)
        const good = isDocumentNumber(document)
        return good.ok ? patched({ approval: { document, on: world.today } }, 'approved') : good
      },
    },
    return: {
      title: text('退回', 'Send back'),
      tone: 'danger',
      from: ['submitted'],
      by: [COUNTY],
      because: 'practice',
      form: () => [{ id: 'reason', label: text('理由', 'Reasons'), type: 'long-text', min: 4, max: 500 }],
      run: ({ values }) => patched({ returnedBecause: String(values.reason) }, 'returned'),
    },
    announce: {
      title: text('公告', 'Announce'),
      tone: 'primary',
      from: ['approved'],
      by: [STREET],
      because: 'practice',
      run: ({ self }) =>
        establishment(self.data).act === 'abolish'
          ? allow({ step: 'changed', ended: true })
          : allow({ step: 'announced' }),
    },
    code: {
      title: text('登记代码', 'Enter its codes'),
      tone: 'primary',
      from: ['announced'],
      by: [STREET],
      because: 'NBS-2009-91',
      form: () => [
        { id: 'division', label: text('12位区划代码', '12-digit division code'), type: 'text', min: 12, max: 12 },
        { id: 'credit', label: text('统一社会信用代码', 'Credit code'), type: 'credit-code' },
      ],
      run: ({ self, values }) => {
        const division = String(values.division)
        const fits = codeFits(division, establishment(self.data).form, self.place)
        return fits.ok ? patched({ codes: { division, credit: String(values.credit) } }, 'coded') : fits
      },
    },
    elect: {
      title: text('记录首次选举', 'Record the first election'),
      tone: 'primary',
      from: ['coded'],
      by: [STREET],
      because: 'RCOL-2018 art 8',
      form: () => [
        { id: 'heldOn', label: text('选举日', 'Election day'), type: 'date', notAfter: 'today' },
        { id: 'account', label: text('选举结果', 'Who was elected'), type: 'long-text', min: 4, max: 500 },
      ],
      run: ({ values }) =>
        patched({ election: { heldOn: String(values.heldOn), account: String(values.account) } }, 'first-election'),
    },
    appointGroup: {
      title: text('任命筹备组', 'Appoint a preparatory group'),
      from: ['coded'],
      by: [STREET],
      because: 'practice',
      form: () => [DOCUMENT],
      run: ({ values, world }) => {
        const document = String(values.document)
        const good = isDocumentNumber(document)
        return good.ok ? patched({ preparatoryGroup: { document, on: world.today } }) : good
      },
    },
    operate: {
      title: text('开始运行', 'Set to work'),
      tone: 'primary',
      from: ['coded', 'first-election'],
      by: [STREET],
      because: 'practice',
      onlyIf: ({ self }) => mayOperate(establishment(self.data)),
      run: () => allow({ step: 'operating', ended: true }),
    },
    withdraw: {
      title: text('撤回', 'Withdraw'),
      tone: 'danger',
      from: ['draft', 'consulted', 'assembly-approved', 'submitted', 'returned'],
      by: [STREET],
      because: 'practice',
      run: () => allow({ step: 'withdrawn', ended: true }),
    },
  },
  timing: () => ({ dueOn: null, provisional: false, suspended: false, nextOn: null }),
  present: presentEstablishment,
  ends: { keepYears: 30 },
})

function patched(data: Partial<Establishment>, step?: string) {
  return allow<Change>({ ...(step === undefined ? {} : { step }), data })
}
