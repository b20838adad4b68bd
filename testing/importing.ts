/** Imports through the same HTTP a clerk's page uses: a sheet is sent, checked, and confirmed. */
import type { TestServer } from './server.ts'

export type ImportRun = {
  readonly county: string
  readonly id: string
  readonly state: string
  readonly total: number
  readonly good: number
  readonly bad: number
  readonly written: number
  readonly reason: string | null
  readonly issues: readonly {
    readonly row: number
    readonly column: string
    readonly header: string
    readonly code: string
    readonly text: { readonly zh: string; readonly en: string }
  }[]
}

/** Sends rows of text as a .csv to a register at a place; answers the import when it was checked. */
export async function importRows(
  city: TestServer,
  given: { register: string; place: string; as: string; rows: readonly (readonly string[])[] },
): Promise<ImportRun> {
  const csv = given.rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n')
  const boundary = 'liren-boundary'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="rows.csv"\r\ncontent-type: text/csv\r\n\r\n`
  const answer = await city.server.app.inject({
    method: 'POST',
    url: `/api/registers/${given.register}/imports?place=${given.place}`,
    headers: {
      cookie: given.as,
      'x-liren': '1',
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload: Buffer.from(`${head}${csv}\r\n--${boundary}--\r\n`),
  })
  if (answer.statusCode !== 200) throw new Error(`refused: ${answer.body}`)
  return untilState(city, given.as, JSON.parse(answer.body) as ImportRun, ['checked', 'failed'])
}

/** Writes what passed; answers the import when it ended. */
export async function confirmRows(city: TestServer, as: string, run: ImportRun, onlyGood = false): Promise<ImportRun> {
  const url = `/api/imports/${run.county}/${run.id}/confirm`
  const answer = await city.send('POST', url, { as, body: { onlyGood } })
  if (answer.status !== 200) throw new Error(`refused: ${JSON.stringify(answer.body)}`)
  return untilState(city, as, run, ['done', 'failed'])
}

async function untilState(
  city: TestServer,
  as: string,
  run: { county: string; id: string },
  states: readonly string[],
): Promise<ImportRun> {
  for (let i = 0; i < 600; i++) {
    const { body } = await city.send('GET', `/api/imports/${run.county}/${run.id}`, { as })
    if (states.includes((body as ImportRun).state)) return body as ImportRun
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('the import did not end')
}

/** What was wrong, as «row header code». */
export const faults = (run: ImportRun): string[] => run.issues.map((one) => `${one.row} ${one.header} ${one.code}`)
