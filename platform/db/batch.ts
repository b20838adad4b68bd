/**
 * Gathers calls that arrive while others are under way into one statement: one round trip, one transaction,
 * one flush of the log for up to `size` callers. Each caller is answered after the commit, on its own.
 */
export type Batch<Call, Answer> = (call: Call) => Promise<Answer>

export type BatchOptions = {
  /** The most calls in one statement. */
  readonly size: number
  /** How many statements may be under way at once. */
  readonly inFlight: number
}

/** `send` gets the calls and returns an answer for each, in order; when it throws and there were several, each is sent alone. */
export function gather<Call, Answer>(
  send: (calls: readonly Call[]) => Promise<readonly Answer[]>,
  options: BatchOptions,
): Batch<Call, Answer> {
  type Waiting = { call: Call; resolve: (answer: Answer) => void; reject: (reason: unknown) => void }
  const queue: Waiting[] = []
  let flying = 0

  async function fly(batch: readonly Waiting[]): Promise<void> {
    try {
      const answers = await send(batch.map((waiting) => waiting.call))
      batch.forEach((waiting, i) => waiting.resolve(answers[i] as Answer))
    } catch (error) {
      const [only] = batch
      if (batch.length === 1 && only) only.reject(error)
      else for (const waiting of batch) await fly([waiting])
    }
  }

  function launch(): void {
    while (flying < options.inFlight && queue.length > 0) {
      const batch = queue.splice(0, options.size)
      flying++
      void fly(batch).finally(() => {
        flying--
        launch()
      })
    }
  }

  return (call) =>
    new Promise((resolve, reject) => {
      queue.push({ call, resolve, reject })
      // Let the calls of the same turn of the loop gather before the first leaves.
      if (queue.length === 1) setImmediate(launch)
    })
}
