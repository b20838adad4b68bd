import { isPlainDate } from '#kernel/calendar'
import type { Context } from '#kernel/context'
import { binaryRoute, route, type Route, uploadRoute } from '#kernel/context/route.ts'
import { parseTracking } from '#kernel/document/number.ts'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import { type Standing, versionOf } from '#kernel/procedure'
import { text } from '#kernel/text'
import { loadFamily, loadPage, moveCase, viewOf } from './actions.ts'
import { assign } from './assign.ts'
import * as contract from './contract.ts'
import { documentSummary, isIntact, openContent, type RenderDocument } from './documents.ts'
import { keepUpload } from './files.ts'
import { addNote, listNotes, NOTED } from './notes.ts'
import { openFile } from './open-file.ts'
import { listCases } from './listing.ts'
import { historyEntry, listOf, movesOf, nextInWords, type Presenter, summaryOf, valueText } from './present.ts'
import { revealRows } from './reveal.ts'
import * as store from './store.ts'
import type { DocumentRow } from './store.ts'

const OWN_LISTED = 30

export type CaseMeans = {
  readonly presenter: Presenter
  readonly render: RenderDocument
  readonly receipt: (context: Context, county: string, id: string) => Promise<Outcome<Record<string, unknown>>>
}

export function caseRoutes({ presenter, render, receipt }: CaseMeans): readonly Route[] {
  return [
    route(contract.getCase, async (context, { params }) => casePage(context, presenter, params.county, params.id)),
    route(contract.listMine, async (context, { query }) => {
      const { acting } = context
      if (acting.kind !== 'resident') return refuse('sign-in-first', 'practice')
      const [day, id = ''] = (query.after ?? '').split('|')
      if (query.after !== undefined && !(isPlainDate(day) && /^[0-9a-f-]{36}$/.test(id)))
        return refuse('request-not-as-described', 'practice')
      const rows = await listCases(context, {
        view: 'own',
        person: acting.person,
        after: day && id ? { day, county: '', id } : undefined,
        limit: OWN_LISTED,
      })
      const last = rows.at(-1)
      return allow({
        ...listOf(context, presenter, rows),
        next: rows.length === OWN_LISTED && last ? `${last.openedOn}|${last.id}` : null,
      })
    }),
    route(contract.makeMove, async (context, { params, body }, request) =>
      moveCase(context, {
        county: params.county,
        id: params.id,
        move: params.move,
        values: body.values,
        files: body.files,
        ...(body.revision === undefined ? {} : { revision: body.revision }),
        ...(request.once ? { once: request.once } : {}),
      }),
    ),
    route(contract.assignCase, async (context, { params, body }) =>
      assign(context, params.county, params.id, body.mine),
    ),
    route(contract.listNotes, async (context, { params }) => listNotes(context, params.county, params.id)),
    route(contract.addNote, async (context, { params, body }) => addNote(context, params.county, params.id, body.text)),
    route(contract.revealCase, async (context, { params, body }) =>
      revealRows(context, params.county, params.id, body.purpose),
    ),
    route(contract.trackCase, async (context, { params }) => track(context, params.number)),
    route(contract.verifyDocument, async (context, { params }) => {
      const code = params.code.toUpperCase().replace(/[^0-9A-Z]/g, '')
      const [row, more] = await context.asSystem((db) => store.findDocumentByCode(db, code))
      if (!row || more) return refuse('document-not-found', 'practice')
      const shown = documentSummary(context, row)
      return allow({
        number: row.number,
        kind: row.kind,
        title: shown.title,
        office: shown.office,
        issuedOn: row.issued_on,
        caseNumber: row.case_number,
        intact: isIntact(context, row),
        standing: await standingOf(context, row),
        sealed: true,
      })
    }),
    binaryRoute(contract.downloadDocument, async (context, { params }) => {
      const row = await context.inTransaction((db) => store.findDocument(db, params.county, params.id))
      if (!row || !(await maySeeCase(context, row.county, row.case_id))) return refuse('document-not-found', 'practice')
      const bytes = await render(openContent(context, row))
      return allow({ bytes, mediaType: 'application/pdf', fileName: `${row.number}.pdf`, inline: true })
    }),
    uploadRoute(contract.uploadFile, async (context, { query }, request) => {
      const upload = await request.upload()
      return upload.ok
        ? keepUpload(context, {
            county: query.county,
            material: query.material,
            name: upload.value.name,
            bytes: upload.value.bytes,
          })
        : upload
    }),
    binaryRoute(contract.downloadFile, async (context, { params }) => openFile(context, params.county, params.id)),
    route(contract.getReceipt, async (context, { params }) => receipt(context, params.county, params.id)),
  ]
}

