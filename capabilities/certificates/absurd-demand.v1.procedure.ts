/** “无厘头”证明: a case against the organisation that demanded it; checked, sent to its superior, put right by a day, exposed. @plan P3.3.3; domain 6.5 */
import { addDays } from '#kernel/calendar'
import { allow, refuse } from '#kernel/outcome'
import { type CaseRow, type Change, defineProcedure } from '#kernel/procedure'
import { text } from '#kernel/text'
import { rectificationLetter } from './notices.ts'
import { demandDue, mayExpose, otherHand } from './rules.ts'
import { demandData } from './terms.ts'

const OFFICE = { who: 'staff', roles: ['county_office'], at: 'holder' } as const
const ABOVE = { who: 'staff', roles: ['city_office'], at: 'above' } as const

export const DEMAND_STEPS = {
  reported: text('待查实', 'To be verified'),
  unfounded: text('不属实', 'Unfounded'),
  verified: text('已查实', 'Verified'),
  rectifying: text('限期整改', 'To be put right'),
  unrectified: text('未整改', 'Not put right'),
  rectified: text('已整改', 'Put right'),
} as const

export const absurdDemandV1 = defineProcedure({
  name: 'absurd-demand',
  version: 1,
  title: text('“无厘头”证明查处', 'Absurd demand for a certificate'),
  inForceFrom: '2018-11-09',
  because: 'plan P3.3.3',
  steps: DEMAND_STEPS,
  moves: {
    verify: {
      title: text('查实', 'Verify'),
      tone: 'primary',
      from: ['reported'],
      by: [OFFICE],
      because: 'plan P3.3.3',
      form: ({ self }) => {
        const { organisation, demander } = demandData(self.data)
        return [
          {
            id: 'organisation',
            label: text('要求单位全称', 'Full name of the organisation'),
            hint: organisation
              ? text(
                  `登记册里的名称是“${demander}”。将按此公开,不得写个人姓名。`,
                  `The register calls it “${demander}”. It is published; no names of persons.`,
                )
              : text('将按此公开,不得写个人姓名。', 'It is published; no names of persons.'),
            type: 'text',
            min: 3,
            max: 60,
            dataClass: 'public',
          },
          {
            id: 'superior',
            label: text('上级单位', 'Its superior'),
            ...(organisation?.parent
              ? { hint: text(`登记册:${organisation.parent}`, `By the register: ${organisation.parent}`) }
              : {}),
            type: 'text',
            min: 3,
            max: 60,
            dataClass: 'public',
          },
        ]
      },
      run: ({ self, world, values, open }) => {
        const organisation = String(values.organisation).trim()
        const { neverSaid } = demandData(self.data)
        const clean = mayExpose(organisation, organisation, neverSaid.map(open))
        if (!clean.ok) return clean
        return allow({
          step: 'verified',
          data: { verified: { on: world.today, organisation, superior: String(values.superior).trim() } },
          notices: told(self, 'absurd-demand-verified'),
        })
      },
    },
    dismiss: {
      title: text('不属实', 'Unfounded'),
      tone: 'danger',
      from: ['reported'],
      by: [OFFICE],
      because: 'practice',
      form: () => [{ id: 'reason', label: text('理由', 'Reasons'), type: 'long-text', min: 8, max: 500 }],
      run: ({ self, world, values }) =>
        allow({
          step: 'unfounded',
          ended: true,
          data: { result: { rectified: false, account: String(values.reason), on: world.today } },
          notices: told(self, 'absurd-demand-unfounded'),
        }),
    },
    sendToSuperior: {
      title: text('函告上级限期整改', 'Send to its superior'),
      tone: 'primary',
      from: ['verified'],
      by: [OFFICE],
      because: 'plan P3.3.3',
      run: ({ self, world }) => {
        const { verified, title } = demandData(self.data)
        if (!verified) throw new Error('a verified demand has its organisation')
        const due = demandDue(world, 'rectification', self.place)
        return allow({
          step: 'rectifying',
          data: { sentOn: world.today, due, markedOverdueOn: null },
          documents: [rectificationLetter({ ...verified, office: self.holder, kind: title, today: world.today, due })],
        })
      },
    },
    recordResult: {
      title: text('登记整改结果', 'Record the result'),
      from: ['rectifying', 'unrectified'],
      by: [OFFICE],
      because: 'plan P3.3.3',
      form: () => [
        { id: 'rectified', label: text('已经整改', 'Put right'), type: 'yes-no' },
        { id: 'account', label: text('结果', 'Result'), type: 'long-text', min: 4, max: 500 },
      ],
      run: ({ self, world, values }) => {
        const rectified = values.rectified === true
        return allow({
          step: rectified ? 'rectified' : 'unrectified',
          ended: rectified,
          data: { result: { rectified, account: String(values.account), on: world.today } },
          ...(rectified ? { notices: told(self, 'absurd-demand-rectified') } : {}),
        })
      },
    },
    draftExposure: {
      title: text('拟曝光文字', 'Draft the exposure'),
      hint: text(
        '写明单位和要求了什么;不得出现居民姓名、号码。',
        'Name the organisation and what it demanded; never the resident, never a number.',
      ),
      from: ['rectifying', 'unrectified', 'rectified'],
      by: [OFFICE],
      because: 'plan P3.3.3',
      form: () => [
        { id: 'text', label: text('曝光文字', 'Text'), type: 'long-text', min: 10, max: 800, dataClass: 'public' },
      ],
      run: ({ self, acting, world, values, open }) => {
        const { verified, neverSaid } = demandData(self.data)
        const clean = mayExpose(String(values.text), verified?.organisation ?? '', neverSaid.map(open))
        if (!clean.ok) return clean
        return allow({
          data: { draft: { text: clean.value, by: 'person' in acting ? acting.person : '', on: world.today } },
        })
      },
    },
    publishExposure: {
      title: text('公开曝光', 'Publish'),
      tone: 'danger',
      from: ['rectifying', 'unrectified', 'rectified'],
      by: [OFFICE, ABOVE],
      because: 'plan P3.3.3',
      onlyIf: ({ self, acting }) => {
        const { draft } = demandData(self.data)
        return draft ? otherHand(draft, acting) : refuse('no-exposure-drafted', 'practice')
      },
      run: ({ self, world }) =>
        allow({ data: { exposed: { text: demandData(self.data).draft?.text ?? '', on: world.today } } }),
    },
    markOverdue: {
      title: text('标记超期', 'Marked overdue'),
      from: ['reported', 'rectifying'],
      by: [{ who: 'clock' }],
      because: 'practice',
      isDue: ({ self, world }) => {
        const { due, markedOverdueOn } = demandData(self.data)
        return markedOverdueOn === null && world.today > due
      },
      run: ({ self, world }) =>
        allow({
          data: { markedOverdueOn: world.today },
          orgs: [...new Set([...self.orgs, world.superiorOf(self.holder, self.place).id])],
        }),
    },
  },
  timing: (self) => {
    const { due, markedOverdueOn } = demandData(self.data)
    const open = self.step === 'reported' || self.step === 'rectifying'
    return {
      dueOn: open ? due : null,
      provisional: false,
      suspended: false,
      nextOn: open && markedOverdueOn === null ? addDays(due, 1) : null,
    }
  },
  present: ({ self }) => {
    const data = demandData(self.data)
    return [
      {
        title: text('要求', 'The demand'),
        rows: [
          { id: 'kind', label: text('证明事项', 'Certificate'), value: data.title },
          { id: 'demander', label: text('反映的单位', 'As reported'), value: data.demander },
          { id: 'account', label: text('经过', 'Account'), value: data.account },
          { id: 'reportedOn', label: text('反映日期', 'Reported on'), value: data.reportedOn, type: 'date' as const },
          ...(data.copies
            ? [
                {
                  id: 'copies',
                  label: text('要求的复制件', 'Copy of the demand'),
                  value: text(
                    `${data.copies}份,只有反映人和查实的办公室能打开`,
                    `${data.copies}: opens for the reporter and the verifying office only`,
                  ),
                },
              ]
            : []),
          ...(data.verified
            ? [
                { id: 'organisation', label: text('查实的单位', 'Verified'), value: data.verified.organisation },
                { id: 'superior', label: text('上级单位', 'Superior'), value: data.verified.superior },
              ]
            : []),
          ...(data.sentOn
            ? [{ id: 'due', label: text('整改期限', 'Put right by'), value: data.due, type: 'date' as const }]
            : []),
          ...(data.result ? [{ id: 'result', label: text('结果', 'Result'), value: data.result.account }] : []),
          ...(data.draft ? [{ id: 'draft', label: text('曝光文字', 'Exposure'), value: data.draft.text }] : []),
          ...(data.exposed
            ? [
                {
                  id: 'exposed',
                  label: text('曝光日期', 'Published on'),
                  value: data.exposed.on,
                  type: 'date' as const,
                },
              ]
            : []),
        ],
      },
    ]
  },
  ends: { keepYears: 5 },
})

function told({ applicant }: CaseRow, kind: string): Change['notices'] {
  return applicant ? [{ person: applicant, kind, content: {} }] : []
}
