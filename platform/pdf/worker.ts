/** The child that typesets: the compiler is native and large, so it lives here and dies when idle. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

type Job = { id: number; source: string; data: string; files: Record<string, string>; createdAt: number }

const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'))
const compiler = NodeCompiler.create({
  workspace: join(import.meta.dirname),
  fontArgs: [{ fontPaths: [join(fonts, '400Regular'), join(fonts, '700Bold')] }],
})

process.on('message', (job: Job) => {
  try {
    for (const [name, text] of Object.entries(job.files))
      compiler.mapShadow(join(import.meta.dirname, name), Buffer.from(text))
    const pdf = compiler.pdf(
      { mainFileContent: job.source, inputs: { data: job.data } },
      { pdfStandard: 'a-2b', creationTimestamp: job.createdAt },
    )
    process.send?.({ id: job.id, pdf: Buffer.from(pdf).toString('base64') })
  } catch (error) {
    process.send?.({ id: job.id, error: String(error instanceof Error ? error.message : error).slice(0, 2000) })
  }
})
process.on('disconnect', () => process.exit(0))
process.send?.({ ready: true })
