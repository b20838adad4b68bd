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

/** A key for one thing the person does: kept while it is retried, new for the next. */
export function useKey(): { current: () => string; renew: () => void } {
  const key = useRef('')
  if (!key.current) key.current = crypto.randomUUID()
  return {
    current: () => key.current,
    renew: () => {
      key.current = crypto.randomUUID()
    },
  }
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

export async function upload(county: string, material: string, file: File): Promise<Uploaded> {
  const body = new FormData()
  body.append('file', file)
  const response = await fetch(`/api/files?county=${county}&material=${encodeURIComponent(material)}`, {
    method: 'POST',
    body,
    credentials: 'same-origin',
    headers: { 'x-liren': '1' },
  }).catch(() => undefined)
  if (!response)
    throw new Refusal({
      status: 0,
      code: 'offline',
      text: { zh: '网络连接不上,文件没有传完。', en: 'No connection: the file was not sent.' },
    })
  const answer: unknown = await response.json().catch(() => undefined)
  if (!response.ok) throw new Refusal(answer as Problem)
  return answer as Uploaded
}
