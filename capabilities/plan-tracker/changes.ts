/** Moves that tasks and their parts have in common: the quarterly report, and what the clock marks. */
import { allow, type Outcome } from '#kernel/outcome'
import type { Change, Move, MoveInput, MoveView } from '#kernel/procedure'
import { text } from '#kernel/text'
import { CLOCK, OFFICERS } from './actors.ts'
import { lateQuarters, quarterToReport } from './rules.ts'
import { type Report, type Reporting, type ReportState, STATES } from './terms.ts'

/** Of a case whose data report quarters. */
export const reporting = (data: unknown): Reporting => data as Reporting

/** 15: the day of the month after the quarter. */
export function reportDay({ self, world }: Pick<MoveView, 'self' | 'world'>): number {
  return world.value<number>('plan.report-day', world.today, self.place).value
}

function isLate(view: MoveView): boolean {
  const quarter = quarterToReport(reporting(view.self.data), view.world.today)
  return (
    quarter.ok && lateQuarters(reporting(view.self.data), view.world.today, reportDay(view)).includes(quarter.value)
  )
}

export function reportMoves<const Step extends string>(step: Step) {
  return {
    report: {
      title: text('季度报告', 'Quarterly report'),
      hint: text(
        '报告最早一个已结束而未报告的季度;进展向社会公开。',
        'For the oldest quarter that is over and not reported; the progress is shown to everybody.',
      ),
      tone: 'primary',
      from: [step],
      by: [OFFICERS],
      because: 'practice',
      files: true,
      onlyIf: ({ self, world }) => {
        const quarter = quarterToReport(reporting(self.data), world.today)
        return quarter.ok ? allow() : quarter
      },
      form: (view) => [
        {
          id: 'state',
          label: text('状态', 'State'),
          type: 'choice',
          options: Object.entries(STATES).map(([value, label]) => ({ value, label })),
        },
        {
          id: 'progress',
          label: text('进展(公开)', 'Progress (public)'),
          hint: text('不写个人姓名、电话和住址。', 'No names, phones or addresses of persons.'),
          type: 'long-text',
          min: 10,
          max: 2000,
        },
        {
          id: 'remarks',
          label: text('内部说明(不公开)', 'Remarks (not public)'),
          type: 'long-text',
          required: false,
          max: 2000,
        },
        ...(isLate(view)
          ? [
              {
                id: 'reason',
                label: text('逾期原因', 'Why it is late'),
                type: 'long-text',
                min: 4,
                max: 500,
              } as const,
            ]
          : []),
      ],
      run: (view) => reported(view),
    },
    markLate: {
      title: text('季度报告逾期', 'Quarterly report late'),
      from: [step],
      by: [CLOCK],
      because: 'practice',
      isDue: (view) => unmarked(view).length > 0,
      run: (view) => {
        const { self, world } = view
        const marked = { ...reporting(self.data).marked }
        for (const quarter of unmarked(view)) marked[quarter] = world.today
        const superior = world.superiorOf(self.holder, self.place)
        return allow({ data: { marked }, orgs: [...new Set([...self.orgs, superior.id])] })
      },
    },
  } as const satisfies Record<string, Move<Step>>
}

function unmarked(view: MoveView) {
  const data = reporting(view.self.data)
  return lateQuarters(data, view.world.today, reportDay(view)).filter((quarter) => data.marked[quarter] === undefined)
}

function reported({ self, world, values, files }: MoveInput): Outcome<Change> {
  const data = reporting(self.data)
  const quarter = quarterToReport(data, world.today)
  if (!quarter.ok) return quarter
  const report: Report = {
    quarter: quarter.value,
    state: values.state as ReportState,
    progress: String(values.progress),
    ...(values.remarks ? { remarks: String(values.remarks) } : {}),
    ...(values.reason ? { reason: String(values.reason) } : {}),
    on: world.today,
  }
  return allow({
    data: { reports: [...data.reports, report] },
    ...(values.reason ? { overdueReason: String(values.reason) } : {}),
    files,
    fact: { quarter: report.quarter },
  })
}
