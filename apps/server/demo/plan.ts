/** A year of the plan (一年的实施方案): its tasks reported by their offices, asked about and answered, figures given by hand; made by the engine itself. */
import { raiseTasks } from '#capabilities/plan-tracker'
import { officeId } from '../../../capabilities/organisations/seed/offices.ts'
import type { Acting } from '#kernel/authority'
import { addDays, dayOfMonth, isWorkingDay, monthOf, type PlainDate } from '#kernel/calendar'
import { moveCase } from '#kernel/case/actions.ts'
import { keepUpload } from '#kernel/case/files.ts'
import { CaseRecord } from '#kernel/case/rows.ts'
import { type Context, contextFor, type Services } from '#kernel/context'
import type { FormValues } from '#kernel/form'
import { beginCase } from '#kernel/opening/actions.ts'
import type { CaseRow } from '#kernel/procedure'
import { SYSTEM_SCOPE, sql } from '#platform/db'
import { chance, pick } from './people.ts'
import { LAGGING, PROGRESS, QUESTIONS } from './plan-words.ts'

const PLACE = '140300000000'
const COUNTIES = ['140302', '140303', '140311', '140321', '140322']
const PDF = `%PDF-1.4\n${'1 0 obj<<>>endobj\n'.repeat(8)}trailer<<>>\n%%EOF`

