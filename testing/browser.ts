/** Chromium for the browser journeys, where there is one. */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, chromium, type Page } from 'playwright-core'

const PLACES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
export const browserPath = PLACES.find((path) => path !== undefined && existsSync(path))

/** Quiet: no look-ups of its own, so that it works with no network. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: browserPath ?? '',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

let axe: string | undefined

/** What axe finds on the page as it stands: rule and place of each violation. */
export async function violations(page: Page): Promise<string[]> {
  axe ??= readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  await page.evaluate(`${axe};0`)
  return page.evaluate(
    `axe.run(document, { resultTypes: ['violations'] }).then((r) => r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target.join(' ')).slice(0, 3).join(', ')))`,
  )
}

/** Signs a person of the demonstration in; the page must stand on the server's own address. */
export async function signIn(page: Page, login: string): Promise<void> {
  await page.evaluate(
    `fetch('/api/demo/sign-in', { method: 'POST', headers: { 'content-type': 'application/json', 'x-liren': '1' }, body: JSON.stringify({ login: '${login}' }) })`,
  )
}
