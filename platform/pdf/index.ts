/** PDF/A-2b by Typst, in a child process that is started when needed and ended when idle, so that the server stays small. */
import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'

export class PdfError extends Error {
  override name = 'PdfError'
}

export type PdfJob = {
  /** Typst source; user text comes in as `json(bytes(sys.inputs.data))`, never inside the source. */
  readonly source: string
  readonly data: unknown
  /** Files beside the source, by name. */
  readonly files?: Readonly<Record<string, string>>
  /** Seconds since 1970, for the document's own date. */
  readonly createdAt: number
}
export interface PdfRenderer {
  render(job: PdfJob): Promise<Uint8Array>
  close(): Promise<void>
}

type Waiting = { resolve: (pdf: Uint8Array) => void; reject: (reason: Error) => void }

/** A child that dies or hangs is replaced and the job tried once more. */
export function createPdfRenderer(options: { idleMs?: number; patienceMs?: number } = {}): PdfRenderer {
  const { idleMs = 15_000, patienceMs = 20_000 } = options
  let child: ChildProcess | undefined
  let idle: NodeJS.Timeout | undefined
  let next = 0
  let turn: Promise<unknown> = Promise.resolve()
  const waiting = new Map<number, Waiting>()

  const end = (): void => {
    clearTimeout(idle)
    child?.kill('SIGKILL')
    child = undefined
  }
  const start = (): ChildProcess => {
    const fresh = fork(join(import.meta.dirname, 'worker.ts'), {
      serialization: 'json',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: {},
      execArgv: ['--disable-warning=ExperimentalWarning'],
    })
    fresh.on('message', (message: { id?: number; pdf?: string; error?: string }) => {
      if (message.id === undefined) return
      const one = waiting.get(message.id)
      waiting.delete(message.id)
      if (message.pdf !== undefined) one?.resolve(Buffer.from(message.pdf, 'base64'))
      else one?.reject(new PdfError(`not typeset: ${message.error ?? ''}`))
    })
    fresh.on('exit', () => {
      if (child === fresh) child = undefined
      for (const [id, one] of waiting) {
        waiting.delete(id)
        one.reject(new PdfError('the typesetter ended'))
      }
    })
    fresh.unref()
    return fresh
  }
  const once = (job: PdfJob): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      clearTimeout(idle)
      child ??= start()
      const id = next++
      const timer = setTimeout(end, patienceMs)
      waiting.set(id, {
        resolve: (pdf) => {
          clearTimeout(timer)
          resolve(pdf)
        },
        reject: (reason) => {
          clearTimeout(timer)
          reject(reason)
        },
      })
      child.send({
        id,
        source: job.source,
        data: JSON.stringify(job.data),
        files: job.files ?? {},
        createdAt: job.createdAt,
      })
    })
  return {
    render(job) {
      const run = turn.then(async () => {
        try {
          return await once(job)
        } catch (error) {
          if (error instanceof PdfError && error.message.startsWith('not typeset')) throw error
          return once(job)
        }
      })
      turn = run
        .catch(() => {})
        .then(() => {
          clearTimeout(idle)
          idle = setTimeout(end, idleMs)
          idle.unref()
        })
      return run
    },
    async close() {
      end()
    },
  }
}
