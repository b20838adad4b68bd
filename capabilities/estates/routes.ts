import type { CapabilityMeans } from '#kernel/capability'
import { binaryRoute, route, type Route } from '#kernel/context/route.ts'
import { csvOf } from '#kernel/indicator-store/csv.ts'
import { allow } from '#kernel/outcome'
import * as actions from './actions.ts'
import * as contract from './contract.ts'
import { COVERAGES, SIZE_ROWS } from './words.ts'

const HEADER = [
  '区划代码',
  '社区',
  '小区',
  '规划户数',
  '已入住户数',
  '社区规模',
  '规则',
  '应当',
  '管理覆盖',
  '有人管理',
  '已落实',
  '代管居委会',
  '起始日期',
  '应复核',
]
const yes = (is: boolean): string => (is ? '是' : '否')

export const estateRoutes = ({ directory }: CapabilityMeans): readonly Route[] => [
  route(contract.reportEstates, async (context) => allow(await actions.reportEstates(context))),
  binaryRoute(contract.exportEstates, async (context) => {
    const { lines, totals } = await actions.reportEstates(context)
    const rows = lines.map((line) => [
      line.place,
      line.placeName.zh,
      line.name,
      line.dwellings,
      line.movedIn,
      line.grade ? SIZE_ROWS[line.grade].name.zh : '',
      line.rule,
      line.duty.zh,
      COVERAGES.find((one) => one.value === line.coverage)?.label.zh ?? line.coverage,
      yes(line.covered),
      yes(line.fulfilled),
      line.entrustedTo?.zh ?? '',
      line.since ?? '',
      yes(line.reviewDue),
    ])
    const sum = [
      '合计',
      '',
      totals.estates,
      '',
      '',
      '',
      '',
      '',
      '',
      totals.covered,
      totals.fulfilled,
      '',
      '',
      totals.reviewDue,
    ]
    return allow({
      bytes: csvOf([HEADER, ...rows, sum]),
      mediaType: 'text/csv; charset=utf-8',
      fileName: `小区管理覆盖-${context.today}.csv`,
    })
  }),
  route(contract.reportSizes, async (context) => allow(await actions.reportSizes(context, directory))),
]
