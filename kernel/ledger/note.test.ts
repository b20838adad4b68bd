import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { formatCheckpoint, openCheckpoint, parseCheckpoint, signCheckpoint } from './checkpoint.ts'
import { exampleSigner } from './examples.ts'
import { EMPTY_ROOT } from './merkle.ts'
import { NotAKeyNameError, noteSigner, openNote, parseVkey, signNote } from './note.ts'

/** The key and note published with the reference implementation (golang.org/x/mod/sumdb/note). */
const peter = {
  vkey: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  seed: 'AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz',
  body: "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
  signature:
    '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
}
const peterNote = `${peter.body}\n${peter.signature}`

function verifierOf(vkey: string) {
  const verifier = parseVkey(vkey)
  if (verifier === undefined) throw new Error('not a vkey')
  return verifier
}

describe('signed notes', () => {
  test('the published note opens, and the published key writes it again letter for letter', () => {
    expect(openNote(peterNote, verifierOf(peter.vkey))).toEqual({ ok: true, body: peter.body })
    const seed = Buffer.from(peter.seed, 'base64').subarray(1)
    const key = createPrivateKey({
      key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
      format: 'der',
      type: 'pkcs8',
    })
    const signer = noteSigner('PeterNeumann', key)
    expect(signer.vkey).toBe(peter.vkey)
    expect(signNote(peter.body, signer)).toBe(peterNote)
  })

  test('the key of the Go checksum database is read', () => {
    expect(parseVkey('sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8')?.name).toBe(
      'sum.golang.org',
    )
  })

  test('no part of a vkey, and no vkey with one letter changed, is a vkey', () => {
    for (let i = 0; i < peter.vkey.length; i += 1) {
      expect(parseVkey(peter.vkey.slice(i + 1))).toBeUndefined()
      expect(parseVkey(peter.vkey.slice(0, i))).toBeUndefined()
      const next = String.fromCharCode(peter.vkey.charCodeAt(i) + 1)
      expect(parseVkey(peter.vkey.slice(0, i) + next + peter.vkey.slice(i + 1))).toBeUndefined()
    }
  })

  test.each([
    ['a word of the text', 'signature-bad', peterNote.replace('answer', 'Answer')],
    ['a letter of the signature', 'signature-bad', peterNote.replace('x08go/ZJ', 'x08go/ZK')],
    ['another name', 'key-unknown', peterNote.replace('— Peter', '— Paul')],
    ['another key id', 'key-unknown', peterNote.replace('x08go', 'y08go')],
    ['no signature', 'note-unreadable', `${peter.body}\n`],
    ['no empty line', 'note-unreadable', peter.body + peter.signature],
    ['no last newline', 'note-unreadable', peterNote.slice(0, -1)],
    ['a hyphen for the dash', 'note-unreadable', peterNote.replace('—', '-')],
    ['a control character', 'note-unreadable', peterNote.replace('answer', 'ans\twer')],
    ['base64 with another spelling', 'note-unreadable', peterNote.replace('AM=', 'AN=')],
    ['two spaces', 'note-unreadable', peterNote.replace('Neumann x', 'Neumann  x')],
    ['nothing', 'note-unreadable', ''],
  ] as const)('refused: %s', (_because, code, note) => {
    expect(openNote(note, verifierOf(peter.vkey))).toEqual({ ok: false, code })
  })

  test('a signature of somebody else beside ours (a witness) is passed over; ours must still hold', () => {
    const witness = exampleSigner('witness')
    const cosigned = peterNote + signNote(peter.body, witness).slice(peter.body.length + 1)
    expect(openNote(cosigned, verifierOf(peter.vkey)).ok).toBe(true)
    expect(openNote(cosigned, witness).ok).toBe(true)
    expect(openNote(cosigned.replace('x08go/ZJ', 'x08go/ZK'), verifierOf(peter.vkey))).toEqual({
      ok: false,
      code: 'signature-bad',
    })
  })

  test('names and keys that cannot sign', () => {
    const { privateKey } = generateKeyPairSync('ed25519')
    for (const name of ['', 'a b', 'a+b', 'a\nb', 'a\u00a0b'])
      expect(() => noteSigner(name, privateKey)).toThrow(NotAKeyNameError)
    expect(() => noteSigner('a', generateKeyPairSync('x25519').privateKey)).toThrow(TypeError)
    expect(() => signNote('no newline', exampleSigner())).toThrow(RangeError)
  })
})

describe('checkpoints', () => {
  const body = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'

  test('the example of the specification, there and back', () => {
    const checkpoint = parseCheckpoint(body)
    expect(checkpoint?.size).toBe(20852163)
    expect(checkpoint && formatCheckpoint(checkpoint)).toBe(body)
    expect(parseCheckpoint(`${body}an extension\n`)).toEqual(checkpoint)
  })

  test.each([
    ['a leading zero', body.replace('20852163', '020852163')],
    ['a sign', body.replace('20852163', '+20852163')],
    ['hexadecimal', body.replace('20852163', '0x10')],
    ['more than a number holds', body.replace('20852163', '9007199254740993')],
    ['a short root', body.replace('CsUYapGGPo4', 'CsUYapGG')],
    ['an empty origin', body.slice(body.indexOf('\n'))],
    ['an empty extension', `${body}\nx\n`],
    ['no last newline', body.slice(0, -1)],
    ['two lines', 'a\n1\n'],
  ])('not a checkpoint: %s', (_because, text) => {
    expect(parseCheckpoint(text)).toBeUndefined()
  })

  test('signed and opened, by its own key alone, under its own origin alone', () => {
    const signer = exampleSigner()
    const note = signCheckpoint({ size: 0, root: EMPTY_ROOT }, signer)
    const opened = openCheckpoint(note, verifierOf(signer.vkey))
    expect(opened).toMatchObject({ ok: true, checkpoint: { origin: 'liren.example/140302', size: 0 } })
    expect(openCheckpoint(note, exampleSigner('another'))).toEqual({ ok: false, code: 'key-unknown' })
    const foreign = signNote(formatCheckpoint({ origin: 'liren.example/140303', size: 0, root: EMPTY_ROOT }), signer)
    expect(openCheckpoint(foreign, signer)).toEqual({ ok: false, code: 'origin-other' })
    expect(openCheckpoint(signNote('liren.example/140302\nrecorded\n\n', signer), signer)).toEqual({
      ok: false,
      code: 'checkpoint-unreadable',
    })
  })
})
