/** `npm run build`: the two web apps into dist/, compressed beside the originals. */
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
    compress(join(root, 'dist', app))
  }
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
