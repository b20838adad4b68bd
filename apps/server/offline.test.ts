import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserPath, openBrowser } from '#testing/browser.ts'
import { withServer } from '#testing/server.ts'

/** A picture as a phone takes it: large, so that it has to be made smaller. */
const PHOTO = `(async () => {
  const canvas = document.createElement('canvas')
  canvas.width = 4000; canvas.height = 3000
  const drawing = canvas.getContext('2d')
  for (let i = 0; i < 4000; i++) { drawing.fillStyle = 'hsl(' + (i * 37) % 360 + ' 80% 50%)'; drawing.fillRect((i * 97) % 4000, (i * 61) % 3000, 90, 70) }
  const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 1))
  return btoa(Array.from(new Uint8Array(await blob.arrayBuffer()), (byte) => String.fromCharCode(byte)).join(''))
})()`

describe.skipIf(!browserPath)('a phone whose network comes and goes', () => {
  const city = withServer({ today: '2026-03-02', listen: true })
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())
  const cases = async (): Promise<number> =>
    (await city.owner.query<{ n: number }>(`select count(*)::int as n from kernel.case where subject = 'YQ-05-003'`))
      .rows[0]?.n ?? -1

  test('filled in with no network, the network lost while a photo goes up and again while the application goes: one case', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' })
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    await page.goto(`${city.base}/?lang=zh`)
    await page.evaluate(
      `fetch('/api/demo/sign-in', { method: 'POST', headers: { 'content-type': 'application/json', 'x-liren': '1' }, body: JSON.stringify({ login: 'lijianguo' }) })`,
    )
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
    await page.goto(`${city.base}/apply/YQ-05-003`)
    await page.waitForSelector('#file-photos')
    const photo = Buffer.from(await page.evaluate<string>(PHOTO), 'base64')
    expect(photo.length).toBeGreaterThan(1_000_000)

    await context.setOffline(true)
    await page.selectOption('#apply-type', 'limb')
    await page.click('label:has-text("窗口领取")')
    await page.click('fieldset:has-text("核验我的信息") label:has-text("是")')
    for (const material of ['photos', 'appraisal'])
      await page.setInputFiles(`#file-${material}`, { name: `${material}.jpg`, mimeType: 'image/jpeg', buffer: photo })
    await page.waitForSelector('text=appraisal.jpg')
    await page.click('button[type=submit]')
    await page.waitForSelector('text=没有网络')
    // Closed and opened again without a network: the app is there, and says what waits.
    await page.goto(`${city.base}/`)
    await page.click('.waiting a')
    await page.waitForSelector('text=还没有提交')
    await page.waitForSelector('text=photos.jpg')
    expect(await cases(), 'nothing is sent by itself').toBe(0)

    await context.setOffline(false)
    await page.waitForSelector('text=140399')
    let uploads = 0
    await page.route('**/api/files?*', (route) => {
      uploads++
      return uploads === 2 ? route.abort('connectionreset') : route.continue()
    })
    await page.click('button[type=submit]')
    await page.waitForSelector('text=没有网络')
    expect(uploads).toBe(2)
    // The application arrives, its answer does not.
    let lost = 0
    await page.route('**/api/applications', async (route) => {
      if (lost++ > 0) return route.continue()
      await route.fetch()
      return route.abort('connectionreset')
    })
    await page.click('button[type=submit]')
    await page.waitForSelector('text=没有网络')
    expect(await cases()).toBe(1)
    await page.reload()
    await page.waitForSelector('text=photos.jpg')
    await page.click('button[type=submit]')
    await page.waitForSelector('[data-number]')
    expect(await cases()).toBe(1)
    expect(uploads, 'what was up already is not sent again').toBe(3)
    const kept = await city.owner.query<{ size: number }>(
      `select f.size from kernel.file f join kernel.case c on c.county = f.county and c.id = f.case_id`,
    )
    expect(kept.rows.length).toBe(2)
    for (const { size } of kept.rows) expect(size).toBeLessThan(photo.length / 2)
    await page.goto(`${city.base}/`)
    await page.waitForSelector('.grid-fields button')
    expect(await page.$('.waiting')).toBeNull()
    await context.close()
  }, 60_000)

  test('what is kept for offline reading holds nothing personal', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
    const page = await context.newPage()
    await page.goto(`${city.base}/?lang=zh`)
    await page.evaluate(
      `fetch('/api/demo/sign-in', { method: 'POST', headers: { 'content-type': 'application/json', 'x-liren': '1' }, body: JSON.stringify({ login: 'lijianguo' }) })`,
    )
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
    for (const path of ['/mine', '/services/YQ-05-003', '/apply/YQ-05-003']) {
      await page.goto(`${city.base}${path}`)
      await page.waitForLoadState('networkidle')
    }
    const kept = await page.evaluate<string[]>(
      `(async () => { const all = []; for (const name of await caches.keys()) for (const one of await (await caches.open(name)).keys()) all.push(new URL(one.url).pathname); return all })()`,
    )
    expect(kept).toContain('/api/services/YQ-05-003')
    expect(
      kept.filter((path) => path.startsWith('/api/') && !/^\/api\/(places|services(\/[\w-]+)?)$/.test(path)),
    ).toEqual([])
    await context.close()
  })

  test('it can be installed, and never asks to be', async () => {
    const page = await browser.newPage()
    await page.goto(`${city.base}/?lang=zh`)
    await page.waitForSelector('.grid-fields button')
    const manifest = await page.evaluate<{ display: string; icons: { src: string }[] }>(
      `fetch(document.querySelector('link[rel=manifest]').href).then((answer) => answer.json())`,
    )
    expect(manifest.display).toBe('standalone')
    for (const { src } of manifest.icons) expect((await page.request.get(`${city.base}${src}`)).status()).toBe(200)
    const asks = await page.evaluate<boolean>(`dispatchEvent(new Event('beforeinstallprompt', { cancelable: true }))`)
    expect(asks, 'the browser’s own question is held back').toBe(false)
    await page.close()
  })
})
