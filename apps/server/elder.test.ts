import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserPath, openBrowser, violations } from '#testing/browser.ts'
import { withServer } from '#testing/server.ts'

describe.skipIf(!browserPath)('a resident of ninety and her daughter', () => {
  const city = withServer({ today: '2026-03-02', listen: true })
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  const phoneOf = async (login: string, elder: boolean): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' })
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    await page.goto(`${city.base}/?lang=zh`)
    await page.evaluate(
      `fetch('/api/demo/sign-in', { method: 'POST', headers: { 'content-type': 'application/json', 'x-liren': '1' }, body: JSON.stringify({ login: '${login}' }) })`,
    )
    if (elder) await page.evaluate(`localStorage.setItem('liren-elder', '1')`)
    await page.goto(`${city.base}/`)
    return page
  }

  test('one task a screen, nothing small, read aloud; what is missing is asked for before going on', async () => {
    const page = await phoneOf('wangxiulan', true)
    await page.waitForSelector('.errands')
    expect(await violations(page)).toEqual([])
    const small = await page.evaluate<string[]>(
      `[...document.querySelectorAll('main a, main button')].filter((one) => one.getBoundingClientRect().height < 60).map((one) => one.textContent)`,
    )
    expect(small).toEqual([])
    await page.waitForSelector('text=读给我听')

    await page.goto(`${city.base}/apply/YQ-05-005`)
    await page.waitForSelector('[data-screen="on-file"]')
    expect(await violations(page)).toEqual([])
    await page.click('text=下一步')
    await page.waitForSelector('[data-screen="delivery"]')
    expect(await page.locator('main fieldset').count()).toBe(1)
    await page.click('text=下一步')
    await page.waitForSelector('text=请填写这一项')
    await page.click('text=窗口领取')
    await page.click('text=下一步')
    await page.waitForSelector('[data-screen="consent"]')
    expect(await page.locator('.notice.refusal').count(), 'nothing was sent by going on').toBe(0)
    await page.click('label:has-text("是")')
    await page.click('text=提交申请')
    await page.waitForSelector('[data-number]')
    expect(await violations(page)).toEqual([])
  })

  test('what else one may begin is one task a screen too, and is kept when the app is closed half-way', async () => {
    const page = await phoneOf('wangxiulan', true)
    await page.evaluate(`localStorage.setItem('liren-place', '140302001001')`)
    await page.goto(`${city.base}/start/data-correction`)
    await page.waitForSelector('[data-screen]')
    expect(await page.locator('main fieldset').count()).toBe(1)
    await page.click('label:has-text("住址")')
    await page.waitForSelector('label:has-text("住址") :checked')
    await page.reload()
    await page.waitForSelector('label:has-text("住址") :checked')
    await page.click('text=下一步')
    await page.fill('#start-should', '油娄沟小区2号楼')
    await page.click('text=下一步')
    await page.waitForSelector('[data-screen="files"]')
    expect(await violations(page)).toEqual([])
    await page.click('text=提交申请')
    await page.waitForSelector('[data-step]')
    await page.goto(`${city.base}/start/data-correction`)
    await page.waitForSelector('[data-screen]')
    expect(await page.locator(':checked').count()).toBe(0)
  })

  test('her daughter helps after two taps and a code; she takes it back in one, and the case stays hers', async () => {
    const [mother, daughter] = [await phoneOf('wangxiulan', true), await phoneOf('zhangmin', false)]
    await mother.click('text=请家人帮我办')
    await mother.click('text=生成口令')
    const code = (await mother.getAttribute('[data-code]', 'data-code')) ?? ''
    expect(await violations(mother)).toEqual([])

    await daughter.goto(`${city.base}/family`)
    await daughter.fill('#family-code', code)
    await daughter.click('text=子女')
    await daughter.click('text=确认')
    await daughter.click('button:has-text("替他（她）办事")')
    await daughter.waitForSelector('text=正在替家人办事')
    await daughter.goto(`${city.base}/apply/YQ-09-001`)
    await daughter.waitForSelector('text=正在替家人办事')
    await daughter.waitForSelector('dd:has-text("王**")')
    expect(await violations(daughter)).toEqual([])

    await mother.goto(`${city.base}/family`)
    await mother.click('text=取消授权')
    await mother.waitForSelector('text=取消授权', { state: 'detached' })
    await daughter.reload()
    await daughter.waitForSelector('text=这份授权已经终止或到期')
  })
})
