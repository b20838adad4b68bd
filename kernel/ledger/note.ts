/** Signed notes (签名文本) as C2SP signed-note lays them down, with Ed25519 keys (RFC 8032). */
import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { fromBase64, toBase64, toHex } from './encoding.ts'
import { sha256 } from './merkle.ts'

const ED25519 = 0x01
const KEY_BYTES = 32
const ID_BYTES = 4
const SIGNATURE_BYTES = 64
/** @practice the specification asks for 16 at least */
const MOST_SIGNATURES = 100

/** Who checks: a public key under a name. */
export type NoteVerifier = { readonly name: string; readonly keyId: Uint8Array; readonly publicKey: KeyObject }
/** Who signs; `vkey` is what is published for those who check. */
export type NoteSigner = NoteVerifier & { readonly privateKey: KeyObject; readonly vkey: string }

export class NotAKeyNameError extends Error {
  override name = 'NotAKeyNameError'
}

/** @param name the origin of the log, e.g. liren.example/140302 */
export function noteSigner(name: string, privateKey: KeyObject): NoteSigner {
  if (!isKeyName(name))
    throw new NotAKeyNameError('the name of a key has no space, no plus sign and no control character')
  const publicKey = createPublicKey(privateKey)
  const keyId = keyIdOf(name, rawKey(publicKey))
  return { name, keyId, publicKey, privateKey, vkey: vkeyOf(name, publicKey) }
}

/** name+hash+base64(0x01 ‖ public key) */
export function vkeyOf(name: string, publicKey: KeyObject): string {
  const raw = rawKey(publicKey)
  return `${name}+${toHex(keyIdOf(name, raw))}+${toBase64(Buffer.concat([Buffer.of(ED25519), raw]))}`
}

/** Undefined unless it is an Ed25519 vkey whose hash is right. */
export function parseVkey(vkey: string): NoteVerifier | undefined {
  const [, name = '', id = '', encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/su.exec(vkey) ?? []
  const bytes = fromBase64(encoded)
  if (!isKeyName(name) || bytes?.length !== KEY_BYTES + 1 || bytes[0] !== ED25519) return undefined
  const raw = bytes.subarray(1)
  const keyId = keyIdOf(name, raw)
  if (toHex(keyId) !== id) return undefined
  const publicKey = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') },
    format: 'jwk',
  })
  return { name, keyId, publicKey }
}

/** @param body one or more lines, the last one ended too */
export function signNote(body: string, signer: NoteSigner): string {
  if (!isBody(body)) throw new RangeError('the text of a note ends in a newline and has no control characters')
  const signature = sign(null, Buffer.from(body), signer.privateKey)
  return `${body}\n— ${signer.name} ${toBase64(Buffer.concat([signer.keyId, signature]))}\n`
}

export type OpenedNote =
  | { readonly ok: true; readonly body: string }
  | { readonly ok: false; readonly code: 'note-unreadable' | 'key-unknown' | 'signature-bad' }

/** The text of the note if that key signed it. Signatures of other keys (witnesses) are passed over. */
export function openNote(note: string, verifier: NoteVerifier): OpenedNote {
  const parts = parseNote(note)
  if (parts === undefined) return { ok: false, code: 'note-unreadable' }
  let signed = false
  for (const { name, bytes } of parts.signatures) {
    if (name !== verifier.name || Buffer.compare(bytes.subarray(0, ID_BYTES), verifier.keyId) !== 0) continue
    const signature = bytes.subarray(ID_BYTES)
    if (signature.length !== SIGNATURE_BYTES || !verify(null, Buffer.from(parts.body), verifier.publicKey, signature)) {
      return { ok: false, code: 'signature-bad' }
    }
    signed = true
  }
  return signed ? { ok: true, body: parts.body } : { ok: false, code: 'key-unknown' }
}

type NoteParts = {
  readonly body: string
  readonly signatures: readonly { readonly name: string; readonly bytes: Buffer }[]
}

function parseNote(note: string): NoteParts | undefined {
  const cut = note.lastIndexOf('\n\n')
  if (cut < 0 || !note.endsWith('\n')) return undefined
  const body = note.slice(0, cut + 1)
  const lines = note
    .slice(cut + 2)
    .split('\n')
    .slice(0, -1)
  if (!isBody(body) || lines.length === 0 || lines.length > MOST_SIGNATURES) return undefined
  const signatures: { name: string; bytes: Buffer }[] = []
  for (const line of lines) {
    const [, name = '', encoded = ''] = /^— (\S+) (\S+)$/u.exec(line) ?? []
    const bytes = fromBase64(encoded)
    if (!isKeyName(name) || bytes === undefined || bytes.length <= ID_BYTES) return undefined
    signatures.push({ name, bytes })
  }
  return { body, signatures }
}

function keyIdOf(name: string, raw: Uint8Array): Buffer {
  return sha256(Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(ED25519), raw])).subarray(0, ID_BYTES)
}

function rawKey(publicKey: KeyObject): Buffer {
  const { crv, x } = publicKey.export({ format: 'jwk' })
  if (crv !== 'Ed25519' || x === undefined) throw new TypeError('a note is signed with an Ed25519 key')
  return Buffer.from(x, 'base64url')
}

function isKeyName(name: string): boolean {
  return name.length > 0 && name.isWellFormed() && !/[\s+\p{Z}\p{Cc}]/u.test(name)
}

function isBody(body: string): boolean {
  return body.endsWith('\n') && body.isWellFormed() && !/[^\n\P{Cc}]/u.test(body)
}
