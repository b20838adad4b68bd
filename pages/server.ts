/** Asking the server from a page: typed calls, one key for each thing done, what was read kept fresh by the live stream. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { createClient, type Problem, Refusal } from '#platform/http/client.ts'
import type { Endpoint, EndpointTypes } from '#platform/http/endpoint.ts'

export const call = createClient()

export type Asked<Answer> = {
  readonly answer: Answer | undefined
  readonly problem: Problem | undefined
  readonly loading: boolean
  readonly again: () => void
}

/** Reads now, when `given` changes, when `again()` is called, and whenever the live stream says `watch` is touched. */
export function useAnswer<Types extends EndpointTypes>(
  endpoint: Endpoint<Types> | undefined,
  given: NoInfer<Types['call']>,
  watch?: (change: LiveChange) => boolean,
): Asked<Types['answer']> {
  const [state, setState] = useState<{
    answer: Types['answer'] | undefined
    problem: Problem | undefined
    loading: boolean
  }>({ answer: undefined, problem: undefined, loading: true })
  const [turn, setTurn] = useState(0)
  const key = endpoint ? `${endpoint.id} ${JSON.stringify(given)}` : ''
  const watching = useRef(watch)
  watching.current = watch
  useEffect(() => {
    if (!endpoint) return
    const stop = new AbortController()
    setState((before) => ({ ...before, loading: true }))
    call(endpoint, given, { signal: stop.signal }).then(
      (answer) => setState({ answer, problem: undefined, loading: false }),
      (error: unknown) => {
        if (!stop.signal.aborted)
          setState((before) => ({ answer: before.answer, problem: problemOf(error), loading: false }))
      },
    )
    return () => stop.abort()
  }, [key, turn])
  const again = useCallback(() => setTurn((n) => n + 1), [])
  const lost = state.problem?.code === 'offline'
  useEffect(() => {
    if (!lost) return
    addEventListener('online', again)
    return () => removeEventListener('online', again)
  }, [lost])
  useEffect(
    () =>
      listen((change) => {
        if (watching.current?.(change)) again()
      }),
    [],
  )
  return { ...state, again }
}

export function problemOf(error: unknown): Problem {
  if (error instanceof Refusal) return error.problem
  return {
    status: 0,
    code: 'unexpected',
    text: { zh: '出了差错,请重试。', en: 'Something went wrong; please try again.' },
  }
}

/** Is a link worth showing? The server asks again at every call. */
export function isOpenTo(endpoint: Endpoint, role: string): boolean {
  return typeof endpoint.access === 'object' && endpoint.access.roles.includes(role)
}

/** A key for one thing the person does: kept while it is retried, new for the next. */
export function useKey(begun?: string): { current: () => string; renew: () => void } {
  const key = useRef(begun ?? '')
  if (!key.current) key.current = crypto.randomUUID()
  return {
    current: () => key.current,
    renew: () => {
      key.current = crypto.randomUUID()
    },
  }
}

export function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine)
  useEffect(() => {
    const change = (): void => setOnline(navigator.onLine)
    addEventListener('online', change)
    addEventListener('offline', change)
    return () => {
      removeEventListener('online', change)
      removeEventListener('offline', change)
    }
  }, [])
  return online
}

export type LiveChange = { readonly county: string; readonly id: string; readonly root: string }
type Hear = (change: LiveChange) => void

const hearers = new Set<Hear>()
let stream: EventSource | undefined

/** One stream for the page, opened with the first listener; after a break everything is read again. */
export function listen(hear: Hear): () => void {
  hearers.add(hear)
  return () => {
    hearers.delete(hear)
  }
}

export function openStream(): void {
  stream?.close()
  let before = false
  stream = new EventSource('/api/live')
  stream.addEventListener('change', (event) => {
    const change = JSON.parse(String(event.data)) as LiveChange
    for (const hear of hearers) hear(change)
  })
  stream.addEventListener('hello', () => {
    if (before) for (const hear of hearers) hear({ county: '*', id: '*', root: '*' })
    before = true
  })
}

export function closeStream(): void {
  stream?.close()
  stream = undefined
}

/** Does a change concern this case? Everything does after a break. */
export function touches(change: LiveChange, id: string): boolean {
  return change.id === '*' || change.id === id || change.root === id
}

export type Uploaded = { id: string; material: string; name: string; mediaType: string; size: number }

/** Sends one file to an address that takes one. */
export async function sendFile<Answer>(path: string, file: File): Promise<Answer> {
  const body = new FormData()
  body.append('file', file)
  const response = await fetch(path, {
    method: 'POST',
    body,
    credentials: 'same-origin',
    headers: { 'x-liren': '1' },
  }).catch(() => undefined)
  if (!response?.ok) throw new Refusal(await problemIn(response))
  return (await response.json()) as Answer
}

export function upload(county: string, material: string, file: File): Promise<Uploaded> {
  return sendFile(`/api/files?county=${county}&material=${encodeURIComponent(material)}`, file)
}

/** Answers that are files and are asked for with a body: saved under the name the server gives. */
export async function save(path: string, body: object): Promise<void> {
  const response = await fetch(path, {
    method: 'POST',
    body: JSON.stringify(body),
    credentials: 'same-origin',
    headers: { 'x-liren': '1', 'content-type': 'application/json' },
  }).catch(() => undefined)
  if (!response?.ok) throw new Refusal(await problemIn(response))
  const name = /filename\*=UTF-8''(.+)$/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'liren'
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await response.blob())
  link.download = decodeURIComponent(name)
  link.click()
  URL.revokeObjectURL(link.href)
}

async function problemIn(response: Response | undefined): Promise<Problem> {
  const answer: unknown = await response?.json().catch(() => undefined)
  if (answer) return answer as Problem
  return {
    status: 0,
    code: 'offline',
    text: { zh: '网络连接不上,没有完成。', en: 'No connection: it was not done.' },
  }
}
