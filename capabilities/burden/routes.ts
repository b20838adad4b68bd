import type { CapabilityMeans } from '#kernel/capability'
import { binaryRoute, route, type Route, uploadRoute } from '#kernel/context/route.ts'
import { prefixOf } from '#kernel/context/world.ts'
import { allow, refuse } from '#kernel/outcome'
import { readSpreadsheet } from '#kernel/register/spreadsheet.ts'
import { plainDate } from '#kernel/calendar'
import { type BurdenMeans, burdenOf, generateSheet, recentOffices, sendForm, takeSheetOut } from './actions.ts'
import { compileForm } from './compile.ts'
import * as contract from './contract.ts'
import { answerSheet, answersTo, openSheet, sentForms, takeAnswersOut } from './sheets.ts'
import { findFormOfTask } from './store.ts'

const ROWS_ABOVE = 5
const MOST_FIELDS = 200

export function burdenRoutes({ registers, directory }: CapabilityMeans): readonly Route[] {
  const codes = [...directory.places.values()].filter((one) => one.level === 'committee').map((one) => one.code)
  const names = new Set(
    [...directory.offices.values()].filter((one) => one.kind !== 'committee').map((one) => one.name),
  )
  const means: BurdenMeans = {
    registers,
    communitiesOf: (place) => codes.filter((code) => code.startsWith(prefixOf(place))),
    isOffice: (name) => names.has(name),
  }
  return [
    route(contract.compileForm, async (context, { body }) => compileForm(context, registers, body.headers)),
    uploadRoute(contract.compileSheet, async (context, _input, request) => {
      const upload = await request.upload()
      if (!upload.ok) return upload
      const rows = await readSpreadsheet(upload.value.name, upload.value.bytes)
      if (!rows.ok) return rows
      // 表头: below up to five rows of title, the one with most names.
      const names = rows.value
        .slice(0, ROWS_ABOVE)
        .map((row) =>
          row.flatMap((cell) => (typeof cell === 'string' && cell.trim() ? [cell.trim().slice(0, 80)] : [])),
        )
        .sort((a, b) => b.length - a.length)[0]
      return names?.length
        ? compileForm(context, registers, names.slice(0, MOST_FIELDS))
        : refuse('form-without-fields', 'practice')
    }),
    route(contract.sendForm, async (context, { body }, { once }) =>
      sendForm(context, registers, {
        ...body,
        due: body.due === null ? null : plainDate(body.due),
        ...(once ? { once } : {}),
      }),
    ),
    route(contract.findFormOfTask, async (context, { params: { county, id } }) => {
      const form = await context.inTransaction((db) => findFormOfTask(db, county, id))
      return allow({ form: form ? { id: form.id, title: form.title, answeredOn: form.answered_on } : null })
    }),
    route(contract.openSheet, async (context, { params }) => openSheet(context, registers, params)),
    route(contract.answerSheet, async (context, { params, body }, { once }) =>
      answerSheet(context, params, { ...body, ...(once ? { once } : {}) }),
    ),
    route(contract.listSentForms, async (context) => sentForms(context)),
    route(contract.listFormAnswers, async (context, { params, query }) => answersTo(context, params.id, query.after)),
    binaryRoute(contract.exportFormAnswers, async (context, { params }) => takeAnswersOut(context, params.id)),
    route(contract.generateSheet, async (context, { body }) => generateSheet(context, means, body)),
    binaryRoute(contract.exportGeneratedSheet, async (context, { body }) => takeSheetOut(context, means, body)),
    route(contract.listOfficeBurden, async (context, { query }) =>
      allow(await burdenOf(context, means, query.month, '', true)),
    ),
    binaryRoute(contract.exportOfficeBurden, async (context, { query }) => {
      const { month, rows } = await burdenOf(context, means, query.month, '', true)
      const text = [
        '单位,分钟,其中实测,每项实测份数不少于,其中会议登记,其中估算,会议,台账,表格,任务,字段,其中登记册已有,涉及社区数,超过上限',
        ...rows.map((one) =>
          [
            cell(one.office),
            one.minutes,
            one.measured,
            one.answers,
            one.recorded,
            one.estimated,
            one.meetings,
            one.ledgers,
            one.forms,
            one.tasks,
            one.fields,
            one.held,
            one.communities,
            one.overCap ? '是' : '否',
          ].join(','),
        ),
      ].join('\r\n')
      return allow({
        bytes: new TextEncoder().encode(`\uFEFF${text}\r\n`),
        mediaType: 'text/csv; charset=utf-8',
        fileName: `部门减负账-${month}.csv`,
      })
    }),
    route(contract.listMyBurden, async (context, { query }) => {
      const { acting } = context
      if (acting.kind !== 'staff') return refuse('sign-in-first', 'practice')
      return allow({
        ...(await burdenOf(context, means, query.month, acting.places, false)),
        recent: await recentOffices(context),
      })
    }),
  ]
}

/** Quoted, and never taken for a formula. */
function cell(text: string): string {
  return `"${text.replace(/^[=+\-@]/u, "'$&").replaceAll('"', '""')}"`
}
