import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { capabilities } from '../../capabilities/registry.ts'
import { plainDate } from '#kernel/calendar'
import { browserPath, openBrowser, signIn, violations } from '#testing/browser.ts'
import { withServer } from '#testing/server.ts'
import { readPlaces } from './city.ts'
import { fillCity, type Maker } from './demo/city/fill.ts'

const TODAY = '2026-03-02'
const COUNTY = '140302000000'
const COMMUNITY = '140302001001'
const NEXT = '140302001002'
const BODIES = ['村(居)务监督委员会', '人民调解委员会', '环境和物业管理委员会']
const TEAMS = ['老年协会', '志愿服务队', '未登记的社区社会组织']

/** A community whose premises are short of the floor, and one that has next to nothing. */
const maker: Maker = function* ({ code }) {
  const body = (kind: string, name: string) => ({ 所在地: code, 名称: name, 类别: kind, 状态: '正常' })
  yield ['organisations', 2, body('居民小组', '第一居民小组')]
  if (code === COMMUNITY) for (const kind of BODIES) yield ['organisations', 0, body(kind, kind)]
  if (code === COMMUNITY)
    for (const kind of TEAMS)
      yield [
        'organisations',
        0,
        { ...body(kind, kind), 管理层级: '社区党组织领导', 服务领域: '文体娱乐', 最近活动日期: '2026-2-10' },
      ]
  yield ['organisations', 0, { ...body('驻区单位', '第一中学'), 有可开放的设施: '是' }]
  const premises = { 社区: code, 来源: '自建', 可以使用: '是', 权利人: '政府', 不动产权证号: '晋2026-001' }
  yield ['premises', 0, { ...premises, 设施类别: '服务用房', 设施名称: '服务中心', 建筑面积: '420.50' }]
  yield ['premises', 0, { ...premises, 设施类别: '健身路径', 设施名称: '健身路径', 建筑面积: '300.00' }]
  const meter = { 社区: code, 设施名称: '服务中心', 价格类别: '居民价格' }
  yield ['meters', 1, { ...meter, 能源类别: '供热', 表号: 'R-1' }]
  yield ['meters', 1, { ...meter, 能源类别: '供电', 表号: 'D-1', 价格类别: '非居民价格' }]
  const plaque = { 社区: code, 类别: '牌子', 挂牌单位类别: '职能部门', 挂牌单位: '某局' }
  yield ['plaques', code === NEXT ? 2 : 0, { ...plaque, 牌子名称: '某某工作站' }]
}

if (!browserPath) console.log('no Chromium found: the dashboard is not looked at (set CHROMIUM to its path)')

