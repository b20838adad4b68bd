/** 清单管理: draft, edit, import, consult, approve, bring into force; every step of a list is a fact in the ledger. @plan P3.1.2 */
import { plainDate } from '#kernel/calendar'
import type { Context } from '#kernel/context'
import type { Answered } from '#kernel/context/route.ts'
import { levelOf } from '#kernel/context/world.ts'
import { factRecord } from '#kernel/fact'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import { fill } from '#kernel/outcome/texts.ts'
import { type Cell, checkRow, columnLetter, findHeader } from '#kernel/register/check.ts'
import type { RegisterDefinition } from '#kernel/register/definition.ts'
import { readSpreadsheet } from '#kernel/register/spreadsheet.ts'
import { tellChanged } from '#kernel/indicator/store.ts'
import { type Text, text } from '#kernel/text'
import type { Db } from '#platform/db'
import { columnOf, ITEM_COLUMNS, itemOfRow } from './build.ts'
import { checkList, mayAdvance, mayKeep, rebase, wrongIn } from './rules.ts'
import * as store from './store.ts'
import { STATE_NAMES, type ListId, type ListVersion, type WorkItem } from './terms.ts'
import { dutyListTexts } from './texts.ts'

export const itemDefinition: RegisterDefinition = {
  name: 'duty-items',
  title: text('清单事项', 'List items'),
  columns: ITEM_COLUMNS,
}

type Key = { readonly county: string; readonly id: string }

async function record(context: Context, version: ListVersion, kind: string, content: object): Promise<void> {
  const fact = factRecord(context, {
    county: version.county,
    caseId: null,
    subject: 'duty-list',
    kind,
    content: { version: version.id, list: version.list, number: version.number, place: version.place, ...content },
    acting: context.acting,
    onBehalf: null,
  })
  await context.services.commit({
    scope: context.scope,
    county: version.county,
    at: new Date(context.ms).toISOString(),
    facts: [fact],
    answer: null,
  })
  context.services.committed()
}

/** Refusals: a list of another office; a version in hand already. A county's first list of certificates begins with the city's items. */
export async function draftList(
  context: Context,
  list: ListId,
  because: string,
  ofCounty?: string,
): Promise<Outcome<ListVersion>> {
  const { acting, services, ms, today, world } = context
  if (acting.kind !== 'staff') return refuse('sign-in-first', 'practice')
  const place = ofCounty ?? acting.places
  const may = mayKeep(acting, list, place)
  if (!may.ok) return may
  if (levelOf(world, place.padEnd(12, '0')) === undefined) return refuse('place-not-found', 'practice')
  const county = place.padEnd(6, '0')
  const made = await context.inTransaction(async (db) => {
    const number = await store.nextNumber(db, county, place, list)
    const inHand = await store.findInHand(db, county, place, list)
    if (inHand) return refuse('list-in-hand', 'practice', { number: inHand.number })
    const base = await store.findInForce(db, county, place, list)
    const begunWith = base ?? (await store.findHolding(db, county.padEnd(12, '0'), list, today))
    const id = services.newId(ms)
    await store.insertVersion(db, {
      county,
      id,
      place,
      list,
      number,
      basedOn: base?.id ?? null,
      demonstration: begunWith?.demonstration ?? false,
      because,
      madeBy: acting.person,
      madeOn: today,
    })
    if (begunWith) await store.putItems(db, county, id, await store.listItems(db, begunWith.county, begunWith.id))
    return allow(await kept(db, { county, id }))
  })
  if (made.ok) await record(context, made.value, 'list-drafted', { because })
  return made
}

async function kept(db: Db, { county, id }: Key): Promise<ListVersion> {
  const version = await store.findVersion(db, county, id)
  if (!version) throw new Error(`a list version just written is there: ${id}`)
  return version
}

/** A draft that the caller keeps. */
async function editable(context: Context, db: Db, key: Key): Promise<Outcome<ListVersion>> {
  const version = await store.findVersion(db, key.county, key.id)
  if (!version) return refuse('list-not-found', 'practice')
  const may = mayKeep(context.acting, version.list, version.place)
  if (!may.ok) return may
  return version.state === 'draft' || version.state === 'consulting'
    ? allow(version)
    : refuse('list-not-editable', 'plan P3.1.2')
}

