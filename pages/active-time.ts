/** 有效用时: how long somebody was at a form, not how long it lay open. Stands still while the page is hidden and after a while without a touch. */

export type ActiveTime = {
  readonly ms: number
  /** The last sign of somebody being there; undefined while it stands still. */
  readonly last: number | undefined
}

export const NOT_BEGUN: ActiveTime = { ms: 0, last: undefined }

/** Somebody is there at this moment: the time since the last sign counts, up to `idleMs` of it. */
export function touched({ ms, last }: ActiveTime, at: number, idleMs: number): ActiveTime {
  return { ms: ms + sinceThen(last, at, idleMs), last: at }
}

/** Hidden, or busy with what is not timed: until the next touch nothing counts. */
export function paused({ ms, last }: ActiveTime, at: number, idleMs: number): ActiveTime {
  return { ms: ms + sinceThen(last, at, idleMs), last: undefined }
}

export function secondsOf({ ms }: ActiveTime): number {
  return Math.floor(ms / 1000)
}

/** A clock that was set back counts nothing. */
function sinceThen(last: number | undefined, at: number, idleMs: number): number {
  return last === undefined ? 0 : Math.min(Math.max(0, at - last), idleMs)
}
