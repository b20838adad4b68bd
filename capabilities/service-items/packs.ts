/** Time limits of the catalogue (时限): promised and legal, item by item, and the terms of the procedure. @law ALL arts 32, 42, 44; domain 7.3–7.9 */
import { calendarDays, type Term, workingDays } from '#kernel/calendar'
import { definePack, type PackEntry } from '#kernel/pack'
import { type Text, text } from '#kernel/text'

const FROM = '2018-11-09'
const PROMISE = { basis: 'practice', from: FROM, verified: false, source: '目录 7.9' } as const

/** Promised working days, in the order of the catalogue. 0: the same day (即办). */
const PROMISED: Readonly<Record<string, number>> = {
  'YQ-01-001': 0,
  'YQ-01-002': 10,
  'YQ-01-003': 20,
  'YQ-01-004': 15,
  'YQ-01-005': 7,
  'YQ-01-006': 0,
  'YQ-02-001': 0,
  'YQ-02-002': 10,
  'YQ-02-003': 0,
  'YQ-02-004': 0,
  'YQ-02-005': 0,
  'YQ-02-006': 10,
  'YQ-02-007': 15,
  'YQ-03-001': 0,
  'YQ-03-002': 35,
  'YQ-03-003': 25,
  'YQ-03-004': 20,
  'YQ-03-005': 0,
  'YQ-03-006': 0,
  'YQ-04-001': 20,
  'YQ-04-002': 20,
  'YQ-04-003': 5,
  'YQ-04-004': 0,
  'YQ-05-001': 20,
  'YQ-05-002': 20,
  'YQ-05-003': 20,
  'YQ-05-004': 15,
  'YQ-05-005': 0,
  'YQ-05-006': 5,
  'YQ-05-007': 10,
  'YQ-05-008': 10,
  'YQ-06-001': 30,
  'YQ-06-002': 30,
  'YQ-06-003': 15,
  'YQ-06-004': 30,
  'YQ-06-005': 20,
  'YQ-06-006': 20,
  'YQ-07-001': 40,
  'YQ-07-002': 30,
  'YQ-07-003': 40,
  'YQ-07-004': 30,
  'YQ-08-001': 10,
  'YQ-08-002': 0,
  'YQ-08-003': 3,
  'YQ-08-004': 5,
  'YQ-08-005': 0,
  'YQ-09-001': 0,
  'YQ-09-002': 5,
  'YQ-09-003': 5,
  'YQ-09-004': 10,
  'YQ-10-001': 20,
  'YQ-10-002': 30,
  'YQ-10-003': 20,
  'YQ-10-004': 0,
}

const legal = (term: Term, basis: PackEntry<Term>['basis'], verified = false): PackEntry<Term> => ({
  value: term,
  basis,
  from: FROM,
  verified,
})

/** Legal terms where the catalogue names a rule of its own; joint matters and licences follow ALL art 42 by analogy (R9). */
const LEGAL: Readonly<Record<string, PackEntry<Term>>> = {
  'YQ-05-002': legal(workingDays(30), 'MCA-2021-70'),
  'YQ-06-001': legal(workingDays(30), 'MCA-2021-57'),
  'YQ-06-002': legal(workingDays(30), 'MCA-2021-43'),
  'YQ-06-003': legal(workingDays(15), 'MCA-2018-23'),
  'YQ-06-004': legal(workingDays(30), 'MCA-2019-62'),
  'YQ-08-001': legal(calendarDays(15), 'RPR'),
  'YQ-08-004': legal(calendarDays(7), 'LAL art 43'),
}

export const cataloguePack = definePack('yq-catalogue', {
  ...Object.fromEntries(
    Object.entries(PROMISED).map(([code, days]) => [
      `service.promised.${code}`,
      { ...PROMISE, value: workingDays(days) },
    ]),
  ),
  ...Object.fromEntries(Object.entries(LEGAL).map(([code, entry]) => [`service.legal.${code}`, entry])),
})

