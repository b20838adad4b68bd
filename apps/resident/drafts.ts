/**
 * Drafts (草稿) on the device, photos included. A draft keeps the key it is sent under, so that however often the network
 * breaks there is one case; it is sent only when the person says so; after a week it is gone.
 */
import { apply } from '#capabilities/service-cases/contract.ts'
import type { FormValues } from '#kernel/form'
import { call, upload } from '../../pages/server.ts'

export type DraftFile = {
  readonly material: string
  readonly name: string
  readonly blob: Blob
  /** Set once the server has it. */
  readonly id?: string
}
export type Draft = {
  /** The service, and for whom it is when one acts for another: one draft each. */
  readonly code: string
  readonly item: string
  readonly mandate?: string
  readonly forWhom?: string
  readonly title: { readonly zh: string; readonly en: string }
  readonly place: string
  readonly values: FormValues
  readonly files: readonly DraftFile[]
  readonly key: string
  /** The person has said that it is finished; it waits for the network and for their word. */
  readonly finished: boolean
  readonly at: number
}

const KEPT_MS = 7 * 86_400_000
const STORE = 'drafts'
export const DRAFTS_CHANGED = 'liren-drafts'

function withStore<Result>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('liren', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: 'code' })
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const database = opening.result
      const asked = work(database.transaction(STORE, mode).objectStore(STORE))
      asked.onsuccess = () => {
        database.close()
        resolve(asked.result)
      }
      asked.onerror = () => reject(asked.error)
    }
  })
}

export async function listDrafts(): Promise<readonly Draft[]> {
  const all = (await withStore('readonly', (store) => store.getAll() as IDBRequest<Draft[]>)) ?? []
  const [old, kept] = [
    all.filter((one) => one.at < Date.now() - KEPT_MS),
    all.filter((one) => one.at >= Date.now() - KEPT_MS),
  ]
  for (const one of old) await removeDraft(one.code)
  return kept
}

export async function findDraft(code: string): Promise<Draft | undefined> {
  return (await listDrafts()).find((one) => one.code === code)
}

export const draftKey = (item: string, mandate?: string): string => (mandate ? `${item}@${mandate}` : item)

export async function keepDraft(draft: Draft): Promise<void> {
  await withStore('readwrite', (store) => store.put(draft))
  dispatchEvent(new Event(DRAFTS_CHANGED))
}

export async function removeDraft(code: string): Promise<void> {
  await withStore('readwrite', (store) => store.delete(code))
  dispatchEvent(new Event(DRAFTS_CHANGED))
}

/** Signing out leaves nothing behind. */
export async function removeAllDrafts(): Promise<void> {
  await withStore('readwrite', (store) => store.clear())
}

export type Sent = {
  readonly county: string
  readonly id: string
  readonly number: string
  readonly dueOn: string | null
  readonly promisedBy: string
  readonly again: boolean
}

/** Sends what the server does not have yet: files one by one, then the application under the draft's own key. */
export async function sendDraft(draft: Draft): Promise<Sent> {
  let files = draft.files
  for (const [i, file] of files.entries()) {
    if (file.id !== undefined) continue
    const taken = new File([file.blob], file.name, { type: file.blob.type })
    const { id } = await upload(draft.place.slice(0, 6), file.material, taken)
    files = files.map((one, j) => (j === i ? { ...file, id } : one))
    await keepDraft({ ...draft, files })
  }
  const body = {
    item: draft.item,
    ...(draft.mandate ? { mandate: draft.mandate } : {}),
    place: draft.place,
    values: draft.values as Record<string, never>,
    files: files.map(({ material, id }) => ({ material, file: id ?? '' })),
  }
  const sent = await call(apply, { body }, { key: draft.key })
  await removeDraft(draft.code)
  return sent
}
