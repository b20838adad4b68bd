import type { CapabilityMeans } from '#kernel/capability'
import type { Context } from '#kernel/context'
import { binaryRoute, route, type Route, uploadRoute } from '#kernel/context/route.ts'
import { basisText } from '#kernel/law'
import { fen, formatYuan } from '#kernel/money'
import { allow, refuse } from '#kernel/outcome'
import { writeTemplate, XLSX } from '#kernel/register/spreadsheet.ts'
import { type Text, text } from '#kernel/text'
import { advance, draftList, giveOpinion, importItems, itemDefinition, putItem } from './actions.ts'
import { columnsOf } from './build.ts'
import * as contract from './contract.ts'
import { drawFlow, flowInWords } from './present.ts'
import { differences, mayKeep } from './rules.ts'
import * as store from './store.ts'
import {
  CATEGORIES,
  CERTIFICATE_FOR,
  type CertificateForm,
  DEMAND_KINDS,
  FORBIDDEN,
  LIST_IDS,
  LISTS,
  type ListVersion,
  STATE_NAMES,
  VERSION_STATES,
  type WorkItem,
} from './terms.ts'

type Directory = CapabilityMeans['directory']

export function dutyListRoutes({ directory, presenter }: CapabilityMeans): readonly Route[] {
  const said = (version: ListVersion): contract.VersionShape => ({
    county: version.county,
    id: version.id,
    place: version.place,
    placeName: presenter.placeName(version.place),
    list: version.list,
    listName: LISTS[version.list].name,
    number: version.number,
    state: version.state,
    stateText: STATE_NAMES[version.state],
    demonstration: version.demonstration,
    because: version.because,
    inForceFrom: version.inForceFrom,
    supersededOn: version.supersededOn,
  })
  const load = async (context: Context, { county, id }: { county: string; id: string }) =>
    context.inTransaction(async (db) => {
      const version = await store.findVersion(db, county, id)
      return version && { version, items: await store.listItems(db, county, id) }
    })
  return [
    route(contract.listDutyLists, async (context, { query }) => {
      const found = await context.inTransaction(async (db) => {
        const versions = await store.listVersions(db, query.place, query.list)
        const cited = await store.listCited(db, query.place, context.today, LIST_IDS)
        return { versions, cited }
      })
      return allow({
        lists: LIST_IDS.filter((list) => query.list === undefined || list === query.list).map((list) => {
          const all = found.versions.filter((one) => one.list === list && one.state === 'in_force')
          // Certificates are of one list alone, the nearest; what a street admitted for a while comes besides the county's.
          const inForce = list === 'L7' ? all.at(-1) : all[0]
          return {
            list,
            name: LISTS[list].name,
            about: LISTS[list].about,
            items: found.cited.filter((one) => one.list === list && (list !== 'L7' || one.version === inForce?.id))
              .length,
            inForce: inForce ? said(inForce) : null,
          }
        }),
        versions: found.versions.map(said),
        forbidden: FORBIDDEN.map(({ clause, name }) => ({ clause, name, basis: basisText('plan P3.3.3') })),
      })
    }),
    route(contract.getDutyList, async (context, { params }) => {
      const found = await load(context, params)
      if (!found) return refuse('list-not-found', 'practice')
      const { version, items } = found
      const mine = mayKeep(context.acting, version.list, version.place).ok
      const next = VERSION_STATES[VERSION_STATES.indexOf(version.state) + 1]
      const opinions = await context.inTransaction((db) => store.listOpinions(db, params.county, params.id))
      return allow({
        version: said(version),
        items: items.map((item) => saidItem(directory, item)),
        opinions: opinions.map((one) => ({
          office: officeName(directory, one.org),
          agrees: one.agrees,
          said: one.said,
        })),
        next: mine && next && next !== 'superseded' ? next : null,
        editable: mine && (version.state === 'draft' || version.state === 'consulting'),
      })
    }),
    route(contract.getDutyItem, async (context, { params }) => {
      const found = await load(context, params)
      const item = found?.items.find((one) => one.code === params.item)
      if (!found || !item) return refuse('item-not-found', 'practice')
      const { version } = found
      const history = await context.inTransaction((db) =>
        store.listItemVersions(db, version.county, version.place, version.list, item.code),
      )
      return allow({
        version: said(version),
        item: saidItem(directory, item),
        flow: flowInWords(item.steps),
        history: history.map((one, i) => ({
          number: one.version.number,
          inForceFrom: one.version.inForceFrom,
          differs: (
            differences(history[i + 1] ? [history[i + 1]?.item as WorkItem] : [one.item], [one.item]).changed[0]
              ?.fields ?? []
          ).map(({ field }) => FIELD_NAMES[field].zh),
        })),
      })
    }),
    binaryRoute(contract.drawDutyItem, async (context, { params }) => {
      const found = await load(context, params)
      const item = found?.items.find((one) => one.code === params.item)
      if (!item || item.steps.length === 0) return refuse('item-not-found', 'practice')
      return allow({
        bytes: Buffer.from(drawFlow(`${item.code} ${item.name.zh}`, item.steps)),
        mediaType: 'image/svg+xml',
        fileName: `${item.code}.svg`,
        inline: true,
      })
    }),
    route(contract.compareDutyLists, async (context, { params, query }) => {
      const after = await load(context, params)
      if (!after) return refuse('list-not-found', 'practice')
      const other = query.with ?? after.version.basedOn
      const before = other ? await load(context, { county: params.county, id: other }) : undefined
      if (before && (before.version.list !== after.version.list || before.version.place !== after.version.place))
        return refuse('list-not-found', 'practice')
      const found = differences(before?.items ?? [], after.items)
      const brief = ({ code, name }: WorkItem) => ({ code, name })
      return allow({
        before: before ? said(before.version) : null,
        after: said(after.version),
        added: found.added.map(brief),
        removed: found.removed.map(brief),
        changed: found.changed.map((one) => ({
          code: one.code,
          name: after.items.find((item) => item.code === one.code)?.name ?? text(one.code, one.code),
          fields: one.fields.map(({ field, before: old, after: now }) => ({
            field: FIELD_NAMES[field].zh,
            before: inWords(directory, field, old),
            after: inWords(directory, field, now),
          })),
        })),
      })
    }),
    route(contract.draftDutyList, async (context, { body }) => {
      const made = await draftList(context, body.list, body.because, body.county)
      return made.ok ? allow(said(made.value)) : made
    }),
    route(contract.putDutyItem, async (context, { params, body }) =>
      putItem(context, params, body.item as WorkItem | null, body.add),
    ),
    route(contract.listLeadOffices, async ({ acting }) => {
      const within = acting.kind === 'staff' ? acting.places : ''
      const offices = [...directory.offices.values()].filter(
        ({ kind, county }) => kind === 'gov_dept' && (county === '140300' || county.startsWith(within)),
      )
      return allow(
        ['street', 'county', 'community', ...offices.map(({ code }) => code)].map((code) => ({
          code,
          name: leadName(directory, code),
        })),
      )
    }),
    route(contract.advanceDutyList, async (context, { params, body }) => {
      const done = await advance(context, params, body.to, body.decision)
      return done.ok ? allow(said(done.value)) : done
    }),
    route(contract.giveListOpinion, async (context, { params, body }) => giveOpinion(context, params, body)),
    uploadRoute(contract.importDutyItems, async (context, { params, query }, request) => {
      const file = await request.upload()
      return file.ok ? importItems(context, params, file.value, query.write === 'yes') : file
    }),
    binaryRoute(contract.dutyItemTemplate, async (_context, { query }) =>
      allow({
        bytes: await writeTemplate({ ...itemDefinition, columns: columnsOf(query.list) }),
        mediaType: XLSX,
        fileName: '清单事项模板.xlsx',
      }),
    ),
  ]
}

