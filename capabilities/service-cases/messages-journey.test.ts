import { expect, test } from 'vitest'
import { withServer } from '#testing/server.ts'
import type { OutgoingMessage } from '#kernel/notice'
import { deliverMessages } from '#kernel/notice/deliver.ts'
import { serviceCaseMessages } from './messages.ts'

const city = withServer({ today: '2026-03-02' })

type Message = { kind: string; case: string; text: { zh: string; en: string } }
const told = async (login: string): Promise<Message[]> =>
  (await city.send('GET', '/api/me/messages', { as: await city.be(login) })).body as Message[]

test('the clock reminds before a correction ends the case, and whoever is told can read it', async () => {
  const made = await city.send('POST', '/api/applications', {
    as: await city.be('wangxiulan'),
    body: {
      item: 'YQ-05-001',
      place: '140302001001',
      values: { delivery: 'window', consent: true, band: '90', 'bank-account': '6222035012345678' },
      files: [],
    },
  })
  const one = made.body as { county: string; id: string; number: string }
  const corrected = await city.send('POST', `/api/cases/${one.county}/${one.id}/moves/requestCorrection`, {
    as: await city.be('chenjing'),
    body: { values: { missing: ['bank-card'], note: '请补交本人银行卡复印件' } },
  })
  expect(corrected.status, JSON.stringify(corrected.body)).toBe(200)
  const kinds: string[][] = []
  for (let day = 0; day < 90 && !kinds.at(-1)?.includes('terminated'); day++) {
    await city.server.moveDay(1)
    kinds.push((await told('wangxiulan')).filter((m) => m.case === one.id).map((m) => m.kind))
  }
  expect(kinds[0]).toEqual(['correction', 'submitted'])
  expect(kinds.at(-1)).toEqual(['terminated', 'correction-due', 'correction', 'submitted'])
  // Reminded once, at least a day before the end.
  expect(kinds.at(-2)).toEqual(['correction-due', 'correction', 'submitted'])
  for (const message of await told('wangxiulan')) {
    expect(message.text.zh).toContain(one.number)
    expect(message.text.zh + message.text.en).not.toMatch(/[{}]|undefined|王秀兰/)
  }
  expect((await told('lijianguo')).filter((message) => message.case === one.id)).toEqual([])
})

test('a gateway that is down loses nothing: each message goes out once it takes them, later each time, to whoever has a phone', async () => {
  const left = async () =>
    (
      await city.owner.query<{ unsent: number; tried: number; pages: number }>(
        `select count(*) filter (where sent_at is null)::int as unsent, count(*) filter (where attempts > 0)::int as tried,
           count(*) filter (where channel = 'page')::int as pages from kernel.notice`,
      )
    ).rows[0]
  const all = (await left())?.unsent ?? 0
  expect(all).toBeGreaterThan(3)
  const with_ = (gateway: (message: OutgoingMessage) => Promise<boolean>, minutes: number) => {
    const clock = city.server.contextAs({ kind: 'clock' })
    return deliverMessages({ ...clock, ms: clock.ms + minutes * 60_000 }, serviceCaseMessages, gateway)
  }
  expect(await with_(() => Promise.reject(new Error('down')), 0)).toBe(0)
  expect(await with_(() => Promise.resolve(false), 0), 'what was just tried rests').toBe(0)
  const after = await left()
  expect(after?.tried).toBe(Math.min(all, 50))
  const phones = all - (after?.pages ?? 0)
  expect(after?.unsent).toBe(phones)
  const taken: OutgoingMessage[] = []
  const take = (message: OutgoingMessage) => {
    taken.push(message)
    return Promise.resolve(true)
  }
  expect(await with_(take, 0)).toBe(0)
  expect(await with_(take, 2)).toBe(phones)
  expect(await with_(take, 10)).toBe(0)
  expect(new Set(taken.map((message) => message.id)).size).toBe(taken.length)
  for (const message of taken) expect(message.to).toMatch(/^\+861\d{10}$/)
  expect((await left())?.unsent).toBe(0)
})

test('without a gateway what was told stays on the pages, and is not sent when one is connected later', async () => {
  await city.send('POST', '/api/applications', {
    as: await city.be('lijianguo'),
    body: { item: 'YQ-05-005', place: '140302001001', values: { delivery: 'window', consent: true }, files: [] },
  })
  expect(await city.server.deliver()).toBe(0)
  const clock = city.server.contextAs({ kind: 'clock' })
  const later = { ...clock, ms: clock.ms + 86_400_000 }
  expect(await deliverMessages(later, serviceCaseMessages, () => Promise.resolve(true))).toBe(0)
  expect((await told('lijianguo')).map((message) => message.kind)).toContain('submitted')
})
