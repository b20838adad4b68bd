import { binaryRoute, route, type Route, uploadRoute } from '#kernel/context/route.ts'
import { allow, refuse } from '#kernel/outcome'
import { unseal } from '#platform/crypto'
import type { Cell } from './check.ts'
import * as contract from './contract.ts'
import type { CellIssue } from './definition.ts'
import { confirmImport, type Importable, SHOWN_ERRORS, startImport } from './import.ts'
import { writeErrors, writeTemplate } from './spreadsheet.ts'
import * as store from './store.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export function registerRoutes(registers: readonly Importable[]): readonly Route[] {
  const find = (name: string): Importable | undefined => registers.find((one) => one.definition.name === name)
  return [
    route(contract.listRegisters, async () =>
      allow(
        registers.map(({ definition }) => ({
          name: definition.name,
          title: definition.title,
          columns: definition.columns.map((column) => ({
            id: column.id,
            label: column.label,
            required: column.required === true,
          })),
        })),
      ),
    ),
    binaryRoute(contract.getTemplate, async (_context, { params }) => {
      const register = find(params.register)
      return register
        ? allow({
            bytes: await writeTemplate(register.definition),
            mediaType: XLSX,
            fileName: `${register.definition.title.zh}模板.xlsx`,
          })
        : refuse('register-not-found', 'practice')
    }),
    uploadRoute(contract.uploadImport, async (context, { params, query }, request) => {
      const register = find(params.register)
      if (!register) return refuse('register-not-found', 'practice')
      const upload = await request.upload()
      return upload.ok
        ? startImport(context, register, { place: query.place, name: upload.value.name, bytes: upload.value.bytes })
        : upload
    }),
    route(contract.getImport, async (context, { params }) => {
      const run = await context.inTransaction((db) => store.findRun(db, params.county, params.id))
      if (!run) return refuse('row-not-found', 'practice')
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
      const register = run && find(run.register)
      return register
        ? confirmImport(context, register, params.county, params.id, body.onlyGood)
        : refuse('row-not-found', 'practice')
    }),
    binaryRoute(contract.getImportErrors, async (context, { params }) => {
      const { run, kept } = await context.inTransaction(async (db) => ({
        run: await store.findRun(db, params.county, params.id),
        kept: await store.sealedRows(db, params.county, params.id),
      }))
      if (!run || !kept?.raw) return refuse('row-not-found', 'practice')
      const rows = JSON.parse(unseal(context.services.keys, kept.raw).toString()) as Cell[][]
      return allow({
        bytes: await writeErrors(run.header, rows, run.errors as CellIssue[]),
        mediaType: XLSX,
        fileName: `错误清单-${run.file_name.replace(/\.\w+$/, '')}.xlsx`,
      })
    }),
  ]
}
