/** The sections of the plan that indicators stand in (规划章节), as printed. @plan P2–P4 */
import { type Text, text } from '#kernel/text'

const SECTIONS: Readonly<Record<string, Text>> = {
  'P2.3': text('总体目标', 'The overall goal'),
  'P3.1.1': text('充分发挥基层党组织领导核心作用', 'Party organisations at the grass roots lead'),
  'P3.1.2': text('有效发挥基层政府主导作用', 'Local government carries the main duty'),
  'P3.1.3': text('注重发挥基层群众性自治组织主体作用', 'Self-governing committees are the main body'),
  'P3.1.4': text('统筹发挥社会力量协同作用', 'Society works along'),
  'P3.2.1': text('完善社区协商机制', 'Deliberation in communities'),
  'P3.2.2': text('提高社区服务供给能力', 'Services for communities'),
  'P3.2.3': text('发挥社区文化引领作用', 'Culture leads'),
  'P3.2.4': text('增强社区依法办事能力', 'Acting by law'),
  'P3.2.5': text('提升社区信息化建设水平', 'Information systems'),
  'P3.3.1': text('改善社区人居环境', 'Where people live'),
  'P3.3.2': text('加快社区综合服务设施建设', 'Premises for services'),
  'P3.3.3': text('推进社区减负增效', 'Fewer burdens'),
  'P3.3.4': text('改进社区物业服务管理', 'Property management'),
  'P3.3.5': text('推进政府购买城乡社区服务落地', 'Government buys community services'),
  'P3.3.6': text('提高社区社会组织发展质量', 'Social organisations in communities'),
  'P4.1': text('完善领导体制', 'Leadership'),
  'P4.2': text('加大资金投入', 'Money'),
  'P4.3': text('优化队伍建设', 'People who do the work'),
  'P4.4': text('完善考评机制', 'Evaluation'),
}

/** 规划3.1.4 统筹发挥社会力量协同作用; a section that is not known keeps its number. */
export function sectionWords(section: string): Text {
  const number = section.replace(/^P/, '')
  const title = SECTIONS[section] ?? text('', '')
  return text(`规划 ${number} ${title.zh}`.trim(), `Plan ${number} ${title.en}`.trim())
}