function officeName(directory: Directory, id: string): Text {
  const office = directory.office(id)
  return text(office.name, office.nameEn)
}

/** The name of an office by its code; what is no code stays as it was written. */
export function leadName(directory: Directory, code: string): Text {
  if (code === 'street') return text('街道办事处(乡镇人民政府)', 'Street office or township government')
  if (code === 'county') return text('县(区)社区办', 'County community-building office')
  if (code === 'community') return text('居(村)委会', 'Residents’ or villagers’ committee')
  const office = directory.officeByCode(code)
  return office ? text(office.name, office.nameEn) : text(code, code)
}

function saidItem(directory: Directory, { certificate, ...item }: WorkItem): contract.SaidItem {
  return {
    ...item,
    basis: [...item.basis],
    assist: [...item.assist],
    covers: [...item.covers],
    steps: [...item.steps],
    forms: [...item.forms],
    ...(certificate
      ? { certificate: { ...certificate, words: [...certificate.words], facts: [...certificate.facts] } }
      : {}),
    basisText: item.basis.map((one) => basisText(one)),
    leadName: leadName(directory, item.lead),
    assistNames: item.assist.map((one) => leadName(directory, one)),
    categoryName: CATEGORIES[item.category],
    coversNames: item.covers.map((one) => DEMAND_KINDS[one]),
  }
}