describe.skipIf(!browserPath)('the city dashboard', () => {
  const city = withServer({ today: TODAY, listen: true })
  let browser: Browser
  let errors: string[] = []

  beforeAll(async () => {
    browser = await openBrowser()
    const places = readPlaces(join(import.meta.dirname, '../..')).filter((one) =>
      [COUNTY, COMMUNITY, NEXT].includes(one.code),
    )
    await fillCity({
      services: city.server.services,
      registers: capabilities.flatMap((one) => one.registers ?? []),
      places,
      today: plainDate(TODAY),
      makers: [maker],
      told: () => {},
    })
    await city.server.counter.newDay()
    await city.server.counter.settled()
  }, 120_000)
  afterAll(() => browser?.close())

  const open = async (path: string, width = 1440, language = 'zh'): Promise<Page> => {
    const context: BrowserContext = await browser.newContext({
      viewport: { width, height: 844 },
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
    })
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    errors = []
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text())
    })
    page.on('pageerror', (error) => errors.push(String(error)))
    await page.goto(`${city.base}${path}${path.includes('?') ? '&' : '?'}lang=${language}`)
    await page.waitForSelector('.city h1')
    return page
  }

  test.each([
    ['I-14', 'organisations'],
    ['I-21', 'organisations'],
    ['I-28', 'organisations'],
    ['I-35', 'organisations'],
    ['I-11', 'organisations'],
    ['I-66', 'organisations'],
    ['I-49', 'premises'],
    ['I-51', 'premises'],
    ['I-52', 'meters'],
    ['I-58', 'plaques'],
  ])(
    '%s of the city is followed to its rows in two clicks',
    async (id, register) => {
      const page = await open('/city')
      await page.click(`[data-figure="${id}"]`)
      await page.waitForSelector('.tile-map a.tile')
      await page.click(`.tile-map a[data-tile="${COMMUNITY}"]`)
      await page.waitForSelector(`[data-behind="${register}"] tbody tr`)
      expect(new URL(page.url()).pathname).toBe(`/city/${id}/${COMMUNITY}`)
      expect(await page.locator('[data-big]').textContent()).toMatch(/\d/)
      expect(await page.locator('[data-counted]').first().textContent()).toMatch(/计入/)
      expect(errors).toEqual([])
      await page.context().close()
    },
    30_000,
  )

  test('the arrow keys walk the map, which is one stop of the Tab key, and Enter goes down to the street', async () => {
    const page = await open('/city/I-49')
    const focused = () => page.evaluate(`document.activeElement?.dataset.tile ?? null`)
    const stops = await page.locator('.tile-map a').evaluateAll((all) => all.filter((one) => one.tabIndex === 0).length)
    expect(stops).toBe(1)
    await page.locator('.tile-map a').first().focus()
    expect(await focused()).toBe(COUNTY)
    await page.keyboard.press('ArrowRight')
    expect(await focused()).toBe('140302001000')
    await page.keyboard.press('ArrowDown')
    expect(await focused()).toBe(COMMUNITY)
    await page.keyboard.press('ArrowRight')
    expect(await focused()).toBe(NEXT)
    expect(await page.getAttribute(`[data-tile="${NEXT}"]`, 'aria-label')).toMatch(/^窑坡社区 · .+达标/)
    expect(await page.textContent('.readout')).toContain('窑坡社区')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.waitForSelector('h1 ~ p a[href$="140302001000"]')
    expect(new URL(page.url()).pathname).toBe('/city/I-49/140302001000')
    await page.context().close()
  })

  test('the slider moves figure, map and table together to a month on record; the address keeps it', async () => {
    const page = await open('/city/I-58')
    const big = async () => (await page.textContent('[data-big]'))?.trim()
    const tile = () => page.getAttribute(`.tile-map [data-tile="${NEXT}"]`, 'aria-label')
    expect(await big()).toBe('2')
    expect(await tile()).toContain('多出 1')
    await page.focus('#month')
    await page.keyboard.press('Home')
    await page.waitForURL(/month=2025-04/)
    await vi.waitFor(async () => expect(await big()).toBe('1'))
    expect(await tile()).toContain('达标')
    expect(await page.textContent(`[data-part="${COUNTY}"]`)).toContain('多出 1')
    await page.keyboard.press('End')
    await page.waitForURL((url) => url.search === '')
    await vi.waitFor(async () => expect(await big()).toBe('2'))
    await page.goto(`${city.base}/city/I-58?month=2026-02`)
    await page.waitForSelector('[data-big]')
    expect(await page.getAttribute('#month', 'aria-valuetext')).toBe('2026年2月')
    await page.context().close()
  })

  test('a table of parts is in order of code until asked otherwise, and the CSV holds what is on the page', async () => {
    const page = await open(`/city/I-58/140302001000`)
    const parts = () =>
      page.locator('[data-part]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-part')))
    expect((await parts()).slice(0, 2)).toEqual([COMMUNITY, NEXT])
    await page.click('[data-sort=name]')
    expect(await page.locator('th[aria-sort=ascending]').textContent()).toContain('名称')
    await page.click('[data-sort=gap]')
    expect(new Set((await parts()).slice(0, 2))).toEqual(new Set([COMMUNITY, NEXT]))
    const [file] = await Promise.all([page.waitForEvent('download'), page.click('[data-csv]')])
    expect(file.suggestedFilename()).toMatch(/\.csv$/)
    const answer = await city.send('GET', (await page.getAttribute('[data-csv]', 'href')) ?? '')
    expect(String(answer.body)).toContain('I-58')
    expect(String(answer.body).split('\r\n').length).toBeGreaterThan(10)
    await page.context().close()
  })

  test('a figure names its departments and leads to its sentence of the plan', async () => {
    const page = await open('/city/I-14')
    await page.waitForSelector('text=市委组织部')
    await page.click('a[href^="/plan/"]')
    await page.waitForURL(/\/plan\/.+/)
    await page.waitForSelector('.plan')
    await page.context().close()
  })

  test('one request a view: an overview asks once for its figures, a figure once for all its places', async () => {
    const page = await open('/city')
    const asked: string[] = []
    page.on('request', (request) => {
      if (/\/api\/(figures|indicators)/.test(request.url())) asked.push(new URL(request.url()).pathname)
    })
    await page.click('[data-figure="I-49"]')
    await page.waitForSelector('.tile-map a.tile')
    expect(asked).toEqual(['/api/figures/I-49'])
    await page.context().close()
  })

  test('long public answers leave compressed, answers about a person never', async () => {
    const encodingOf = async (url: string) => {
      const answer = await city.server.app.inject({ url, headers: { 'accept-encoding': 'gzip, br' } })
      return [answer.statusCode, answer.headers['content-encoding'], answer.rawPayload] as const
    }
    const [status, encoding, bytes] = await encodingOf('/api/figures/I-49?below=all')
    expect([status, encoding]).toEqual([200, 'gzip'])
    const plain = await city.send('GET', '/api/figures/I-49?below=all')
    expect(JSON.parse(gunzipSync(bytes).toString())).toEqual(plain.body)
    expect(bytes.length * 5).toBeLessThan(plain.raw.length)
    for (const url of ['/api/me', '/api/figures/I-99']) expect((await encodingOf(url))[1]).toBeUndefined()
  })

  test('figures may stand in frames of other sites, nothing else of ours may', async () => {
    const policyOf = async (path: string) => {
      const { headers } = await fetch(`${city.base}${path}`)
      return [headers.get('content-security-policy') ?? '', headers.get('x-frame-options')] as const
    }
    const [embedded, frame] = await policyOf('/embed/city/I-49?lang=en')
    expect(embedded).toContain('frame-ancestors *')
    expect(embedded).toContain("script-src 'self'")
    expect(frame).toBeNull()
    for (const path of [
      '/',
      '/city',
      '/city/I-49',
      '/staff',
      '/mine',
      '/embed',
      '/embed/mine',
      '/embed/cityhall',
      '/api/me',
    ]) {
      const [policy, options] = await policyOf(path)
      expect(policy, path).toContain("frame-ancestors 'none'")
      expect(options, path).not.toBeNull()
    }
    const page = await open('/embed/city/I-49', 390, 'en')
    expect(await page.locator('nav.tabs, header.bar, button:has-text("Print")').count()).toBe(0)
    expect(await page.getAttribute('html', 'lang')).toBe('en')
    expect(await violations(page)).toEqual([])
    await page.click(`.tile-map a[data-tile="${COMMUNITY}"]`)
    await page.waitForSelector('[data-behind=premises]')
    expect(new URL(page.url()).pathname).toBe(`/embed/city/I-49/${COMMUNITY}`)
    await page.context().close()
  })

  test('a frame of another site shows the figures', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const other = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html')
      response.end(`<iframe src="${city.base}/embed/city/I-49"></iframe><iframe src="${city.base}/city/I-49"></iframe>`)
    })
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`)
    await page.frameLocator('iframe').first().locator('[data-big]').waitFor()
    expect(await page.frameLocator('iframe').nth(1).locator('[data-big]').count()).toBe(0)
    await context.close()
    other.close()
  })

  test('the frame code on the share sheet is the address of this view', async () => {
    const page = await open(`/city/I-49/${COUNTY}`)
    await page.getByRole('button', { name: '分享与嵌入' }).click()
    expect(await page.inputValue('#share-frame')).toContain(`/embed/city/I-49/${COUNTY}?lang=zh"`)
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.context().close()
  })

  test('what is not there says so: no data with the register that is missing, not applicable, no such figure, no network', async () => {
    const page = await open('/city/I-17')
    await page.waitForSelector('.notice >> text=社会工作')
    expect(await page.textContent('[data-big]')).toContain('暂无数据')
    await page.goto(`${city.base}/city/I-49/140311400210`)
    expect(await page.textContent('[data-big]')).toContain('不适用')
    await page.goto(`${city.base}/city/I-99`)
    await page.waitForSelector('text=没有这项指标')
    await page.goto(`${city.base}/city/nowhere`)
    await page.waitForSelector('.empty')
    await page.goto(`${city.base}/city`)
    await page.waitForSelector('.headlines')
    await page.context().setOffline(true)
    await page.click('[data-figure="I-14"]')
    await page.waitForSelector('.notice.refusal')
    await page.context().setOffline(false)
    await page.waitForSelector('.tile-map a.tile')
    await page.context().close()
  })

  test.each([390, 1440])(
    'no axe violation and nothing wider than the screen at %i, in any mode, both apps',
    async (width) => {
      const found: string[] = []
      const look = async (on: Page, path: string): Promise<void> => {
        await on.goto(`${city.base}${path}`)
        await on.waitForSelector('.city h1')
        for (const mode of ['light', 'dark', 'contrast', 'elder'] as const) {
          await on.evaluate(
            `(() => { const d = document.documentElement.dataset; delete d.theme; delete d.contrast; delete d.elder; ${mode === 'contrast' ? "d.contrast = 'high'" : mode === 'elder' ? "d.elder = ''" : `d.theme = '${mode}'`} })()`,
          )
          found.push(...(await violations(on)).map((one) => `${path} ${mode} ${one}`))
          const wider = await on.evaluate(`document.documentElement.scrollWidth - innerWidth`)
          if (Number(wider) > 0) found.push(`${path} ${mode} is ${String(wider)} px wider than the screen`)
        }
      }
      const resident = await open('/city', width)
      for (const path of ['/city', `/city/${COMMUNITY}`, '/city/I-49', `/city/I-49/${COMMUNITY}`, '/city/I-17'])
        await look(resident, path)
      await signIn(resident, 'hanmei')
      for (const path of ['/staff/city', '/staff/city/I-14']) await look(resident, path)
      expect(found).toEqual([])
      await resident.context().close()
    },
    90_000,
  )
})
