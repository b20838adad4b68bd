/** The one place where the clock is read. In demo mode an operator may move the day forward (the rehearsal clock). */

export type Moment = { readonly today: string; readonly ms: number }

export interface ServerClock {
  now(): Moment
  /** Days by which the rehearsal is ahead of the calendar. */
  readonly ahead: number
  setAhead(days: number): void
}

const DAY = 86_400_000

/** Days are those of Asia/Shanghai (UTC+8, no summer time). `fixed` is for tests. */
export function serverClock(options: { ahead?: number; fixed?: () => number } = {}): ServerClock {
  let ahead = options.ahead ?? 0
  let [day, today] = [Number.NaN, '']
  return {
    now() {
      const ms = (options.fixed?.() ?? Date.now()) + ahead * DAY
      const here = Math.floor((ms + 8 * 3_600_000) / DAY)
      if (here !== day) {
        day = here
        today = new Date(here * DAY).toISOString().slice(0, 10)
      }
      return { ms, today }
    },
    get ahead() {
      return ahead
    },
    setAhead(days) {
      ahead = days
    },
  }
}
