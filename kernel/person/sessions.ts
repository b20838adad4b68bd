/** Sessions: an opaque token in a cookie, its hash in the database, the hat resolved at every request (at most seconds old). */
import type { Acting } from '#kernel/authority'
import { isRole } from '#kernel/authority'
import type { Database } from '#platform/db'
import { SYSTEM_SCOPE } from '#platform/db'
import { randomBytes, sha256 } from '#platform/crypto'
import * as store from './store.ts'

/** 19.6: staff sessions end after 30 idle minutes; a resident's phone stays signed in for 30 days. */
const STAFF_IDLE_MS = 30 * 60_000
const RESIDENT_IDLE_MS = 30 * 86_400_000
const REMEMBERED_MS = 3_000
const TOUCH_MS = 60_000

type Remembered = { readonly acting: Acting; readonly until: number; readonly expiresAt: number }

export type SessionKind = 'resident' | 'staff'

export class Sessions {
  private readonly remembered = new Map<string, Remembered>()
  private readonly database: Database

  constructor(database: Database) {
    this.database = database
  }

  async begin(
    person: string,
    kind: SessionKind,
    rung: number,
    appointment: string | null,
    ms: number,
  ): Promise<string> {
    const token = randomBytes(32).toString('base64url')
    await this.database.as(SYSTEM_SCOPE, (db) =>
      store.insertSession(db, {
        tokenHash: sha256(token),
        person,
        kind,
        appointment,
        rung,
        at: new Date(ms),
        expiresAt: new Date(ms + idle(kind)),
      }),
    )
    return token
  }

  /** Who is acting: nobody when there is no session, it has run out, or the appointment has ended. */
  async acting(token: string | undefined, ms: number, today: string): Promise<Acting> {
    if (!token) return { kind: 'nobody' }
    const hash = sha256(token)
    const key = hash.toString('base64')
    const known = this.remembered.get(key)
    if (known && known.until > ms && known.expiresAt > ms && known.until - REMEMBERED_MS <= ms) return known.acting
    const row = await this.database.as(SYSTEM_SCOPE, async (db) => {
      const found = await store.findSession(db, hash)
      if (found && !found.ended_at && found.expires_at.getTime() > ms && ms - found.seen_at.getTime() > TOUCH_MS) {
        await store.touchSession(db, hash, new Date(ms), new Date(ms + idle(found.kind)))
      }
      return found
    })
    if (!row || row.ended_at || row.expires_at.getTime() <= ms) {
      this.remembered.delete(key)
      return { kind: 'nobody' }
    }
    const acting = actingOf(row, today)
    if (this.remembered.size > 10_000) this.remembered.clear()
    this.remembered.set(key, { acting, until: ms + REMEMBERED_MS, expiresAt: row.expires_at.getTime() })
    return acting
  }

  async end(token: string, ms: number): Promise<void> {
    this.forget(token)
    await this.database.as(SYSTEM_SCOPE, (db) => store.endSession(db, sha256(token), new Date(ms)))
  }

  async wear(token: string, appointment: string): Promise<void> {
    this.forget(token)
    await this.database.as(SYSTEM_SCOPE, (db) => store.setSessionHat(db, sha256(token), appointment))
  }

  private forget(token: string): void {
    this.remembered.delete(sha256(token).toString('base64'))
  }
}

function idle(kind: SessionKind): number {
  return kind === 'staff' ? STAFF_IDLE_MS : RESIDENT_IDLE_MS
}

function actingOf(row: store.SessionRow, today: string): Acting {
  if (row.kind === 'resident') return { kind: 'resident', person: row.person, rung: row.rung }
  const current = row.valid_from !== null && row.valid_from <= today && (row.valid_to === null || row.valid_to >= today)
  if (
    !current ||
    row.role === null ||
    !isRole(row.role) ||
    row.org === null ||
    row.places === null ||
    row.appointment === null
  )
    return { kind: 'nobody' }
  return {
    kind: 'staff',
    person: row.person,
    role: row.role,
    org: row.org,
    places: row.places,
    appointment: row.appointment,
  }
}
