/** 住户登记册: a row is a dwelling that a household lives in, or is registered in; without persons. @law domain 1.4 */
import {
  type CheckedRow,
  COMMUNITY_COLUMN,
  type Fault,
  KEEPERS_TO_CITY,
  labelOf,
  type RegisterDefinition,
  type RegisterRow,
} from '#kernel/register/definition.ts'
import type { Register, RowKey } from '#kernel/register/register.ts'
import { prefixOf } from '#kernel/context/world.ts'
import type { FactSource } from '#kernel/indicator/source.ts'
import { refuse } from '#kernel/outcome'
import { tellChanged } from '#kernel/indicator/store.ts'
import { text } from '#kernel/text'
import type { Db } from '#platform/db'
import * as store from './store.ts'

const DWELLING = ['place', 'address', 'building', 'unit', 'room', 'kind'] as const
/** What the register joins a key of several columns with. */
const BETWEEN = '\u001f'
const CHUNK = 10_000

const KINDS = [
  { value: 'living', label: text('居住户', 'Living here'), also: ['居住'] },
  { value: 'registered', label: text('户籍户', 'Registered here'), also: ['户籍'] },
] as const

const definition: RegisterDefinition = {
  name: 'households',
  title: text('住户登记册', 'Households'),
  placed: 'place',
  uniqueBy: DWELLING,
  roles: KEEPERS_TO_CITY,
  columns: [
    COMMUNITY_COLUMN,
    {
      id: 'address',
      label: text('小区', 'Estate or address'),
      headers: ['住址', '地址', '小区名称'],
      type: 'text',
      required: true,
      max: 100,
      listed: true,
      example: '油娄沟小区',
    },
    {
      id: 'building',
      label: text('楼栋', 'Building'),
      headers: ['楼号'],
      type: 'text',
      max: 20,
      listed: true,
      example: '1号楼',
    },
    { id: 'unit', label: text('单元', 'Unit'), type: 'text', max: 20, listed: true, example: '1单元' },
    {
      id: 'room',
      label: text('房号', 'Room'),
      headers: ['门牌号', '室'],
      type: 'text',
      max: 20,
      listed: true,
      example: '101',
    },
    {
      id: 'kind',
      label: text('户别', 'Kind of household'),
      headers: ['户类别', '类别'],
      type: 'choice',
      required: true,
      listed: true,
      example: '居住户',
      options: KINDS,
    },
    {
      id: 'members',
      label: text('常住人口数', 'Usual residents'),
      headers: ['人口数', '人数'],
      type: 'whole-number',
      required: true,
      max: 99,
      listed: true,
      correctable: true,
      example: '3',
    },
    {
      id: 'floating',
      label: text('流动人口数', 'Of whom floating'),
      headers: ['其中流动人口'],
      type: 'whole-number',
      max: 99,
      correctable: true,
      example: '0',
    },
  ],
  check: faultOf,
}

function faultOf(row: CheckedRow): Fault | undefined {
  if (row.kind === 'living' && row.members === 0)
    return { column: 'members', text: text('居住户至少有1人', 'somebody lives in a household that lives here') }
  if (Number(row.floating ?? 0) > Number(row.members))
    return {
      column: 'floating',
      text: text('流动人口多于常住人口', 'more floating residents than residents'),
    }
  return undefined
}

export const households: Register = {
  definition,
  async held(_context, db, _place, _column, values) {
    const found = await store.listHeldDwellings(
      db,
      values.map((value) => value.split(BETWEEN)),
    )
    return found.map((one) => one.join(BETWEEN))
  },
  async write({ services, ms, today }, db, _place, rows, progress) {
    for (let i = 0; i < rows.length; i += CHUNK) {
      await store.insertEntered(
        db,
        today,
        rows.slice(i, i + CHUNK).map((row) => ({
          id: services.newId(ms),
          place: String(row.place),
          kind: String(row.kind),
          address: String(row.address),
          building: String(row.building ?? ''),
          unit: String(row.unit ?? ''),
          room: String(row.room ?? ''),
          members: Number(row.members),
          floating: Number(row.floating ?? 0),
        })),
      )
      await progress(Math.min(rows.length, i + CHUNK))
    }
    await tellChanged(
      db,
      householdSource.name,
      rows.map((row) => String(row.place)),
    )
  },
  async list({ world }, db, { place, text: address, ended, after, limit }) {
    if (place === undefined) return []
    const rows = await store.listHouseholds(db, { prefix: prefixOf(place), address, ended, after, limit })
    return rows.map((row) => rowOf(row, world.placeName(row.place).zh))
  },
  async find({ world }, db, key) {
    const row = await store.findHousehold(db, key)
    return row && rowOf(row, world.placeName(row.place).zh)
  },
  inFull: async () => undefined,
  async correct(_context, db, key, revision, values) {
    const row = await store.findHousehold(db, key)
    const fault = row && faultOf({ kind: row.kind, ...values })
    if (fault)
      return refuse('cell-not-good', 'practice', { column: labelOf(definition, fault.column), reason: fault.text.zh })
    const changed = await store.updateHousehold(db, key, revision, {
      members: Number(values.members),
      floating: Number(values.floating ?? 0),
    })
    await tell(db, key)
    return changed
  },
  async end(context, db, key, revision, because) {
    const changed = await store.endHousehold(db, key, revision, context.today, because)
    await tell(db, key)
    return changed
  },
}

async function tell(db: Db, key: RowKey): Promise<void> {
  const row = await store.findHousehold(db, key)
  if (row) await tellChanged(db, householdSource.name, [row.place])
}

function rowOf(row: store.HouseholdRow, placeName: string): RegisterRow {
  return {
    county: row.county,
    id: row.id,
    place: row.place,
    revision: row.revision,
    endedOn: row.ended_on,
    endedBecause: row.ended_because,
    values: {
      ...(row.members === null ? {} : { members: row.members }),
      ...(row.floating === null ? {} : { floating: row.floating }),
    },
    cells: {
      place: placeName,
      address: row.address,
      building: row.building || null,
      unit: row.unit || null,
      room: row.room || null,
      kind: KINDS.find((one) => one.value === row.kind)?.label.zh ?? row.kind,
      members: row.members === null ? null : String(row.members),
      floating: row.floating === null ? null : String(row.floating),
    },
  }
}

/** Facts: households.living, households.registered, households.population, households.floating. */
export const householdSource: Extract<FactSource, { read: unknown }> = {
  name: 'households',
  title: definition.title,
  read: async (db, places, on) =>
    (await store.countHouseholds(db, places, on)).map(({ place, living, registered, population, floating }) => ({
      place,
      facts: {
        'households.living': living,
        'households.registered': registered,
        'households.population': population,
        'households.floating': floating,
      },
    })),
  behind: async (db, place) =>
    (await store.listAddressGroups(db, place)).map(({ address, households: count, members }) => ({
      label: text(`${address}(户/人)`, `${address} (households / persons)`),
      value: `${count} / ${members}`,
    })),
}
