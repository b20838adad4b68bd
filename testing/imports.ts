/** A spreadsheet sent and confirmed as a clerk does it, over HTTP. */
import type { TestServer } from './server.ts'

export type ImportRun = {
  county: string
  id: string
  state: string
  total: number
  good: number
  bad: number
  written: number
  issues: { row: number; column: string; header: string; code: string; text: { zh: string; en: string } }[]
}
export type Refused = { code: string; facts: Record<string, unknown>; text: { zh: string; en: string } }

export type FileSent = {
  readonly as: string
  readonly place: string
  readonly bytes: Buffer | string
  readonly name?: string
}

/** The refusal of the file, or the checked run; nothing is written yet. */
export async function sendFile(
  city: TestServer,
  register: string,
  { as, place, bytes, name = 'a.csv' }: FileSent,
): Promise<{ status: number; run: ImportRun & Refused }> {
  const url = `/api/registers/${register}/imports?place=${place}`
  const answer = await city.upload(as, url, name, Buffer.from(bytes as string))
  const run = answer.body as ImportRun & Refused
  return answer.status === 200
    ? { status: 200, run: { ...run, ...(await until(city, as, run, 'checked')) } }
    : { status: answer.status, run }
}

/** Writes a checked run; answers when it is done. */
export async function confirmFile(city: TestServer, as: string, run: ImportRun): Promise<ImportRun> {
  const answer = await city.send('POST', `/api/imports/${run.county}/${run.id}/confirm`, { as, body: {} })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return until(city, as, run, 'done')
}

/** A file in which nothing is wrong, written. */
export async function importFile(city: TestServer, register: string, file: FileSent): Promise<ImportRun> {
  const { run } = await sendFile(city, register, file)
  if (run.state !== 'checked' || run.bad > 0) throw new Error(JSON.stringify(run))
  return confirmFile(city, file.as, run)
}

async function until(city: TestServer, as: string, { county, id }: ImportRun, state: string): Promise<ImportRun> {
  for (;;) {
    const run = (await city.send('GET', `/api/imports/${county}/${id}`, { as })).body as ImportRun
    if (run.state === state) return run
    if (run.state === 'failed') throw new Error(JSON.stringify(run))
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
