/** `npm run screenshots`: the screens of phone and desk, both languages, elder mode, into screenshots/ to be looked at. `-- 01 09` takes only those. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { browserPath, openBrowser } from '../testing/browser.ts'
import { withCity } from './city.ts'

type Screen = { readonly name: string; readonly login: string | null; readonly path: string; readonly ready: string }

const SCREENS: readonly Screen[] = [
  { name: '01-home', login: null, path: '/', ready: '.grid-fields button, .errands' },
  { name: '02-guide', login: null, path: '/services/YQ-05-001', ready: '.sticky-act' },
  { name: '03-apply', login: 'wangxiulan', path: '/apply/YQ-05-001', ready: 'form .notice' },
  { name: '04-mine', login: 'lijianguo', path: '/mine', ready: '.section' },
  { name: '05-start', login: 'lijianguo', path: '/start/data-correction', ready: '#start-should, [data-screen]' },
  { name: '06-open', login: null, path: '/open', ready: 'summary' },
  { name: '07-tour', login: null, path: '/tour', ready: '.timeline' },
  { name: '08-inbox', login: 'chenjing', path: '/staff', ready: '.list-row' },
  { name: '09-case', login: 'sunli', path: '/staff#first', ready: '[data-step]' },
  { name: '10-register', login: 'liuyang', path: '/staff/registers/residents', ready: '.list li' },
  { name: '11-settings', login: 'hanmei', path: '/staff/settings', ready: 'table' },
  { name: '13-family', login: 'wangxiulan', path: '/family', ready: '#family-code' },
  { name: '14-talk', login: 'lijianguo', path: '/talk', ready: '.section' },
  { name: '15-results', login: null, path: '/find#search', ready: '.results a' },
  { name: '20-plan', login: null, path: '/plan', ready: '[data-sentence]' },
  { name: '21-city', login: null, path: '/city', ready: 'h1' },
  { name: '22-lists', login: null, path: '/lists', ready: 'h1' },
  { name: '23-certificates', login: 'lijianguo', path: '/certificates', ready: 'h1' },
  { name: '16-counter', login: 'chenjing', path: '/staff/counter', ready: '#person-name' },
  { name: '17-staff-sign-in', login: null, path: '/staff', ready: '#login' },
  { name: '18-resident-case', login: 'wangxiulan', path: '/mine#first', ready: '[data-step]' },
  { name: '12-gallery', login: 'chenjing', path: '/staff/gallery', ready: '[data-gallery] .timeline' },
]
/** What a person chose to see: all, or the numbers given. */
const WANTED = process.argv.slice(2)
const VIEWS = [
  { name: '390-zh', width: 390, language: 'zh', elder: false },
  { name: '390-en', width: 390, language: 'en', elder: false },
  { name: '390-zh-elder', width: 390, language: 'zh', elder: true },
  { name: '1440-zh', width: 1440, language: 'zh', elder: false },
  { name: '1440-en', width: 1440, language: 'en', elder: false },
] as const

const TALLEST = 2600
const HEIGHT = (width: number): number => (width < 500 ? 844 : 900)

if (!browserPath) throw new Error('no Chromium found: set CHROMIUM to its path')
const folder = join(import.meta.dirname, '../screenshots')
mkdirSync(folder, { recursive: true })
await withCity(async (base) => {
  const browser = await openBrowser()
  for (const view of VIEWS) {
    const context = await browser.newContext({
      viewport: { width: view.width, height: HEIGHT(view.width) },
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    await page.goto(`${base}/?lang=${view.language}`)
    await page.evaluate(`localStorage.setItem('liren-place', '140302001001')`)
    if (view.elder) await page.evaluate(`localStorage.setItem('liren-elder', '1')`)
    for (const screen of SCREENS) {
      if (view.elder && screen.path.startsWith('/staff')) continue
      if (WANTED.length && !WANTED.some((one) => screen.name.startsWith(one))) continue
      await open(page, base, screen)
      const { width } = view
      const height = Math.min(TALLEST, (await page.evaluate('document.documentElement.scrollHeight')) as number)
      await page.setViewportSize({ width, height: Math.max(height, HEIGHT(width)) }) // so that the foot is at the foot
      await page.screenshot({ path: join(folder, `${screen.name}-${view.name}.png`) })
      await page.setViewportSize({ width, height: HEIGHT(width) })
    }
    await context.close()
  }
  await browser.close()
})
console.log(`${SCREENS.length} screens in ${folder}`)

async function open(page: Page, base: string, screen: Screen): Promise<void> {
  await page.evaluate(
    `fetch('/api/${screen.login ? 'demo/sign-in' : 'sign-out'}', { method: 'POST', headers: { 'x-liren': '1', ...(${screen.login !== null} ? { 'content-type': 'application/json' } : {}) } ${screen.login ? `, body: JSON.stringify({ login: '${screen.login}' })` : ''} })`,
  )
  const [path = '', then] = screen.path.split('#')
  await page.goto(`${base}${path}`)
  if (then === 'first') await page.locator('.list-row button, main li.card a').first().click()
  if (then === 'search') await page.fill('#search', '老年')
  await page.waitForSelector(screen.ready)
  await page.waitForLoadState('networkidle').catch(() => {}) // the live stream of a desk never rests
}
