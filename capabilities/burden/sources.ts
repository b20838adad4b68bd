/** What else offices ask of communities, month by month (其他要求): each capability that lets them brings its own list here. */
import type { Db } from '#platform/db'
import { listTasks } from './store.ts'
import type { Claim } from './terms.ts'

export type ClaimSource = (db: Db, month: string) => Promise<readonly Claim[]>

/** 下达的任务: minutes as estimated when the item was admitted; a series of meetings counts as meetings. */
const tasks: ClaimSource = async (db, month) =>
  (await listTasks(db, month)).map(({ office, place, kind, minutes, meetings }) => ({
    office,
    community: place,
    kind: kind === 'meeting-series' ? 'meeting' : 'task',
    times: kind === 'meeting-series' ? Math.max(1, meetings) : 1,
    fields: 0,
    held: 0,
    photos: 0,
    minutes,
    people: 1,
  }))

export const otherClaims: readonly ClaimSource[] = [tasks]
