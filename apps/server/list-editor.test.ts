import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserPath, openBrowser, signIn, violations } from '#testing/browser.ts'
import { withServer } from '#testing/server.ts'

type Item = {
  code: string
  basis: string[]
  lead: string
  funds: { standard: number } | null
  steps: { does: string }[]
  certificate?: { facts: { label: { zh: string } }[] }
}

describe.skipIf(!browserPath)('the county office edits a draft list item by item', () => {
  const city = withServer({ today: '2026-03-02', listen: true })
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    browser = await openBrowser()
    page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
    page.setDefaultTimeout(30_000)
    await page.goto(`${city.base}/staff?lang=zh`)
    await signIn(page, 'ducheng')
  })
  afterAll(() => browser?.close())
  const draft = async (list: string, login = 'ducheng'): Promise<string> => {
    const as = await city.be(login)
    const { body } = await city.send('POST', '/api/lists', { as, body: { list, because: '年度调整' } })
    const { county, id } = body as { county: string; id: string }
    await page.goto(`${city.base}/staff/lists/${county}/${id}`)
    await page.waitForSelector('#list-item')
    return `/api/lists/${county}/${id}`
  }
  const itemOf = async (list: string, code: string, login = 'ducheng'): Promise<Item | undefined> => {
    const { body } = await city.send('GET', list, { as: await city.be(login) })
    return (body as { items: Item[] }).items.find((one) => one.code === code)
  }
  const save = '[data-item-form] button[type=submit]'

  test('an item is added: what is missing is said beside its field, then it is in the draft; changed; taken out', async () => {
    const list = await draft('L4')
    await page.click('button:has-text("新增事项")')
    expect(await page.inputValue('#item-code')).toBe('L4-019')
    await page.click(save)
    for (const id of ['name', 'category', 'lead', 'duty', 'money', 'source'])
      await page.waitForSelector(`#item-${id}-wrong`)
    await page.waitForSelector('legend:has-text("依据") + .wrong')
    expect(await violations(page)).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0)
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.fill('#item-code', 'L4-001')
    await page.fill('#item-name', '入户宣传')
    await page.selectOption('#item-category', 'safety')
    await page.selectOption('#item-lead', 'street')
    await page.fill('#item-duty', '张贴宣传')
    await page.fill('#item-to', '2025-12-31')
    await page.fill('#item-money', '500.50')
    await page.fill('#item-source', '县级预算')
    await page.selectOption('#item-basis-0', 'RCOL-2018')
    await page.fill('#item-article-0', '3(5)')
    await page.click(save)
    await page.waitForSelector('#item-code-wrong:has-text("已有事项")')
    await page.waitForSelector('#item-to-wrong')
    await page.fill('#item-code', 'L4-019')
    await page.fill('#item-to', '')
    await page.click(save)
    await page.waitForSelector('.notice.good:has-text("L4-019")')
    expect(await itemOf(list, 'L4-019')).toMatchObject({
      basis: ['RCOL-2018 art 3(5)'],
      lead: 'street',
      funds: { standard: 50_050 },
    })
    await page.selectOption('#list-item', 'L4-019')
    await page.click('button:has-text("修改 L4-019")')
    await page.click('button:has-text("再加一条依据")')
    await page.selectOption('#item-basis-1', 'plan')
    await page.fill('#item-article-1', '3.3.3')
    await page.click(save)
    await page.waitForSelector('.notice.good:has-text("L4-019")')
    expect(await itemOf(list, 'L4-019')).toMatchObject({ basis: ['RCOL-2018 art 3(5)', 'plan P3.3.3'] })
    await page.selectOption('#list-item', 'L4-019')
    await page.click('button:has-text("移出 L4-019")')
    await page.waitForSelector('.notice.good:has-text("已移出")')
    expect(await itemOf(list, 'L4-019')).toBeUndefined()
  })

  test('a small power keeps its flow, step by step', async () => {
    const list = await draft('L6')
    const before = (await itemOf(list, 'L6-002'))?.steps.map(({ does }) => does) ?? []
    await page.selectOption('#list-item', 'L6-002')
    await page.click('button:has-text("修改 L6-002")')
    await page.click('button:has-text("再加一步")')
    await page.click(save)
    await page.waitForSelector(`#step-${before.length}-does-wrong`)
    await page.fill(`#step-${before.length}-who`, '居民代表')
    await page.fill(`#step-${before.length}-does`, '抽查')
    await page.click(`button[aria-label="上移 ${before.length + 1}"]`)
    expect(await violations(page)).toEqual([])
    await page.click(save)
    await page.waitForSelector('.notice.good:has-text("L6-002")')
    expect((await itemOf(list, 'L6-002'))?.steps.map(({ does }) => does)).toEqual([
      ...before.slice(0, -1),
      '抽查',
      before.at(-1),
    ])
  })

  test('what a certificate says is kept when its item is changed, and asked of a new one; one of the twenty is refused at its name', async () => {
    await page.goto(`${city.base}/staff`)
    await signIn(page, 'hanmei')
    const list = await draft('L7', 'hanmei')
    const before = (await itemOf(list, 'L7-002', 'hanmei'))?.certificate
    expect(before?.facts.length).toBeGreaterThan(0)
    await page.selectOption('#list-item', 'L7-002')
    await page.click('button:has-text("修改 L7-002")')
    await page.fill('#item-validDays', '7')
    expect(await violations(page)).toEqual([])
    await page.click(save)
    await page.waitForSelector('.notice.good:has-text("L7-002")')
    expect((await itemOf(list, 'L7-002', 'hanmei'))?.certificate).toEqual({ ...before, validDays: 7 })
    await page.click('button:has-text("新增事项")')
    const code = await page.inputValue('#item-code')
    await page.fill('#item-name', '健在证明')
    await page.selectOption('#item-category', 'certificates')
    await page.selectOption('#item-lead', 'community')
    await page.fill('#item-duty', '只证明知道的事')
    await page.selectOption('#item-basis-0', 'CC')
    await page.fill('#item-article-0', '331')
    await page.check('input[name=item-for][value=rural]')
    await page.fill('#item-facts', '农机具\n使用时间')
    await page.fill('#item-template', '兹证明{姓名}自{使用时间}起使用{农机具}。')
    await page.click(save)
    await page.waitForSelector('#item-name-wrong:has-text("健在证明")')
    await page.fill('#item-name', '农机具使用情况证明')
    await page.fill('#item-template', '兹证明{姓名}使用{农机具}。')
    await page.click(save)
    await page.waitForSelector('#item-template-wrong:has-text("使用时间")')
    await page.fill('#item-template', '兹证明{姓名}自{使用时间}起使用{农机具}。')
    await page.click(save)
    await page.waitForSelector(`.notice.good:has-text("${code}")`)
    expect((await itemOf(list, code, 'hanmei'))?.certificate).toMatchObject({
      kind: code,
      for: 'rural',
      facts: [{ label: { zh: '农机具' } }, { label: { zh: '使用时间' } }],
      validDays: null,
    })
  })
})
