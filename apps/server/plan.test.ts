import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { raiseTasks } from '#capabilities/plan-tracker'
import { browserPath, openBrowser, signIn, violations } from '#testing/browser.ts'
import { withServer } from '#testing/server.ts'

describe.skipIf(!browserPath)('the plan on screen', () => {
  const city = withServer({ today: '2026-04-16', listen: true })
  let browser: Browser
  beforeAll(async () => {
    await raiseTasks(city.server.contextAs({ kind: 'clock' }))
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  const open = async (path: string, width: number, login?: string, language = 'zh'): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width, height: 844 }, reducedMotion: 'reduce' })
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    if (login) {
      await page.goto(city.base)
      await signIn(page, login)
    }
    await page.goto(`${city.base}${path}${path.includes('?') ? '&' : '?'}lang=${language}`)
    return page
  }
  const move = async (login: string, one: { county: string; id: string }, name: string, values: object) =>
    city.send('POST', `/api/cases/${one.county}/${one.id}/moves/${name}`, {
      as: await city.be(login),
      body: { values },
    })

  test('phone: tapped, a sentence says who answers; asked, answered, and everybody reads it without a name', async () => {
    const page = await open('/plan', 390, 'lijianguo')
    await page.click('[data-sentence="P3.3.2-01"]')
    await page.waitForSelector('dialog [data-panel="P3.3.2-01"] h3')
    const panel = (await page.textContent('dialog')) ?? ''
    for (const words of ['市委组织部', '市规划局', '现为市规划和自然资源局', '2020年12月31日', 'I-49', '方案给出的数'])
      expect(panel).toContain(words)
    expect(await violations(page)).toEqual([])
    await page.click('dialog a.button')
    await page.waitForSelector('#start-question')
    expect(await page.inputValue('#start-sentence')).toBe('P3.3.2-01')
    await page.fill('#start-question', '活动场所什么时候能达到500平方米?')
    await page.click('button[type=submit]')
    await page.waitForSelector('[data-step=asked]')
    const [, county = '', id = ''] = /mine\/(\d+)\/([\w-]+)/.exec(page.url()) ?? []
    const answer = { answer: '已列入补足方案,预计明年上半年完成。', 'show-question': true }
    expect((await move('hulan', { county, id }, 'answer', answer)).status).toBe(200)
    const other = await open('/plan/P3.3.2-01', 390)
    await other.waitForSelector('text=预计明年上半年完成')
    const shown = (await other.textContent('dialog')) ?? ''
    expect(shown).toContain('活动场所什么时候能达到500平方米')
    expect(shown).not.toContain('李')
    // Closed, it is the plan again, at the sentence; and the address says so.
    await other.click('dialog > .stack > .button')
    await other.waitForURL(/\/plan$/)
    expect(await other.locator('dialog').count()).toBe(0)
  })

  test.each(['zh', 'en'] as const)(
    'wide: text and panel side by side, and the figure behind it one click away (%s)',
    async (language) => {
      const page = await open('/plan', 1440, undefined, language)
      await page.click('nav.contents a >> nth=9')
      await page.click('[data-sentence="P3.1.4-04"]')
      await page.waitForSelector('aside [data-panel="P3.1.4-04"] h3')
      expect(await page.locator('[data-sentence="P3.1.4-04"][aria-current]').count()).toBe(1)
      expect(await page.locator('aside a[href^="/city/"]').allTextContents()).toHaveLength(3)
      expect(await violations(page)).toEqual([])
      await page.keyboard.press('Tab') // the next sentence is the next stop
      expect(await page.evaluate('document.activeElement.dataset.sentence')).toBe('P3.1.4-05')
      await page.keyboard.press('Enter')
      await page.waitForSelector('aside [data-panel="P3.1.4-05"]')
      await page.click('aside a[href="/city/I-19"]')
      await page.waitForURL(/\/city\/I-19$/)
      await page.waitForSelector('h1')
      expect(await page.textContent('main')).toContain('I-19')
    },
  )

  test('desk: the tracker shows what lags, one department alone, and leads into the case', async () => {
    await city.server.moveDay(91) // past 15 July: nobody has reported
    const page = await open('/staff/plan', 1440, 'hulan')
    await page.waitForSelector('[data-task=T19]')
    expect(await page.locator('[data-task]').count()).toBe(19)
    expect(await page.textContent('[data-task=T01] .lags')).toContain('2026Q2')
    expect(await violations(page)).toEqual([])
    await page.selectOption('#office', { label: '市税务局' })
    expect(await page.locator('[data-task]').count()).toBe(1)
    await page.selectOption('#office', '')
    await page.click('[data-task=T01] a')
    await page.click('text=季度报告 >> nth=0')
    await page.click('text=按进度推进')
    await page.fill('[id$="-progress"]', '各街道已召开联席会议,整顿工作按名单推进。')
    await page.fill('[id$="-reason"]', '等待县区数据')
    await page.click('form button[type=submit]')
    await page.waitForSelector('text=整顿工作按名单推进')
    await page.click('nav.side a[href$="/plan"]')
    await page.waitForSelector('[data-task=T01] >> text=整顿工作按名单推进')
  })

  test('desk: a county gives a figure by hand, with its document', async () => {
    const page = await open('/staff', 1440, 'ducheng')
    await page.click('nav.side a[href$="/begin"]')
    await page.click('a[href$="/begin/figure-by-hand"]')
    await page.waitForSelector('#start-indicator')
    await page.selectOption('#start-indicator', 'I-20')
    await page.click('fieldset:has([name=start-yes]) label >> nth=0')
    await page.fill('#start-day', '2026-06-30')
    await page.fill('#start-reason', '办法以文件印发,没有登记册')
    await page.fill('#start-document', '城政发〔2026〕9号')
    await page.click('form button[type=submit]')
    await page.waitForSelector('.notice.refusal') // the document itself is missing
    const pdf = Buffer.from(`%PDF-1.4\n${'1 0 obj<<>>endobj\n'.repeat(8)}trailer<<>>\n%%EOF`)
    await page.setInputFiles('#file-attachment', { name: 'document.pdf', mimeType: 'application/pdf', buffer: pdf })
    await page.waitForSelector('text=document.pdf')
    await page.click('form button[type=submit]')
    await page.waitForSelector('[data-step=proposed]')
    const { rows } = await city.owner.query<{ county: string; id: string }>(
      `select county, id from kernel.case where procedure = 'figure-by-hand'`,
    )
    expect((await move('hanmei', rows[0] ?? { county: '', id: '' }, 'approve', {})).status).toBe(200)
  })
})
