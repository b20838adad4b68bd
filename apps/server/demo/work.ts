/** Work put to communities in the demonstration (准入演示): money first and then its task, demands from outside refused or kept. Made by the engine. */
import { recordOutside, sendFunds, sendTask } from '../../../capabilities/work-admission/actions.ts'
import type { Demand } from '#capabilities/work-admission'
import { separateEvaluationRegister } from '../../../capabilities/evaluation/separate-evaluation.register.ts'
import { fen } from '#kernel/money'
import { addDays, plainDate } from '#kernel/calendar'
import { HOME } from './cast.ts'
import { at, made, type Means, move, staff } from './relief.ts'

const ITEM = 'L4-001'
const DEMAND: Demand = {
  kind: 'task',
  category: 'civil-affairs',
  role: 'assisting',
  title: '走访低保对象',
  body: '请随同走访核实。',
  meetings: 0,
  emergency: null,
}

export async function liveWork(means: Means): Promise<void> {
  const { today } = means
  const day = (before: number) => addDays(today, -before)
  const civil = at(means, staff(means, 'fanlin'), day(20))
  const funds = made(
    await sendFunds(civil, {
      item: ITEM,
      places: [HOME],
      amount: fen(300_000),
      from: plainDate(`${today.slice(0, 4)}-01-01`),
      to: plainDate(`${today.slice(0, 4)}-12-31`),
      agreement: `阳民协〔${today.slice(0, 4)}〕1号`,
      transferredOn: day(21),
    }),
  )
  for (const one of funds.sent) await move(means, 'sunli', day(19), one, 'confirm')
  for (const [before, title] of [
    [18, '走访低保对象'],
    [9, '走访特困人员'],
  ] as const)
    made(
      await sendTask(at(means, staff(means, 'fanlin'), day(before)), {
        demand: { ...DEMAND, title },
        item: ITEM,
        places: [HOME],
        due: addDays(today, 10),
      }),
    )
  const outside = async (before: number, office: string, demand: Partial<Demand>) =>
    made(
      await recordOutside(at(means, staff(means, 'liuyang'), day(before)), {
        demand: { ...DEMAND, ...demand },
        item: '',
        place: HOME,
        from: { office, name: office },
        on: day(before),
        way: 'wechat',
        files: [],
      }),
    )
  const ledger = await outside(8, '市生态环境局', {
    kind: 'ledger',
    category: 'environmental-rectification',
    title: '建立秸秆禁烧台账',
    body: '每日上报',
  })
  await move(means, 'sunli', day(8), ledger, 'refuseOutside')
  const letter = await outside(6, '市住建局', {
    kind: 'responsibility-letter',
    category: 'demolition',
    role: 'responsible',
    title: '拆除违建责任状',
    body: '由社区作为责任主体',
  })
  await move(means, 'sunli', day(6), letter, 'refuseOutside')
  const survey = await outside(5, '市文化和旅游局', {
    category: 'culture',
    title: '文化活动统计',
    body: '代为发放问卷',
  })
  await move(means, 'liuyang', day(5), survey, 'keep', { contract: `城上站购〔${today.slice(0, 4)}〕3号` })
  const context = at(means, staff(means, 'liuyang'), day(12))
  const row = { place: HOME, name: '文明楼院评比', office: '市文明办', on: day(12) }
  await context.asSystem((db) => separateEvaluationRegister.write(context, db, HOME, [row], async () => {}))
}
