import type { Context } from '#kernel/context'
import { binaryRoute, route, type Route, uploadRoute } from '#kernel/context/route.ts'
import { roleText } from '#kernel/authority'
import { fieldShape } from '#kernel/case/present.ts'
import { allow, refuse } from '#kernel/outcome'
import { unseal } from '#platform/crypto'
import type { Cell } from './check.ts'
import * as contract from './contract.ts'
import { type CellIssue, formOf, KEEPERS, type RegisterRow } from './definition.ts'
import { confirmImport, SHOWN_ERRORS, startImport } from './import.ts'
import type { Register } from './register.ts'
import { addRow, correctRow, endRow, exportRows, revealRow } from './rows.ts'
import { writeErrors, writeRows, writeTemplate, XLSX } from './spreadsheet.ts'
import * as store from './store.ts'
import { markOf, takeOut } from './take-out.ts'

const PAGE = 50
const STATES = { checking: '检查中', checked: '已检查', importing: '写入中', done: '已写入', failed: '未写入' } as const

/** A row as it goes out. */
function rowShape({ concerns, values, ...row }: RegisterRow): contract.RowShape {
  return {
    ...row,
    cells: { ...row.cells },
    ...(values ? { values: { ...values } } : {}),
    ...(concerns ? { concerns: [...concerns] } : {}),
  }
}