export const proceduresPack = definePack('cn-2018', {
  'service.correction-notice': { value: workingDays(5), basis: 'ALL art 32', from: FROM, verified: true },
  'service.decision': { value: workingDays(20), basis: 'ALL art 42', from: FROM, verified: true },
  'service.decision-extension': { value: workingDays(10), basis: 'ALL art 42', from: FROM, verified: true },
  'service.joint-decision': { value: workingDays(45), basis: 'ALL art 42', from: FROM, verified: true },
  'service.joint-decision-extension': { value: workingDays(15), basis: 'ALL art 42', from: FROM, verified: true },
  'service.delivery': { value: workingDays(10), basis: 'ALL art 44', from: FROM, verified: true },
  'service.correction-deadline': { value: workingDays(15), basis: 'practice', from: FROM, verified: false },
  'service.tolerance-deadline': { value: workingDays(5), basis: 'practice', from: FROM, verified: false },
  'service.tolerance-ban-months': { value: 12, basis: 'practice', from: FROM, verified: false },
  'service.applicant-wait': { value: calendarDays(60), basis: 'practice', from: FROM, verified: false },
  'service.ownership-dispute': { value: workingDays(2), basis: 'practice', from: FROM, verified: false },
  'service.callback': { value: workingDays(1), basis: 'practice', from: FROM, verified: false },
  'service.bad-rating-simple': { value: workingDays(5), basis: 'practice', from: FROM, verified: false },
  'service.bad-rating-complex': { value: workingDays(15), basis: 'practice', from: FROM, verified: false },
  'service.remedy-reconsideration': { value: calendarDays(60), basis: 'ARL', from: FROM, verified: true },
  'service.remedy-lawsuit-months': { value: 6, basis: 'APL', from: FROM, verified: true },
})

export const servicePacks = [proceduresPack, cataloguePack]

/** 参数名称: of the terms of the procedure, and of each service by its own name. */
export function valueTitlesOf(items: readonly { readonly code: string; readonly name: Text }[]): Record<string, Text> {
  return {
    'service.correction-notice': text('受理或一次性告知补正', 'Accepting, or saying once what is missing'),
    'service.decision': text('作出决定(一般情形)', 'Deciding, as a rule'),
    'service.decision-extension': text('决定期限的延长', 'Extending the term to decide'),
    'service.joint-decision': text('联合办理的决定', 'Deciding together'),
    'service.joint-decision-extension': text('联合办理的延长', 'Extending the term to decide together'),
    'service.delivery': text('颁发、送达', 'Delivering the result'),
    'service.correction-deadline': text('申请人补正', 'The applicant’s corrections'),
    'service.tolerance-deadline': text('容缺材料的补交', 'Bringing what may come later'),
    'service.tolerance-ban-months': text('逾期不补的,不再容缺的月数', 'Months without tolerance after breaking it'),
    'service.applicant-wait': text('等候申请人,过后终止', 'Waiting for the applicant, then ended'),
    'service.ownership-dispute': text('权属异议的裁定', 'Settling whose matter it is'),
    'service.callback': text('差评的回访', 'Calling back after a bad rating'),
    'service.bad-rating-simple': text('差评整改(简单事项)', 'Putting a bad rating right, simple'),
    'service.bad-rating-complex': text('差评整改(复杂事项)', 'Putting a bad rating right, complex'),
    'service.remedy-reconsideration': text('申请行政复议', 'Asking for reconsideration'),
    'service.remedy-lawsuit-months': text('提起行政诉讼的月数', 'Months to bring a lawsuit'),
    ...Object.fromEntries(
      items.flatMap(({ code, name }) => [
        [`service.promised.${code}`, text(`${name.zh}:承诺`, `${name.en}: promised`)],
        [`service.legal.${code}`, text(`${name.zh}:法定`, `${name.en}: by law`)],
      ]),
    ),
  }
}
