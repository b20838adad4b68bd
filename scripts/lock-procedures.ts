/** `node scripts/lock-procedures.ts`: writes the hash of every procedure version that is not locked yet; never changes one that is. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { capabilities } from '../capabilities/registry.ts'
import { type AnyProcedure, structureOf } from '#kernel/procedure'

export const LOCK = join(import.meta.dirname, '../procedures.lock.json')

export function hashOf(procedure: AnyProcedure): string {
  return createHash('sha256')
    .update(JSON.stringify(structureOf(procedure)))
    .digest('hex')
    .slice(0, 32)
}

export function lockedProcedures(): Record<string, string> {
  return existsSync(LOCK) ? (JSON.parse(readFileSync(LOCK, 'utf8')) as Record<string, string>) : {}
}

if (import.meta.main) {
  const lock = lockedProcedures()
  for (const procedure of capabilities.flatMap((one) => one.procedures ?? []))
    lock[`${procedure.name}.v${procedure.version}`] ??= hashOf(procedure)
  writeFileSync(LOCK, `${JSON.stringify(lock, null, 2)}\n`)
}
