/**
 * 数据字典: everything that the registers hold, built from their definitions: what it is called in forms, where it stands, of whom it
 * is. Pure. @plan P3.2.5 一次采集、多方利用; P3.3.3 精简台账
 */
import type { HeldDatum } from '#kernel/form/lint.ts'
import type { Column, RegisterDefinition } from '#kernel/register/definition.ts'
import { type Text, text } from '#kernel/text'
import { plainHeader } from './match.ts'

/** Of whom or what a datum is. */
export type Level =
  | 'person' // everybody
  | 'household'
  | 'officer' // whoever holds a post
  | 'social-worker'
  | 'community'
  | 'organisation'
  | 'office-name'
  | 'charter'
  | 'estate'
  | 'premises'
  | 'plaque'
  | 'video-point'

export type Where = { readonly register: string; readonly title: Text; readonly column: string }
export type Datum = {
  readonly id: string // residents.name
  readonly label: Text
  readonly level: Level
  /** Normalised wordings that are exactly this. */
  readonly names: readonly string[]
  readonly held: readonly Where[]
}

/** Registers that are not of the community as a whole. */
const LEVELS: Readonly<Record<string, Level>> = {
  residents: 'person',
  households: 'household',
  'terms-of-office': 'officer',
  'social-workers': 'social-worker',
  conventions: 'charter',
  councils: 'charter',
  estates: 'estate',
  buildings: 'estate',
  premises: 'premises',
  meters: 'premises',
  plaques: 'plaque',
  'video-points': 'video-point',
  organisations: 'organisation',
  'organisation-names': 'office-name',
}

/** What is held of everybody beside the columns, or with other names: see `HELD` of the residents. */
const DERIVED: Readonly<Record<string, { label: Text; level: Level } | { column: string }>> = {
  'resident.name': { column: 'residents.name' },
  'resident.id-number': { column: 'residents.idNumber' },
  'resident.phone': { column: 'residents.phone' },
  'resident.address': { column: 'residents.address' },
  'resident.birth': { label: text('出生日期', 'Birth date'), level: 'person' },
  'resident.sex': { label: text('性别', 'Sex'), level: 'person' },
  'resident.age-band': { label: text('年龄', 'Age'), level: 'person' },
  'resident.place': { label: text('所在社区', 'Community'), level: 'community' },
  'household.members': { label: text('家庭人口数', 'Members of the household'), level: 'person' },
}

