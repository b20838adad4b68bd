/**
 * Names of 2018 and names now (domain 20.4): usual after the reform of 2019, to be confirmed locally; those the table marks
 * with a question mark are unverified. Its days are not known here: names of the plan are kept to the end of 2018.
 */
import { DEPARTMENTS } from './offices.ts'

const UNTIL = '2018-12-31'
const CITY = '140300000000'
const REFORM = '2019年机构改革,月日待核'

/** Codes of offices whose name now is marked ? in the table. */
const UNSURE: readonly string[] = ['earthquake', 'land', 'planning', 'forestry', 'commerce', 'water']
/** Offices that were taken into another one. */
const MERGED: readonly string[] = ['legislative-affairs', 'planning', 'forestry', 'public-order']

type NameRow = Readonly<Record<string, string>>

/** Rows of the register `organisation-names`. */
export function formerNames(): NameRow[] {
  const row = (name: string, office: string, change: string, standing: string, document = REFORM): NameRow => ({
    name,
    office,
    change,
    standing,
    to: UNTIL,
    document,
    place: CITY,
  })
  return [
    ...DEPARTMENTS.filter(([, before, now]) => before !== now).map(([code, before, now]) =>
      row(before, now, MERGED.includes(code) ? 'merged' : 'renamed', UNSURE.includes(code) ? 'unverified' : 'practice'),
    ),
    row('市卫计委', '市医保局', 'split', 'practice'),
    row('市人社局', '市退役军人事务局', 'split', 'practice'),
    row('市信息中心', '大数据管理部门', 'renamed', 'unverified'),
    {
      ...row('市民政局', '市委社会工作部', 'split', 'practice', '基层政权建设职责部分划出,2023—2024年,月日待核'),
      to: '2023-12-31',
    },
  ]
}
