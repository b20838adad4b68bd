/** Sealing (封存): facts are gathered as they come, checked for the server's mark, and added to the county's log. */
import { EventEmitter } from 'node:events'
import { openCheckpoint, originOf, signCheckpoint } from '#kernel/ledger/checkpoint.ts'
import { type NoteVerifier, noteSigner } from '#kernel/ledger/note.ts'
import { sameHash } from '#kernel/ledger/proof.ts'
import { planSeal } from '#kernel/ledger/seal.ts'
import { EMPTY_LOG, type LogState, readState, rootOf } from '#kernel/ledger/tiles.ts'
import type { Keys } from '#platform/crypto'
import { type Database, SYSTEM_SCOPE } from '#platform/db'
import * as store from './store.ts'

const BATCH = 2000
const REST_MS = 250

/** What changed, for live screens and mirrors: ids only. */
export type Change = { readonly county: string; readonly caseId: string; readonly kind: string }

type Waiting = Awaited<ReturnType<typeof store.listUnsealed>>[number]

export type SealerOptions = {
  readonly database: Database
  readonly keys: Keys
  readonly origin: string
  readonly now: () => number
}

export class Sealer {
  readonly changes = new EventEmitter<{ change: [Change] }>()
  private readonly options: SealerOptions
  private readonly states = new Map<string, LogState>()
  private timer: NodeJS.Timeout | undefined
  private working: Promise<void> | undefined
  private again = false
  private stopped = true

  constructor(options: SealerOptions) {
    this.options = options
    this.changes.setMaxListeners(0)
  }

  start(): void {
    this.stopped = false
    this.plan(0)
  }

  /** Something was committed: seal soon, together with what else comes within the moment. */
  wake(): void {
    if (this.stopped) return
    if (this.working) this.again = true
    else if (!this.timer || this.resting) this.plan(20)
  }
  private resting = false
  /** Counties whose stored tree does not lead to the root that was signed. Nothing more is sealed there. */
  readonly forked = new Set<string>()
  private unsure = false

  private plan(ms: number): void {
    clearTimeout(this.timer)
    this.resting = ms === REST_MS
    this.timer = setTimeout(() => {
      this.timer = undefined
      this.working = this.round().finally(() => {
        this.working = undefined
        if (!this.stopped) this.plan(this.again ? 20 : REST_MS)
        this.again = false
      })
    }, ms)
  }

  private async round(): Promise<void> {
    try {
      while ((await this.sealOnce()) === BATCH && !this.stopped);
      this.unsure = false
    } catch {
      this.unsure = true // the database is away; what is remembered is only compared, never built on, until it is read again
    }
  }

  /** Seals what waits; answers how many rows were taken. */
  async sealOnce(): Promise<number> {
    const { database } = this.options
    const sealed: Waiting[] = []
    const taken: number = await database.as(SYSTEM_SCOPE, async (db) => {
      if (!(await store.lockLog(db))) return 0
      const rows = await store.listUnsealed(db, BATCH, [...this.forked])
      for (const [county, facts] of byCounty(rows)) sealed.push(...(await this.sealCounty(db, county, facts)))
      return rows.length
    })
    for (const fact of sealed) {
      if (fact.case_id !== null)
        this.changes.emit('change', { county: fact.county, caseId: fact.case_id, kind: fact.kind })
    }
    return taken
  }

  private async sealCounty(
    db: Parameters<typeof store.writeSeal>[0],
    county: string,
    facts: readonly Waiting[],
  ): Promise<Waiting[]> {
    const { keys, origin, now } = this.options
    const signer = noteSigner(originOf(origin, county), keys.ledger.privateKey)
    const last = await store.lastCheckpoint(db, county)
    const size = last?.size ?? 0
    const known = this.states.get(county)
    const state =
      known?.size === size && !this.unsure
        ? known
        : size === 0
          ? EMPTY_LOG
          : await readState(store.tilesOf(db, county), size)
    // Fewer leaves than were sealed by this process: the database was set back. Signing on would fork the log.
    if (
      (known !== undefined && known.size > size) ||
      (last && known !== state && !continues(state, last.note, signer))
    ) {
      this.forked.add(county) // the tree under a signed root was changed: signing on would make it official
      return []
    }
    const plan = planSeal(
      state,
      facts.map((fact) => ({ ...store.ledgerFact(fact), leaf: fact.leaf, mac: fact.mac, sealed: fact.sealed })),
      keys.fact,
    )
    if (plan.refused.length)
      await store.refuseFacts(
        db,
        county,
        plan.refused.map((one) => ({ id: one.factId, reason: one.reason })),
        new Date(now()),
      )
    if (plan.entries.length === 0) return []
    const note = signCheckpoint({ size: plan.newState.size, root: plan.root }, signer)
    await store.writeSeal(db, {
      county,
      from: state.size,
      sealed: plan.entries.map((entry) => ({ id: entry.factId, leaf: Buffer.from(entry.leafHash) })),
      tiles: plan.tiles,
      size: plan.newState.size,
      note,
      at: new Date(now()),
    })
    this.states.set(county, plan.newState)
    const refused = new Set(plan.refused.map((one) => one.factId))
    return facts.filter((fact) => !refused.has(fact.id))
  }

  async state(): Promise<{ sealed: number; waiting: number; refused: number; forked: readonly string[] }> {
    return { ...(await this.options.database.as(SYSTEM_SCOPE, (db) => store.getState(db))), forked: [...this.forked] }
  }

  /** Seals what is left, then rests for good. */
  async stop(): Promise<void> {
    this.stopped = true
    clearTimeout(this.timer)
    await this.working
    await this.round()
  }
}

function continues(state: LogState, note: string, verifier: NoteVerifier): boolean {
  const opened = openCheckpoint(note, verifier)
  return opened.ok && opened.checkpoint.size === state.size && sameHash(opened.checkpoint.root, rootOf(state))
}

function byCounty(rows: readonly Waiting[]): Map<string, Waiting[]> {
  const grouped = new Map<string, Waiting[]>()
  for (const row of rows) {
    const group = grouped.get(row.county)
    if (group) group.push(row)
    else grouped.set(row.county, [row])
  }
  return grouped
}
