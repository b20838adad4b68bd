import { expect, test } from 'vitest'
import { plainDate } from '#kernel/calendar'
import { importFile, sendFile } from '#testing/imports.ts'
import { withServer } from '#testing/server.ts'
import { householdSource } from './household.register.ts'

const today = plainDate('2026-03-02')
const city = withServer({ today })
const [HOME, NEXT] = ['140302001001', '140302001002']
const HEADER = '社区,小区,楼栋,单元,房号,户别,常住人口数,流动人口数'
const file = (...lines: string[]): string => [HEADER, ...lines].join('\n')
const at = async (login: string) => ({ as: await city.be(login), place: '140302000000' })

const counted = async (places: readonly string[] | 'all' = 'all') => {
  const found = await city.database.as({ places: 'all', org: '', person: '' }, (db) =>
    householdSource.read(db, places, today),
  )
  return Object.fromEntries(found.map(({ place, facts }) => [place, facts]))
}

test('one file for many communities: counted by community, the residents entered one by one beside it', async () => {
  const before = (await counted())[HOME]
  const run = await importFile(city, 'households', {
    ...(await at('ducheng')),
    bytes: file(
      `${HOME},新城,1号楼,1单元,101,居住户,3,1`,
      `${HOME},新城,1号楼,1单元,101,户籍户,4,`,
      `${HOME},新城,1号楼,1单元,102,居住户,2,`,
      `${NEXT},新城,1号楼,1单元,101,居住户,1,1`,
    ),
  })
  expect(run.written).toBe(4)
  const after = await counted()
  const more = (name: string): number => (after[HOME]?.[name] ?? 0) - (before?.[name] ?? 0)
  expect(before?.['households.population']).toBeGreaterThan(0)
  expect([more('households.living'), more('households.registered')]).toEqual([2, 1])
  expect([more('households.population'), more('households.floating')]).toEqual([5, 1])
  expect(await counted([NEXT])).toEqual({
    [NEXT]: {
      'households.living': 1,
      'households.registered': 0,
      'households.population': 1,
      'households.floating': 1,
    },
  })
  expect(await counted([NEXT])).toEqual({ [NEXT]: after[NEXT] })
})

test('a dwelling known by its residents alone is told how many live there: one household, counted once', async () => {
  const before = (await counted([NEXT]))[NEXT]
  await city.owner.query(
    `insert into residents.household (county, id, place, address, building, unit, room) values ('140302', gen_random_uuid(), $1, '老院', '1', '', '1')`,
    [NEXT],
  )
  await importFile(city, 'households', { ...(await at('ducheng')), bytes: file(`${NEXT},老院,1,,1,居住户,4,`) })
  const after = (await counted([NEXT]))[NEXT]
  expect((after?.['households.living'] ?? 0) - (before?.['households.living'] ?? 0)).toBe(1)
  expect((after?.['households.population'] ?? 0) - (before?.['households.population'] ?? 0)).toBe(4)
  const again = await sendFile(city, 'households', {
    ...(await at('ducheng')),
    bytes: file(`${NEXT},老院,1,,1,居住户,5,`),
  })
  expect(again.run.issues.map(({ code }) => code)).toEqual(['held-already'])
})

test('behind a figure stand addresses, never persons', async () => {
  const rows = await city.database.as(
    { places: HOME, org: '', person: '' },
    (db) => householdSource.behind?.(db, HOME) ?? Promise.resolve([]),
  )
  expect(rows).toContainEqual({ label: { zh: '新城(户/人)', en: '新城 (households / persons)' }, value: '2 / 5' })
})

test('a dwelling has one household of a kind: twice in the file, held already, and free again when it has ended', async () => {
  const who = await at('ducheng')
  const twice = await sendFile(city, 'households', {
    ...who,
    bytes: file(
      `${HOME},旧城,1,1,101,居住户,3,`,
      `${HOME},旧城,1,1,101,居住户,2,`,
      `${HOME},新城,1号楼,1单元,102,居住户,2,`,
    ),
  })
  expect(twice.run.issues.map(({ row, header, code }) => `${row} ${header} ${code}`)).toEqual([
    '3 户别 twice-in-file',
    '4 户别 held-already',
  ])
  const found = (
    await city.send('POST', '/api/registers/households/rows', {
      as: who.as,
      body: { place: HOME, text: '新城1号楼1单元102' },
    })
  ).body as { rows: { county: string; id: string; revision: number; cells: Record<string, string> }[] }
  const [row] = found.rows
  if (!row) throw new Error('the dwelling is there')
  expect(row.cells).toMatchObject({ kind: '居住户', members: '2' })
  const to = `/api/registers/households/rows/${row.county}/${row.id}`
  const wrong = { revision: row.revision, values: { members: 0, floating: 0 }, reason: '搬走一人' }
  expect((await city.send('POST', `${to}/correct`, { as: who.as, body: wrong })).body).toMatchObject({
    code: 'cell-not-good',
    facts: { column: '常住人口数' },
  })
  const right = { ...wrong, values: { members: 1, floating: 0 } }
  expect((await city.send('POST', `${to}/correct`, { as: who.as, body: right })).status).toBe(200)
  const end = { revision: row.revision + 1, reason: '搬离本社区' }
  expect((await city.send('POST', `${to}/end`, { as: who.as, body: end })).status).toBe(200)
  await importFile(city, 'households', { ...who, bytes: file(`${HOME},新城,1号楼,1单元,102,居住户,4,`) })
})

test.each([
  ['nobody lives in it', `${HOME},新城,2,1,1,居住户,0,`, '常住人口数 row'],
  ['more floating than there are', `${HOME},新城,2,1,1,居住户,1,2`, '流动人口数 row'],
  ['a community of another county', `140321106201,新城,2,1,1,居住户,1,`, '社区 unknown-place'],
  ['a minus', `${HOME},新城,2,1,1,居住户,-3,`, '常住人口数 not-a-number'],
] as const)('%s: the row and its reason', async (_because, line, said) => {
  const { run } = await sendFile(city, 'households', { ...(await at('ducheng')), bytes: file(line) })
  expect(run.issues.map(({ row, header, code }) => `${row} ${header} ${code}`)).toEqual([`2 ${said}`])
})

test('a community worker sees and enters their own community alone', async () => {
  const as = await city.be('zhouwei')
  expect((await city.send('POST', '/api/registers/households/rows', { as, body: { place: HOME } })).status).toBe(403)
  const worker = await city.be('liuyang')
  const rows = await city.send('POST', '/api/registers/households/rows', { as: worker, body: { place: NEXT } })
  expect(rows.body).toMatchObject({ rows: [] })
  expect((await sendFile(city, 'households', { as: worker, place: NEXT, bytes: file() })).status).toBe(403)
})
