/** `npm run lighthouse`: five pages of the built resident app on a simulated phone; fails below the bar. Fetches Lighthouse by npx. */
import { execFileSync } from 'node:child_process'
import { browserPath } from '../testing/browser.ts'
import { withCity } from './city.ts'

const LIGHTHOUSE = 'lighthouse@13'
const PAGES = ['/', '/services/YQ-05-001', '/t', '/open', '/mine']
const BAR = { performance: 0.95, accessibility: 1, 'best-practices': 0.95 } as const

const METRICS = {
  'first-contentful-paint': 'FCP',
  'largest-contentful-paint': 'LCP',
  'total-blocking-time': 'TBT',
  'cumulative-layout-shift': 'CLS',
} as const

type Report = {
  categories: Record<keyof typeof BAR, { score: number }>
  audits: Record<string, { displayValue?: string }>
}

if (!browserPath) throw new Error('no Chromium found: set CHROMIUM to its path')
let failed = false
await withCity(async (base) => {
  for (const path of PAGES) {
    const out = execFileSync(
      'npx',
      [
        '--yes',
        LIGHTHOUSE,
        `${base}${path}`,
        '--quiet',
        '--chrome-flags=--headless --no-sandbox --disable-gpu --disable-background-networking',
        '--output=json',
        `--only-categories=${Object.keys(BAR).join(',')}`,
      ],
      {
        encoding: 'utf8',
        maxBuffer: 1 << 28,
        env: { ...process.env, CHROME_PATH: browserPath },
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    )
    const { categories, audits } = JSON.parse(out) as Report
    const scores = Object.entries(BAR).map(([name, least]) => {
      const { score } = categories[name as keyof typeof BAR]
      if (score < least) failed = true
      return `${name} ${Math.round(score * 100)}${score < least ? ` (below ${least * 100})` : ''}`
    })
    const shown = Object.entries(METRICS).map(([audit, name]) => `${name} ${audits[audit]?.displayValue ?? ''}`)
    console.log(`${path.padEnd(22)} ${scores.join('  ')}  ${shown.join('  ')}`)
  }
})
process.exit(failed ? 1 : 0)
