/** I-55 to I-57, I-63, I-87: what reaches communities, by which way. A refusal is never counted against the community. @plan P3.1.2, P3.3.3 */
import type { PlainDate } from '#kernel/calendar'
import type { Facts, Formula } from '#kernel/indicator'
import { type CommunityTask, communityTask, fundsTransfer } from './terms.ts'

type Counted = { readonly step: string; readonly data: Readonly<Record<string, unknown>> }

/** What an office asked counts, whatever the community did about it: only what never went out is left out. */
export function countTasks(cases: readonly Counted[]): Facts {
  const tasks = cases
    .filter(({ step }) => !['in-review', 'sent-back', 'stopped', 'withdrawn'].includes(step))
    .map(({ data }) => communityTask(data))
  const count = (holds: (task: CommunityTask) => boolean): number => tasks.filter(holds).length
  const unlisted = (task: CommunityTask): boolean =>
    task.source === 'outside' && task.wrong?.code === 'no-admitted-item'
  return {
    'tasks.all': tasks.length,
    'tasks.admitted': count((task) => task.item !== null || task.demand.emergency !== null),
    'tasks.forbidden': count((task) => task.wrong?.clause === 'F1' || task.wrong?.clause === 'F2'),
    // Done outside the lists: kept by the community; under contract when an agreement on record was cited.
    'tasks.outside-lists': cases.filter(({ step, data }) => step === 'kept' && unlisted(communityTask(data))).length,
    'tasks.bought': cases.filter(
      ({ step, data }) =>
        step === 'kept' && unlisted(communityTask(data)) && communityTask(data).agreement !== undefined,
    ).length,
  }
}

/** Items whose money the community confirmed for the day. */
export function countTransfers(cases: readonly Counted[], on: PlainDate): Facts {
  const funded = cases
    .filter(({ step }) => step === 'confirmed')
    .map(({ data }) => fundsTransfer(data))
    .filter(({ from, to }) => from <= on && on <= to)
  return { 'funds.items': new Set(funded.map(({ item }) => item.code)).size }
}

const atCommunities =
  (n: string, d: string): Formula['count'] =>
  (facts, place) =>
    place.level === 'committee' ? { n: facts[n] ?? 0, d: facts[d] ?? 0 } : undefined
const howMany =
  (n: string): Formula['count'] =>
  (facts, place) =>
    place.level === 'committee' ? { n: facts[n] ?? 0, d: 1 } : undefined

export const admissionFormulas: Readonly<Record<string, Formula>> = {
  'I-55': { needs: ['community-tasks'], count: atCommunities('tasks.admitted', 'tasks.all') },
  'I-56': { needs: ['community-tasks'], count: howMany('tasks.forbidden') },
  'I-57': { needs: ['assist-items'], count: atCommunities('funds.items', 'assist.items') },
  // 一票否决: there is no field it could be entered in; a test of the schema holds it at none.
  'I-63': {
    needs: ['duty-lists'],
    count: (_facts, place) => (place.level === 'county' ? { n: 0, d: 1 } : undefined),
  },
  'I-87': { needs: ['community-tasks'], count: atCommunities('tasks.bought', 'tasks.outside-lists') },
}
