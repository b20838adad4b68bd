/** 服务用房补足: a community short of its area is a dated task of its county, over when the register shows the area. @plan P3.3.2; domain 2.4 A3 */
import { lastDayOf, type PlainDate, parsePlainDate, type Term } from '#kernel/calendar'
import { allow, refuse } from '#kernel/outcome'
import { defineProcedure, type World } from '#kernel/procedure'
import { overdueMoves, overdueTiming } from '#kernel/procedure/overdue.ts'
import { text } from '#kernel/text'
import { areaReached, gapOf, inSquareMetres } from './rules.ts'
import { type PremisesShortfall, premisesShortfall } from './terms.ts'

const COUNTY = { who: 'staff', roles: ['county_office'], at: 'holder' } as const
const OPEN = ['raised', 'planned'] as const
const AREAS = [
  { id: 'area', label: text('计入面积', 'Counted area'), type: 'whole-number' },
  { id: 'required', label: text('应有面积', 'Required area'), type: 'whole-number' },
] as const

const MEASURES = [
  { value: 'build', label: text('新建', 'Build') },
  { value: 'hand-over', label: text('开发单位移交', 'Hand-over by the developer') },
  { value: 'purchase', label: text('购置', 'Purchase') },
  { value: 'lease', label: text('租赁', 'Lease') },
  { value: 'share', label: text('与驻区单位共用', 'Share with a unit stationed there') },
  { value: 'renovate', label: text('修缮现有用房', 'Make usable what there is') },
] as const

export function shortfallDue(name: string, from: PlainDate, world: World, place: string): PlainDate {
  return lastDayOf(world.value<Term>(name, from, place).value, from, world.calendar).day
}

export const premisesShortfallV1 = defineProcedure({
  name: 'premises-shortfall',
  version: 1,
  title: text('社区服务用房补足', 'Missing community premises'),
  inForceFrom: '2018-11-09',
  because: 'plan P3.3.2',
  steps: {
    raised: text('待制定措施', 'Measures to be planned'),
    planned: text('补足中', 'Being made good'),
    reached: text('已达标', 'Reached'),
    ceased: text('不再适用', 'No longer applies'),
  },
  moves: {
    plan: {
      title: text('制定措施', 'Plan how'),
      tone: 'primary',
      from: ['raised', 'planned'],
      by: [COUNTY],
      because: 'plan P3.3.2',
      form: () => [
        { id: 'measures', label: text('措施', 'Measures'), type: 'choices', options: MEASURES },
        { id: 'account', label: text('安排', 'How'), type: 'long-text', min: 4, max: 1000 },
        { id: 'by', label: text('何日前补足', 'By which day'), type: 'date', notBefore: 'today' },
      ],
      run: ({ self, values, world }) => {
        const by = parsePlainDate(values.by) ?? world.today
        const last = shortfallDue('facilities.shortfall-longest', self.openedOn, world, self.place)
        if (by > last) return refuse('later-than-allowed', 'practice', { last })
        return allow({
          step: 'planned',
          data: {
            plan: { measures: values.measures as readonly string[], account: String(values.account), on: world.today },
            due: by,
            markedOverdueOn: undefined,
          } satisfies Partial<PremisesShortfall>,
        })
      },
    },
    report: {
      title: text('报告进展', 'Report progress'),
      from: ['planned'],
      by: [COUNTY],
      because: 'practice',
      form: () => [{ id: 'account', label: text('进展', 'Progress'), type: 'long-text', min: 4, max: 500 }],
      run: ({ self, values, world }) => {
        const { progress } = premisesShortfall(self.data)
        return allow({ data: { progress: [...progress, { on: world.today, account: String(values.account) }] } })
      },
    },
    close: {
      title: text('办结', 'Close'),
      hint: text('设施登记册的面积达标后自动办结。', 'It closes by itself when the register shows the area.'),
      from: [...OPEN],
      by: [COUNTY],
      because: 'plan P3.3.2',
      onlyIf: ({ self }) => areaReached(premisesShortfall(self.data).seen),
      run: () => allow({ step: 'reached', ended: true }),
    },
    see: {
      title: text('登记册变化', 'The register changed'),
      from: [...OPEN],
      by: [{ who: 'clock' }],
      because: 'practice',
      form: () => AREAS,
      run: ({ values }) => {
        const seen = { area: Number(values.area), required: Number(values.required) }
        return allow(gapOf(seen) === 0 ? { step: 'reached', ended: true, data: { seen } } : { data: { seen } })
      },
    },
    cease: {
      title: text('不再适用', 'No longer applies'),
      from: [...OPEN],
      by: [{ who: 'clock' }],
      because: 'practice',
      run: () => allow({ step: 'ceased', ended: true }),
    },
    ...overdueMoves(OPEN, COUNTY),
  },
  timing: (self) => overdueTiming(OPEN, self),
  present: ({ self }) => {
    const { seen, plan, progress } = premisesShortfall(self.data)
    const area = (id: string, zh: string, en: string, value: number) => ({
      id,
      label: text(zh, en),
      value: `${inSquareMetres(value)} m²`,
    })
    return [
      {
        title: text('面积', 'Area'),
        rows: [
          area('required', '应有面积', 'Required', seen.required),
          area('area', '登记册计入面积', 'Counted by the register', seen.area),
          area('gap', '还差', 'Missing', gapOf(seen)),
        ],
      },
      ...(plan
        ? [
            {
              title: text('措施', 'Measures'),
              rows: [
                {
                  id: 'measures',
                  label: text('措施', 'Measures'),
                  value: [...plan.measures],
                  type: 'choices' as const,
                  options: MEASURES,
                },
                { id: 'account', label: text('安排', 'How'), value: plan.account },
                ...progress.map((one, i) => ({ id: `progress-${i}`, label: text(one.on, one.on), value: one.account })),
              ],
            },
          ]
        : []),
    ]
  },
  ends: { keepYears: 10 },
})
