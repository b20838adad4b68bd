/** 纠正非居民价格: a meter of community premises at a commercial price is complained of until the register shows the residents' price. @plan P3.3.2; domain 2.4 A5 */
import { allow, refuse } from '#kernel/outcome'
import { defineProcedure } from '#kernel/procedure'
import { overdueMoves, overdueTiming } from '#kernel/procedure/overdue.ts'
import { text } from '#kernel/text'
import { isResidentsPrice } from './rules.ts'
import { tariffComplaint } from './terms.ts'
import { METER_KINDS, TARIFFS } from './words.ts'

const COUNTY = { who: 'staff', roles: ['county_office'], at: 'holder' } as const
const OPEN = ['raised', 'lodged'] as const

export const tariffComplaintV1 = defineProcedure({
  name: 'tariff-complaint',
  version: 1,
  title: text('纠正非居民价格', 'A commercial price to be put right'),
  inForceFrom: '2018-11-09',
  because: 'plan P3.3.2',
  steps: {
    raised: text('待交涉', 'To be complained of'),
    lodged: text('已交涉', 'Complained of'),
    corrected: text('已执行居民价格', 'At residents’ price'),
    ceased: text('计量表已注销', 'The meter is gone'),
  },
  moves: {
    lodge: {
      title: text('记录交涉情况', 'Record the complaint'),
      tone: 'primary',
      from: [...OPEN],
      by: [COUNTY],
      because: 'plan P3.3.2',
      form: () => [
        {
          id: 'account',
          label: text('向谁提出、对方答复', 'To whom, and the answer'),
          type: 'long-text',
          min: 4,
          max: 500,
        },
      ],
      run: ({ values, world }) =>
        allow({ step: 'lodged', data: { lodged: { on: world.today, account: String(values.account) } } }),
    },
    close: {
      title: text('办结', 'Close'),
      hint: text('登记册改为居民价格后自动办结。', 'It closes by itself when the register shows the residents’ price.'),
      from: [...OPEN],
      by: [COUNTY],
      because: 'plan P3.3.2',
      onlyIf: ({ self }) =>
        isResidentsPrice(tariffComplaint(self.data).seen.tariff)
          ? allow()
          : refuse('tariff-still-commercial', 'plan P3.3.2'),
      run: () => allow({ step: 'corrected', ended: true }),
    },
    see: {
      title: text('登记册变化', 'The register changed'),
      from: [...OPEN],
      by: [{ who: 'clock' }],
      because: 'practice',
      form: () => [{ id: 'tariff', label: text('价格类别', 'Tariff'), type: 'choice', options: TARIFFS }],
      run: ({ values }) => {
        const seen = { tariff: String(values.tariff) }
        return allow(
          isResidentsPrice(seen.tariff) ? { step: 'corrected', ended: true, data: { seen } } : { data: { seen } },
        )
      },
    },
    cease: {
      title: text('计量表已注销', 'The meter is gone'),
      from: [...OPEN],
      by: [{ who: 'clock' }],
      because: 'practice',
      run: () => allow({ step: 'ceased', ended: true }),
    },
    ...overdueMoves(OPEN, COUNTY),
  },
  timing: (self) => overdueTiming(OPEN, self),
  present: ({ self }) => {
    const { meter, seen, lodged } = tariffComplaint(self.data)
    return [
      {
        title: text('计量表', 'The meter'),
        rows: [
          { id: 'premises', label: text('设施名称', 'Premises'), value: meter.premises },
          { id: 'kind', label: text('能源类别', 'Kind'), value: meter.kind, options: METER_KINDS },
          { id: 'number', label: text('表号', 'Meter number'), value: meter.number },
          { id: 'supplier', label: text('供应单位', 'Supplier'), value: meter.supplier },
          { id: 'tariff', label: text('价格类别', 'Tariff'), value: seen.tariff, options: TARIFFS },
          ...(lodged ? [{ id: 'lodged', label: text('交涉情况', 'Complaint'), value: lodged.account }] : []),
        ],
      },
    ]
  },
  ends: { keepYears: 5 },
})
