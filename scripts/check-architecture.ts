/**
 * The architecture as a list of things that never happen (ARCHITECTURE 2). Reads every import of every module; fails when it
 * saw fewer modules than there are, so that it can never pass on nothing.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

export type Module = {
  readonly path: string
  readonly lines: number
  readonly imports: readonly Import[]
  readonly text: string
}
export type Import = { readonly to: string; readonly typeOnly: boolean; readonly external: boolean }
export type Violation = { readonly rule: string; readonly from: string; readonly to: string }

const FOLDERS = ['kernel', 'capabilities', 'platform', 'ui', 'pages', 'apps', 'testing']
const PURE_KERNEL =
  /^kernel\/(outcome|law|text|pack|calendar|tally|money|form|procedure|identity-number|authority)\/|^kernel\/(indicator\/index|document\/number)\.ts$/
const PURE =
  /^capabilities\/[^/]+\/(rules|terms|packs|dictionary|match|words|changes|present|build|search|form|actors|catalogue|[^/]+\.(procedure|moves|indicator))\.ts$|^capabilities\/[^/]+\/(items|indicators|seed)\//
const FOR_PAGES = /\/contract\.ts$|\/terms\.ts$|\/names\.ts$|\/texts?\.ts$|^platform\/http\/(endpoint|client)\.ts$/
const PAGES = /^(pages|apps\/(resident|staff))\//
const DATABASE = /^platform\/db\//
const MAY_USE_DATABASE =
  /\/store\.ts$|^kernel\/(context|ledger-store|indicator-store)\/|^capabilities\/[^/]+\/index\.ts$|^kernel\/person\/sessions\.ts$/
const TEST = /\.test\.tsx?$|^testing\//

type Rule = { readonly name: string; readonly broken: (from: string, to: string, typeOnly: boolean) => boolean }

/** Each: from, to, and what must not be. */
export const RULES: readonly Rule[] = [
  {
    name: 'platform knows nothing of governance',
    broken: (from, to) => from.startsWith('platform/') && /^(kernel|capabilities|apps|ui|pages)\//.test(to),
  },
  {
    name: 'the kernel knows no capability',
    broken: (from, to) =>
      from.startsWith('kernel/') && !TEST.test(from) && /^(capabilities|apps|ui|pages|testing)\//.test(to),
  },
  { name: 'ui is looks, not meaning', broken: (from, to) => from.startsWith('ui/') && !to.startsWith('ui/') },
  {
    name: 'nothing imports apps',
    broken: (from, to) => to.startsWith('apps/') && !from.startsWith('apps/') && !TEST.test(from),
  },
  {
    name: 'apps are strangers',
    broken: (from, to) =>
      /^apps\/([^/]+)\//.exec(from)?.[1] !== /^apps\/([^/]+)\//.exec(to)?.[1] &&
      from.startsWith('apps/') &&
      to.startsWith('apps/'),
  },
  {
    name: 'the pure kernel is pure',
    broken: (from, to) => PURE_KERNEL.test(from) && !TEST.test(from) && !PURE_KERNEL.test(to),
  },
  {
    name: 'rules are pure',
    broken: (from, to, typeOnly) =>
      PURE.test(from) &&
      !(
        PURE.test(to) ||
        PURE_KERNEL.test(to) ||
        to.startsWith('kernel/indicator/') ||
        /^capabilities\/[^/]+\/(index|notices|texts)\.ts$/.test(to) ||
        (typeOnly && (to.startsWith('kernel/document/') || to === 'kernel/register/definition.ts'))
      ),
  },
  {
    name: 'a capability is entered by its front door',
    broken: (from, to) => {
      const [a, b] = [capabilityOf(from), capabilityOf(to)]
      return (
        a !== undefined &&
        b !== undefined &&
        a !== b &&
        !TEST.test(from) &&
        !(to.endsWith('/index.ts') || to.endsWith('/contract.ts'))
      )
    },
  },
  {
    name: 'only stores touch the database',
    broken: (from, to, typeOnly) =>
      /^(capabilities|kernel)\//.test(from) &&
      !TEST.test(from) &&
      DATABASE.test(to) &&
      !typeOnly &&
      !MAY_USE_DATABASE.test(from),
  },
  {
    name: 'routes never skip actions for tables of their own',
    broken: (from, to) => /^capabilities\/.*\/routes\.ts$/.test(from) && DATABASE.test(to),
  },
  {
    name: 'pages see no server',
    broken: (from, to, typeOnly) =>
      PAGES.test(from) &&
      !typeOnly &&
      !(PAGES.test(to) || FOR_PAGES.test(to) || PURE_KERNEL.test(to) || to.startsWith('ui/')),
  },
  {
    name: 'the server loads no pages',
    broken: (from, to) => from.startsWith('apps/server/') && (to.endsWith('.tsx') || to.startsWith('pages/')),
  },
  {
    name: 'time comes in as an argument',
    broken: (from, to, typeOnly) =>
      /^(capabilities|kernel|ui)\//.test(from) && to.startsWith('platform/clock/') && !typeOnly,
  },
  { name: 'tests are leaves', broken: (from, to) => !TEST.test(from) && TEST.test(to) },
]

function capabilityOf(path: string): string | undefined {
  return /^capabilities\/([^/]+)\//.exec(path)?.[1]
}

export function readModules(root: string): Module[] {
  const modules: Module[] = []
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) walk(path)
      else if (/\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts')) modules.push(readModule(root, path))
    }
  }
  for (const folder of FOLDERS) if (existsSync(join(root, folder))) walk(folder)
  return modules
}