/** Answers what to do on each day of the year, from its first. */
export function planYear(
  services: Services,
  staff: ReadonlyMap<string, Acting>,
  people: readonly { readonly id: string; readonly place: string }[],
  first: PlainDate,
) {
  const random = chance(2018)
  const lagging = new Set(LAGGING.map(officeId))
  const officer = (org: string): Acting | undefined => staff.get(org) ?? staff.get(`${org} head`)
  const city = officer(officeId('city-office'))
  const second = staff.get('second city-office')

  const rows = (where: ReturnType<typeof sql>): Promise<CaseRow[]> =>
    services.database.as(SYSTEM_SCOPE, (db) =>
      db.many(
        CaseRecord,
        sql`select * from kernel.case where county = '140300' and place = ${PLACE} and ended_on is null and ${where}`,
      ),
    )
  const held = (procedure: string, subject?: string): Promise<CaseRow[]> =>
    rows(subject ? sql`procedure = ${procedure} and subject = ${subject}` : sql`procedure = ${procedure}`)

  return async (day: PlainDate, ms: number): Promise<void> => {
    const as = (acting: Acting): Context => contextFor(services, acting, day, ms)
    const copy = async (acting: Acting, county = '140300'): Promise<string[]> => {
      const bytes = new TextEncoder().encode(PDF)
      const kept = await keepUpload(as(acting), { county, material: 'attachment', name: 'document.pdf', bytes })
      return kept.ok ? [kept.value.id] : []
    }
    const move = async (
      row: CaseRow | undefined,
      name: string,
      values: FormValues,
      copied = false,
    ): Promise<boolean> => {
      const acting = row && officer(row.holder)
      if (!row || !acting) return false
      const files = copied ? await copy(acting) : []
      return (await moveCase(as(acting), { county: row.county, id: row.id, move: name, values, files })).ok
    }
    const numbered = (series: string): string => `${series}〔${day.slice(0, 4)}〕${1 + Math.floor(random() * 60)}号`

    if (day === first) await raiseTasks(as({ kind: 'clock' }))
    if (!isWorkingDay(services.world(day).calendar, day)) return
    const since = (Date.parse(day) - Date.parse(first)) / 86_400_000

    // 季度报告: most in the first half of the month, a few after the clock has marked them, some never.
    const date = dayOfMonth(day)
    if (monthOf(day) % 3 === 1 && date >= 3 && date <= 24)
      for (const row of [...(await held('plan-task')), ...(await held('plan-part'))]) {
        const late = date > 15
        if (lagging.has(row.holder) || (row.subject === 'T09' && row.procedure === 'plan-task' && since > 280)) continue
        if (random() > (late ? 0.12 : 0.35)) continue
        const progress = pick(random, PROGRESS[row.subject] ?? [])
        const state = random() < 0.1 ? 'late' : 'on-track'
        await move(row, 'report', { state, progress, ...(late ? { reason: '等待成员单位数据' } : {}) })
      }

    if (since >= 20 && since < 24 && city) {
      for (const [task, evidence] of [
        ['T07', '“一约四会”已在全部城乡社区建立,名册见附件。'],
        ['T09', '“雪亮工程”已通过验收,报告见附件。'],
      ] as const)
        await move((await held('plan-task', task))[0], 'reachMilestone', { milestone: 'm1', evidence }, true)
      const moved = {
        milestone: 'm1',
        due: addDays(first, 600),
        document: numbered('阳社建'),
        reason: '机构改革后重新核定。',
      }
      if (since < 22) await move((await held('plan-task', 'T11'))[0], 'moveDue', moved, true)
      for (const code of ['education', 'housing', 'health'])
        await move((await held('plan-task', 'T12'))[0], 'nameUnit', { office: officeId(code) })
    }

    // 县(区)配套措施
    if (since >= 40 && since < 140 && random() < 0.4) {
      const county = pick(random, COUNTIES.slice(0, 4))
      const acting = officer(officeId(`county-office-${county}`))
      const row = pick(random, await held('plan-task'))
      const title = '加强和完善城乡社区治理的具体措施'
      const values = {
        title,
        document: numbered(`${services.world(day).placeName(`${county}000000`).zh.slice(0, 1)}政发`),
        issued: day,
      }
      if (acting)
        await moveCase(as(acting), {
          county: '140300',
          id: row.id,
          move: 'recordMeasures',
          values,
          files: await copy(acting),
        })
    }

    // 问进展: asked now and then, answered within days; the last ones wait.
    const asked = QUESTIONS[Math.floor(since / 24)]
    if (asked && since % 24 < 3 && !(await held('plan-question', asked.sentence)).length && random() < 0.6) {
      const person = pick(random, people)
      await beginCase(as({ kind: 'resident', person: person.id, rung: 1 }), {
        procedure: 'plan-question',
        place: PLACE,
        values: { sentence: asked.sentence, question: asked.question },
        files: [],
      })
    }
    for (const row of await held('plan-question')) {
      const answer = QUESTIONS.find((one) => one.sentence === row.subject)?.answer
      if (answer && random() < 0.25) await move(row, 'answer', { answer, 'show-question': true })
    }

    // 办结: one task goes all the way.
    if (since === 200 || since === 201 || since === 202) {
      for (const part of await held('plan-part', 'T17')) await move(part, 'confirm', { note: '本单位承担部分已完成。' })
      for (const part of (await held('plan-part', 'T18')).filter((one) => one.holder !== officeId('finance')))
        await move(part, 'confirm', { note: '本单位承担部分已完成。' })
      const summary = '五类经费均已列入预算,居民参与项目决定和全过程监督的办法已施行。'
      if (await move((await held('plan-task', 'T17'))[0], 'close', { summary }))
        await move((await held('plan-task', 'T17'))[0], 'verify', { finding: '预算和制度文本齐全,情况属实。' })
    }

    // 人工填报: given by one, approved by another.
    if (since >= 60 && since < 63 && city && second && (await handGiven()) === 0) {
      const given: readonly (readonly [string, string, boolean])[] = [
        ...[
          ['I-27', true],
          ['I-67', true],
          ['I-77', false],
        ].map(([id, yes]) => [PLACE, id, yes] as [string, string, boolean]),
        ...COUNTIES.flatMap((county) =>
          ['I-20', 'I-69', 'I-70', 'I-71', 'I-72', 'I-73', 'I-85'].map((id): [string, string, boolean] => [
            `${county}000000`,
            id,
            random() < 0.75,
          ]),
        ),
      ]
      for (const [place, indicator, yes] of given) {
        const acting = place === PLACE ? second : officer(officeId(`county-office-${place.slice(0, 6)}`))
        if (!acting) continue
        const county = place.slice(0, 6)
        const begun = await beginCase(as(acting), {
          procedure: 'figure-by-hand',
          place,
          values: { indicator, yes, day, reason: '以印发的文件为准,没有登记册。', document: numbered('阳社建') },
          files: await copy(acting, county),
        })
        if (begun.ok) await moveCase(as(city), { county, id: begun.value.id, move: 'approve', values: {}, files: [] })
      }
    }

    async function handGiven(): Promise<number> {
      const found = await services.database.as(SYSTEM_SCOPE, (db) =>
        db.many(CaseRecord, sql`select * from kernel.case where procedure = 'figure-by-hand' limit 1`),
      )
      return found.length
    }
  }
}
