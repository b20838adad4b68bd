/** A small load generator: so many callers, each with one request under way, for so many seconds. */
import { Agent, request } from 'node:http'

export type Measured = {
  readonly perSecond: number
  readonly p99: number
  readonly done: number
  readonly failed: number
}

export async function load(
  callers: number,
  seconds: number,
  one: (caller: number) => Promise<boolean>,
): Promise<Measured> {
  const times: number[] = []
  let failed = 0
  const until = performance.now() + seconds * 1000
  const began = performance.now()
  await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      while (performance.now() < until) {
        const start = performance.now()
        if (await one(caller)) times.push(performance.now() - start)
        else failed++
      }
    }),
  )
  const took = (performance.now() - began) / 1000
  times.sort((a, b) => a - b)
  return {
    perSecond: times.length / took,
    p99: times[Math.floor(times.length * 0.99)] ?? 0,
    done: times.length,
    failed,
  }
}

const agent = new Agent({ keepAlive: true, maxSockets: 128 })

export function send(
  base: string,
  method: string,
  path: string,
  cookie: string,
  body?: unknown,
): Promise<{ status: number; text: string; cookie: string | undefined }> {
  const text = body === undefined ? undefined : JSON.stringify(body)
  return new Promise((resolve, reject) => {
    const call = request(
      `${base}${path}`,
      {
        method,
        agent,
        headers: {
          cookie,
          'x-liren': '1',
          ...(text === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
        },
      },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            text: Buffer.concat(parts).toString(),
            cookie: response.headers['set-cookie']?.[0]?.split(';')[0],
          }),
        )
      },
    )
    call.on('error', reject)
    call.end(text)
  })
}

export async function signIn(base: string, login: string): Promise<string> {
  return (await send(base, 'POST', '/api/demo/sign-in', '', { login })).cookie ?? ''
}

export function line(what: string, ours: Measured, theirs: Measured, aim: string): void {
  console.log(
    `${what.padEnd(32)} ${Math.round(ours.perSecond).toString().padStart(6)}/s  p99 ${ours.p99.toFixed(0).padStart(3)} ms   database ${Math.round(theirs.perSecond).toString().padStart(6)}/s  p99 ${theirs.p99.toFixed(0).padStart(3)} ms   ratio ${(ours.perSecond / theirs.perSecond).toFixed(2)}  (${aim})${ours.failed ? `  ${ours.failed} refused` : ''}`,
  )
}
