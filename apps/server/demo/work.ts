/** Work put to communities in the demonstration (准入演示): money first and then its task, demands from outside refused or kept. Made by the engine. */
import { applyForAdmission, recordOutside, sendFunds, sendTask } from '../../../capabilities/work-admission/actions.ts'
import { objectToAdmission } from '../../../capabilities/work-admission/objection.actions.ts'
import type { Demand } from '#capabilities/work-admission'
import { separateEvaluationRegister } from '../../../capabilities/evaluation/separate-evaluation.register.ts'
import { fen } from '#kernel/money'
import { addDays, plainDate } from '#kernel/calendar'
import { loadFamily } from '#kernel/case/actions.ts'
import { beginCase } from '#kernel/opening/actions.ts'
import { HOME } from './cast.ts'
import { at, made, type Means, move, resident, staff } from './relief.ts'

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
  const survey = await outside(5, '市卫生健康委', {
    category: 'health',
    title: '健康素养问卷',
    body: '代为发放问卷',
  })
  const number = `城上站购〔${today.slice(0, 4)}〕3号`
  const agreement = made(
    await beginCase(at(means, staff(means, 'liuyang'), day(40)), {
      procedure: 'service-agreement',
      place: HOME,
      values: {
        number,
        office: '市卫生健康委',
        item: '健康素养问卷发放与回收',
        from: day(40),
        to: addDays(today, 200),
        money: 600_000,
      },
      files: [],
    }),
  )
  await move(means, 'gaofei', day(38), agreement, 'confirm')
  await move(means, 'liuyang', day(5), survey, 'keep', { contract: number })
  await publicity(means)
  const context = at(means, staff(means, 'liuyang'), day(12))
  const row = { place: HOME, name: '文明楼院评比', office: '市文明办', on: day(12) }
  await context.asSystem((db) => separateEvaluationRegister.write(context, db, HOME, [row], async () => {}))
}

/** An admission that is published today, with one objection answered and one that waits. */
async function publicity(means: Means): Promise<void> {
  const { today } = means
  const day = (before: number) => addDays(today, -before)
  const one = made(
    await applyForAdmission(at(means, staff(means, 'fanlin'), day(16)), {
      county: HOME.slice(0, 6),
      list: 'L4',
      name: '居家适老化改造对象摸底',
      category: 'civil-affairs',
      basis: ['《城市居民委员会组织法》第二十条'],
      duty: '陪同上门,了解改造需求',
      covers: ['task'],
      from: day(16),
      to: null,
      frequency: '每年一次',
      minutes: 180,
      money: 150_000,
      source: '县级福彩公益金',
      conditions: '提供调查表和培训',
      forms: ['需求调查表'],
      object: '特殊困难老年人家庭',
      training: '集中培训一次',
      systems: '无',
      contact: '养老服务科',
    }),
  )
  const heard = ['sunli', 'fengyan', 'chenglei', 'wujun']
  const communities = heard
    .slice(0, 3)
    .map((login) => staff(means, login))
    .flatMap((acting) => (acting.kind === 'staff' ? [acting.places] : []))
  const again = { ...one, leaf: '', dueOn: null, again: false }
  await move(means, 'ducheng', day(15), again, 'passForm', { communities: communities.join('\n') })
  const answer = async (logins: readonly string[], before: number, name: string, said: string) => {
    const family = await loadFamily(at(means, staff(means, 'ducheng'), day(before)), one.county, one.id)
    for (const login of logins) {
      const acting = staff(means, login)
      const part = family.find((row) => row.parent === one.id && acting.kind === 'staff' && row.holder === acting.org)
      if (part) await move(means, login, day(before), { ...again, id: part.id }, name, { agrees: true, said })
    }
  }
  await answer(heard, 12, 'giveOpinion', '同意,请民政人员一同上门。')
  await move(means, 'ducheng', day(11), again, 'closeHearing')
  await answer(['fuyan', 'hemin'], 8, 'giveFinding', '通过。')
  await move(means, 'ducheng', day(7), again, 'closeChecks')
  const votes = { members: 9, for: 8, against: 0, abstained: 1, minutes: `社建纪〔${today.slice(0, 4)}〕4号` }
  await move(means, 'ducheng', day(2), again, 'decide', votes)
  const first = made(
    await objectToAdmission(at(means, resident('zhangmin'), day(2)), one, '卫生院去年已经上门问过一遍。', undefined),
  )
  await move(means, 'ducheng', day(1), { ...again, id: first.id }, 'answer', {
    upheld: false,
    summary: '与卫生院的健康随访重复',
    said: '随访不涉及住房改造,内容不重复;将与随访同日上门。',
  })
  made(
    await objectToAdmission(
      at(means, staff(means, 'chenglei'), day(1)),
      one,
      '我社区没有符合条件的家庭,建议按实际对象数安排。',
      undefined,
    ),
  )
}
