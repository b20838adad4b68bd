/** The words of the reports on estates and on the size of communities, Chinese beside English. */
import { text } from '#kernel/text'

export const estateWords = {
  reports: text('规模与小区', 'Sizes and estates'),
  sizes: text('社区规模', 'Size of communities'),
  sizesHint: text(
    '方案的四档与法律的户数范围并列:法律写的是“一般”,低于方案下限不等于违法。',
    'The plan’s four grades beside the ranges of the laws, which say “generally”: below the plan’s floor is not against the law.',
  ),
  estates: text('小区管理覆盖', 'Who is in charge of estates'),
  estatesHint: text(
    '每个小区按规则应当怎样、现在由谁负责;没有人负责的排在最前。',
    'What each estate calls for, and who is in charge; those with nobody stand first.',
  ),
  community: text('社区(村)', 'Community'),
  households: text('居住户', 'Living'),
  registered: text('户籍户', 'Registered'),
  plan: text('方案', 'The plan'),
  inForce: text('现行', 'in force'),
  within: text('在范围内', 'within'),
  outside: text('不在范围内', 'outside'),
  noGrade: text('农村社区不分档', 'villages are not graded'),
  estate: text('小区', 'Estate'),
  dwellings: text('规划 / 入住', 'Planned / moved in'),
  duty: text('按规则', 'Called for'),
  coverage: text('现在', 'Now'),
  coverages: {
    committee: text('已设居委会', 'Own committee'),
    group: text('居民小组', 'Residents’ group'),
    entrusted: text('相邻居委会代管', 'Entrusted to a neighbour'),
    none: text('无人负责', 'Nobody'),
  },
  reviewDue: text('代管到期未复核', 'review of the entrustment due'),
  total: text('小区总数', 'Estates'),
  covered: text('有人负责', 'Somebody in charge'),
  uncovered: text('无人负责', 'Nobody in charge'),
  unfulfilled: text('未达到规则要求', 'Not as called for'),
  onlyOpen: text('只看未达到要求的', 'Only those not as called for'),
  urbanOnly: text('只看城市社区', 'Only urban communities'),
  none: text('没有登记小区。', 'No estates are entered.'),
} as const
