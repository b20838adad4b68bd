import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserPath, openBrowser, signIn } from '#testing/browser.ts'
import { withServer } from '#testing/server.ts'

const HOME = '140302001001'

describe.skipIf(!browserPath)('a form from the office that drafts it to the community that answers', () => {
  const city = withServer({ today: '2026-03-02', listen: true })
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    const post = async (login: string, path: string, body: object) =>
      (await city.send('POST', path, { as: await city.be(login), body })).body
    const money = { item: 'L4-001', places: [HOME], amount: 300_000, from: '2026-01-01', to: '2026-12-31' }
    const funds = { ...money, agreement: '阳民协〔2026〕1号', transferredOn: '2026-03-01' }
    const { sent } = (await post('fanlin', '/api/funds-transfers', funds)) as { sent: { county: string; id: string }[] }
    for (const one of sent) await post('sunli', `/api/cases/${one.county}/${one.id}/moves/confirm`, { values: {} })
    browser = await openBrowser()
    page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
    page.setDefaultTimeout(30_000)
    await page.goto(`${city.base}/staff?lang=zh`)
  })
  afterAll(() => browser?.close())

  test('drafted, its held fields left to the registers, its item found by keyboard, sent to a community that was picked', async () => {
    await signIn(page, 'fanlin')
    await page.goto(`${city.base}/staff/forms`)
    await page.fill('#form-title', '冬季取暖情况表')
    await page.fill('#form-headers', '姓名、取暖方式、取暖费缺口')
    await page.click('button[type=submit]')
    await page.click('button:has-text("删去已有的字段")')
    await page.waitForSelector('[data-supplied]:has-text("姓名")')
    await page.focus('#send-item')
    await page.keyboard.type('走访 L4-001')
    await page.waitForSelector('.combobox li:only-child')
    await page.keyboard.press('Enter')
    expect(await page.inputValue('#send-item')).toContain('L4-001')
    await page.click('label.choice:has-text("油娄沟")')
    await page.click('form:has(#send-item) button[type=submit]')
    await page.waitForSelector('.notice.good:has-text("已下发到1个社区")')
    await page.waitForSelector('[data-sent] :text("0 / 1")')
    await page.waitForSelector('[data-basis=estimate]')
  })

  test('answered at the task: what is held is not asked, the active time goes along, the office reads it', async () => {
    await signIn(page, 'liuyang')
    const { rows } = await city.owner.query<{ county: string; task: string }>('select county, task from burden.sheet')
    await page.goto(`${city.base}/staff/cases/${rows[0]?.county}/${rows[0]?.task}`)
    await page.click('[data-form-of-task] a')
    await page.waitForSelector('[data-row]')
    expect(await page.locator('[data-row] label').allTextContents()).toEqual(['取暖方式', '取暖费缺口'])
    await page.fill('#cell-0-0', '自烧煤')
    await page.click('button:has-text("再加一行")')
    const asked = page.waitForRequest((one) => one.url().endsWith('/form/answer'))
    await page.click('form button[type=submit]')
    const body = (await asked).postDataJSON() as { rows: string[][]; seconds: number }
    expect(body.rows).toEqual([['自烧煤', '']])
    expect(Number.isInteger(body.seconds)).toBe(true)
    await page.waitForSelector('[data-step=done]')
    await page.waitForSelector('[data-form-of-task]:has-text("查看填报")')
    await signIn(page, 'fanlin')
    await page.goto(`${city.base}/staff/forms`)
    await page.click('[data-sent] a')
    await page.waitForSelector('[data-answer-rows] :text("自烧煤")')
  })
})
