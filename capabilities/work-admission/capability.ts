import type { Capability } from '#kernel/capability'
import { text } from '#kernel/text'
import { admissionFormulas, countTasks, countTransfers } from './admission.indicator.ts'
import { admissionObjectionV1 } from './admission-objection.v1.procedure.ts'
import { admissionPartV1 } from './admission-part.v1.procedure.ts'
import { AGREEMENT, communityTaskV1, GATE } from './community-task.v1.procedure.ts'
import { communityTaskV2 } from './community-task.v2.procedure.ts'
import { emergencyRecordV1 } from './emergency-record.v1.procedure.ts'
import { fundsTransferV1 } from './funds-transfer.v1.procedure.ts'
import { fundsTransferV2 } from './funds-transfer.v2.procedure.ts'
import { askAgreement, askAgreementNumber, askGateAgain } from './gate.ts'
import { listReviewV1 } from './list-review.v1.procedure.ts'
import { admissionMessages } from './messages.ts'
import { workAdmissionPack } from './packs.ts'
import { workAdmissionRoutes } from './routes.ts'
import { AGREEMENT_NUMBER, serviceAgreementV1 } from './service-agreement.v1.procedure.ts'
import { countAssistItems } from './store.ts'
import { temporaryAdmissionV1 } from './temporary-admission.v1.procedure.ts'
import { workAdmissionTexts } from './texts.ts'
import { VALUE_TITLES } from './words.ts'
import { workAdmissionV1 } from './work-admission.v1.procedure.ts'

export const capability: Capability = {
  id: 'work-admission',
  map: ['C4'],
  title: text('社区工作事项准入', 'Admission of work'),
  uses: ['duty-lists'],
  procedures: [
    workAdmissionV1,
    admissionPartV1,
    admissionObjectionV1,
    temporaryAdmissionV1,
    listReviewV1,
    communityTaskV1,
    communityTaskV2,
    fundsTransferV1,
    fundsTransferV2,
    emergencyRecordV1,
    serviceAgreementV1,
  ],
  asks: { [GATE]: askGateAgain, [AGREEMENT]: askAgreement, [AGREEMENT_NUMBER]: askAgreementNumber },
  packs: [workAdmissionPack],
  valueTitles: VALUE_TITLES,
  refusals: workAdmissionTexts,
  messages: admissionMessages,
  subjectNames: {
    'community-task': text('下达社区的任务', 'Task for a community'),
    'work-admission': text('社区工作事项准入', 'Admission of work'),
    'admission-part': text('准入意见与审核', 'Opinion or check of an admission'),
    'admission-objection': text('准入公示异议', 'Objection to an admission'),
    'temporary-admission': text('临时准入', 'Temporary admission'),
    'list-review': text('清单年度评估', 'Yearly review of the lists'),
    'funds-transfer': text('协助事项经费', 'Money for assistance'),
    'service-agreement': text('购买服务协议', 'Service agreement'),
    'emergency-record': text('应急下达补录', 'Record of an emergency'),
  },
  sources: [
    {
      name: 'community-tasks',
      title: text('下达社区的任务', 'Tasks for communities'),
      procedure: 'community-task',
      count: countTasks,
    },
    {
      name: 'funds-transfers',
      title: text('协助事项经费', 'Money for assistance'),
      procedure: 'funds-transfer',
      count: countTransfers,
    },
    {
      name: 'assist-items',
      title: text('协助政府事项', 'Items of assistance'),
      read: async (db, places, on) =>
        (await countAssistItems(db, places, on)).map(({ place, n }) => ({ place, facts: { 'assist.items': n } })),
    },
  ],
  formulas: admissionFormulas,
  routes: workAdmissionRoutes,
}
