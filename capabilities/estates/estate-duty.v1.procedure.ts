/** 新建小区管理覆盖: what the decision table calls for is proposed by the street, approved by the county, and over when the register shows it. @plan P3.1.3; domain 2.2 */
import { lastDayOf, type PlainDate, type Term } from '#kernel/calendar'
import type { FormValues } from '#kernel/form'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import { type CaseRow, type Change, defineProcedure, type MoveView, type World } from '#kernel/procedure'
import { overdueMoves, overdueTiming } from '#kernel/procedure/overdue.ts'
import { text } from '#kernel/text'
import { presentDuty } from './present.ts'
import { dutyOf, fitsDuty, isCovered, isFulfilled } from './rules.ts'
import { type Coverage, type Duty, type EstateDecision, type EstateDuty, estateDuty, type EstateSeen } from './terms.ts'
import { COVERAGES } from './words.ts'

const STREET = { who: 'staff', roles: ['street_staff', 'street_admin'], at: 'holder' } as const
const COUNTY = { who: 'staff', roles: ['county_office'], at: 'above' } as const
const OPEN = ['raised', 'proposed', 'approved', 'watched'] as const

/** What each row of the table gives to do it in. */
const TERMS: Readonly<Record<Duty, string>> = {
  E1: 'estates.proposal',
  E2: 'estates.entrustment',
  E3: 'estates.entrustment',
  E4: 'estates.escalation',
}

/** How a duty stands when it is raised, or when the register shows another row of the table than before. */
export function startOf(
  rule: Duty,
  seen: EstateSeen,
  world: World,
  place: string,
): { step: 'raised' | 'watched'; due: PlainDate; orgs: string[] } {
  const watched = rule === 'E2' && isCovered(seen.coverage)
  const due = dueIn(world, place, watched ? 'estates.recheck' : TERMS[rule])
  const street = world.officeOf('street', place).id
  return {
    step: watched ? 'watched' : 'raised',
    due,
    orgs: rule === 'E4' ? [street, world.officeOf('county', place).id] : [street],
  }
}

function dueIn(world: World, place: string, term: string): PlainDate {
  return lastDayOf(world.value<Term>(term, world.today, place).value, world.today, world.calendar).day
}

