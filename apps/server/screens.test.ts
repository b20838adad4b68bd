import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserPath, openBrowser, signIn, violations } from '#testing/browser.ts'
import { withServer } from '#testing/server.ts'
import { DESK, PHONE, type Visit } from '#testing/visits.ts'

const MODES = ['light', 'dark', 'contrast', 'elder'] as const

const routesOf = (app: string): string[] => {
  const source = readFileSync(join(import.meta.dirname, '..', app, 'app.tsx'), 'utf8')
  return [...source.matchAll(/<Route(?: path="([^"]+)")?[^/]/g)].map((match) => match[1] ?? '*')
}

test.each([
  ['resident', PHONE],
  ['staff', DESK],
] as const)('every screen of the router of %s is visited', (app, visits) => {
  const routes = routesOf(app)
  expect(routes.length).toBeGreaterThan(6)
  expect(routes.filter((route) => !visits.some((one) => one.route === route))).toEqual([])
})

describe.skipIf(!browserPath)('every screen', () => {
  const city = withServer({ today: '2026-03-02', listen: true })
  let browser: Browser
  const known: Record<string, string> = {}
  beforeAll(async () => {
    browser = await openBrowser()
    const page = await open(390, 'zhangmin')
    known.CASE = await aCase(page)
    const { rows } = await city.owner.query<{ number: string; verify_code: string }>(
      `select c.number, d.verify_code from kernel.case c join kernel.document d on d.county = c.county and d.case_id = c.id`,
    )
    Object.assign(known, { NUMBER: rows[0]?.number, VERIFY: rows[0]?.verify_code })
    await page.context().close()
    Object.assign(known, await aForm())
  })
  afterAll(() => browser?.close())

  const open = async (width: number, login?: string): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width, height: 844 }, reducedMotion: 'reduce' })
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    await page.goto(`${city.base}/?lang=zh`)
    if (login) await signIn(page, login)
    return page
  }
  /** Asked for and accepted, so that it has a number, a place in an inbox and a document that verifies. */
  const aCase = async (page: Page): Promise<string> => {
    const post = (path: string, body: object): Promise<{ county: string; id: string }> =>
      page.evaluate(
        `fetch('${path}', { method: 'POST', headers: { 'content-type': 'application/json', 'x-liren': '1', 'idempotency-key': crypto.randomUUID() }, body: ${JSON.stringify(JSON.stringify(body))} }).then((r) => r.json())`,
      )
    const { county, id } = await post('/api/applications', {
      item: 'YQ-09-001',
      place: '140302001001',
      values: VALUES,
      files: [],
    })
    await signIn(page, 'chenjing')
    await post(`/api/cases/${county}/${id}/moves/accept`, { values: {}, files: [] })
    return `${county}/${id}`
  }
  /** Sent to a community under an item that is paid for. */
  const aForm = async (): Promise<{ TASK: string; FORM: string }> => {
    const post = async (login: string, path: string, body: object) =>
      (await city.send('POST', path, { as: await city.be(login), body })).body
    const money = { item: 'L4-001', places: ['140302001001'], amount: 300_000, from: '2026-01-01', to: '2026-12-31' }
    const funds = { ...money, agreement: '阳民协〔2026〕1号', transferredOn: '2026-03-01' }
    const { sent } = (await post('fanlin', '/api/funds-transfers', funds)) as { sent: { county: string; id: string }[] }
    for (const one of sent) await post('sunli', `/api/cases/${one.county}/${one.id}/moves/confirm`, { values: {} })
    const asked = {
      title: '取暖情况表',
      headers: ['取暖方式'],
      supplied: ['所属社区', '姓名'],
      item: 'L4-001',
      photos: 1,
    }
    const form = (await post('fanlin', '/api/burden/forms', { ...asked, places: ['140302001001'] })) as { id: string }
    const { rows } = await city.owner.query<{ task: string }>('select task from burden.sheet where form = $1', [
      form.id,
    ])
    return { TASK: `140302/${rows[0]?.task ?? ''}`, FORM: form.id }
  }
  const look = async (page: Page, { path, ready, login, after }: Visit): Promise<void> => {
    if (login) await signIn(page, login)
    const [, name = ''] = /([A-Z]{4,})$/.exec(path) ?? []
    const answer = await page.goto(`${city.base}${path.replace(name, known[name] ?? name)}`)
    expect([path, answer?.status()]).toEqual([path, path === '/nowhere' ? 404 : 200])
    await page.waitForSelector(ready)
    await after?.(page)
  }
  const set = (page: Page, mode: (typeof MODES)[number]): Promise<unknown> =>
    page.evaluate(
      `(() => { const d = document.documentElement.dataset; delete d.theme; delete d.contrast; delete d.elder; ${mode === 'contrast' ? "d.contrast = 'high'" : mode === 'elder' ? "d.elder = ''" : `d.theme = '${mode}'`} })()`,
    )

  test.each([
    ['the resident’s phone', PHONE, 390, 'zhangmin'],
    ['the desk', DESK, 1440, undefined],
  ] as const)(
    'axe finds nothing on %s, in light, dark, high contrast and elder mode',
    async (_app, visits, width, login) => {
      const page = await open(width, login)
      const faults: string[] = []
      for (const visit of visits) {
        await look(page, visit)
        for (const mode of MODES) {
          await set(page, mode)
          faults.push(...(await violations(page)).map((one) => `${visit.path} ${mode} ${one}`))
        }
      }
      // Before anybody signs in.
      await page.context().clearCookies()
      for (const path of width === 390 ? ['/mine', '/apply/YQ-02-006'] : ['/staff']) {
        await page.goto(`${city.base}${path}`)
        await page.waitForSelector('input')
        for (const mode of MODES) {
          await set(page, mode)
          faults.push(...(await violations(page)).map((one) => `${path} signed out ${mode} ${one}`))
        }
      }
      expect(faults).toEqual([])
    },
    180_000,
  )

  test('at 390 px nothing runs over the edge, in either language, and every screen has a heading that names the window', async () => {
    const faults: string[] = []
    for (const language of ['zh', 'en'] as const)
      for (const [visits, login] of [
        [PHONE, 'zhangmin'],
        [DESK, undefined],
      ] as const) {
        const page = await open(390, login)
        await page.evaluate(`localStorage.setItem('liren-language', '${language}')`)
        for (const visit of visits) {
          if (language === 'en' && visit.after) continue
          await look(page, visit)
          const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
          const heading = await page.textContent('h1')
          const title = await page.title()
          if (over !== 0) faults.push(`${visit.path} ${language} runs over by ${String(over)} px`)
          if (!heading || !title.startsWith(heading)) faults.push(`${visit.path} ${language} ${title} / ${heading}`)
        }
        await page.context().close()
      }
    expect(faults).toEqual([])
  }, 120_000)

  test('elder mode: nothing to press under 60 px, no text under 18 pt, a human one tap away on every screen', async () => {
    const page = await open(390, 'zhangmin')
    await page.evaluate(`localStorage.setItem('liren-elder', '1')`)
    const faults: string[] = []
    for (const visit of PHONE.filter((one) => !one.after)) {
      await look(page, {
        ...visit,
        ready: visit.route === '/' ? '.errands' : visit.route === '/apply/:code' ? '[data-screen]' : visit.ready,
      })
      const small = await page.evaluate<string[]>(`(() => {
        const seen = (one) => one.checkVisibility({ visibilityProperty: true }) && getComputedStyle(one).clipPath === 'none' && !one.closest('.hidden-text, .skip')
        const low = [...document.querySelectorAll('a, button, input:not([type=radio], [type=checkbox], [type=file]), select, textarea, label.choice')].filter((one) => seen(one) && one.getBoundingClientRect().height < 60).map((one) => 'low ' + (one.textContent || one.id))
        const fine = [...document.querySelectorAll('#app *')].filter((one) => seen(one) && [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) && Number.parseFloat(getComputedStyle(one).fontSize) < 24).map((one) => 'small ' + one.textContent)
        return [...low, ...fine].slice(0, 5)
      })()`)
      faults.push(...small.map((one) => `${visit.path} ${one}`))
      if ((await page.locator('a[href="tel:12345"]').count()) === 0) faults.push(`${visit.path}: nobody to call`)
    }
    expect(faults).toEqual([])
  }, 90_000)
})

/** A room for a meeting: what the form asks of somebody who is on file. */
const VALUES = { room: 'meeting', on: '2026-03-05', people: 6, delivery: 'window', consent: true }