export function registerRoutes(registers: readonly Register[]): readonly Route[] {
  /** The register of a name, for whoever keeps it. */
  const find = ({ acting }: Context, name: string): Register | undefined =>
    registers.find(
      ({ definition }) =>
        definition.name === name &&
        acting.kind === 'staff' &&
        (definition.roles ?? (KEEPERS as readonly string[])).includes(acting.role),
    )
  return [
    route(contract.listRegisters, async (context) =>
      allow(
        registers
          .filter(({ definition }) => find(context, definition.name))
          .map(({ definition, reveals }) => ({
            placed: definition.placed ?? null,
            personal: definition.columns.filter((column) => column.personal).map((column) => column.id),
            reveals: reveals === true,
            name: definition.name,
            title: definition.title,
            columns: definition.columns.map(({ id, label, listed, required }) => ({
              id,
              label,
              listed: listed === true,
              required: required === true,
            })),
            form: formOf(definition.columns).map(fieldShape),
            correctable: definition.columns.filter((column) => column.correctable).map((column) => column.id),
          })),
      ),
    ),
    route(contract.listOpenRows, async (context, { params, query }) => {
      const register = registers.find((one) => one.definition.name === params.register)
      const open = register?.definition.columns.filter((column) => column.open) ?? []
      const title = register?.definition.columns.find((column) => column.listed)
      if (!register || open.length === 0) return refuse('register-not-found', 'practice')
      if (query.text !== '' && !title?.open) return refuse('not-searchable', 'practice')
      const { place, text, after } = query
      const rows = await context.asSystem((db) =>
        register.list(context, db, { place, text, ended: false, openly: true, after, limit: PAGE }),
      )
      return allow({
        title: register.definition.title,
        columns: open.map(({ id, label }) => ({ id, label })),
        rows: rows.map((row) => ({
          id: row.id,
          cells: Object.fromEntries(open.map(({ id }) => [id, row.cells[id] ?? null])),
        })),
        next: rows.length === PAGE ? (rows.at(-1)?.id ?? null) : null,
      })
    }),
    route(contract.findRows, async (context, { params, body }) => {
      const register = find(context, params.register)
      if (!register) return refuse('register-not-found', 'practice')
      if (body.place === undefined && body.text === '') return refuse('place-or-number', 'practice')
      const { place, text, ended, after } = body
      const rows = await context.inTransaction((db) =>
        register.list(context, db, { place, text, ended, after, limit: PAGE }),
      )
      return allow({ rows: rows.map(rowShape), next: rows.length === PAGE ? (rows.at(-1)?.id ?? null) : null })
    }),
    route(contract.getRow, async (context, { params }) => {
      const register = find(context, params.register)
      if (!register) return refuse('register-not-found', 'practice')
      const { row, changes } = await context.inTransaction(async (db) => ({
        row: await register.find(context, db, params),
        changes: await store.listChanges(db, params.county, params.id),
      }))
      if (!row) return refuse('row-not-found', 'practice')
      return allow({
        row: rowShape(row),
        history: changes.map((one) => {
          const office = context.world.office(one.by_org)
          return {
            kind: one.kind,
            columns: one.columns,
            reason: one.reason,
            role: roleText(one.by_role),
            office: { zh: office.name, en: office.nameEn },
            at: one.at.toISOString(),
          }
        }),
      })
    }),
    route(contract.addRow, async (context, { params, body }) => {
      const register = find(context, params.register)
      return register ? addRow(context, register, body.place, body.values) : refuse('register-not-found', 'practice')
    }),
    route(contract.correctRow, async (context, { params, body }) => {
      const register = find(context, params.register)
      const { revision, values, reason } = body
      return register
        ? correctRow(context, register, { key: params, revision, values, reason })
        : refuse('register-not-found', 'practice')
    }),
    route(contract.endRow, async (context, { params, body }) => {
      const register = find(context, params.register)
      return register
        ? endRow(context, register, params, body.revision, body.reason)
        : refuse('register-not-found', 'practice')
    }),
    route(contract.revealRow, async (context, { params, body }) => {
      const register = find(context, params.register)
      return register ? revealRow(context, register, params, body.purpose) : refuse('register-not-found', 'practice')
    }),
    binaryRoute(contract.exportRegister, async (context, { params, body }) => {
      const register = find(context, params.register)
      if (!register) return refuse('register-not-found', 'practice')
      const rows = await exportRows(context, register, body.place, body.purpose)
      if (!rows.ok) return rows
      const fileName = `${register.definition.title.zh}-${context.today}.xlsx`
      const mark = await markOf(context, body.purpose)
      return allow({ bytes: await writeRows(register.definition, rows.value, mark), mediaType: XLSX, fileName })
    }),
    route(contract.listImports, async (context, { params, query }) => {
      const { place } = query
      const runs = await context.inTransaction((db) => store.listRuns(db, place.slice(0, 6), place, params.register))
      return allow(
        runs.map(({ county, id, file_name, state, total, written, bad, at }) => ({
          county,
          id,
          fileName: file_name,
          state,
          total,
          written,
          bad,
          at: at.toISOString(),
        })),
      )
    }),
    binaryRoute(contract.exportImports, async (context, { params, body: { place } }) => {
      const register = find(context, params.register)
      if (!register) return refuse('register-not-found', 'practice')
      const runs = await context.inTransaction((db) => store.listRuns(db, place.slice(0, 6), place, params.register))
      return takeOut(context, context.acting, {
        list: 'imports',
        chosen: { register: params.register, place },
        title: `${register.definition.title.zh}导入记录`,
        header: ['时间', '文件', '总行数', '有错', '已写入', '状态'],
        rows: runs.map((run) => [
          run.at.toISOString(),
          run.file_name,
          run.total,
          run.bad,
          run.written,
          STATES[run.state],
        ]),
      })
    }),
    binaryRoute(contract.getTemplate, async (context, { params }) => {
      const register = find(context, params.register)
      return register
        ? allow({
            bytes: await writeTemplate(register.definition),
            mediaType: XLSX,
            fileName: `${register.definition.title.zh}模板.xlsx`,
          })
        : refuse('register-not-found', 'practice')
    }),
    uploadRoute(contract.uploadImport, async (context, { params, query }, request) => {
      const register = find(context, params.register)
      if (!register) return refuse('register-not-found', 'practice')
      const upload = await request.upload()
      return upload.ok
        ? startImport(context, register, { place: query.place, name: upload.value.name, bytes: upload.value.bytes })
        : upload
    }),
    route(contract.getImport, async (context, { params }) => {
      const run = await context.inTransaction((db) => store.findRun(db, params.county, params.id))
      if (!run || !find(context, run.register)) return refuse('row-not-found', 'practice')
      return allow({
        county: run.county,
        id: run.id,
        register: run.register,
        fileName: run.file_name,
        state: run.state,
        total: run.total,
        checked: run.checked,
        good: run.good,
        bad: run.bad,
        written: run.written,
        reason: run.reason,
        issues: (run.errors as CellIssue[]).slice(0, SHOWN_ERRORS),
      })
    }),
    route(contract.confirmImport, async (context, { params, body }) => {
      const run = await context.inTransaction((db) => store.findRun(db, params.county, params.id))
      const register = run && find(context, run.register)
      return register
        ? confirmImport(context, register, params.county, params.id, body.onlyGood)
        : refuse('row-not-found', 'practice')
    }),
    binaryRoute(contract.getImportErrors, async (context, { params }) => {
      const { acting } = context
      const { run, kept } = await context.inTransaction(async (db) => ({
        run: await store.findRun(db, params.county, params.id),
        kept: await store.sealedRows(db, params.county, params.id),
      }))
      // Rows as they came, in full: for whoever brought the file.
      if (
        !run ||
        !kept?.raw ||
        !('person' in acting) ||
        run.by_person !== acting.person ||
        !find(context, run.register)
      )
        return refuse('row-not-found', 'practice')
      const rows = JSON.parse(unseal(context.services.keys, kept.raw).toString()) as Cell[][]
      return allow({
        bytes: await writeErrors(run.header, rows, run.errors as CellIssue[]),
        mediaType: XLSX,
        fileName: `错误清单-${run.file_name.replace(/\.\w+$/, '')}.xlsx`,
      })
    }),
  ]
}
