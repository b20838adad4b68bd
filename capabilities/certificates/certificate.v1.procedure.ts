/** 出具证明: refused at once with a referral, or prepared by one, signed by another, sealed, numbered, and revocable. @law D2020-C; domain 6.5 */
import { FORBIDDEN_CERTIFICATES, OTHER_CERTIFICATE } from '#capabilities/duty-lists'
import { addDays } from '#kernel/calendar'
import type { Field } from '#kernel/form'
import { allow } from '#kernel/outcome'
import { type CaseRow, type Change, defineProcedure, type MoveView } from '#kernel/procedure'
import { type Text, text } from '#kernel/text'
import { certificate, referral } from './notices.ts'
import { certificateText, decideFacts, mayHandle, otherHand } from './rules.ts'
import { certificateData, HOW_KNOWN, REVOKED_BECAUSE, type RetainedKind, type StatedFact } from './terms.ts'

const WORKERS = { who: 'staff', roles: ['community_worker', 'window_clerk'], at: 'holder' } as const
const CHAIR = { who: 'staff', roles: ['committee_chair'], at: 'holder' } as const
const SEAL_KEEPERS = {
  who: 'staff',
  roles: ['community_worker', 'window_clerk', 'committee_member'],
  at: 'holder',
} as const
const STREET = { who: 'staff', roles: ['street_admin'], at: 'above' } as const

export const STEPS = {
  asked: text('待核实', 'To be checked'),
  prepared: text('待签发', 'To be signed'),
  signed: text('待用印', 'To be sealed'),
  issued: text('已出具', 'Issued'),
  revoked: text('已撤销', 'Revoked'),
  referred: text('不予出具', 'Not issued'),
  declined: text('无法核实,不予出具', 'Not verifiable, not issued'),
  withdrawn: text('已撤回', 'Withdrawn'),
} as const

const UNNAMED = text('其他证明', 'Another certificate')

/** The name of what stands on no list: one of the twenty, or another. */
export function unlistedName(code: string): Text | undefined {
  return code === OTHER_CERTIFICATE ? UNNAMED : FORBIDDEN_CERTIFICATES.find((one) => one.code === code)?.name
}

/** 从旧: the item of the list as it stood when the certificate was asked for, whatever became of the list since. */
function kindOf({ data }: Pick<CaseRow, 'data'>): RetainedKind {
  const { retained } = certificateData(data)
  if (!retained) throw new Error('a certificate that is prepared has its item of the list')
  return retained
}

const factFields = (kind: RetainedKind): Field[] =>
  kind.facts.flatMap(({ id, label }): Field[] => [
    { id, label, type: 'text', min: 1, max: 120 },
    {
      id: `${id}-how`,
      label: text(`“${label.zh}”怎么知道的`, `How is “${label.en}” known?`),
      type: 'choice',
      options: [...HOW_KNOWN],
    },
  ])

