/** Lists of cases, their facts, documents and files. Keyset pages; every query under the caller's scope. */
import { type Db, sql } from '#platform/db'
import { z } from 'zod'
import { CaseRecord } from './rows.ts'

export function findByNumber(db: Db, number: string) {
  return db.many(CaseRecord, sql`select * from kernel.case where number = ${number} limit 2`)
}

/** What offices noted of a case; row-level security keeps it from residents. */
export function listNotes(db: Db, county: string, id: string) {
  return db.many(
    z.object({ at: z.date(), role: z.string(), org: z.string(), content: z.record(z.string(), z.unknown()) }),
    sql`select at, role, org, content from kernel.fact where county = ${county} and case_id = ${id} and kind = 'noted' order by id`,
  )
}

/** Cases for whom the clock has something to do on or before a day, the oldest first. */
export function listDue(db: Db, today: string, limit: number) {
  return db.many(
    z.object({ county: z.string(), id: z.string() }),
    sql`select county, id from kernel.case where next_on <= ${today} order by next_on, county, id limit ${limit}`,
  )
}

const bytes = z.instanceof(Buffer)
/** What a case's page shows, as kernel.load answers it. */
export const PageRows = z.object({
  family: z.array(CaseRecord),
  facts: z.array(
    z.object({
      county: z.string(),
      case_id: z.string().nullable(),
      kind: z.string(),
      day: z.string(),
      at: z.string(),
      role: z.string().nullable(),
      org: z.string().nullable(),
      on_behalf: z.string().nullable(),
      number: z.string().nullable(),
      sealed: z.boolean(),
    }),
  ),
  documents: z.array(
    z.object({
      county: z.string(),
      id: z.string(),
      kind: z.string(),
      number: z.string(),
      org: z.string(),
      issued_on: z.string(),
    }),
  ),
  files: z.array(
    z.object({ id: z.string(), material: z.string(), name: z.string(), media_type: z.string(), size: z.number() }),
  ),
})
export type HistoryFact = z.infer<typeof PageRows>['facts'][number]

export const DocumentRow = z.object({
  county: z.string(),
  id: z.string(),
  case_id: z.string(),
  kind: z.string(),
  number: z.string(),
  org: z.string(),
  issued_on: z.string(),
  content: z.object({ sealed: z.string() }),
  digest: bytes,
  verify_code: z.string(),
})
export type DocumentRow = z.infer<typeof DocumentRow>
const document = sql`county, id, case_id, kind, number, org, issued_on, content, digest, verify_code`

export function findDocument(db: Db, county: string, id: string) {
  return db.maybe(DocumentRow, sql`select ${document} from kernel.document where county = ${county} and id = ${id}`)
}
export function findDocumentByCode(db: Db, code: string) {
  return db.many(
    DocumentRow.extend({ case_number: z.string() }),
    sql`select d.county, d.id, d.case_id, d.kind, d.number, d.org, d.issued_on, d.content, d.digest, d.verify_code, c.number as case_number
    from kernel.document d join kernel.case c on c.county = d.county and c.id = d.case_id where d.verify_code = ${code} limit 2`,
  )
}

export const FileRow = z.object({
  id: z.string(),
  material: z.string(),
  name: z.string(),
  media_type: z.string(),
  size: z.number(),
})
export function findFile(db: Db, county: string, id: string) {
  return db.maybe(
    FileRow.extend({
      content: bytes,
      case_id: z.string().nullable(),
      uploaded_by: z.string(),
      restricted: z.boolean(),
    }),
    sql`select id, material, name, media_type, size, content, case_id, uploaded_by, restricted from kernel.file where county = ${county} and id = ${id}`,
  )
}
export function insertFile(
  db: Db,
  f: {
    county: string
    id: string
    material: string
    name: string
    mediaType: string
    size: number
    sha256: Buffer
    uploadedBy: string
    uploadedAt: Date
    content: Buffer
  },
): Promise<number> {
  return db.run(sql`insert into kernel.file (county, id, material, name, media_type, size, sha256, uploaded_by, uploaded_at, content)
    values (${f.county}, ${f.id}, ${f.material}, ${f.name}, ${f.mediaType}, ${f.size}, ${f.sha256}, ${f.uploadedBy}, ${f.uploadedAt}, ${f.content})`)
}

/** Of these uploads, how many the caller may still attach. */
export async function countLoose(
  db: Db,
  county: string,
  ids: readonly string[],
  person: string,
  material: string | undefined,
): Promise<number> {
  const as = material === undefined ? sql`` : sql`and material = ${material}`
  const found = await db.one(
    z.object({ n: z.number() }),
    sql`select count(*)::int as n from kernel.file where county = ${county} and id = any (${[...ids]}) and case_id is null and uploaded_by = ${person} ${as}`,
  )
  return found.n
}

/** Uploads of before `until` that no application took. */
export function removeLostFiles(db: Db, until: Date): Promise<number> {
  return db.run(sql`delete from kernel.file where case_id is null and uploaded_at < ${until}`)
}

/** What was answered when this key and this content came the first time. */
export async function findEarlierAnswer(
  db: Db,
  caller: string,
  key: string,
  digest: string,
): Promise<object | undefined> {
  const found = await db.maybe(
    z.object({ answer: z.record(z.string(), z.unknown()) }),
    sql`select answer from kernel.once where caller = ${caller} and key = ${key} and digest = decode(${digest}, 'hex') and answer is not null limit 1`,
  )
  return found?.answer
}

/** Two counts at once do not raise the same duty twice; held to the end of the transaction. */
export function lockDuties(db: Db, procedure: string): Promise<number> {
  return db.run(sql`select pg_advisory_xact_lock(hashtextextended(${`duties ${procedure}`}, 0))`)
}

const OpenDuty = z.object({
  county: z.string(),
  id: z.string(),
  place: z.string(),
  duty: z.string(),
  seen: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
})
export function listOpenDuties(db: Db, procedure: string, places: readonly string[]) {
  return db.many(
    OpenDuty,
    sql`select county, id, place, data->>'duty' as duty, data->'seen' as seen from kernel.case
      where procedure = ${procedure} and place = any (${[...places]}) and ended_on is null and applicant is null`,
  )
}
