/** A register that is a definition and nothing else (一般登记册): rows in one table, personal cells sealed, keys held once. */
import { prefixOf } from '#kernel/context/world.ts'
import { maskIdNumber, maskName, maskPhone } from '#kernel/identity-number'
import { tellChanged } from '#kernel/indicator/store.ts'
import { isSealedText, type Keys, sealText, searchHash, unsealText } from '#platform/crypto'
import type { Db } from '#platform/db'
import { keysOf } from '../check.ts'
import { areaText, type CheckedRow, type Column, type RegisterDefinition, type RegisterRow } from '../definition.ts'
import type { Register } from '../register.ts'
import * as store from './store.ts'

const CHUNK = 2000

export function plainRegister(definition: RegisterDefinition): Register {
  const { name, columns } = definition
  const first = columns.find((column) => column.listed)?.id ?? columns[0]?.id ?? ''
  const keys = keysOf(definition)
  const hashOf = (by: Keys, column: string, value: string): string =>
    `${column}:${searchHash(by, `register ${name}`, value).toString('base64url')}`
  const sealed = (by: Keys, row: CheckedRow): Record<string, string | number> =>
    Object.fromEntries(
      columns.flatMap(({ id, personal }) => {
        const value = row[id]
        if (value === undefined) return []
        return [[id, personal ? sealText(by, String(value)) : value]]
      }),
    )
  const tell = async (db: Db, county: string, id: string): Promise<void> => {
    const row = await store.findRow(db, name, county, id)
    if (row) await tellChanged(db, name, [row.place])
  }
  return {
    definition,
    async held({ services }, db, place, column, values) {
      const byKey = new Map(values.map((value) => [hashOf(services.keys, column, value), value]))
      const found = await store.heldKeys(db, name, prefixOf(place), [...byKey.keys()])
      return found.flatMap((key) => byKey.get(key) ?? [])
    },
    async write({ services, ms, today }, db, place, rows, progress) {
      for (let i = 0; i < rows.length; i += CHUNK) {
        await store.insertRows(
          db,
          name,
          today,
          rows.slice(i, i + CHUNK).map((row) => {
            const at = definition.placed === undefined ? place : String(row[definition.placed])
            return {
              county: at.slice(0, 6),
              id: services.newId(ms),
              place: at,
              title: columns.find((one) => one.id === first)?.personal ? '' : String(row[first] ?? ''),
              keys: keys.flatMap(({ column, of }) => {
                const value = of(row)
                return value === undefined ? [] : [hashOf(services.keys, column, value)]
              }),
              cells: sealed(services.keys, row),
            }
          }),
        )
        await progress(Math.min(rows.length, i + CHUNK))
      }
      const { placed } = definition
      await tellChanged(db, name, placed === undefined ? [place] : rows.map((row) => String(row[placed])))
    },
    async list({ services, world }, db, query) {
      const rows = await store.listRows(db, {
        register: name,
        prefix: prefixOf(query.place ?? ''),
        text: query.text,
        ended: query.ended,
        after: query.after,
        limit: query.limit,
      })
      return rows.map((row) => shown(columns, services.keys, row, (code) => world.placeName(code)))
    },
    async find({ services, world }, db, { county, id }) {
      const row = await store.findRow(db, name, county, id)
      return row && shown(columns, services.keys, row, (code) => world.placeName(code))
    },
    inFull: async () => undefined,
    async correct({ services }, db, { county, id }, revision, values) {
      const changed = await store.updateRow(db, county, id, revision, sealed(services.keys, values))
      await tell(db, county, id)
      return changed
    },
    async end({ today }, db, key, revision, because) {
      const changed = await store.endRow(db, key, revision, today, because)
      await tell(db, key.county, key.id)
      return changed
    },
  }
}

function shown(
  columns: readonly Column[],
  keys: Keys,
  row: store.PlainRow,
  placeName: (code: string) => { zh: string },
): RegisterRow {
  return {
    county: row.county,
    id: row.id,
    place: row.place,
    revision: row.revision,
    endedOn: row.ended_on,
    endedBecause: row.ended_because,
    cells: Object.fromEntries(
      columns.map((column) => {
        const value = row.cells[column.id]
        return [column.id, value === undefined ? null : cellText(column, keys, value, placeName)]
      }),
    ),
  }
}

/** A cell in words: masked when it is personal. */
export function cellText(
  column: Column,
  keys: Keys,
  value: string | number,
  placeName: (code: string) => { zh: string },
): string {
  const plain = isSealedText(value) ? unsealText(keys, value) : undefined
  if (plain !== undefined) {
    if (column.type === 'id-number') return maskIdNumber(plain)
    return column.type === 'phone' ? maskPhone(plain) : maskName(plain)
  }
  switch (column.type) {
    case 'area':
      return areaText(Number(value))
    case 'yes-no':
      return Number(value) ? '是' : '否'
    case 'choice':
      return column.options?.find((one) => one.value === value)?.label.zh ?? String(value)
    case 'place':
      return placeName(String(value)).zh
    default:
      return String(value)
  }
}
