/** A register that is a definition and nothing else (一般登记册): rows in one table, personal cells sealed, keys held once. */
import type { Context } from '#kernel/context'
import { prefixOf } from '#kernel/context/world.ts'
import { holds } from '#kernel/form'
import { normalisePhone, toHalfWidth } from '#kernel/identity-number'
import { tellChanged } from '#kernel/indicator/store.ts'
import { refuse } from '#kernel/outcome'
import { CITY } from '#kernel/person/store.ts'
import type { Db } from '#platform/db'
import { isSealedText, type Keys, sealText, searchHash, unsealText } from '#platform/crypto'
import { type CheckedRow, type Column, labelOf, type RegisterDefinition, type RegisterRow } from '../definition.ts'
import { keysOf, periodOf, type RegisterKey } from '../keys.ts'
import type { Register } from '../register.ts'
import { cellText, formValue } from './cells.ts'
import * as store from './store.ts'

export { cellText } from './cells.ts'

const CHUNK = 2000

export function plainRegister(definition: RegisterDefinition): Register {
  const { name, columns } = definition
  const first = columns.find((column) => column.listed) ?? columns[0]
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
  const unsealed = (by: Keys, cells: CheckedRow): CheckedRow =>
    Object.fromEntries(
      Object.entries(cells).map(([id, value]) => [id, isSealedText(value) ? unsealText(by, value) : value]),
    )
  const periodKey = (by: Keys, column: string, value: string): store.Period => {
    const { alike, from, to } = periodOf(value)
    return { alike: hashOf(by, column, alike), from, to }
  }
  /** A key as it stands in the table: what is the city's own under the city's code. */
  const standing = (by: Keys, county: string, key: RegisterKey, row: CheckedRow): store.HeldKey[] => {
    const value = key.of(row)
    if (value === undefined) return []
    if (!key.period) return [{ county: key.city ? CITY : county, key: hashOf(by, key.column, value) }]
    const { alike, from, to } = periodKey(by, key.column, value)
    return [{ county, key: `${alike}/${from}/${to}` }]
  }
  const allStanding = (by: Keys, county: string, row: CheckedRow): store.HeldKey[] =>
    keysOf(definition).flatMap((key) => standing(by, county, key, row))
  const searched = columns.filter((column) => column.personal || column.unique)
  const foundBy = (by: Keys, row: CheckedRow): string[] =>
    searched.flatMap(({ id }) => (row[id] === undefined ? [] : [hashOf(by, id, String(row[id]))]))
  const titleOf = (row: CheckedRow): string => (first?.personal ? '' : String(row[first?.id ?? ''] ?? ''))
  /** Of these values, those that are held, by another row than `but`. */
  const heldOf = async (
    by: Keys,
    db: Db,
    place: string,
    key: RegisterKey,
    values: readonly string[],
    but: string | null = null,
  ): Promise<readonly string[]> => {
    const below = key.city ? CITY : prefixOf(place)
    if (key.period) {
      const periods = values.map((value) => periodKey(by, key.column, value))
      const found = await store.heldPeriods(db, name, below, periods, but)
      return found.flatMap((at) => values[at] ?? [])
    }
    const byKey = new Map(values.map((value) => [hashOf(by, key.column, value), value]))
    const found = await store.heldKeys(db, name, below, [...byKey.keys()])
    return found.flatMap((one) => byKey.get(one) ?? [])
  }
  const shown = ({ services: { keys }, world }: Context, row: store.PlainRow): RegisterRow => {
    const asOf = {
      today: world.today,
      calendar: world.calendar,
      value: <Value>(of: string): Value => world.value<Value>(of, world.today, row.place).value,
    }
    const concerns = row.ended_on === null ? (definition.concerns?.(row.cells, asOf) ?? []) : []
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
          return [
            column.id,
            value === undefined ? null : cellText(column, keys, value, (code) => world.placeName(code)),
          ]
        }),
      ),
      ...(concerns.length ? { concerns } : {}),
    }
  }
  return {
    definition,
    reveals: columns.some((column) => column.personal),
    async held(context, db, place, column, values) {
      const key = keysOf(definition).find((one) => one.column === column)
      return key ? heldOf(context.services.keys, db, place, key, values) : []
    },
    async write({ services, ms, today }, db, place, rows, progress) {
      const { keys } = services
      for (let i = 0; i < rows.length; i += CHUNK) {
        await store.insertRows(
          db,
          name,
          today,
          rows.slice(i, i + CHUNK).map((row) => {
            const at = definition.placed === undefined ? place : String(row[definition.placed])
            const county = at.slice(0, 6)
            return {
              county,
              id: services.newId(ms),
              place: at,
              title: titleOf(row),
              keys: allStanding(keys, county, row),
              foundBy: foundBy(keys, row),
              cells: sealed(keys, row),
            }
          }),
        )
        await progress(Math.min(rows.length, i + CHUNK))
      }
      const { placed } = definition
      await tellChanged(db, name, placed === undefined ? [place] : rows.map((row) => String(row[placed])))
    },
    async list(context, db, query) {
      // Whoever is not a keeper finds nobody by a name or a number.
      const by = query.text === '' ? [] : searched.filter((column) => column.open || !query.openly)
      const rows = await store.listRows(db, {
        register: name,
        prefix: prefixOf(query.place ?? ''),
        text: query.text,
        foundBy: by.map(({ id, type }) => hashOf(context.services.keys, id, normal(type, query.text))),
        ended: query.ended,
        after: query.after,
        limit: query.limit,
      })
      return rows.map((row) => shown(context, row))
    },
    async find(context, db, { county, id }) {
      const row = await store.findRow(db, name, county, id)
      if (!row) return undefined
      const values = columns.flatMap((column) => {
        const value = row.cells[column.id]
        return value === undefined || column.personal ? [] : [[column.id, formValue(column, value)] as const]
      })
      return { ...shown(context, row), values: Object.fromEntries(values) }
    },
    async inFull({ services: { keys } }, db, { county, id }) {
      const row = await store.findRow(db, name, county, id)
      if (!row || !columns.some((column) => column.personal)) return undefined
      const values = columns.flatMap((column) => {
        const value = row.cells[column.id]
        return isSealedText(value) ? [[column.id, unsealText(keys, value)] as const] : []
      })
      return { person: undefined, values: Object.fromEntries(values) }
    },
    async correct({ services: { keys } }, db, { county, id }, revision, values) {
      const before = await store.findRow(db, name, county, id)
      if (!before) return 0
      const whole = unsealed(keys, before.cells)
      const row = Object.fromEntries(
        columns.flatMap((column) => {
          // A personal value that was not typed stays: it need not be seen to put something else right.
          const stays = !column.correctable || (column.personal && values[column.id] === undefined)
          const value = stays ? whole[column.id] : values[column.id]
          return value === undefined ? [] : [[column.id, value] as const]
        }),
      )
      for (const { id: one, when } of columns) if (when && !holds(when, row)) delete row[one]
      const fault = definition.check?.(row)
      if (fault)
        return refuse('cell-not-good', 'practice', { column: labelOf(definition, fault.column), reason: fault.text.zh })
      const was = new Set(allStanding(keys, county, whole).map((one) => one.key))
      for (const key of keysOf(definition)) {
        const value = key.of(row)
        if (value === undefined || standing(keys, county, key, row).every((one) => was.has(one.key))) continue
        if ((await heldOf(keys, db, before.place, key, [value], id)).length)
          return refuse('held-already', 'practice', { column: labelOf(definition, key.column) })
      }
      const changed = await store.updateRow(db, name, { county, id }, revision, {
        cells: sealed(keys, row),
        title: titleOf(row),
        keys: allStanding(keys, county, row),
        foundBy: foundBy(keys, row),
      })
      await tellChanged(db, name, [before.place])
      return changed
    },
    async end({ today }, db, key, revision, because) {
      const changed = await store.endRow(db, key, revision, today, because)
      await tell(db, key.county, key.id)
      return changed
    },
  }
}

/** What was typed, as it would stand in a column of this type. */
function normal(type: Column['type'], typed: string): string {
  const plain = toHalfWidth(typed).trim()
  if (type === 'phone') {
    const phone = normalisePhone(plain)
    return phone.ok ? phone.value.e164 : plain
  }
  return type === 'id-number' || type === 'credit-code' ? plain.toUpperCase() : typed.trim()
}