export const certificateV1 = defineProcedure({
  name: 'certificate',
  version: 1,
  title: text('出具证明', 'Certificate'),
  inForceFrom: '2020-07-01',
  because: 'D2020-C',
  steps: STEPS,
  moves: {
    prepare: {
      title: text('核实并拟稿', 'Check and prepare'),
      hint: text(
        '只写本社区知道并能核实的事;不能核实的,不予出具。',
        'Only what the committee knows and can verify; what it cannot is not certified.',
      ),
      tone: 'primary',
      from: ['asked'],
      by: [WORKERS],
      because: 'D2020-C',
      onlyIf: ({ self, acting }) => mayHandle(certificateData(self.data), acting),
      form: ({ self }) => factFields(kindOf(self)),
      run: ({ self, acting, world, values }) => {
        const stated = kindOf(self).facts.map(
          ({ id }): StatedFact => ({ id, text: String(values[id]), how: String(values[`${id}-how`]) }),
        )
        const facts = decideFacts(stated)
        if (!facts.ok) return facts
        return allow({ step: 'prepared', data: { prepared: { by: personOf(acting), on: world.today, facts: stated } } })
      },
    },
    sign: {
      title: text('签发', 'Sign'),
      tone: 'primary',
      from: ['prepared'],
      by: [CHAIR],
      because: 'D2020-C',
      onlyIf: ({ self, acting }) => {
        const data = certificateData(self.data)
        const kin = mayHandle(data, acting)
        return kin.ok ? otherHand(data.prepared, acting) : kin
      },
      run: ({ acting, world }) =>
        allow({ step: 'signed', data: { signed: { by: personOf(acting), on: world.today } } }),
    },
    sendBack: {
      title: text('退回重新核实', 'Send back'),
      from: ['prepared'],
      by: [CHAIR],
      because: 'practice',
      form: () => [{ id: 'reason', label: text('理由', 'Reasons'), type: 'long-text', min: 4, max: 500 }],
      run: () => allow({ step: 'asked', data: { prepared: null } }),
    },
    seal: {
      title: text('用印并出具', 'Seal and issue'),
      hint: text(
        '用印即登记:谁、何时、为哪一份证明。',
        'The use of the seal is recorded: who, when, for which certificate.',
      ),
      tone: 'primary',
      from: ['signed'],
      by: [SEAL_KEEPERS],
      because: 'D2020-C',
      onlyIf: ({ self, acting }) => {
        const data = certificateData(self.data)
        const kin = mayHandle(data, acting)
        return kin.ok ? otherHand(data.signed, acting) : kin
      },
      run: ({ self, acting, world, open }) => {
        const data = certificateData(self.data)
        const kind = kindOf(self)
        const until = addDays(world.today, data.validDays)
        const stated = data.prepared?.facts ?? []
        const blanks = {
          name: open(data.name),
          idNumber: open(data.idNumber),
          address: open(data.address),
          purpose: open(data.purpose),
          demander: data.demander,
          community: world.officeOf('community', self.place).name,
        }
        const body = certificateText(kind, blanks, Object.fromEntries(stated.map((one) => [one.id, one.text])))
        return allow({
          step: 'issued',
          ended: true,
          documents: [
            certificate({
              office: self.holder,
              name: kind.name,
              law: kind.basis,
              body,
              facts: stated.map((one) => ({
                label: kind.facts.find(({ id }) => id === one.id)?.label.zh ?? one.id,
                value: HOW_KNOWN.find(({ value }) => value === one.how)?.label.zh ?? one.how,
              })),
              until,
            }),
          ],
          data: (numbers) => ({
            sealUsed: { by: personOf(acting), on: world.today },
            issued: { number: numbers.certificate, on: world.today, until },
          }),
          notices: told(self, 'certificate-issued'),
        })
      },
    },
    decline: {
      title: text('无法核实,不予出具', 'Cannot be verified: decline'),
      tone: 'danger',
      from: ['asked', 'prepared'],
      by: [WORKERS, CHAIR],
      because: 'D2020-C',
      onlyIf: ({ self, acting }) => mayHandle(certificateData(self.data), acting),
      form: () => [{ id: 'reason', label: text('理由', 'Reasons'), type: 'long-text', min: 8, max: 500 }],
      run: ({ self, world, values }) => {
        const data = certificateData(self.data)
        const why = `所涉事实本社区无法核实:${String(values.reason)}`
        return allow({
          step: 'declined',
          ended: true,
          documents: [
            referral(
              { ...data, office: self.holder, name: data.title, today: world.today },
              text(why, 'The facts cannot be verified by the committee.'),
              undefined,
            ),
          ],
          notices: told(self, 'certificate-declined'),
        })
      },
    },
    withdraw: {
      title: text('撤回', 'Withdraw'),
      from: ['asked', 'prepared'],
      by: [{ who: 'applicant' }],
      because: 'practice',
      run: () => allow({ step: 'withdrawn', ended: true }),
    },
    revoke: {
      title: text('撤销证明', 'Revoke'),
      hint: text('扫码核验即显示已撤销。', 'Whoever scans the code sees that it is revoked.'),
      tone: 'danger',
      from: ['issued'],
      by: [CHAIR, STREET],
      because: 'D2020-C',
      form: () => [
        { id: 'because', label: text('原因', 'Because'), type: 'choice', options: [...REVOKED_BECAUSE] },
        { id: 'reason', label: text('说明', 'Account'), type: 'long-text', min: 4, max: 500 },
      ],
      run: ({ self, world, values }) =>
        allow({
          step: 'revoked',
          ended: true,
          data: { revoked: { on: world.today, because: String(values.because), reason: String(values.reason) } },
          notices: told(self, 'certificate-revoked'),
        }),
    },
  },
  timing: (self) => ({
    dueOn: ['asked', 'prepared', 'signed'].includes(self.step) ? certificateData(self.data).due : null,
    provisional: false,
    suspended: false,
    nextOn: null,
  }),
  present: ({ self, world }: MoveView) => {
    const data = certificateData(self.data)
    const kind = data.retained
    const forbidden = FORBIDDEN_CERTIFICATES.find((one) => one.code === data.kind)
    return [
      {
        title: text('请求', 'What is asked'),
        rows: [
          { id: 'kind', label: text('证明事项', 'Certificate'), value: data.title },
          ...(data.words ? [{ id: 'words', label: text('原话', 'In their words'), value: data.words }] : []),
          { id: 'demander', label: text('要求单位', 'Demanded by'), value: data.demander },
          { id: 'purpose', label: text('用途', 'Purpose'), value: data.purpose },
          { id: 'name', label: text('姓名', 'Name'), value: data.name },
          ...(kind
            ? [
                {
                  id: 'list',
                  label: text('保留清单', 'List'),
                  value: text(
                    `证明保留清单第${kind.cited.number}版 ${kind.cited.item}`,
                    `Version ${kind.cited.number} of the list, ${kind.cited.item}`,
                  ),
                },
              ]
            : []),
          ...(forbidden ? [{ id: 'goTo', label: text('请到', 'Go to'), value: forbidden.goTo }] : []),
        ],
      },
      ...(data.prepared && kind
        ? [
            {
              title: text('核实情况', 'What is known'),
              rows: data.prepared.facts.map((one) => ({
                id: one.id,
                label: kind.facts.find(({ id }) => id === one.id)?.label ?? text(one.id, one.id),
                value: `${one.text}(${HOW_KNOWN.find(({ value }) => value === one.how)?.label.zh ?? ''})`,
              })),
            },
          ]
        : []),
      ...(data.issued
        ? [
            {
              title: text('证明', 'The certificate'),
              rows: [
                { id: 'number', label: text('编号', 'Number'), value: data.issued.number },
                {
                  id: 'until',
                  label: text('有效期至', 'Valid until'),
                  value: data.issued.until,
                  type: 'date' as const,
                },
                { id: 'seal', label: text('用印日期', 'Sealed on'), value: data.sealUsed?.on },
                ...(data.revoked
                  ? [
                      {
                        id: 'revoked',
                        label: text('撤销', 'Revoked'),
                        value: `${data.revoked.on} ${data.revoked.reason}`,
                      },
                    ]
                  : []),
              ],
            },
          ]
        : []),
      ...(self.step === 'asked' && kind
        ? [
            {
              title: text('出具须知', 'Before it is issued'),
              rows: [
                {
                  id: 'hands',
                  label: text('双人办理', 'Two hands'),
                  value: text(
                    `经办人核实,主任签发,另一人用印;${world.placeName(self.place).zh}只证明自己知道的事。`,
                    'One prepares, the chair signs, another seals.',
                  ),
                },
              ],
            },
          ]
        : []),
    ]
  },
  standing: (self, { kind }, today) => {
    const { issued, revoked } = certificateData(self.data)
    if (kind !== 'certificate' || !issued) return undefined
    if (revoked) return { state: 'revoked', day: revoked.on }
    return { state: today > issued.until ? 'expired' : 'in-force', day: issued.until }
  },
  ends: { keepYears: 5 },
})

function personOf(acting: MoveView['acting']): string {
  return 'person' in acting ? acting.person : ''
}

function told({ applicant, data }: CaseRow, kind: string): Change['notices'] {
  return applicant ? [{ person: applicant, kind, content: { name: certificateData(data).title.zh } }] : []
}
