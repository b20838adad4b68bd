import type { Capability } from '#kernel/capability'
import { text } from '#kernel/text'
import { communityTaskV1 } from './community-task.v1.procedure.ts'
import { emergencyRecordV1 } from './emergency-record.v1.procedure.ts'
import { fundsTransferV1 } from './funds-transfer.v1.procedure.ts'
import { workAdmissionPack } from './packs.ts'
import { workAdmissionRoutes } from './routes.ts'
import { workAdmissionTexts } from './texts.ts'
import { VALUE_TITLES } from './words.ts'

export const capability: Capability = {
  id: 'work-admission',
  map: ['C4'],
  title: text('社区工作事项准入', 'Admission of work'),
  uses: ['duty-lists'],
  procedures: [communityTaskV1, fundsTransferV1, emergencyRecordV1],
  packs: [workAdmissionPack],
  valueTitles: VALUE_TITLES,
  refusals: workAdmissionTexts,
  subjectNames: {
    'community-task': text('下达社区的任务', 'Task for a community'),
    'funds-transfer': text('协助事项经费', 'Money for assistance'),
    'emergency-record': text('应急下达补录', 'Record of an emergency'),
  },
  routes: workAdmissionRoutes,
}