export const estateDutyV1 = defineProcedure({
  name: 'estate-duty',
  version: 1,
  title: text('新建小区管理覆盖', 'Who is in charge of an estate'),
  inForceFrom: '2018-11-09',
  because: 'plan P3.1.3',
  steps: {
    raised: text('待街道提出方案', 'The street has to propose'),
    proposed: text('待县(区)批准', 'The county has to approve'),
    approved: text('落实中', 'Being carried out'),
    watched: text('筹备中,定期复核', 'In preparation, checked again'),
    covered: text('已落实', 'Done'),
    ceased: text('小区已注销', 'The estate is gone'),
  },
  moves: {
    propose: {
      title: text('提出方案', 'Propose'),
      hint: text(
        '方案经县(区)批准、并在小区登记册登记后,本任务自动办结。',
        'When the county approved it and the register of estates shows it, this is over by itself.',
      ),
      tone: 'primary',
      from: ['raised'],
      by: [STREET],
      because: 'plan P3.1.3',
      form: () => [
        {
          id: 'coverage',
          label: text('由谁管理', 'Who is to be in charge'),
          type: 'choice',
          options: COVERAGES.filter((one) => one.value !== 'none').map(({ value, label }) => ({ value, label })),
        },
        {
          id: 'group',
          label: text('居民小组名称', 'Name of the group'),
          type: 'text',
          max: 60,
          when: { field: 'coverage', is: 'group' },
        },
        {
          id: 'entrustedTo',
          label: text('代管的居委会', 'Entrusted committee'),
          type: 'place',
          when: { field: 'coverage', is: 'entrusted' },
        },
        {
          id: 'scope',
          label: text('代管范围', 'Scope of the entrustment'),
          type: 'text',
          max: 200,
          when: { field: 'coverage', is: 'entrusted' },
        },
        { id: 'since', label: text('自何日起', 'From which day'), type: 'date' },
        {
          id: 'document',
          label: text('方案文号', 'Number of the document'),
          hint: text('如 阳上站〔2026〕3号', 'Like 阳上站〔2026〕3号'),
          type: 'text',
          max: 40,
        },
      ],
      run: ({ self, values, world }) => {
        const { rule, seen } = estateDuty(self.data)
        const decision = decisionOf(values, world)
        const fits = fitsDuty(rule, decision, seen)
        if (!fits.ok) return fits
        if (decision.entrustedTo !== null) {
          const found = world.communityNamed(decision.entrustedTo, `${self.place.slice(0, 6)}000000`)
          if (found === 'none' || found === 'several') return refuse('entrusted-to-nobody', 'plan P3.1.3')
        }
        return allow({ step: 'proposed', data: { decision, returnedBecause: null } })
      },
    },
    approve: {
      title: text('批准', 'Approve'),
      tone: 'primary',
      from: ['proposed'],
      by: [COUNTY],
      because: 'plan P3.1.3',
      run: ({ self, world }) =>
        allow({ step: 'approved', data: renewed({ due: dueIn(world, self.place, 'estates.carry-out') }) }),
    },
    return: {
      title: text('退回', 'Send back'),
      tone: 'danger',
      from: ['proposed'],
      by: [COUNTY],
      because: 'practice',
      form: () => [{ id: 'reason', label: text('理由', 'Reasons'), type: 'long-text', min: 4, max: 500 }],
      run: ({ values }) => allow({ step: 'raised', data: { decision: null, returnedBecause: String(values.reason) } }),
    },
    recheck: {
      title: text('复核入住情况', 'Check who has moved in'),
      hint: text('先在小区登记册更新入住户数。', 'Put the households moved in right in the register first.'),
      tone: 'primary',
      from: ['watched'],
      by: [STREET],
      because: 'practice',
      form: () => [{ id: 'account', label: text('复核情况', 'What was found'), type: 'long-text', min: 4, max: 500 }],
      run: ({ self, values, world }) => {
        const { checks, seen } = estateDuty(self.data)
        const check = { on: world.today, movedIn: seen.movedIn, account: String(values.account) }
        return allow({
          data: renewed({ checks: [...checks, check], due: dueIn(world, self.place, 'estates.recheck') }),
        })
      },
    },
    see: {
      title: text('登记册变化', 'The register changed'),
      from: [...OPEN],
      by: [{ who: 'clock' }],
      because: 'practice',
      form: () => [
        { id: 'dwellings', label: text('规划户数', 'Planned dwellings'), type: 'whole-number' },
        { id: 'movedIn', label: text('已入住户数', 'Households moved in'), type: 'whole-number' },
        { id: 'adjacent', label: text('有相邻居委会', 'Adjacent committee'), type: 'yes-no' },
        {
          id: 'coverage',
          label: text('管理覆盖', 'In charge'),
          type: 'choice',
          options: COVERAGES.map(({ value, label }) => ({ value, label })),
        },
      ],
      run: (view) => seenNow(view, view.values),
    },
    cease: {
      title: text('小区已注销', 'The estate is gone'),
      from: [...OPEN],
      by: [{ who: 'clock' }],
      because: 'practice',
      run: () => allow({ step: 'ceased', ended: true }),
    },
    ...overdueMoves(OPEN, STREET),
  },
  timing: (self) => overdueTiming(OPEN, self),
  present: presentDuty,
  ends: { keepYears: 10 },
})

function decisionOf(values: FormValues, world: World): EstateDecision {
  const said = (id: string): string | null => (values[id] === undefined ? null : String(values[id]))
  return {
    coverage: values.coverage as EstateDecision['coverage'],
    document: String(values.document),
    since: String(values.since),
    group: said('group'),
    entrustedTo: said('entrustedTo'),
    scope: said('scope'),
    on: world.today,
  }
}

/** A new day to be met: it is not late any more. */
function renewed(data: Partial<EstateDuty>): Partial<EstateDuty> {
  return { ...data, markedOverdueOn: undefined }
}

/** Over when the register shows it; begun again when it shows another row of the table. */
function seenNow({ self, world }: MoveView, values: FormValues): Outcome<Change> {
  const seen: EstateSeen = {
    dwellings: Number(values.dwellings),
    movedIn: Number(values.movedIn),
    adjacent: values.adjacent === true,
    coverage: values.coverage as Coverage,
  }
  const rule = dutyOf(seen, world.value<number>('estates.scale', world.today, self.place).value)
  if (!rule.ok) return rule
  if (isFulfilled(rule.value, seen.coverage)) return allow({ step: 'covered', ended: true, data: { seen } })
  const start = startOf(rule.value, seen, world, self.place)
  if (rule.value === estateDuty(self.data).rule && !turned(self, start.step)) return allow({ data: { seen } })
  return allow({
    step: start.step,
    orgs: [...new Set([...self.orgs, ...start.orgs])],
    data: renewed({ seen, rule: rule.value, due: start.due, decision: null, returnedBecause: null }),
  })
}

/** While a committee is being prepared somebody else has come to be in charge, or has ceased to be. */
function turned({ step }: CaseRow, start: 'raised' | 'watched'): boolean {
  return start === 'watched' ? step !== 'watched' : step === 'watched'
}
