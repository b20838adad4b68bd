/** The tracker's rows among the cases of the city. All of them stand at the city's own place. */
import { CaseRecord } from '#kernel/case/rows.ts'
import { CITY } from '#kernel/person/store.ts'
import { type Db, sql } from '#platform/db'
import { z } from 'zod'

const atCity = sql`county = ${CITY} and place = ${`${CITY}000000`}`

/** Tasks and their parts, in the order of the plan. */
export function listTasks(db: Db) {
  return db.many(
    CaseRecord,
    sql`select * from kernel.case where ${atCity} and procedure in ('plan-task', 'plan-part') order by subject, opened_on, id`,
  )
}

/** Of one task. */
export function listFamily(db: Db, tasks: readonly string[]) {
  return db.many(
    CaseRecord,
    sql`select * from kernel.case where ${atCity} and procedure in ('plan-task', 'plan-part') and subject = any (${[...tasks]}) order by subject, opened_on, id`,
  )
}

/** Answered questions of a sentence, the newest first. */
export function listAnswered(db: Db, sentence: string, most: number) {
  return db.many(
    CaseRecord,
    sql`select * from kernel.case where ${atCity} and procedure = 'plan-question' and subject = ${sentence} and step = 'answered' order by ended_on desc, id desc limit ${most}`,
  )
}

export function countAnswered(db: Db) {
  return db.many(
    z.object({ subject: z.string(), n: z.number() }),
    sql`select subject, count(*)::int as n from kernel.case where ${atCity} and procedure = 'plan-question' and step = 'answered' group by subject`,
  )
}

/** The city and its counties; nothing in a database that holds no city yet. */
export function listCounties(db: Db) {
  return db.many(
    z.object({ code: z.string() }),
    sql`select code from kernel.place where level = 'county' order by code`,
  )
}

/** Two servers that start at once raise the tasks one after the other. */
export function waitForOthers(db: Db) {
  return db.run(sql`select pg_advisory_xact_lock(hashtext('plan-tracker.tasks'))`)
}
