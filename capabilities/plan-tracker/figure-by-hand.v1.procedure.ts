/** 人工填报: the value of an indicator that no register counts, with reason and document, believed when a second person approves it. @practice domain 20.2 */
import { lastDayOf, parsePlainDate, type Term } from '#kernel/calendar'
import { allow, refuse } from '#kernel/outcome'
import { defineProcedure, type OpeningView } from '#kernel/procedure'
import { overdueMoves, overdueTiming } from '#kernel/procedure/overdue.ts'
import { text } from '#kernel/text'
import { cityOffice } from './actors.ts'
import { CATALOGUE, indicatorOf } from './catalogue.ts'
import { countedByHand, documented, isShare, levelOfFigure } from './rules.ts'
import { type HandFigureData, handFigureData } from './terms.ts'

const APPROVER = { who: 'staff', roles: ['city_office'], at: 'holder' } as const

export const figureByHandV1 = defineProcedure({
  name: 'figure-by-hand',
  version: 1,
  title: text('指标人工填报', 'A figure given by hand'),
  inForceFrom: '2018-11-09',
  because: 'practice',
  steps: {
    proposed: text('待审核', 'To be approved'),
    approved: text('已审核', 'Approved'),
    returned: text('已退回', 'Returned'),
  },
  opening: {
    title: text('填报指标数值', 'Give a figure by hand'),
    hint: text(
      '只限没有登记数据的指标;须写明理由并附文件,由市社区建设领导小组办公室另一人审核。',
      'Only for indicators that no register counts; with reason and document, approved by another person of the city office.',
    ),
    because: 'practice',
    by: ['county_office', 'city_office', 'dept_staff', 'dept_head'],
    at: ['city', 'county', 'street', 'community'],
    files: true,
    form: (view) => {
      const offered = givenHere(view)
      const ids = (of: (one: (typeof offered)[number]) => boolean): string[] => offered.filter(of).map(({ id }) => id)
      const counts = ids((one) => one.unit !== 'yes-no')
      return [
        {
          id: 'indicator',
          label: text('指标', 'Indicator'),
          type: 'choice',
          options: offered.map(({ id, name }) => ({ value: id, label: text(`${id} ${name.zh}`, `${id} ${name.en}`) })),
        },
        {
          id: 'yes',
          label: text('是否做到', 'Is it so?'),
          type: 'yes-no',
          when: { field: 'indicator', in: ids((one) => one.unit === 'yes-no') },
        },
        {
          id: 'numerator',
          label: text('分子(或数量)', 'Numerator, or count'),
          type: 'whole-number',
          min: 0,
          max: 10_000_000,
          when: { field: 'indicator', in: counts },
        },
        {
          id: 'denominator',
          label: text('分母', 'Denominator'),
          type: 'whole-number',
          min: 0,
          max: 10_000_000,
          when: { field: 'indicator', in: ids(isShare) },
        },
        { id: 'day', label: text('截至日期', 'The day it holds for'), type: 'date', notAfter: 'today' },
        { id: 'reason', label: text('人工填报的理由', 'Why by hand'), type: 'long-text', min: 4, max: 500 },
        {
          id: 'document',
          label: text('依据文件文号', 'Number of the document'),
          hint: text('如 阳民字〔2026〕8号;并上传文件', 'Like 阳民字〔2026〕8号; upload it too'),
          type: 'text',
          max: 40,
        },
      ]
    },
    run: (view) => {
      const { values, world, place, acting, files } = view
      const indicator = indicatorOf(String(values.indicator))
      const day = parsePlainDate(values.day)
      if (!indicator || !day || acting.kind !== 'staff') throw new Error('all were checked before')
      const written = documented(String(values.document), files.length)
      if (!written.ok) return written
      const counted = countedByHand(indicator, {
        n: Number(values.numerator ?? 0),
        d: Number(values.denominator ?? 0),
        yes: values.yes === true,
      })
      if (!counted.ok) return counted
      const term = world.value<Term>('plan.figure-check', world.today, place).value
      const data: HandFigureData = {
        indicator: indicator.id,
        ...counted.value,
        day,
        reason: String(values.reason),
        document: String(values.document),
        by: acting.person,
        due: lastDayOf(term, world.today, world.calendar).day,
        approvedOn: null,
        returned: null,
      }
      return allow({ subject: indicator.id, step: 'proposed', holder: cityOffice(world, place).id, data })
    },
  },
  moves: {
    approve: {
      title: text('审核通过', 'Approve'),
      tone: 'primary',
      from: ['proposed'],
      by: [APPROVER],
      because: 'practice',
      onlyIf: ({ self, acting }) =>
        acting.kind === 'staff' && acting.person === handFigureData(self.data).by
          ? refuse('own-submission', 'practice')
          : allow(),
      run: ({ world }) => allow({ step: 'approved', ended: true, data: { approvedOn: world.today } }),
    },
    return: {
      title: text('退回', 'Return'),
      tone: 'danger',
      from: ['proposed'],
      by: [APPROVER],
      because: 'practice',
      form: () => [{ id: 'reason', label: text('理由', 'Reasons'), type: 'long-text', min: 4, max: 500 }],
      run: ({ values }) => allow({ step: 'returned', ended: true, data: { returned: String(values.reason) } }),
    },
    ...overdueMoves('proposed', APPROVER),
  },
  timing: (self) => overdueTiming('proposed', self),
  present: ({ self }) => {
    const { indicator, n, d, day, reason, document, returned } = handFigureData(self.data)
    const found = indicatorOf(indicator)
    const yes = found?.unit === 'yes-no'
    return [
      {
        title: text('填报内容', 'What is given'),
        rows: [
          { id: 'indicator', label: text('指标', 'Indicator'), value: found?.name },
          { id: 'formula', label: text('口径', 'How it is counted'), value: found?.formula },
          yes
            ? { id: 'yes', label: text('是否做到', 'Is it so?'), value: n === 1 }
            : {
                id: 'figure',
                label: text('数值', 'Figure'),
                value: found && isShare(found) ? `${n} ÷ ${d}` : String(n),
              },
          { id: 'day', label: text('截至日期', 'Holds for'), value: day },
          { id: 'reason', label: text('理由', 'Why by hand'), value: reason },
          { id: 'document', label: text('依据文件', 'Document'), value: document },
          ...(returned ? [{ id: 'returned', label: text('退回理由', 'Returned because'), value: returned }] : []),
        ],
      },
    ]
  },
  ends: { keepYears: 10 },
})

/** Indicators whose place is of this level and which no register counts. */
function givenHere({ level, world }: OpeningView) {
  return CATALOGUE.filter((one) => levelOfFigure(one) === level && !world.isCounted(one.id))
}
