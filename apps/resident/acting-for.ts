/** 替家人办事: for whom one acts on this device, until one stops or the tab is closed. */
import { useEffect, useState } from 'preact/hooks'

export type ActingFor = { readonly id: string; readonly name: string }
const KEPT = 'liren-acting-for'
const CHANGED = 'liren-acting-for-changed'

export function actingFor(): ActingFor | undefined {
  const kept = sessionStorage.getItem(KEPT)
  return kept ? (JSON.parse(kept) as ActingFor) : undefined
}

export function actFor(one: ActingFor | undefined): void {
  if (one) sessionStorage.setItem(KEPT, JSON.stringify({ id: one.id, name: one.name }))
  else sessionStorage.removeItem(KEPT)
  dispatchEvent(new Event(CHANGED))
}

export function useActingFor(): ActingFor | undefined {
  const [now, set] = useState(actingFor)
  useEffect(() => {
    const change = (): void => set(actingFor())
    addEventListener(CHANGED, change)
    return () => removeEventListener(CHANGED, change)
  }, [])
  return now
}
