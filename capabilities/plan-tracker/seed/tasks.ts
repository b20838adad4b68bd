/** The nineteen tasks (责任分工) with their departments, as the plan prints them. Names of then and now: organisations/seed. @plan P3.1.1–P4.4; domain 20.1 */
import { type Text, text } from '#kernel/text'

export type PlanTask = {
  readonly id: string
  readonly section: string
  readonly title: Text
  /** The plan says 牵头部门 of most, 责任部门 of three. */
  readonly leadWord: '牵头部门' | '责任部门'
  /** Names as printed, in the order of the plan. */
  readonly lead: readonly string[]
  readonly cooperating: readonly string[]
  /** Whom the plan means besides the names, in its own words; null when the list is closed. */
  readonly andOthers: string | null
}

/** 各县〈区〉: not one office but every county; who of them acts, each county says. */
export const COUNTY_GOVERNMENTS = '各县〈区〉人民政府'
export const COUNTY_COMMITTEES = '各县〈区〉委'

function task(
  id: string,
  section: string,
  title: readonly [string, string],
  lead: string,
  cooperating = '',
  more: Partial<Pick<PlanTask, 'leadWord' | 'andOthers'>> = {},
): PlanTask {
  const names = (list: string): readonly string[] => (list ? list.split('、') : [])
  return {
    id,
    section,
    title: text(...title),
    leadWord: '牵头部门',
    lead: names(lead),
    cooperating: names(cooperating),
    andOthers: null,
    ...more,
  }
}

const RESPONSIBLE = { leadWord: '责任部门' } as const

export const TASKS: readonly PlanTask[] = [
  task(
    'T01',
    'P3.1.1',
    ['充分发挥基层党组织领导核心作用', 'Grass-roots Party organisations lead'],
    '市委组织部',
    '市纪委监委、市民政局',
  ),
  task(
    'T02',
    'P3.1.2',
    ['有效发挥基层政府主导作用', 'Grass-roots government guides'],
    '市民政局、各县〈区〉人民政府',
    '市法制办、市纪委监委、市财政局',
  ),
  task(
    'T03',
    'P3.1.3',
    ['注重发挥基层群众性自治组织主体作用', 'Self-governing bodies act'],
    '市民政局、各县〈区〉人民政府',
    '',
    RESPONSIBLE,
  ),
  task(
    'T04',
    'P3.1.4',
    ['统筹发挥社会力量协同作用', 'Social forces work together'],
    '市委组织部、市民政局、各县〈区〉人民政府',
    '市农委、市教育局、市司法局、市财政局、市人社局、市文化局、市卫计委、市体育局、市税务局',
    { andOthers: '等市社区建设领导小组成员单位' },
  ),
  task(
    'T05',
    'P3.2.1',
    ['完善社区协商机制', 'Deliberation in communities'],
    '市民政局、各县〈区〉人民政府',
    '市司法局、市公安局',
  ),
  task(
    'T06',
    'P3.2.2',
    ['提高社区服务供给能力', 'Supply of community services'],
    '市民政局、各县〈区〉人民政府',
    '市人社局、市卫计委、市教育局、市文化局、市体育局、市商粮局、市住建局、市规划局、市供销社、市农委',
  ),
  task(
    'T07',
    'P3.2.3',
    ['发挥社区文化引领作用', 'Culture leads'],
    '市委宣传部',
    '市文明办、市民政局、市文化局、市体育局、市教育局、市农委',
  ),
  task(
    'T08',
    'P3.2.4',
    ['增强社区依法办事能力', 'Acting by law'],
    '市委政法委',
    '市综治办、市司法局、市检察院、市中院、市公安局、市民政局',
  ),
  task(
    'T09',
    'P3.2.5',
    ['提升社区信息化建设水平', 'Information technology'],
    '市信息中心',
    '市经信委〈国资委〉、市发改委、市民政局、市综治办、市公安局、市财政局、市政务中心',
  ),
  task(
    'T10',
    'P3.3.1',
    ['改善社区人居环境', 'Living environment'],
    '市住建局、市农委',
    '市环保局、市卫计委、市地震局、市安监局、市民政局、市公安局、市林业局、市规划局、市水务局',
  ),
  task(
    'T11',
    'P3.3.2',
    ['加快社区综合服务设施建设', 'Service facilities'],
    '市委组织部、市民政局',
    '市发改委、市规划局、市财政局、市国土局、市住建局',
  ),
  task('T12', 'P3.3.3', ['推进社区减负增效', 'Lighter burdens, better work'], '市委组织部、市民政局', '', {
    andOthers: '各相关单位',
  }),
  task(
    'T13',
    'P3.3.4',
    ['改进社区物业服务管理', 'Property services'],
    '市住建局、各县〈区〉人民政府',
    '市民政局、市发改委',
  ),
  task('T14', 'P3.3.5', ['推进政府购买城乡社区服务落地', 'Purchase of services'], '市民政局、市财政局'),
  task(
    'T15',
    'P3.3.6',
    ['提高社区社会组织发展质量', 'Quality of social organisations'],
    '市民政局、各县〈区〉人民政府',
    '',
    RESPONSIBLE,
  ),
  task('T16', 'P4.1', ['完善领导体制', 'Leadership'], '市委组织部、市民政局、各县〈区〉委', '', RESPONSIBLE),
  task('T17', 'P4.2', ['加大资金投入', 'Funds'], '市财政局', '市民政局、市审计局'),
  task('T18', 'P4.3', ['优化队伍建设', 'The community’s workers'], '市委组织部、市人社局', '市财政局、市民政局'),
  task('T19', 'P4.4', ['完善考评机制', 'Evaluation'], '市委组织部', '市民政局、市财政局', {
    andOthers: '等相关部门',
  }),
]

const byId = new Map(TASKS.map((one) => [one.id, one]))

export function taskOf(id: string): PlanTask | undefined {
  return byId.get(id)
}
