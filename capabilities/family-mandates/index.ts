/** The front door: is there an authorisation in force, and of whom? */
import type { PlainDate } from '#kernel/calendar'
import { plainDate } from '#kernel/calendar'
import type { Db } from '#platform/db'
import { findMandate } from './store.ts'
import { RELATIONS } from './terms.ts'

export type FamilyMandate = {
  readonly principal: string
  readonly agent: string
  readonly relation: string
  readonly from: PlainDate
  readonly to: PlainDate
}

/** For the agent alone; undefined when it is somebody else's, ended or past its day. */
export async function mandateOf(
  db: Db,
  id: string,
  agent: string,
  today: PlainDate,
): Promise<FamilyMandate | undefined> {
  const row = await findMandate(db, id, today)
  if (!row || row.agent !== agent) return undefined
  const relation = RELATIONS.find((one) => one.value === row.relation)?.label.zh ?? row.relation
  return { principal: row.principal, agent, relation, from: plainDate(row.valid_from), to: plainDate(row.valid_to) }
}
