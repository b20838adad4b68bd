/** `npm run build`: the two web apps into dist/, compressed beside the originals. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build } from 'vite'

export async function buildPages(root: string): Promise<void> {
  for (const [app, base] of [
    ['resident', '/'],
    ['staff', '/staff/'],
  ] as const) {
    await build({
      root: join(root, 'apps', app),
      base,
      configFile: false,
      logLevel: 'warn',
      resolve: { alias: { zod: join(root, 'pages/no-zod.ts') } },
      oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
      build: {
        outDir: join(root, 'dist', app),
        emptyOutDir: true,
        target: 'es2022',
        modulePreload: { polyfill: false },
        cssCodeSplit: true,
        reportCompressedSize: false,
      },
    })
    if (app === 'resident') writeWorker(root)
    compress(join(root, 'dist', app))
  }
}

/** The offline shell knows by name what it has to hold; its version is theirs. */
function writeWorker(root: string): void {
  const assets = readdirSync(join(root, 'dist/resident/assets')).map((name) => `/assets/${name}`)
  const shell = ['/', '/icon.svg', '/manifest.webmanifest', ...assets]
  const version = createHash('sha256').update(shell.join()).digest('hex').slice(0, 12)
  const source = readFileSync(join(root, 'apps/resident/sw.js'), 'utf8')
  const filled = source
    .replace("const SHELL = ['/']", `const SHELL = ${JSON.stringify(shell)}`)
    .replace("const VERSION = 'development'", `const VERSION = 'liren-${version}'`)
  writeFileSync(join(root, 'dist/resident/sw.js'), filled)
}

function compress(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) compress(path)
    else if (/\.(js|css|svg|json|webmanifest)$/.test(entry.name)) {
      const bytes = readFileSync(path)
      writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }))
      writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
    }
  }
}

if (import.meta.main) await buildPages(join(import.meta.dirname, '..'))