async function casePage(
  context: Context,
  presenter: Presenter,
  county: string,
  id: string,
): Promise<Outcome<contract.CasePage>> {
  const { family, facts, documents, files } = await loadPage(context, county, id)
  const view = viewOf(context, family, id)
  const self = family.find((one) => one.id === id)
  if (!view || !self) return refuse('case-not-found', 'practice')
  const procedure = versionOf(context.services.procedures, self)
  const own = context.acting.kind === 'resident'
  const parts = family.filter((one) => one.parent === id)
  const master = self.parent === null ? undefined : family.find((one) => one.id === self.root)
  return allow({
    summary: summaryOf(context, presenter, self),
    steps: Object.entries(procedure.steps).map(([name, title]) => ({ name, title })),
    moves: movesOf(context, presenter, view),
    sections: procedure.present(view).map((section) => ({
      title: section.title,
      rows: section.rows.map((shown) => ({ id: shown.id, label: shown.label, ...valueText(context, shown, own) })),
    })),
    parts: parts.map((row) => summaryOf(context, presenter, row)),
    master: master && master.id !== id ? summaryOf(context, presenter, master) : null,
    history: facts.map((fact) => historyEntry(context, family, fact)),
    documents: documents.map((row) => documentSummary(context, row)),
    files: files.map((file) => ({
      id: file.id,
      material: file.material,
      name: file.name,
      mediaType: file.media_type,
      size: file.size,
    })),
    overdueReason: self.overdueReason,
    canReveal: context.acting.kind === 'staff' && self.applicant !== null,
  })
}

/** A case is found by its number alone; what is shown of it names nobody. */
const SYSTEM = { places: 'all', org: '', person: '' } as const

async function track(context: Context, raw: string): Promise<Outcome<contract.Tracked>> {
  const number = parseTracking(raw)
  if (!number.ok) return number
  const found = await context.asSystem(async (db) => {
    const [row, more] = await store.findByNumber(db, number.value)
    if (!row || more) return undefined
    return row
  })
  if (!found) return refuse('case-not-found', 'practice')
  const row = found
  const { facts: all } = await loadPage({ ...context, scope: SYSTEM }, row.county, row.id)
  const facts = all.filter((fact) => fact.case_id === row.id)
  const summary = summaryOf(context, { refusals: {}, placeName: () => text('', '') }, row)
  return allow({
    number: row.number,
    subjectName: summary.subjectName,
    step: row.step,
    stepText: summary.stepText,
    openedOn: row.openedOn,
    dueOn: row.dueOn,
    provisional: row.provisional,
    light: summary.light,
    holderName: summary.holderName,
    endedOn: row.endedOn,
    overdue: summary.light === 'red',
    next: nextInWords(context, row),
    history: facts
      .filter((fact) => !['assigned', 'unassigned', NOTED].includes(fact.kind))
      .map((fact) => {
        const entry = historyEntry(context, [row], fact)
        return { day: entry.day, title: entry.title, office: entry.office }
      }),
  })
}

async function standingOf(context: Context, row: DocumentRow): Promise<Standing | null> {
  const family = await loadFamily({ ...context, scope: SYSTEM }, row.county, row.case_id)
  const self = family.find((one) => one.id === row.case_id)
  return (self && versionOf(context.services.procedures, self).standing?.(self, row, context.today)) ?? null
}

async function maySeeCase(context: Context, county: string, id: string): Promise<boolean> {
  return viewOf(context, await loadFamily(context, county, id), id) !== undefined
}
