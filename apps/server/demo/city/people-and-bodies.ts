/** Who lives and works in a made-up community: households, organisations, posts, social workers, conventions, councils. Cells as a clerk types them. */
import { addDays, plainDate, type PlainDate } from '#kernel/calendar'
import { idNumberCheckCharacter } from '#kernel/identity-number'
import { bareName, type MadeCommunity, WAVES } from './community.ts'
import type { Cells, MadeRow } from './places-held.ts'

const yes = (is: boolean): string => (is ? '是' : '否')
const wave = (random: () => number): number => (random() < 0.75 ? 0 : 1 + Math.floor(random() * (WAVES.length - 1)))

export function* livingIn(one: MadeCommunity, today: PlainDate): Generator<MadeRow> {
  yield* households(one)
  yield* organisations(one, today)
  yield* socialWorkers(one, today)
  yield* conventionsAndCouncils(one, today)
}

function* households({ code, urban, random, households: count, estates, name }: MadeCommunity): Generator<MadeRow> {
  const row = (cells: Cells): MadeRow => {
    const kind = random()
    return [
      'households',
      0,
      {
        社区: code,
        ...cells,
        户别: '居住户',
        常住人口数: kind < 0.18 ? 1 : kind < 0.45 ? 2 : kind < 0.78 ? 3 : kind < 0.93 ? 4 : 5,
        流动人口数: random() < (urban ? 0.12 : 0.03) ? 1 : 0,
      },
    ]
  }
  if (!urban) {
    for (let i = 1; i <= count; i++) yield row({ 小区: `${bareName(name)}自然村`, 楼栋: '', 单元: '', 房号: `${i}号` })
    return
  }
  for (const estate of estates)
    for (let i = 0; i < estate.movedIn; i++) {
      const building = Math.floor(i / 60) + 1
      const within = i % 60
      yield row({
        小区: estate.name,
        楼栋: `${building}号楼`,
        单元: `${Math.floor(within / 20) + 1}单元`,
        房号: `${Math.floor((within % 20) / 2) + 1}0${(within % 2) + 1}`,
      })
    }
}

const FIELDS = ['健康养老', '教育培训', '公益慈善', '文体娱乐', '邻里互助', '志愿服务', '纠纷调解', '居民融入'] as const
const TEAMS = [
  '舞蹈队',
  '太极队',
  '互助社',
  '读书会',
  '戏曲社',
  '书画社',
  '帮扶队',
  '球友会',
  '合唱团',
  '手工坊',
  '环保队',
  '巡逻队',
] as const

function* organisations({ code, urban, random, name }: MadeCommunity, today: PlainDate): Generator<MadeRow> {
  const bare = bareName(name)
  const body = (kind: string, title: string, at: number, more: Cells = {}): MadeRow => [
    'organisations',
    at,
    { 所在地: code, 名称: title, 类别: kind, 状态: '正常', ...more },
  ]
  const formed = { 成立日期: '2021-12-20', 最近活动日期: addDays(today, -Math.floor(random() * 300)) }
  yield body('党组织', `中共${bare}党支部`, 0)
  yield body('居(村)民委员会', name, 0, { 成立日期: '2021-12-20' })
  if (random() < 0.985) yield body('村(居)务监督委员会', `${bare}监督委员会`, wave(random), formed)
  if (random() < 0.97) yield body('人民调解委员会', `${bare}人民调解委员会`, wave(random), formed)
  if (random() < 0.8) yield body('志愿服务队', `${bare}志愿服务队`, wave(random), formed)
  if (random() < 0.6) yield body('老年协会', `${bare}老年协会`, wave(random), formed)
  if (urban && random() < 0.75) yield body('环境和物业管理委员会', `${bare}环境和物业管理委员会`, wave(random), formed)
  if (!urban && random() < 0.9)
    yield body('集体经济组织', `${bare}股份经济合作社`, 0, {
      账目与村委会分开: yes(random() < 0.85),
      印章与村委会分开: yes(random() < 0.8),
    })
  const wanted = urban
    ? 10 + Math.floor(random() * 4) - (random() < 0.12 ? 4 : 0)
    : Math.floor(random() * 5) + (random() < 0.5 ? 2 : 0)
  for (let i = 0; i < wanted; i++)
    yield body(
      '未登记的社区社会组织',
      `${bare}${TEAMS[i % TEAMS.length] ?? ''}${i < TEAMS.length ? '' : '二队'}`,
      wave(random),
      {
        ...(random() < 0.6
          ? { 管理层级: '街道(乡镇)备案', 备案号: `备${code.slice(4)}-${i + 1}`, 备案日期: '2024-3-1' }
          : { 管理层级: '社区党组织领导' }),
        服务领域: FIELDS[Math.floor(random() * FIELDS.length)] ?? '',
        成员人数: 6 + Math.floor(random() * 40),
        最近活动日期: addDays(today, -Math.floor(random() * (random() < 0.97 ? 300 : 700))),
      },
    )
  if (urban)
    for (const unit of ['小学', '医院', '机关食堂'])
      if (random() < 0.5)
        yield body(
          '驻区单位',
          `${bare}${unit}`,
          0,
          random() < 0.2
            ? { 有可开放的设施: '否' }
            : {
                有可开放的设施: '是',
                ...(random() < 0.6 ? { 开放协议有效期至: addDays(today, 100 + Math.floor(random() * 400)) } : {}),
              },
        )
  const names = new Set<string>()
  while (names.size < (urban ? 7 : 5)) names.add(personName(random))
  for (const [i, person] of [...names].entries())
    yield [
      'terms-of-office',
      0,
      {
        所在地: code,
        机构: name,
        机构类别: '居(村)民委员会',
        职务: i === 0 ? '主任' : i === 1 ? '副主任' : '委员',
        姓名: person,
        任职日期: '2021-12-20',
        任期届满或离任日期: '2026-12-20',
        产生方式: '选举',
        本社区居民: yes(random() < (urban ? 0.65 : 0.97)),
        女性: yes(random() < 0.4),
      },
    ]
}

