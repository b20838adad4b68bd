/** Numbers and terms of the size of communities and of new estates. @plan P3.1.3, P3.3.2; @law RCOL-2018 art 6, RCOL-2026 art 3 */
import { calendarDays, workingDays } from '#kernel/calendar'
import { definePack } from '#kernel/pack'
import { text } from '#kernel/text'

const PLAN = { basis: 'plan P3.1.3', from: '2018-11-09', verified: true } as const
const OURS = { basis: 'practice', from: '2018-11-09', verified: false } as const

export const estatesPack = definePack('cn-2018', {
  'estates.size': { value: { floor: 1500, advisableFrom: 2000, advisableTo: 5000 }, ...PLAN },
  // 达到管辖规模 is no number in the plan: the floor of a community stands in for it.
  'estates.scale': { value: 1500, ...OURS, source: 'the floor of plan P3.1.3' },
  // In 0.01 m²: 30 m² for each hundred households.
  'estates.premises-per-hundred': { value: 3000, unit: 'area', ...PLAN },
  'estates.legal-range': [
    { value: { from: 100, to: 700 }, basis: 'RCOL-2018 art 6', from: '2018-12-29', to: '2025-12-31', verified: true },
    { value: { from: 1000, to: 3000 }, basis: 'RCOL-2026 art 3', from: '2026-01-01', verified: true },
  ],
  'estates.proposal': { value: calendarDays(90), ...OURS },
  'estates.recheck': { value: calendarDays(90), ...OURS },
  'estates.entrustment': { value: workingDays(30), ...OURS },
  'estates.escalation': { value: workingDays(30), ...OURS },
  'estates.carry-out': { value: calendarDays(30), ...OURS },
  'estates.review': { value: calendarDays(365), ...OURS },
  'estates.consultation': { value: calendarDays(7), ...OURS },
})

export const valueTitles = {
  'estates.size': text('社区规模(户)', 'Size of a community, in households'),
  'estates.scale': text('新建小区应设居委会的户数', 'Dwellings from which a new estate gets a committee'),
  'estates.premises-per-hundred': text(
    '每百户用房面积(百分之一平方米)',
    'Premises for each hundred households, 0.01 m²',
  ),
  'estates.legal-range': text('法定户数范围', 'Range of households in the law'),
  'estates.proposal': text('提出设立居委会方案', 'Proposing a committee'),
  'estates.recheck': text('筹备期间复核入住', 'Checking again who has moved in'),
  'estates.entrustment': text('登记居民小组或代管', 'Recording a group or an entrustment'),
  'estates.escalation': text('街道和县(区)决定', 'Street and county decide'),
  'estates.carry-out': text('决定的落实', 'Carrying out what was decided'),
  'estates.review': text('代管复核', 'Reviewing an entrustment'),
  'estates.consultation': text('设立居委会前的公示', 'Publicity before a committee is set up'),
}
