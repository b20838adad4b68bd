/** What is built in a made-up community: estates, buildings, premises, meters, plaques, video points. Cells as a clerk types them. */
import { addDays, type PlainDate } from '#kernel/calendar'
import { bareName, type MadeCommunity, WAVES } from './community.ts'

export type Cells = Readonly<Record<string, string | number>>
/** Register, wave, row by the register's Chinese headers. */
export type MadeRow = readonly [register: string, wave: number, cells: Cells]

const yes = (is: boolean): string => (is ? '是' : '否')
const area = (hundredths: number): string => (hundredths / 100).toFixed(2)
const wave = (random: () => number): number => (random() < 0.8 ? 0 : 1 + Math.floor(random() * (WAVES.length - 1)))

export function* builtIn(one: MadeCommunity, today: PlainDate): Generator<MadeRow> {
  yield* estatesAndBuildings(one, today)
  yield* premises(one, today)
  yield* videoPoints(one)
}

function* estatesAndBuildings({ code, urban, random, estates }: MadeCommunity, today: PlainDate): Generator<MadeRow> {
  for (const estate of estates) {
    const { dwellings, movedIn, isNew } = estate
    const year = isNew ? 2016 + Math.floor(random() * 8) : 1985 + Math.floor(random() * 25)
    const company = urban && random() < (isNew ? 0.95 : 0.4)
    const covered = isNew ? random() : 1
    const entrusted = covered > 0.15 && covered < 0.3
    const written = urban && isNew
    const norm = dwellings * 30
    const there = written ? Math.floor(norm * (0.7 + random() * 0.6)) : 0
    yield [
      'estates',
      0,
      {
        社区: code,
        小区名称: estate.name,
        规划户数: dwellings,
        已入住户数: movedIn,
        小区类别: isNew ? '新建小区' : '老旧小区',
        竣工日期: `${year}-6-30`,
        ...(!urban ? { 特殊区域: '易地搬迁安置区' } : isNew && random() < 0.5 ? { 特殊区域: '城市新建住宅区' } : {}),
        管理覆盖: covered < 0.15 ? '无' : entrusted ? '相邻居委会代管' : '已设居委会',
        ...(entrusted
          ? {
              覆盖起始日期: `${year + 1}-1-1`,
              代管居委会: code,
              代管范围: '居民登记、便民服务',
              上次复核日期: addDays(today, -200),
            }
          : {}),
        有相邻居委会: yes(urban || random() < 0.7),
        有物业服务企业: yes(company),
        ...(!company && !isNew && urban && random() < 0.7
          ? { 自主管理方式: ['自管', '托管', '共管'][Math.floor(random() * 3)] ?? '' }
          : {}),
        ...(written && random() < 0.9 ? { 规划用房面积: area(norm), 纳入规划日期: `${year - 3}-3-1` } : {}),
        ...(written && random() < 0.8
          ? {
              验收用房面积: area(there),
              验收日期: `${year}-8-1`,
              移交用房面积: area(there),
              用房移交日期: `${year}-9-1`,
            }
          : {}),
      },
    ]
    if (!urban) continue
    const buildings = Math.max(1, Math.round(dwellings / 60))
    for (let i = 1; i <= buildings; i++)
      yield [
        'buildings',
        0,
        {
          社区: code,
          小区名称: estate.name,
          楼栋: `${i}号楼`,
          用途: i === buildings && random() < 0.2 ? '商住' : '住宅',
          单元数: 2 + Math.floor(random() * 3),
          层数: isNew ? 18 : 6,
          户数: Math.ceil(dwellings / buildings),
          有电梯: yes(isNew),
        },
      ]
  }
}