/** Refusals: not a draft of one's own; all that an item must say, each at its field; a code that is taken, for one that is added. */
export async function putItem(
  context: Context,
  key: Key & { item: string },
  item: WorkItem | null,
  add: boolean,
): Promise<Answered<{ items: number }>> {
  const done = await context.inTransaction(async (db): Promise<Answered<ListVersion & { items: number }>> => {
    const version = await editable(context, db, key)
    if (!version.ok) return version
    const items = await store.listItems(db, key.county, key.id)
    const others = items.filter((one) => one.code !== key.item)
    if (item === null && others.length === items.length) return refuse('item-not-found', 'practice')
    if (item) {
      const put = { ...item, code: key.item }
      const taken =
        add && others.length < items.length ? refuse('item-code-taken', 'practice', { code: key.item }) : undefined
      const beside = [...(taken ? [{ field: 'code', refused: taken }] : []), ...wrongIn(put, version.value.list)]
      if (beside[0]) return { ...beside[0].refused, beside }
      const at = items.findIndex((one) => one.code === key.item)
      others.splice(at < 0 ? others.length : at, 0, put)
      const list = checkList(others, version.value.list)
      if (!list.ok) return list
    }
    await store.putItems(db, key.county, key.id, others)
    return allow({ ...version.value, items: others.length })
  })
  if (!done.ok) return done
  await record(context, done.value, item ? 'list-item-put' : 'list-item-taken-out', { item: key.item })
  return allow({ items: done.value.items })
}

/** Refusals: not the next step, nobody heard, approved by its own author, empty, an item that may not stand in it. Bringing into force takes over what was admitted meanwhile. */
export async function advance(
  context: Context,
  key: Key,
  to: 'consulting' | 'approved' | 'in_force',
  decision: string | undefined,
): Promise<Outcome<ListVersion>> {
  const { acting, today, world } = context
  if (acting.kind !== 'staff') return refuse('sign-in-first', 'practice')
  const done = await context.inTransaction(async (db): Promise<Outcome<ListVersion>> => {
    const version = await store.findVersion(db, key.county, key.id)
    if (!version) return refuse('list-not-found', 'practice')
    const may = mayKeep(acting, version.list, version.place)
    if (!may.ok) return may
    const items = await store.listItems(db, key.county, key.id)
    const good = checkList(items, version.list)
    if (!good.ok) return good
    const heard = await store.countHeard(db, key.county, key.id)
    const least = world.value<number>('duty-lists.communities-heard', today, version.place).value
    const next = mayAdvance(version, to, acting.person, items.length, { communities: heard, least })
    if (!next.ok)
      return next.code === 'list-step-not-next'
        ? { ...next, facts: { state: STATE_NAMES[version.state].zh, to: STATE_NAMES[to].zh } }
        : next
    const current = await store.findInForce(db, version.county, version.place, version.list)
    if (to === 'approved' && current && current.id !== version.basedOn) {
      const base = version.basedOn ? await store.listItems(db, key.county, version.basedOn) : []
      const now = await store.listItems(db, key.county, current.id)
      await store.putItems(db, key.county, key.id, rebase(base, now, items))
    }
    if (to === 'in_force') await store.bringIntoForce(db, version, today)
    else
      await store.setState(db, key.county, key.id, version.state, to, {
        ...(to === 'approved' ? { approvedBy: acting.person } : {}),
        ...(decision ? { because: decision } : {}),
      })
    if (to === 'in_force') await tellChanged(db, 'duty-lists', [`${version.place.slice(0, 6)}000000`])
    return allow(await kept(db, key))
  })
  if (done.ok) await record(context, done.value, `list-${to.replace('_', '-')}`, decision ? { decision } : {})
  return done
}

