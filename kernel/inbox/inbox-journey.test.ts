import readXlsxFile from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { withServer } from '#testing/server.ts'

const city = withServer({ today: '2026-03-02' })

async function applied(login: string): Promise<{ county: string; id: string; number: string }> {
  const made = await city.send('POST', '/api/applications', {
    as: await city.be(login),
    body: { item: 'YQ-05-005', place: '140302001001', values: { delivery: 'window', consent: true }, files: [] },
  })
  expect(made.status, JSON.stringify(made.body)).toBe(200)
  return made.body as never
}

test('a note is read by the offices of the case, and by nobody else: not the applicant, not the next community, not the number', async () => {
  const made = await applied('lijianguo')
  const at = `/api/cases/${made.county}/${made.id}`
  const clerk = await city.be('chenjing')
  const noted = await city.send('POST', `${at}/notes`, { as: clerk, body: { text: '电话联系过,周五来取。' } })
  expect(noted.status).toBe(200)
  const read = await city.send('GET', `${at}/notes`, { as: clerk })
  expect(read.body).toMatchObject([{ text: '电话联系过,周五来取。' }])
  const desk = await city.send('GET', at, { as: clerk })
  expect(JSON.stringify(desk.body)).toContain('内部备注')

  const applicant = await city.be('lijianguo')
  expect((await city.send('GET', `${at}/notes`, { as: applicant })).status).toBe(403)
  const own = await city.send('GET', at, { as: applicant })
  expect(own.status).toBe(200)
  expect(JSON.stringify(own.body)).not.toContain('备注')
  const followed = await city.send('GET', `/api/track/${made.number}`)
  expect(followed.status).toBe(200)
  expect(JSON.stringify(followed.body)).not.toContain('备注')
  const next = await city.be('zhouwei')
  expect((await city.send('GET', `${at}/notes`, { as: next })).status).toBe(404)
  expect((await city.send('POST', `${at}/notes`, { as: next, body: { text: '看一眼' } })).status).toBe(404)
  const stored = await city.owner.query(`select content::text from kernel.fact where kind = 'noted'`)
  expect(JSON.stringify(stored.rows)).not.toContain('周五')
})

test('standard texts are the office’s, saved views one’s own; both end without being removed', async () => {
  const [clerk, worker, next] = [await city.be('chenjing'), await city.be('liuyang'), await city.be('zhouwei')]
  const kept = await city.send('POST', '/api/standard-texts', {
    as: clerk,
    body: { field: 'requestCorrection.note', text: '复印件须清晰。' },
  })
  const texts = async (as: string) => (await city.send('GET', '/api/standard-texts', { as })).body as { id: string }[]
  expect(await texts(worker)).toHaveLength(1)
  expect(await texts(next)).toHaveLength(0)
  const { id } = kept.body as { id: string }
  expect((await city.send('POST', `/api/standard-texts/140302/${id}/end`, { as: next })).status).toBe(404)
  expect((await city.send('POST', `/api/standard-texts/140302/${id}/end`, { as: worker })).status).toBe(200)
  expect(await texts(clerk)).toHaveLength(0)

  const saved = await city.send('POST', '/api/inbox/saved-views', {
    as: clerk,
    body: { title: '老年证', view: 'unassigned', subject: 'YQ-05-005' },
  })
  const views = async (as: string) => (await city.send('GET', '/api/inbox/saved-views', { as })).body
  expect(await views(clerk)).toMatchObject([{ title: '老年证', view: 'unassigned', subject: 'YQ-05-005' }])
  expect(await views(worker)).toEqual([])
  const view = (saved.body as { id: string }).id
  expect((await city.send('POST', `/api/inbox/saved-views/140302/${view}/end`, { as: worker })).status).toBe(404)
  expect((await city.send('POST', `/api/inbox/saved-views/140302/${view}/end`, { as: clerk })).status).toBe(200)
  expect(await views(clerk)).toEqual([])
})

test('the same step for several cases: each is checked by itself, what cannot be done says why', async () => {
  const one = await applied('wangxiulan')
  const clerk = await city.be('chenjing')
  const subjects = await city.send('GET', '/api/inbox/subjects', { as: clerk })
  expect(subjects.body).toMatchObject([{ subject: 'YQ-05-005', count: 2 }])
  const answer = await city.send('POST', '/api/inbox/moves/accept', {
    as: clerk,
    body: {
      cases: [one, { ...one, id: '00000000-0000-7000-8000-000000000009' }].map(({ county, id }) => ({ county, id })),
    },
  })
  expect(answer.status).toBe(200)
  const { done, refused } = answer.body as { done: unknown[]; refused: { code: string; text: { zh: string } }[] }
  expect(done).toHaveLength(1)
  expect(refused).toMatchObject([{ code: 'case-not-found', text: { zh: '没有查到这个办件。' } }])
})

test('a view leaves as a spreadsheet with masked names, and who took it is recorded', async () => {
  const clerk = await city.be('chenjing')
  const sheet = await city.send('POST', '/api/inbox/spreadsheet', { as: clerk, body: { view: 'office' } })
  expect(sheet.status).toBe(200)
  const [page] = await readXlsxFile(sheet.raw)
  const cells = (page?.data ?? []) as unknown as string[][]
  expect(cells[0]?.slice(0, 3)).toEqual(['编号', '事项', '申请人'])
  expect(cells.length).toBeGreaterThan(1)
  for (const row of cells.slice(1)) expect(row[2]).toMatch(/^.\*+$/)
  const facts = await city.owner.query(`select content from kernel.fact where kind = 'inbox-exported'`)
  expect(facts.rows).toMatchObject([{ content: { view: 'office', rows: cells.length - 1 } }])
  const nextDoor = await city.send('POST', '/api/inbox/spreadsheet', { as: await city.be('zhouwei'), body: {} })
  expect((await readXlsxFile(nextDoor.raw))[0]?.data).toHaveLength(1)
})

test.each([
  ['the auditor', 'auditor', 'POST', '/api/audit/looks/spreadsheet', undefined, '日期', 'looks-exported'],
  [
    'a worker, of the imports',
    'liuyang',
    'POST',
    '/api/registers/residents/imports/spreadsheet',
    { place: '140302001001' },
    '时间',
    'imports-exported',
  ],
  ['anybody, of the time limits', 'liuyang', 'GET', '/api/values.xlsx', undefined, '名称', undefined],
] as const)('other lists leave as spreadsheets too: %s', async (_because, login, method, url, body, first, kind) => {
  const sheet = await city.send(method, url, { as: await city.be(login), ...(body ? { body } : {}) })
  expect(sheet.status).toBe(200)
  const cells = ((await readXlsxFile(sheet.raw))[0]?.data ?? []) as unknown as string[][]
  expect(cells[0]?.[0]).toBe(first)
  if (kind) {
    const facts = await city.owner.query(`select content from kernel.fact where kind = $1`, [kind])
    expect(facts.rows).toMatchObject([{ content: { rows: cells.length - 1 } }])
  } else expect(cells.length).toBeGreaterThan(50)
})
