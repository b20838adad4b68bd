import { idNumberCheckCharacter } from '#kernel/identity-number'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserPath, openBrowser, violations } from '#testing/browser.ts'
import { withServer } from '#testing/server.ts'

if (!browserPath) console.log('no Chromium found: the browser journeys are skipped (set CHROMIUM to its path)')

describe.skipIf(!browserPath)('two screens of the same case', () => {
  const city = withServer({ today: '2026-03-02', listen: true })
  let browser: Browser
  const errors: string[] = []
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  const open = async (path: string, width: number, language: 'zh' | 'en'): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width, height: 844 }, reducedMotion: 'reduce' })
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    page.on('console', (message) => {
      if (message.type() === 'error' && !/40[0-9]/.test(message.text())) errors.push(message.text())
    })
    page.on('pageerror', (error) => errors.push(String(error)))
    await page.goto(`${city.base}${path}${path.includes('?') ? '&' : '?'}lang=${language}`)
    return page
  }

  test.each([
    [
      'zh',
      { name: '李建国', id: '140399195601010012', phone: '19903530002' },
      {
        accept: '受理',
        confirm: /^确认/,
        decide: '作出决定',
        grant: '准予',
        deliver: '送达',
        window: '窗口领取',
        rate: '评价',
        bad: '非常不满意',
        yes: '是',
        online: '网上送达',
        track: '凭编号查进度',
      },
    ],
    [
      'en',
      { name: '王秀兰', id: '140399193610091169', phone: '19903530001' },
      {
        accept: 'Accept',
        confirm: /^Confirm/,
        decide: 'Decide',
        grant: 'Grant',
        deliver: 'Deliver',
        window: 'Collected at the window',
        rate: 'Rate',
        bad: 'Very dissatisfied',
        yes: 'Yes',
        online: 'On line',
        track: 'Follow a case',
      },
    ],
  ] as const)(
    'phone and desk at once (%s)',
    async (language, who, words) => {
      const phone = await open('/', 390, language)
      await phone.fill('#search', '办老年证')
      await phone.click('.results a')
      await phone.click('.sticky-act a')
      await phone.fill('#name', who.name)
      await phone.fill('#id-number', who.id)
      await phone.fill('#phone', who.phone)
      await phone.click('button[type=submit]')
      await phone.fill('#code', (await phone.textContent('[data-demo-code]')) ?? '')
      await phone.click('button[type=submit]')
      await phone.waitForSelector('.notice.good')
      expect(await phone.locator('#apply-applicant-name').count()).toBe(0) // on file: not asked again
      await phone.getByText(words.online, { exact: true }).click()
      await phone.getByText(words.yes, { exact: true }).click()
      expect(await violations(phone)).toEqual([])

      const desk = await open('/staff', 1440, language)
      await desk.getByRole('button', { name: language === 'zh' ? /陈静/ : /Chen Jing/ }).click()
      await desk.waitForSelector('.virtual, .empty')

      await phone.click('button[type=submit]')
      const number = (await phone.textContent('[data-number]')) ?? ''
      expect(number).toMatch(/^YQ26-/)
      await desk.waitForSelector(`[data-number="${number}"]`, { timeout: 3000 })
      await phone.goto(`${city.base}/mine`)
      await phone
        .locator('main a', { hasText: language === 'zh' ? '老年优待' : 'Elderly' })
        .first()
        .click()
      await phone.waitForSelector('[data-step=submitted]')

      await desk.click(`[data-number="${number}"] button`)
      await desk.getByRole('button', { name: words.accept, exact: true }).click()
      await desk.getByRole('button', { name: words.confirm }).click()
      await phone.waitForSelector('[data-step=reviewing]', { timeout: 3000 }) // live, with no reload
      expect(await violations(desk)).toEqual([])

      const worker = await open('/staff', 1366, language)
      await worker.getByRole('button', { name: language === 'zh' ? /刘洋/ : /Liu Yang/ }).click()
      await worker.click(`[data-number="${number}"] button`)
      await worker.getByRole('button', { name: words.decide, exact: true }).click()
      await worker.getByText(words.grant, { exact: true }).click()
      await worker.getByRole('button', { name: words.confirm }).click()
      await phone.waitForSelector('[data-step=decided]', { timeout: 3000 })
      await worker.getByRole('button', { name: words.deliver, exact: true }).click()
      await worker.getByText(words.window, { exact: true }).click()
      await worker.getByRole('button', { name: words.confirm }).click()
      await phone.waitForSelector('[data-step=delivered]', { timeout: 3000 })

      await phone.getByRole('button', { name: words.rate, exact: true }).click()
      await phone.getByText(words.bad, { exact: true }).click()
      await phone.getByRole('button', { name: words.confirm }).click()
      await worker.goto(`${city.base}/staff`)
      await worker.waitForSelector('.list-row')
      expect(await worker.locator('.list-row').count()).toBeGreaterThan(0) // the follow-up of the bad rating

      const stranger = await open(`/t/${number}`, 390, language)
      await stranger.waitForSelector('.timeline')
      expect(await stranger.content()).not.toContain(who.name)
      expect(await violations(stranger)).toEqual([])
      const code = (
        await city.owner.query<{ verify_code: string }>(
          `select d.verify_code from kernel.document d join kernel.case c on c.county = d.county and c.id = d.case_id where c.number = $1 and d.kind = 'approval'`,
          [number],
        )
      ).rows[0]?.verify_code
      const checker = await open(`/v/${code}`, 390, language)
      await checker.waitForSelector('.notice.good')
      expect(errors).toEqual([])
    },
    90_000,
  )

  test('a spreadsheet at the desk: checked, its errors shown where they are, the good rows written and found', async () => {
    const desk = await open('/staff', 1366, 'zh')
    await desk.evaluate(
      `fetch('/api/demo/sign-in', { method: 'POST', headers: { 'content-type': 'application/json', 'x-liren': '1' }, body: JSON.stringify({ login: 'liuyang' }) })`,
    )
    await desk.goto(`${city.base}/staff/registers/residents`)
    await desk.click('text=批量导入')
    const sheet =
      '姓名,公民身份号码,人户状态,住址,楼栋,房号\n钱小满,140399199001013333,人户一致,油娄沟小区,77号楼,101\n'
    const good = sheet.replace('140399199001013333', `14039919900101333${idNumberCheckCharacter('14039919900101333')}`)
    const give = (text: string) =>
      desk.setInputFiles('#import-file', { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
    await give(good.replace('人户一致', '不知道'))
    await desk.waitForSelector('[data-import=checked] td >> text=人户状态')
    await give(good)
    await desk.click('text=确认写入')
    await desk.waitForSelector('[data-import=done]')
    await desk.fill('#find-row', '77号楼')
    await desk.waitForSelector('.list li:only-child >> text=钱*')
    await desk.click('.list li button')
    await desk.fill('#end-reason', '录入有误')
    await desk.click('form:has(#end-reason) button')
    await desk.waitForSelector('text=录入有误')
  })
})
