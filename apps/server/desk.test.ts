import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserPath, openBrowser, signIn } from '#testing/browser.ts'
import { withServer } from '#testing/server.ts'

const ROOM = { room: 'meeting', on: '2026-03-05', people: 6, delivery: 'window', consent: true }

describe.skipIf(!browserPath)('a clerk with no mouse, on a small screen', () => {
  const city = withServer({ today: '2026-03-02', listen: true })
  let browser: Browser
  let desk: Page
  beforeAll(async () => {
    for (const login of ['lijianguo', 'zhangmin'])
      await city.send('POST', '/api/applications', {
        as: await city.be(login),
        key: crypto.randomUUID(),
        body: { item: 'YQ-09-001', place: '140302001001', values: ROOM, files: [] },
      })
    browser = await openBrowser()
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, acceptDownloads: true })
    desk = await context.newPage()
    desk.setDefaultTimeout(30_000)
    await desk.goto(`${city.base}/staff?lang=zh`)
    await signIn(desk, 'chenjing')
    await desk.goto(`${city.base}/staff`)
    await desk.waitForSelector('.list-row')
  })
  afterAll(() => browser?.close())
  const press = (...keys: readonly string[]) =>
    keys.reduce((before, key) => before.then(() => desk.keyboard.press(key)), Promise.resolve())

  test('walks the list, opens a case beside it, takes it, closes it', async () => {
    await press('j')
    await desk.waitForSelector('li[data-index="0"] button:focus')
    await press('j')
    await desk.waitForSelector('li[data-index="1"] button:focus')
    await press('k')
    await desk.waitForSelector('li[data-index="0"] button:focus')
    await press('Enter')
    await desk.waitForSelector('[data-step=submitted]')
    expect(await desk.locator('.list-row').count()).toBe(2)
    expect(await desk.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    await press('t')
    await desk.waitForSelector('text=退回')
    await desk.waitForSelector('.views button:has-text("我的 1")')
    await press('Escape')
    await desk.waitForSelector('[data-step]', { state: 'detached' })
    await press('2')
    await desk.waitForSelector('.views button[aria-pressed=true]:has-text("我的")')
    await desk.waitForSelector('.list-row:only-child')
    await press('1', '/')
    await desk.waitForSelector('#find-number:focus')
    await press('Escape', '?')
    await desk.waitForSelector('dialog[open] kbd')
    await press('Escape')
    await desk.waitForSelector('dialog[open]', { state: 'detached' })
  })

  test('accepts two at once, keeps a view under a name, takes it out as a spreadsheet, writes a note', async () => {
    await press('j')
    await desk.waitForSelector('li[data-index="0"] button:focus')
    await press('x')
    await desk.waitForSelector('.list-row input:checked')
    await press('j')
    await desk.waitForSelector('li[data-index="1"] button:focus')
    await press('x')
    await desk.waitForSelector('text=已选 2')
    await desk.locator('[role=region] button', { hasText: '受理' }).first().press('Enter')
    await desk.locator('[role=region] form button[type=submit]').press('Enter')
    await desk.waitForSelector('[role=region] .notice.good')
    await desk.getByRole('button', { name: '存为视图' }).press('Enter')
    await desk.fill('#view-title', '场地')
    await press('Enter')
    await desk.waitForSelector('.views button[aria-pressed=true]:has-text("场地")')
    const coming = desk.waitForEvent('download')
    await desk.getByRole('button', { name: '导出表格' }).press('Enter')
    expect((await coming).suggestedFilename()).toMatch(/\.xlsx$/)
    await desk.locator('.list-row > button').first().press('Enter')
    await desk.fill('#note', '已电话核对日期')
    await press('Tab', 'Enter')
    await desk.waitForSelector('#notes li:has-text("已电话核对日期")')
  })

  test('keeps a wording for the office, puts it in again and changes it before it is sent; another hat is another inbox', async () => {
    await city.send('POST', '/api/applications', {
      as: await city.be('lijianguo'),
      key: crypto.randomUUID(),
      body: { item: 'YQ-09-001', place: '140302001001', values: { ...ROOM, on: '2026-03-06' }, files: [] },
    })
    await desk.goto(`${city.base}/staff`)
    await desk.locator('.list-row', { hasText: '待受理' }).locator('button').press('Enter')
    await desk.getByRole('button', { name: '不予受理' }).press('Enter')
    await desk.fill('#move-refuse-reason', '场地当日已有安排')
    await desk.getByRole('button', { name: '存为常用语' }).press('Enter')
    await desk.fill('#move-refuse-reason', '')
    await desk.getByRole('button', { name: /插入后可改/ }).press('Enter')
    await desk.locator('#move-refuse-reason').press('End')
    await desk.locator('#move-refuse-reason').pressSequentially(',请改日')
    expect(await desk.inputValue('#move-refuse-reason')).toBe('场地当日已有安排,请改日')
    const hats = desk.locator('.hat select')
    const worn = await hats.inputValue()
    const other = (
      await hats.locator('option').evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value))
    ).find((one) => one !== worn)
    await hats.selectOption(other ?? '')
    await desk.waitForSelector('#move-refuse-reason', { state: 'detached' })
    expect(await hats.inputValue()).toBe(other)
  })
})