export async function giveOpinion(
  context: Context,
  key: Key,
  given: { agrees: boolean; said: string },
): Promise<Outcome<{ ok: true }>> {
  const { acting, services, ms } = context
  if (acting.kind !== 'staff') return refuse('sign-in-first', 'practice')
  const done = await context.inTransaction(async (db): Promise<Outcome<ListVersion>> => {
    const version = await store.findVersion(db, key.county, key.id)
    if (!version || !acting.places.startsWith(version.place)) return refuse('list-not-found', 'practice')
    if (version.state !== 'consulting') return refuse('not-being-consulted-on', 'practice')
    const opinion = {
      ...key,
      id: services.newId(ms),
      version: key.id,
      org: acting.org,
      place: acting.places,
      at: new Date(ms),
    }
    const written = await store.insertOpinion(db, { ...opinion, ...given })
    return written ? allow(version) : refuse('opinion-given-already', 'practice')
  })
  if (!done.ok) return done
  await record(context, done.value, 'list-opinion', { agrees: given.agrees })
  return allow({ ok: true as const })
}

export type Imported = {
  good: number
  written: boolean
  issues: { row: number; column: string; header: string; text: Text }[]
}

/** 导入: a dry run unless `write`; rows of the file replace items of the same code and add the others. */
export async function importItems(
  context: Context,
  key: Key,
  file: { name: string; bytes: Uint8Array },
  write: boolean,
): Promise<Outcome<Imported>> {
  const { today, services, world } = context
  const version = await context.inTransaction((db) => editable(context, db, key))
  if (!version.ok) return version
  const sheet = await readSpreadsheet(file.name, file.bytes)
  if (!sheet.ok) return sheet
  const header = findHeader(itemDefinition, sheet.value)
  if ('missing' in header) return refuse('header-missing', 'practice', { columns: header.missing })
  const officeCode = (name: string): string => officeCodeOf(name, (one) => world.officeNamed(one)?.code)
  const items = new Map<string, WorkItem>()
  const issues: Imported['issues'] = []
  const blame = (row: number, column: string, said: Text): void => {
    const at = header.columns.findIndex((one) => one?.id === column)
    issues.push({
      row,
      column: columnLetter(Math.max(0, at)),
      header: ITEM_COLUMNS.find((one) => one.id === column)?.label.zh ?? column,
      text: said,
    })
  }
  const body = sheet.value.slice(header.row + 1)
  body.forEach((cells: readonly Cell[], i) => {
    const row = header.row + 2 + i
    const checked = checkRow(header, cells, row, { today: plainDate(today), allowTestIds: services.allowTestIds })
    if (checked.issues.length)
      return void issues.push(
        ...checked.issues.map(({ column, header: name, text: said }) => ({ row, column, header: name, text: said })),
      )
    const item = itemOfRow(checked.row, version.value.list, officeCode)
    if (!item.ok)
      return blame(
        row,
        columnOf(item.code),
        fill(dutyListTexts[item.code]?.text ?? text(item.code, item.code), item.facts),
      )
    if (items.has(item.value.code))
      return blame(row, 'code', text('编号在文件中重复', 'the code stands twice in the file'))
    items.set(item.value.code, item.value)
  })
  if (body.length === 0) return refuse('no-rows', 'practice')
  if (!write) return allow({ good: items.size, written: false, issues })
  if (issues.length) return refuse('rows-not-good', 'practice', { bad: new Set(issues.map((one) => one.row)).size })
  const done = await context.inTransaction(async (db): Promise<Outcome<void>> => {
    const before = await store.listItems(db, key.county, key.id)
    const merged = [
      ...before.map((one) => items.get(one.code) ?? one),
      ...[...items.values()].filter((one) => !before.some((old) => old.code === one.code)),
    ]
    const list = checkList(merged, version.value.list)
    if (!list.ok) return list
    await store.putItems(db, key.county, key.id, merged)
    return allow()
  })
  if (!done.ok) return done
  await record(context, version.value, 'list-imported', { items: items.size })
  return allow({ good: items.size, written: true, issues: [] })
}

/** 街道办事处 and 县(区) stand for those of the place; an office that is not known stays as it was written. */
function officeCodeOf(name: string, find: (name: string) => string | undefined): string {
  if (/^(街道|乡镇|街道办事处|街道\(乡镇\)|街道办事处\(乡镇人民政府\))$/u.test(name.normalize('NFKC'))) return 'street'
  if (/^(县\(区\)|区县)社区办$|^社区建设领导小组办公室$/u.test(name.normalize('NFKC'))) return 'county'
  return find(name) ?? name
}