function* premises({ code, urban, random, name: full }: MadeCommunity, today: PlainDate): Generator<MadeRow> {
  const name = `${bareName(full)}${urban ? '社区' : '村'}`
  const main = urban ? 28_000 + Math.floor(random() * 60_000) : 9_000 + Math.floor(random() * 20_000)
  const source = random()
  const registered = random() < 0.55
  const first = wave(random)
  const made = (kind: string, title: string, floor: number, at: number, more: Cells = {}): MadeRow => [
    'premises',
    at,
    { 社区: code, 设施类别: kind, 设施名称: title, 建筑面积: area(floor), 可以使用: '是', ...more },
  ]
  yield made('服务用房', `${name}服务用房`, main, first, {
    建成日期: `${2005 + Math.floor(random() * 18)}-10-1`,
    ...(source < 0.35
      ? { 来源: '移交', 移交文件: `移交〔20${10 + Math.floor(random() * 15)}〕${1 + Math.floor(random() * 80)}号` }
      : source < 0.75
        ? { 来源: '自建' }
        : source < 0.9
          ? { 来源: '租赁', 租期至: addDays(today, -120 + Math.floor(random() * 1200)) }
          : { 来源: '购置' }),
    ...(registered
      ? { 权利人: random() < 0.9 ? '政府' : '建设单位', 不动产权证号: `晋(2019)不动产权第${code.slice(-7)}号` }
      : {}),
    运营方式: random() < 0.7 ? '居(村)委会自管' : random() < 0.6 ? '居民协商管理' : '委托社会组织',
    开放时间: '周一至周日 8:30-18:00',
  })
  const rooms: readonly [string, string, number, number][] = [
    ['活动室', '居民活动室', 0.75, 12_000],
    ['综合文化服务中心', '综合文化服务中心', 0.8, 15_000],
    ['阅报栏(屏)', '阅报栏', 0.7, 200],
    ['健身路径', '健身路径', 0.85, 0],
    ['日间照料中心', '日间照料中心', urban ? 0.5 : 0.25, 18_000],
    ['应急避难场所', '应急避难场所', 0.4, 0],
  ]
  for (const [kind, title, share, most] of rooms) {
    if (random() > share) continue
    const outdoor = kind === '应急避难场所' ? 80_000 + Math.floor(random() * 400_000) : kind === '健身路径' ? 20_000 : 0
    yield made(kind, `${name}${title}`, Math.floor(most * (0.3 + random() * 0.7)), wave(random), {
      来源: '自建',
      ...(outdoor ? { 室外面积: area(outdoor) } : {}),
    })
  }
  for (const kind of urban ? ['供热', '供水', '供电', '燃气'] : ['供水', '供电'])
    yield [
      'meters',
      first,
      {
        社区: code,
        设施名称: `${name}服务用房`,
        能源类别: kind,
        表号: `${kind.slice(1)}${code.slice(-6)}`,
        价格类别: random() < 0.86 ? '居民价格' : '非居民价格',
      },
    ]
  yield ['plaques', 0, { 社区: code, 牌子名称: full, 类别: '牌子', 挂牌单位类别: '居(村)委会', 挂牌单位: full }]
  if (random() < 0.3)
    yield [
      'plaques',
      wave(random),
      {
        社区: code,
        牌子名称: `${random() < 0.5 ? '统计' : '食药安全'}工作站`,
        类别: '牌子',
        挂牌单位类别: '职能部门',
        挂牌单位: '职能部门',
      },
    ]
}

function* videoPoints({ code, urban, random }: MadeCommunity): Generator<MadeRow> {
  const points = urban ? 8 : 3
  for (let i = 1; i <= points; i++) {
    const built = random() < 0.93
    const networked = built && random() < 0.95
    yield [
      'video-points',
      wave(random),
      {
        社区: code,
        点位编号: `${code.slice(4)}-${String(i).padStart(2, '0')}`,
        安装位置: i === 1 ? '主要出入口' : `道路${i}`,
        场所类型: i === 1 ? '出入口' : '道路',
        重点部位: '是',
        列入规划日期: '2018-12-1',
        ...(built ? { 建成日期: `${2019 + Math.floor(random() * 6)}-9-1` } : {}),
        应联网: '是',
        ...(built
          ? {
              已联网: yes(networked),
              应在线天数: 30,
              在线天数: random() < 0.9 ? 30 : 25 + Math.floor(random() * 5),
              责任单位: '公安机关',
              备案号: `备${code.slice(4)}${i}`,
              全程可控: yes(random() < 0.97),
            }
          : {}),
      },
    ]
  }
}
