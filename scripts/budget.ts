/** Page weight (体积预算): what the first screen of each app loads, compressed, against its limit. Part of `npm run check`. */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { preparePages } from '../apps/server/pages.ts'

/** Kilobytes of JavaScript, brotli. */
export const LIMITS = { resident: 60, staff: 350 } as const

/** The scripts that the page's own HTML names: its entry and everything that entry imports at once. */
export function firstScripts(html: string): string[] {
  return [...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].flatMap((match) => (match[1] ? [match[1]] : []))
}

export function weigh(dist: string, app: keyof typeof LIMITS): number {
  const folder = join(dist, app)
  const scripts = firstScripts(readFileSync(join(folder, 'index.html'), 'utf8'))
  if (scripts.length === 0) throw new Error(`${app}: its page names no script`)
  return (
    scripts.reduce((sum, path) => sum + statSync(`${join(folder, path.replace(/^\/(staff\/)?/, ''))}.br`).size, 0) /
    1000
  )
}

/** Those above their limit, by name. */
export function overweight(weights: readonly { readonly app: keyof typeof LIMITS; readonly kb: number }[]): string[] {
  return weights.filter(({ app, kb }) => kb > LIMITS[app]).map(({ app }) => app)
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..')
  await preparePages(root, () => {})
  const weights = (['resident', 'staff'] as const).map((app) => ({ app, kb: weigh(join(root, 'dist'), app) }))
  console.log(weights.map(({ app, kb }) => `${app} ${kb.toFixed(1)} of ${LIMITS[app]} kB`).join(', '))
  process.exit(overweight(weights).length === 0 ? 0 : 1)
}