function readModule(root: string, path: string): Module {
  const text = readFileSync(join(root, path), 'utf8')
  const imports: Import[] = []
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[\w*{][^'"\n;]*?from\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g
  for (const match of text.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(pattern)) {
    const given = match[2] ?? match[3] ?? ''
    const to = target(root, path, given)
    imports.push({ to: to ?? given, typeOnly: match[1] !== undefined, external: to === undefined })
  }
  return { path, lines: text.split('\n').length, imports, text }
}

function target(root: string, from: string, given: string): string | undefined {
  if (given.startsWith('.')) return relative(root, resolve(root, dirname(from), given))
  const match = /^#(kernel|platform|capabilities|ui|testing)\/(.+)$/.exec(given)
  if (!match) return undefined
  return /\.(tsx?|css)$/.test(given) ? `${match[1]}/${match[2]}` : `${match[1]}/${match[2]}/index.ts`
}

export function violationsOf(root: string, modules: readonly Module[]): Violation[] {
  const found: Violation[] = []
  const known = new Map(modules.map((one) => [one.path, one]))
  const packages = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies?: object
    devDependencies?: object
  }
  for (const one of modules) {
    if (one.lines > 400) found.push({ rule: 'no file over 400 lines', from: one.path, to: String(one.lines) })
    if (/(^|\/)(utils?|helpers?|common|shared|misc)(\/|\.tsx?$)/.test(one.path))
      found.push({ rule: 'no drawers', from: one.path, to: '' })
    if (
      /^(kernel|capabilities|ui)\//.test(one.path) &&
      !TEST.test(one.path) &&
      /\bDate\.now\(|new Date\(\)|Math\.random\(|process\.env/.test(one.text)
    )
      found.push({ rule: 'no clock, chance or environment in kernel, capabilities, ui', from: one.path, to: '' })
    for (const { to, typeOnly, external } of one.imports) {
      if (external) {
        const name = to.startsWith('@') ? to.split('/').slice(0, 2).join('/') : (to.split('/')[0] ?? '')
        if (PURE_KERNEL.test(one.path) && !TEST.test(one.path))
          found.push({ rule: 'the pure kernel is pure', from: one.path, to })
        if (one.path.endsWith('contract.ts') && to.startsWith('node:'))
          found.push({ rule: 'contracts run anywhere', from: one.path, to })
        if (
          !name.startsWith('node:') &&
          name !== 'vitest' &&
          !Object.hasOwn({ ...packages.dependencies, ...packages.devDependencies }, name)
        )
          found.push({ rule: 'no undeclared packages', from: one.path, to })
        if (!TEST.test(one.path) && Object.hasOwn(packages.devDependencies ?? {}, name) && !typeOnly)
          found.push({ rule: 'no dev packages at run time', from: one.path, to })
        continue
      }
      if (!known.has(to) && /\.tsx?$/.test(to) && !existsSync(join(root, to)))
        found.push({ rule: 'every import leads somewhere', from: one.path, to })
      for (const rule of RULES)
        if (rule.broken(one.path, to, typeOnly)) found.push({ rule: rule.name, from: one.path, to })
    }
  }
  return [...found, ...undeclaredUses(root, modules), ...rings(modules)]
}

function undeclaredUses(root: string, modules: readonly Module[]): Violation[] {
  return modules.flatMap((one) => {
    const name = capabilityOf(one.path)
    if (name === undefined || TEST.test(one.path) || !existsSync(join(root, `capabilities/${name}/capability.ts`)))
      return []
    const uses =
      /uses:\s*\[([^\]]*)\]/.exec(readFileSync(join(root, `capabilities/${name}/capability.ts`), 'utf8'))?.[1] ?? ''
    return one.imports
      .filter(
        ({ to }) =>
          capabilityOf(to) !== undefined && capabilityOf(to) !== name && !uses.includes(`'${capabilityOf(to)}'`),
      )
      .map(({ to }) => ({ rule: 'uses are declared', from: one.path, to }))
  })
}

/** Rings of files that import one another's values (types alone are erased). */
function rings(modules: readonly Module[]): Violation[] {
  const next = new Map(
    modules
      .filter((one) => !TEST.test(one.path))
      .map((one) => [one.path, one.imports.filter((to) => !to.external && !to.typeOnly).map((to) => to.to)]),
  )
  const state = new Map<string, 'open' | 'done'>()
  const found: Violation[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    if (state.get(path) === 'done') return
    if (state.get(path) === 'open') {
      found.push({ rule: 'no rings', from: path, to: [...trail.slice(trail.indexOf(path)), path].join(' → ') })
      return
    }
    state.set(path, 'open')
    for (const to of next.get(path) ?? []) visit(to, [...trail, path])
    state.set(path, 'done')
  }
  for (const path of next.keys()) visit(path, [])
  return found
}

export function countFiles(root: string): number {
  const count = (folder: string): number =>
    readdirSync(folder, { withFileTypes: true, recursive: true }).filter(
      (entry) => entry.isFile() && /\.tsx?$/.test(entry.name),
    ).length
  return FOLDERS.filter((folder) => existsSync(join(root, folder))).reduce(
    (sum, folder) => sum + count(join(root, folder)),
    0,
  )
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..')
  const modules = readModules(root)
  const found = violationsOf(root, modules)
  for (const { rule, from, to } of found) console.error(`${rule}: ${from}${to ? ` → ${to}` : ''}`)
  const there = countFiles(root)
  console.log(
    `architecture: ${modules.length} modules seen of ${there}, ${modules.reduce((sum, one) => sum + one.imports.length, 0)} imports, ${found.length} violations`,
  )
  process.exit(found.length > 0 || modules.length < there || modules.length < 100 ? 1 : 0)
}