const FIELD_NAMES: Readonly<Record<keyof WorkItem, Text>> = {
  code: text('编号', 'Code'),
  name: text('名称', 'Name'),
  category: text('类别', 'Category'),
  basis: text('依据', 'Basis'),
  lead: text('牵头部门', 'Lead department'),
  assist: text('配合部门', 'Assisting departments'),
  duty: text('社区职责', 'What the community does'),
  covers: text('方式', 'How it may be asked'),
  steps: text('流程', 'Flow'),
  frequency: text('频次', 'Frequency'),
  from: text('起始日期', 'From'),
  to: text('终止日期', 'To'),
  minutes: text('预计用时', 'Minutes'),
  funds: text('经费', 'Money'),
  conditions: text('工作条件', 'Conditions'),
  forms: text('表单', 'Forms'),
  path: text('准入途径', 'Path'),
  certificate: text('证明内容', 'The certificate'),
}

function certificateInWords({ kind, facts, template, validDays, ...form }: CertificateForm): string {
  const stated = facts.map(({ label }) => label.zh).join('、')
  const valid = validDays === null ? '有效期按统一规定' : `有效${validDays}天`
  return `${kind};适用于${CERTIFICATE_FOR[form.for].zh};核实:${stated};${valid};群众说法:${form.words.join('、') || '—'};正文:${template}`
}

/** One field of an item as a reader sees it; values are Chinese texts of the list itself. */
function inWords(directory: Directory, field: keyof WorkItem, value: unknown): string {
  const item = { [field]: value } as Partial<WorkItem>
  if (value === null || value === undefined || value === '') return '—'
  if (item.name) return item.name.zh
  if (item.category) return CATEGORIES[item.category].zh
  if (item.basis) return item.basis.map((one) => basisText(one).zh).join('、')
  if (item.lead) return leadName(directory, item.lead).zh
  if (item.assist) return item.assist.map((one) => leadName(directory, one).zh).join('、') || '—'
  if (item.covers) return item.covers.map((one) => DEMAND_KINDS[one].zh).join('、')
  if (item.steps) return flowInWords(item.steps) || '—'
  if (item.funds) return `${formatYuan(fen(item.funds.standard))}元/${item.funds.unit}(${item.funds.source})`
  if (item.minutes !== undefined) return `${item.minutes}分钟`
  if (item.forms) return item.forms.join('、') || '—'
  if (item.path) return item.path === 'full' ? '常规准入' : '临时准入'
  if (item.certificate) return certificateInWords(item.certificate)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '—'
}
