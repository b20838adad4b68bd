/** Uploaded files (材料附件): what they say they are is checked by content; kept sealed. */
import type { Context } from '#kernel/context'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import { seal, sha256 } from '#platform/crypto'
import { kindOfFile } from '#platform/files'
import * as store from './store.ts'

const ALLOWED: Readonly<Record<string, string>> = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' }

export type Kept = { id: string; material: string; name: string; mediaType: string; size: number }

/** Refuses empty files, files of other kinds, and files whose name says another kind than their content. */
export async function keepUpload(
  context: Context,
  given: { county: string; material: string; name: string; bytes: Uint8Array },
): Promise<Outcome<Kept>> {
  const { acting, services, ms } = context
  if (acting.kind !== 'resident' && acting.kind !== 'staff') return refuse('sign-in-first', 'practice')
  if (given.bytes.length === 0) return refuse('file-empty', 'practice')
  const mediaType = await kindOfFile(given.bytes)
  const kind = mediaType === undefined ? undefined : ALLOWED[mediaType]
  if (mediaType === undefined || kind === undefined) return refuse('file-kind-not-taken', 'practice')
  const ending = given.name.toLowerCase().split('.').at(-1) ?? ''
  if (ending !== kind && !(kind === 'jpg' && ending === 'jpeg'))
    return refuse('file-not-what-it-says', 'practice', { kind, ending: ending.slice(0, 10) })
  const id = services.newId(ms)
  const name = given.name.slice(-120)
  await context.inTransaction((db) =>
    store.insertFile(db, {
      county: given.county,
      id,
      material: given.material,
      name,
      mediaType,
      size: given.bytes.length,
      sha256: sha256(given.bytes),
      uploadedBy: acting.person,
      uploadedAt: new Date(ms),
      content: seal(services.keys, given.bytes),
    }),
  )
  return allow({ id, material: given.material, name, mediaType, size: given.bytes.length })
}

/** Files are attached by whoever uploaded them, to one case, once: a made-up number is no evidence. With `material`: as that alone. */
export async function mayAttach(
  context: Context,
  county: string,
  ids: readonly string[],
  material?: string,
): Promise<Outcome<void>> {
  const { acting } = context
  if (ids.length === 0) return allow()
  if (acting.kind !== 'resident' && acting.kind !== 'staff') return refuse('sign-in-first', 'practice')
  const loose = await context.inTransaction((db) => store.countLoose(db, county, ids, acting.person, material))
  return loose === new Set(ids).size ? allow() : refuse('file-not-found', 'practice')
}
