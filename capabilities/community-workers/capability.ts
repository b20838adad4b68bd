/** 社区工作者: so far the people of social work, whom the plan counts. */
import type { Capability } from '#kernel/capability'
import { text } from '#kernel/text'
import { communityWorkersPack, valueTitles } from './packs.ts'
import { socialWorkers } from './social-worker.register.ts'
import { formulas, sources } from './social-workers.indicator.ts'

export const capability: Capability = {
  id: 'community-workers',
  map: ['D3'],
  title: text('社区工作者', 'Community workers'),
  uses: [],
  packs: [communityWorkersPack],
  valueTitles,
  registers: [socialWorkers],
  sources,
  formulas,
}
