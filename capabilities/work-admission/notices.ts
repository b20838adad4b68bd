/** 不予承接告知书: what a community refuses, why, by which clause; with number and code. Pure. @plan P3.3.3 */
import { dayText, plainDate } from '#kernel/calendar'
import type { NoticeDraft } from '#kernel/document/content.ts'
import { basisText } from '#kernel/law'
import type { DocumentDraft, MoveView } from '#kernel/procedure'
import { selfGovernmentLaw } from './rules.ts'
import { communityTask } from './terms.ts'

export function refusalNotice({ self, world }: MoveView, office: string, because: string): DocumentDraft {
  const { demand, senderName, received, wrong } = communityTask(self.data)
  const day = dayText(world.today)
  const law = selfGovernmentLaw(self.place)
  const bases = [...new Set([wrong?.basis ?? ('plan P3.3.3' as const), law, 'plan P3.3.3' as const])].filter(
    (basis) => basis !== 'practice',
  )
  const content: NoticeDraft = {
    title: '不予承接告知书',
    redHead: false,
    addressee: `${senderName}:`,
    sealed: true,
    paragraphs: [
      `你单位要求我社区(村)承担的“${demand.title}”,经核对社区工作事项清单,现不予承接。`,
      `理由:${because}`,
      '确需社区协助的,请向县(区)社区建设领导小组办公室申请准入,经听取社区意见、落实经费后列入清单再行下达。',
      '依照社区工作事项准入制度,本告知不影响对社区的任何考核评价。',
    ],
    facts: [
      { label: '任务编号', value: self.number },
      { label: '收到日期', value: dayText(received ? plainDate(received.on) : self.openedOn).zh },
      {
        label: '抄送',
        value: `${world.officeOf('county', self.place).name}、${world.officeOf('street', self.place).name}`,
      },
    ],
    law: bases.map((basis) => basisText(basis).zh),
    english: `On ${day.en} the community refuses the work demanded: it was not admitted, or not as it has to be. This does not count against the community.`,
  }
  return { kind: 'work-refusal', office, content }
}
