/** Checkpoints (检查点): the signed size and root of a log, as C2SP tlog-checkpoint lays them down. */
import { fromBase64, toBase64 } from './encoding.ts'
import { HASH_BYTES } from './merkle.ts'
import { type NoteSigner, type NoteVerifier, openNote, signNote } from './note.ts'

export type Checkpoint = {
  /** name of the log and of its key, e.g. liren.example/140302 */
  readonly origin: string
  /** leaves */
  readonly size: number
  readonly root: Uint8Array
}

/** @param base the city’s name for its logs, e.g. liren.example */
export function originOf(base: string, county: string): string {
  return `${base}/${county}`
}

/** The county of a log is the last part of its origin. */
export function countyOf(origin: string): string {
  return origin.slice(origin.lastIndexOf('/') + 1)
}

export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  if (!Number.isSafeInteger(size) || size < 0 || root.length !== HASH_BYTES)
    throw new RangeError('a checkpoint has a whole size and a root of 32 bytes')
  return `${origin}\n${size}\n${toBase64(root)}\n`
}

/** Further lines (extensions) are allowed by the format and not ours: read past. */
export function parseCheckpoint(body: string): Checkpoint | undefined {
  const [origin = '', count = '', encoded = '', ...rest] = body.split('\n')
  const root = fromBase64(encoded)
  const size = Number(count)
  if (origin === '' || !/^(0|[1-9]\d*)$/u.test(count) || !Number.isSafeInteger(size) || root?.length !== HASH_BYTES)
    return undefined
  if (rest.at(-1) !== '' || rest.slice(0, -1).includes('')) return undefined
  return { origin, size, root }
}

/** Signed by the key whose name is the origin. Publish it only after the commit that stores it. */
export function signCheckpoint(at: { readonly size: number; readonly root: Uint8Array }, signer: NoteSigner): string {
  return signNote(formatCheckpoint({ origin: signer.name, ...at }), signer)
}

export type OpenedCheckpoint =
  | { readonly ok: true; readonly checkpoint: Checkpoint }
  | {
      readonly ok: false
      readonly code: 'note-unreadable' | 'key-unknown' | 'signature-bad' | 'checkpoint-unreadable' | 'origin-other'
    }

export function openCheckpoint(note: string, verifier: NoteVerifier): OpenedCheckpoint {
  const opened = openNote(note, verifier)
  if (!opened.ok) return opened
  const checkpoint = parseCheckpoint(opened.body)
  if (checkpoint === undefined) return { ok: false, code: 'checkpoint-unreadable' }
  return checkpoint.origin === verifier.name ? { ok: true, checkpoint } : { ok: false, code: 'origin-other' }
}

/** The origin a note claims, before anything is checked: to find the key to check it with. */
export function claimedOrigin(note: string): string {
  return note.slice(0, Math.max(0, note.indexOf('\n')))
}