/** 同义词: as forms say it, by datum. */
const SYNONYMS: Readonly<Record<string, string>> = {
  'residents.name': '姓名 名字 户主 姓名全称',
  'residents.idNumber':
    '公民身份号码 身份证号 身份证号码 身份证 证件号 证件号码 居民身份证号码 身份证件号码 身份证编号',
  'residents.phone': '手机号 手机号码 手机 电话 联系电话 联系方式 电话号码 联系号码 移动电话 联系手机',
  'residents.relation': '与户主关系 家庭关系 与户主的关系 户主关系',
  'residents.status': '人户状态 人户一致 人户是否一致 人户情况 人户分离',
  'residents.since': '入住日期 入住时间',
  'residents.address':
    '住址 地址 现住址 家庭住址 居住地址 现居住地址 家庭地址 详细地址 现居住地 居住地 家庭详细地址 现住地址 详细住址',
  'residents.building': '楼栋 楼号 楼栋号 楼幢 幢号',
  'residents.unit': '单元 单元号',
  'residents.room': '房号 门牌号 房间号 室号 门牌 户室',
  'resident.birth': '出生日期 出生年月 出生年月日 出生时间 生日',
  'resident.sex': '性别 男女',
  'resident.age-band': '年龄 周岁 年龄段 年岁 实足年龄',
  'resident.place': '所在社区 所属社区 社区 社区名称 所属村社区 所在村 所属村 社区村 村社区',
  'household.members': '家庭人口数 家庭人口 家庭成员数 家庭人数 户内人数 共同生活人数 本户人数 同住人数',
  'estates.dwellings': '总户数 户数 规划户数',
  'estates.movedIn': '入住户数 已入住户数 实际入住户数',
  'estates.propertyCompany': '物业服务企业 有物业服务企业 物业 物业公司 物业企业',
  'estates.quarter': '小区类别 小区类型 小区性质',
  'estates.builtOn': '竣工日期 竣工时间 建成时间 建成年代 建成年份',
  'estates.handedOverOn': '交付日期 交付时间',
  'estates.management': '管理方式 自主管理方式',
  'buildings.estate': '小区名称 所在小区 所属小区 小区',
  'buildings.units': '单元数',
  'buildings.floors': '层数 楼层数 总层数',
  'buildings.dwellings': '套数 户数',
  'buildings.lift': '电梯 有电梯',
  'buildings.use': '用途 房屋用途',
  'buildings.builtOn': '竣工日期 竣工时间 建成时间 建成年代 建成年份',
  'premises.builtOn': '建成时间 建成年份',
  'premises.kind': '设施类别 设施类型 用房类别',
  'premises.outdoorArea': '室外面积 室外场地面积 室外活动面积',
  'premises.rightHolder': '权利人 产权人 产权单位 产权归属',
  'premises.certificate': '不动产权证号 不动产证号 房产证号 产权证号',
  'premises.source': '来源 用房来源 房屋来源',
  'premises.leaseUntil': '租期至 租赁到期时间 租赁期限 租期截止',
  'premises.usable': '可以使用 可用 在用',
  'plaques.hungOn': '挂牌日期 挂牌时间',
  'plaques.wording': '牌子名称 牌匾名称 挂牌名称',
  'video-points.location': '安装位置 安装地点 点位位置',
  'video-points.installedOn': '安装日期 安装时间 建成时间',
  'video-points.networked': '联网 已联网',
  'video-points.filing': '备案号 备案编号',
  'organisations.leader': '负责人 负责人姓名 法定代表人 法人',
  'organisations.members': '成员人数 成员数 职工人数 会员人数',
  'organisations.foundedOn': '成立日期 成立时间',
  'organisations.filingNumber': '备案号 备案编号',
  'organisations.filedOn': '备案日期 备案时间',
  'organisations.parent': '上级或主管单位 业务主管单位 主管单位 上级主管单位',
  'organisations.kind': '类别 组织类别 单位性质 单位类别',
  'organisations.creditCode': '统一社会信用代码 信用代码 社会信用代码',
  'terms-of-office.from': '任职日期 任职时间 当选日期 当选时间',
  'terms-of-office.to': '届满日期 届满时间 离任日期 任期届满',
  'terms-of-office.livesHere': '本社区居民',
}

/** One datum for each name at each level: two registers that hold the same stand beside each other. */
export function buildDictionary(
  registers: readonly RegisterDefinition[],
  held: readonly HeldDatum[],
): readonly Datum[] {
  const found = new Map<string, { id: string; label: Text; level: Level; names: Set<string>; held: Where[] }>()
  const add = (key: string, id: string, label: Text, level: Level, names: readonly string[], where: Where): void => {
    const one = found.get(key) ?? { id, label, level, names: new Set<string>(), held: [] }
    found.set(key, one)
    for (const name of [...names, ...(SYNONYMS[id]?.split(' ') ?? [])]) one.names.add(plainHeader(name))
    if (!one.held.some((other) => other.register === where.register && other.column === where.column))
      one.held.push(where)
  }
  for (const definition of registers)
    for (const column of definition.columns) {
      const id = `${definition.name}.${column.id}`
      const where = { register: definition.name, title: definition.title, column: column.id }
      const level = LEVELS[definition.name] ?? 'community'
      if (column.id === definition.placed) {
        add('resident.place', 'resident.place', placeLabel, 'community', namesOf(column), where)
      } else add(`${level} ${plainHeader(column.label.zh)}`, id, column.label, level, namesOf(column), where)
    }
  for (const { name } of held) {
    const derived = DERIVED[name]
    if (!derived) throw new Error(`the dictionary does not know how forms call ${name}`)
    if ('column' in derived) continue
    const key = name === 'resident.place' ? name : `${derived.level} ${plainHeader(derived.label.zh)}`
    const title = registers.find((one) => one.name === 'residents')?.title ?? text('居民登记册', 'Residents')
    add(key, name, derived.label, derived.level, [derived.label.zh], { register: 'residents', title, column: name })
  }
  return [...found.values()].map((one) => ({ ...one, names: [...one.names] }))
}

const placeLabel = text('所在社区', 'Community')

const namesOf = (column: Column): string[] => [column.label.zh, ...(column.headers ?? [])]

/** Is this the datum that a label `register.column` stands for, or one of several with | between? */
export function isDatum(datum: Datum, label: string): boolean {
  return label
    .split('|')
    .some(
      (one) =>
        datum.id === one ||
        datum.held.some(({ register, column }) => column === one || `${register}.${column}` === one),
    )
}
