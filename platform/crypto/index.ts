/** Keys and ciphers: sealing personal data, keyed hashes for search, passwords, second factors, identifiers. */
import {
  argon2,
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Everything derived from the one master secret. Keys are made once: a cipher of raw bytes costs several times as much. */
export type Keys = {
  readonly data: KeyObject
  readonly search: KeyObject
  readonly fact: Buffer
  readonly ledger: { readonly privateKey: KeyObject; readonly publicKey: KeyObject }
}

/** Derives all keys; `secret` has at least 32 characters. */
export function deriveKeys(secret: string): Keys {
  const key = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, 'liren', purpose, 32))
  const privateKey = createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), key('ledger')]),
    format: 'der',
    type: 'pkcs8',
  })
  return {
    data: createSecretKey(key('data')),
    search: createSecretKey(key('search')),
    fact: key('fact'),
    ledger: { privateKey, publicKey: createPublicKey(privateKey) },
  }
}

/** Reads the secret kept in the data folder, or makes one on the first start. Demo only: production takes it from outside. */
export function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'secret')
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' })
  }
  return readFileSync(file, 'utf8').trim()
}

/** AES-256-GCM: version byte, 12-byte nonce, 16-byte tag, text. */
export function seal(keys: Keys, plain: string | Uint8Array): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keys.data, nonce)
  const body = Buffer.concat([cipher.update(typeof plain === 'string' ? Buffer.from(plain) : plain), cipher.final()])
  return Buffer.concat([Buffer.of(1), nonce, cipher.getAuthTag(), body])
}

export function unseal(keys: Keys, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed)
  if (bytes[0] !== 1) throw new Error('unknown version of sealed data')
  const decipher = createDecipheriv('aes-256-gcm', keys.data, bytes.subarray(1, 13))
  decipher.setAuthTag(bytes.subarray(13, 29))
  return Buffer.concat([decipher.update(bytes.subarray(29)), decipher.final()])
}

/** Text sealed inside JSON. */
export function sealText(keys: Keys, plain: string): string {
  return `sealed:${seal(keys, plain).toString('base64')}`
}

export function isSealedText(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith('sealed:')
}

export function unsealText(keys: Keys, sealed: string): string {
  return unseal(keys, Buffer.from(sealed.slice('sealed:'.length), 'base64')).toString()
}

/** Keyed hash for exact search; `kind` keeps a phone from matching an identity number. */
export function searchHash(keys: Keys, kind: string, value: string): Buffer {
  return createHmac('sha256', keys.search).update(`${kind}\0${value}`).digest()
}

export function sha256(data: string | Uint8Array): Buffer {
  return createHash('sha256').update(data).digest()
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}

let lastMs = 0
let sequence = 0
/** UUID version 7 of a moment in milliseconds; later calls of the same process sort later. */
export function uuidv7(ms: number): string {
  const random = randomBytes(10)
  if (ms > lastMs) {
    lastMs = ms
    sequence = random.readUInt16BE(0) & 0x7ff
  } else {
    sequence++
    if (sequence > 0xfff) {
      lastMs++
      sequence = 0
    }
  }
  const bytes = Buffer.alloc(16)
  bytes.writeUIntBE(lastMs, 0, 6)
  bytes.writeUInt16BE(0x7000 | sequence, 6)
  random.copy(bytes, 8, 2)
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** argon2id, 19 MiB, two passes; `salt$hash` in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  return `${salt.toString('base64url')}$${(await derive(password, salt)).toString('base64url')}`
}

export async function verifyPassword(password: string, kept: string): Promise<boolean> {
  const [salt = '', hash = ''] = kept.split('$')
  return sameBytes(await derive(password, Buffer.from(salt, 'base64url')), Buffer.from(hash, 'base64url'))
}

function derive(password: string, nonce: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    argon2(
      'argon2id',
      { message: password, nonce, parallelism: 1, tagLength: 32, memory: 19456, passes: 2 },
      (error, hash) => (error ? reject(error) : resolve(Buffer.from(hash))),
    )
  })
}

/** RFC 6238, SHA-1, 30 s, six digits. */
export function totp(secret: Uint8Array, ms: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(totpStep(ms)))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const offset = (mac[19] ?? 0) & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

export function totpStep(ms: number): number {
  return Math.floor(ms / 30_000)
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 4648, without padding; how authenticator apps take a secret. */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => BASE32[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

export { randomBytes }
