/** The nouns of organisations (组织机构): kinds, tiers, fields, posts. @law domain 1.7, 10 */
import { type Text, text } from '#kernel/text'

type Option = { readonly value: string; readonly label: Text; readonly also?: readonly string[] }
const option = (value: string, zh: string, en: string, ...also: readonly string[]): Option => ({
  value,
  label: text(zh, en),
  ...(also.length ? { also } : {}),
})

/** 机构类别 */
export const KINDS: readonly Option[] = [
  option('party_org', '党组织', 'Party organisation', '党支部', '党总支', '党委'),
  option('gov_dept', '政府部门', 'Government department', '机关'),
  option('street', '街道办事处、乡镇政府', 'Street office or township', '街道', '乡镇'),
  option('committee', '居(村)民委员会', 'Committee', '居民委员会', '村民委员会', '居委会', '村委会'),
  option(
    'supervision_body',
    '村(居)务监督委员会',
    'Supervision committee',
    '村务监督委员会',
    '居务监督委员会',
    '监委会',
  ),
  option('residents_group', '居民小组', 'Residents’ group'),
  option('villagers_group', '村民小组', 'Villagers’ group'),
  option('public_institution', '事业单位', 'Public institution'),
  option('enterprise', '企业', 'Enterprise'),
  option('social_org_registered', '登记的社会组织', 'Registered social organisation', '社会组织'),
  option('social_org_filed', '未登记的社区社会组织', 'Unregistered community organisation', '备案社会组织'),
  option('owners_committee', '业主委员会', 'Owners’ committee', '业委会'),
  option('property_company', '物业服务企业', 'Property company', '物业公司'),
  option('collective_economic_org', '集体经济组织', 'Collective economic organisation', '股份经济合作社', '经济合作社'),
  option('mediation_commission', '人民调解委员会', 'Mediation commission', '调委会'),
  option('volunteer_team', '志愿服务队', 'Volunteer team', '志愿服务组织'),
  option('elderly_association', '老年协会', 'Elderly association'),
  option('property_subcommittee', '环境和物业管理委员会', 'Environment and property sub-committee', '环物委'),
  option('resident_unit', '驻区单位', 'Resident unit'),
]

/** 分级管理: registered, filed with the street, or led by the community's Party organisation. @law D2017-O */
export const TIERS: readonly Option[] = [
  option('T1', '登记管理', 'Registered', '一级', '登记'),
  option('T2', '街道(乡镇)备案', 'Filed with the street', '二级', '备案'),
  option('T3', '社区党组织领导', 'Led by the community', '三级', '社区管理'),
]

/** The plan's ten kinds of community organisations (服务领域). @plan P3.1.4 */
export const FIELDS: readonly Option[] = [
  option('disputes', '纠纷调解', 'Dispute mediation'),
  option('health-care', '健康养老', 'Health and elderly care'),
  option('education', '教育培训', 'Education and training'),
  option('charity', '公益慈善', 'Welfare and charity'),
  option('disasters', '防灾减灾', 'Disaster prevention'),
  option('leisure', '文体娱乐', 'Culture, sport, leisure'),
  option('neighbours', '邻里互助', 'Neighbours’ help'),
  option('volunteers', '志愿服务', 'Volunteer service'),
  option('integration', '居民融入', 'Resident integration'),
  option('farming', '农村生产技术服务', 'Rural production technology'),
]

/** 运行状态 */
export const STATES: readonly Option[] = [
  option('active', '正常', 'Active', '活跃', '正常开展活动'),
  option('dormant', '休眠', 'Dormant', '停止活动'),
  option('preparing', '筹备', 'In preparation'),
]

/** 职务 */
export const POSTS: readonly Option[] = [
  option('secretary', '书记', 'Secretary'),
  option('deputy_secretary', '副书记', 'Deputy secretary'),
  option('chair', '主任', 'Chair', '主席', '会长'),
  option('vice_chair', '副主任', 'Vice-chair', '副主席', '副会长'),
  option('member', '委员', 'Member', '成员'),
  option('group_head', '组长', 'Group head'),
  option('representative', '代表', 'Representative'),
  option('director', '负责人', 'Director', '理事长', '经理'),
]
/** Posts that one person holds at a time (单职). */
export const SINGLE_POSTS: readonly string[] = ['secretary', 'chair', 'group_head', 'director']

/** 产生方式 */
export const WAYS: readonly Option[] = [
  option('elected', '选举', 'Elected'),
  option('by_elected', '补选', 'By-elected'),
  option('appointed', '任命', 'Appointed', '委派'),
  option('recommended', '推选', 'Chosen by its meeting'),
]

/** How a name ended (名称沿革). */
export const CHANGES: readonly Option[] = [
  option('renamed', '更名', 'Renamed'),
  option('merged', '并入', 'Merged into'),
  option('split', '职能划出', 'Part of its work given away'),
]
/** How sure the succession of a name is. */
export const STANDINGS: readonly Option[] = [
  option('confirmed', '已核实', 'Confirmed'),
  option('practice', '通行说法,待本地确认', 'Usual, to be confirmed locally'),
  option('unverified', '未核实', 'Unverified'),
]
export type Standing = 'confirmed' | 'practice' | 'unverified'
export type Change = 'renamed' | 'merged' | 'split'
