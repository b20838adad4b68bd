/** Who counts as a social-work professional, and whether a community has enough of them. @plan P3.1.4; @law domain 10 (9) */
import { addYears, type PlainDate, plainDate } from '#kernel/calendar'
import type { AsOf, CheckedRow, Fault } from '#kernel/register/definition.ts'
import { type Text, text } from '#kernel/text'

/** The last day of a registration: as written on it, or so many years after it was made. Undefined without a certificate. */
export function registeredUntil(row: CheckedRow, years: number): PlainDate | undefined {
  if (row.level === 'none' || row.registeredOn === undefined) return undefined
  return row.expiresOn === undefined
    ? addYears(plainDate(String(row.registeredOn)), years)
    : plainDate(String(row.expiresOn))
}

/** 持证有效: registered on the day, first and last day included. */
export function isCertified(row: CheckedRow, on: PlainDate, years: number): boolean {
  const until = registeredUntil(row, years)
  return until !== undefined && String(row.registeredOn) <= on && until >= on
}

/** 社会工作专业人才: a valid certificate on the day, or a degree in social work. @practice domain 10 (9) */
export function isProfessional(row: CheckedRow, on: PlainDate, years: number): boolean {
  return row.degree === 1 || isCertified(row, on, years)
}

/** Of the six thousand (专业人才和从业人员): professional on the day, or at work in the field. */
export function isSocialWorker(row: CheckedRow, on: PlainDate, years: number): boolean {
  return row.practitioner === 1 || isProfessional(row, on, years)
}

/** 每个城市社区2—5名: above five is enough as well, and is flagged. @plan P3.1.4 */
export function staffingOf(professionals: number, least: number, most: number): 'short' | 'within' | 'above' {
  if (professionals < least) return 'short'
  return professionals > most ? 'above' : 'within'
}

/** What cannot be true of a row. */
export function workerFault(row: CheckedRow): Fault | undefined {
  if (row.expiresOn !== undefined && row.registeredOn !== undefined && row.expiresOn < row.registeredOn)
    return { column: 'expiresOn', text: text('早于登记日期', 'before it was registered') }
  if (row.level === 'none' && row.degree !== 1 && row.practitioner !== 1)
    return {
      column: 'practitioner',
      text: text(
        '无证书、无社会工作学历、也不是从业人员的,不在登记范围',
        'neither certificate nor degree nor at work in the field: not for this register',
      ),
    }
  const number = String(row.idNumber ?? '')
  const sex = Number(number[16]) % 2 === 1 ? 'male' : 'female'
  if (row.sex !== undefined && number.length === 18 && row.sex !== sex)
    return { column: 'sex', text: text('与身份证号码不一致', 'does not fit the identity number') }
  return undefined
}

/** What is doubtful about a row. @practice domain 10 (9) */
export function workerConcerns(row: CheckedRow, { today, value }: AsOf): readonly Text[] {
  const found: Text[] = []
  const until = registeredUntil(row, value<number>('community-workers.registration-years'))
  if (until !== undefined && until < today)
    found.push(text(`证书登记已于${until}到期`, `The registration ran out on ${until}`))
  const due = value<number>(`community-workers.hours.${row.level === 'assistant' ? 'assistant' : 'other'}`)
  if (row.level !== 'none' && row.hours !== undefined && Number(row.hours) < due)
    found.push(text(`继续教育${row.hours}学时,应满${due}学时`, `${row.hours} of ${due} hours of continuing education`))
  return found
}