const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀兰霞平刚桂英'
const signAt = (signs: string, random: () => number): string =>
  [...signs][Math.floor(random() * [...signs].length)] ?? ''
const personName = (random: () => number): string =>
  signAt(SURNAMES, random) + signAt(GIVEN, random) + (random() < 0.6 ? signAt(GIVEN, random) : '')

/** Numbers of region 140399, which is nobody's: day and sequence from a count through the whole city, so that no two are the same. */
const FIRST_BIRTH = plainDate('1964-01-01')
const BIRTH_DAYS = 13_000
const MOST_WORKERS = 40

function* socialWorkers({ code, index, urban, random }: MadeCommunity, today: PlainDate): Generator<MadeRow> {
  const professionals = urban ? (random() < 0.92 ? 2 + Math.floor(random() * 3) : 1) : random() < 0.9 ? 1 : 0
  const practitioners = urban ? 12 + Math.floor(random() * 10) : 3 + Math.floor(random() * 4)
  for (let i = 0; i < professionals + practitioners; i++) {
    const professional = i < professionals
    const number = index * MOST_WORKERS + i
    const woman = random() < 0.7
    const day = addDays(FIRST_BIRTH, number % BIRTH_DAYS).replaceAll('-', '')
    const sequence = Math.floor(number / BIRTH_DAYS) * 2 + (woman ? 2 : 1)
    const body = `140399${day}${String(sequence).padStart(3, '0')}`
    yield [
      'social-workers',
      professional ? 0 : wave(random),
      {
        姓名: personName(random),
        公民身份号码: body + idNumberCheckCharacter(body),
        所在社区: code,
        证书等级: professional ? (random() < 0.6 ? '助理社会工作师' : '社会工作师') : '无证书',
        ...(professional
          ? {
              证书编号: `SG${code.slice(4)}${i}`,
              登记日期: addDays(today, -400),
              登记有效期至: addDays(today, random() < 0.96 ? 695 : -10),
            }
          : {}),
        社会工作专业学历: yes(professional && random() < 0.2),
        从业人员: '是',
        性别: woman ? '女' : '男',
      },
    ]
  }
}

const COUNCILS = ['红白理事会', '道德评议会', '村(居)民议事会', '禁毒禁赌会'] as const

function* conventionsAndCouncils({ code, urban, random, name }: MadeCommunity, today: PlainDate): Generator<MadeRow> {
  const bare = bareName(name)
  const complete = random() < 0.93
  if (complete || random() < 0.5)
    yield [
      'conventions',
      wave(random),
      {
        名称: `${bare}${urban ? '居民公约' : '村规民约'}`,
        种类: urban ? '居民公约' : '村规民约',
        '社区(村)': code,
        审核通过日期: '2022-5-10',
        表决会议: '村(居)民代表会议',
        表决通过日期: '2022-5-28',
        '到会妇女占比(%)': 35,
        备案日期: '2022-6-2',
        公布日期: '2022-6-5',
        生效日期: '2022-6-5',
        内容摘要: '移风易俗、邻里和睦、环境整洁、孝老爱亲',
      },
    ]
  for (const kind of COUNCILS) {
    if (!complete && random() < 0.4) continue
    yield [
      'councils',
      wave(random),
      {
        名称: `${bare}${kind}`,
        种类: kind,
        '社区(村)': code,
        章程或议事规则: `${kind}章程`,
        成员人数: 5 + Math.floor(random() * 3),
        任期起: '2021-12-20',
        任期止: '2026-12-20',
        最近活动日期: addDays(today, -Math.floor(random() * (random() < 0.99 ? 330 : 500))),
      },
    ]
  }
}
