/** 居民登记册: a row is a person who lives in a dwelling; rows of one dwelling are one household. @law domain 1.4 */
import type { Context } from '#kernel/context'
import type { CheckedRow, RegisterDefinition, RegisterRow } from '#kernel/register/definition.ts'
import type { Register } from '#kernel/register/register.ts'
import { text } from '#kernel/text'
import { checkIdNumber, maskName, maskPhone, normalisePhone } from '#kernel/identity-number'
import { idNumberHash, phoneHash } from '#kernel/person/actions.ts'
import { seal, unseal } from '#platform/crypto'
import { type Entered, enterHouseholds, heldNumbers } from './index.ts'
import * as store from './store.ts'

export const residentRegister: RegisterDefinition = {
  name: 'residents',
  title: text('居民登记册', 'Residents'),
  columns: [
    {
      id: 'name',
      label: text('姓名', 'Name'),
      type: 'text',
      required: true,
      max: 50,
      listed: true,
      correctable: true,
      example: '王秀兰',
    },
    {
      id: 'idNumber',
      label: text('公民身份号码', 'Identity number'),
      headers: ['身份证号', '身份证号码', '证件号码'],
      type: 'id-number',
      required: true,
      unique: true,
      listed: true,
      example: '140399195601010020',
    },
    {
      id: 'phone',
      label: text('手机号', 'Phone'),
      headers: ['联系电话', '电话', '手机号码'],
      type: 'phone',
      listed: true,
      correctable: true,
      example: '19903530001',
    },
    {
      id: 'relation',
      label: text('与户主关系', 'Relation to head'),
      headers: ['家庭关系'],
      type: 'text',
      max: 20,
      correctable: true,
      example: '户主',
    },
    {
      id: 'status',
      label: text('人户状态', 'Registration'),
      type: 'choice',
      required: true,
      listed: true,
      correctable: true,
      example: '人户一致',
      options: [
        { value: 'R1', label: text('人户一致', 'Registered, living here') },
        { value: 'R2', label: text('户在人不在', 'Registered, away') },
        { value: 'R3', label: text('人在户不在', 'Living here, not registered'), also: ['流动人口'] },
        { value: 'R4', label: text('人户均不在', 'Neither') },
      ],
    },
    {
      id: 'since',
      label: text('登记日期', 'Since'),
      headers: ['入住日期'],
      type: 'date',
      correctable: true,
      example: '2018-1-5',
    },
    {
      id: 'address',
      label: text('住址', 'Address'),
      headers: ['小区', '地址'],
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
  ],
}

const CHUNK = 400

const STATUS = new Map(
  residentRegister.columns.find((column) => column.id === 'status')?.options?.map((one) => [one.value, one.label.zh]),
)

export const residents: Register = {
  reveals: true,
  definition: residentRegister,
  held: (context, db, place, _column, values) => heldNumbers(context, db, place, values),
  async write(context: Context, db, place, rows, progress) {
    const { services, ms } = context
    const households = householdsOf(rows)
    let written = 0
    for (let i = 0; i < households.length; i += CHUNK) {
      written += await enterHouseholds(
        { keys: services.keys, newId: () => services.newId(ms) },
        db,
        place,
        households.slice(i, i + CHUNK),
      )
      await progress(written)
    }
  },
  async list(context, db, query) {
    const { keys } = context.services
    const { place, text: typed, ended, after, limit } = query
    const identity = checkIdNumber(typed, { today: context.today, allowTest: context.services.allowTestIds })
    const phone = normalisePhone(typed)
    const sought = identity.ok
      ? { idNumberHash: idNumberHash(keys, identity.value.number) }
      : phone.ok
        ? { phoneHash: phoneHash(keys, phone.value.e164) }
        : { address: typed }
    if (place === undefined && 'address' in sought) return []
    return (await store.listResidents(db, { place, ended, after, limit, ...sought })).map(rowOf)
  },
  async find(_context, db, key) {
    const row = await store.findResident(db, key)
    return row && rowOf(row)
  },
  async inFull({ services }, db, key) {
    const sealed = await store.findSealed(db, key)
    if (!sealed) return undefined
    const values: Record<string, string> = { name: unseal(services.keys, sealed.name).toString() }
    if (sealed.id_number) values.idNumber = unseal(services.keys, sealed.id_number).toString()
    if (sealed.phone) values.phone = unseal(services.keys, sealed.phone).toString()
    return { person: sealed.person, values }
  },
  correct({ services: { keys } }, db, key, revision, values) {
    const name = String(values.name ?? '')
    const phone = values.phone === undefined ? null : String(values.phone)
    return store.updateResident(db, key, revision, {
      name: seal(keys, name),
      nameMasked: maskName(name),
      phone: phone === null ? null : seal(keys, phone),
      phoneHash: phone === null ? null : phoneHash(keys, phone),
      phoneMasked: phone === null ? null : maskPhone(phone),
      relation: String(values.relation ?? ''),
      status: String(values.status),
      since: values.since === undefined ? null : String(values.since),
    })
  },
  end: (context, db, key, revision, because) => store.endResident(db, key, revision, context.today, because),
}

function rowOf(row: store.ListedResident): RegisterRow {
  return {
    county: row.county,
    id: row.id,
    place: row.place,
    revision: row.revision,
    endedOn: row.ended_on,
    endedBecause: row.ended_because,
    cells: {
      name: row.name_masked,
      idNumber: row.id_number_masked,
      phone: row.phone_masked,
      relation: row.relation || null,
      status: STATUS.get(row.status) ?? row.status,
      since: row.since,
      address: row.address,
      building: row.building || null,
      unit: row.unit || null,
      room: row.room || null,
    },
  }
}

function householdsOf(rows: readonly CheckedRow[]): Entered[] {
  const found = new Map<string, { household: Omit<Entered, 'members'>; members: Entered['members'][number][] }>()
  const get = (row: CheckedRow, id: string): string => String(row[id] ?? '')
  for (const row of rows) {
    const household = {
      address: get(row, 'address'),
      building: get(row, 'building'),
      unit: get(row, 'unit'),
      room: get(row, 'room'),
    }
    const key = JSON.stringify(household)
    const one = found.get(key) ?? { household, members: [] }
    found.set(key, one)
    const number = get(row, 'idNumber')
    one.members.push({
      name: get(row, 'name'),
      idNumber: number,
      sex: Number(number[16]) % 2 === 1 ? 1 : 2,
      birth: `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`,
      phone: row.phone === undefined ? undefined : String(row.phone),
      relation: get(row, 'relation'),
      status: get(row, 'status') as 'R1' | 'R2' | 'R3' | 'R4',
      since: row.since === undefined ? null : String(row.since),
    })
  }
  return [...found.values()].map(({ household, members }) => ({ ...household, members }))
}
