/** How an entry of the catalogue (指标目录) is written: most are shares in percent; what differs is said at the end. */
import type { Indicator, Target } from '#kernel/indicator'
import { text } from '#kernel/text'

type Pair = readonly [zh: string, en: string]
type Differs = Partial<Pick<Indicator, 'unit' | 'stated' | 'by'>>

/** The last day of the year that the plan names: 到2020年, 2020年底, “十三五”末. */
export const END_OF_2020 = '2020-12-31'
/** The plan itself gives the number and the year. */
export const STATED: Differs = { stated: true, by: END_OF_2020 }

export const ALL: Target = { kind: 'all' }
export const NONE: Target = { kind: 'none' }
export const YES: Target = { kind: 'yes' }
export const RISING: Target = { kind: 'trend', up: true }

/** `where` is the section and its tasks: 'P3.1.3 T03'. */
export function indicator(
  id: string,
  level: Indicator['level'],
  where: string,
  target: Target,
  name: Pair,
  formula: Pair,
  differs: Differs = {},
): Indicator {
  const [section = '', ...tasks] = where.split(' ')
  return {
    id,
    name: text(...name),
    unit: target.kind === 'yes' ? 'yes-no' : 'percent',
    target,
    stated: false,
    by: null,
    level,
    section,
    tasks,
    formula: text(...formula),
    ...differs,
  }
}
