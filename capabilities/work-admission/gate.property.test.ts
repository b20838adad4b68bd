import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CATEGORY_IDS, DEMAND_KIND_IDS, type CitedItem } from '#capabilities/duty-lists'
import { addDays, type PlainDate, plainDate } from '#kernel/calendar'
import { isBasis } from '#kernel/law'
import type { Refused } from '#kernel/outcome'
import type { Move, MoveInput } from '#kernel/procedure'
import { text } from '#kernel/text'
import { communityTaskV2 } from './community-task.v2.procedure.ts'
import { type Limits, mayReachCommunity, type Standing } from './rules.ts'
import { workAdmissionTexts } from './texts.ts'
import type { Demand, Sender } from './terms.ts'

const FIRST = plainDate('2026-01-01')
const day = fc.integer({ min: -40, max: 400 }).map((days) => addDays(FIRST, days))
const place = fc.constantFrom('140302001001', '140302001002', '140302002001', '140303001001', '140321106203')
const LIMITS: Limits = {
  meetingsAMonth: 4,
  emergencyLaws: ['ERL', 'IDPL'],
  watched: ['责任状', '责任书', '执法', '拆迁', '拆违', '招商', '环境整治', '城管'],
  forbidden: ['一票否决'],
}
const CLAUSES = ['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'access']
const F2 = ['law-enforcement', 'demolition', 'environmental-rectification', 'urban-management', 'investment-attraction']

const sender: fc.Arbitrary<Sender> = fc.constantFrom(
  { code: 'civil-affairs', kind: 'gov_dept' },
  { code: 'health', kind: 'gov_dept' },
  { code: 'street-140302001', kind: 'street' },
  { code: 'county-office-140302', kind: 'gov_dept' },
  { code: 'city-office', kind: 'gov_dept' },
)
const between = fc.constantFrom('', ' ', '·', '\u3000', '\u200b', '-', '|', 'x')
/** A word taken apart by some sign, or none of them. */
const wording = fc.oneof(
  fc.constantFrom('请随同走访', '按季报送', ''),
  fc
    .tuple(fc.constantFrom(...LIMITS.watched, ...LIMITS.forbidden), between)
    .map(([word, sign]) => `请${[...word].join(sign)}。`),
)
const demand: fc.Arbitrary<Demand> = fc.record({
  kind: fc.constantFrom(...DEMAND_KIND_IDS),
  category: fc.constantFrom(...CATEGORY_IDS),
  role: fc.constantFrom('responsible', 'assisting'),
  title: fc.constant('任务'),
  body: wording,
  meetings: fc.integer({ min: 0, max: 6 }),
  emergency: fc.oneof(
    { weight: 6, arbitrary: fc.constant(null) },
    fc.constantFrom('ERL art 37' as const, 'PML' as const),
  ),
})
const item: fc.Arbitrary<CitedItem> = fc.record({
  code: fc.constant('L4-001'),
  name: fc.constant(text('事项', 'Item')),
  category: fc.constantFrom(...CATEGORY_IDS),
  basis: fc.constant(['RCOL-2018 art 20'] as const),
  lead: fc.constantFrom('civil-affairs', 'health', 'street'),
  assist: fc.subarray(['health', 'street', 'county']),
  duty: fc.constant(''),
  covers: fc.subarray([...DEMAND_KIND_IDS]),
  steps: fc.constant([]),
  frequency: fc.constant(''),
  from: day,
  to: fc.option(day),
  minutes: fc.constant(0),
  funds: fc.constant(null),
  conditions: fc.constant(''),
  forms: fc.constant([]),
  path: fc.constantFrom('full' as const, 'temporary' as const),
  list: fc.constantFrom('L3' as const, 'L4' as const),
  version: fc.constant('v'),
  number: fc.constant(1),
  place: fc.constantFrom('1403', '140302', '140302001', '140321'),
})
/** Often made to fit, so that what passes is tried as often as what does not. */
const tried = fc
  .record({
    demand,
    sender,
    item: fc.option(item, { freq: 6 }),
    place,
    on: day,
    transfers: fc.array(fc.record({ from: day, to: day }), { maxLength: 2 }),
    meetings: fc.integer({ min: 0, max: 5 }),
    unrecorded: fc.boolean(),
    fit: fc.boolean(),
  })
  .map(({ fit, ...one }) =>
    fit && one.item
      ? {
          ...one,
          demand: { ...one.demand, category: one.item.category, kind: one.item.covers[0] ?? one.demand.kind },
          item: { ...one.item, lead: one.sender.code, from: FIRST, to: null, place: '1403' },
          transfers: [{ from: FIRST, to: addDays(FIRST, 500) }],
        }
      : one,
  )

type Given = {
  readonly demand: Demand
  readonly sender: Sender
  readonly item: CitedItem | null
  readonly place: string
  readonly on: PlainDate
  readonly transfers: readonly { readonly from: string; readonly to: string }[]
  readonly meetings: number
  readonly unrecorded: boolean
  readonly negative?: Standing['negative']
}
const ask = ({ demand: asked, sender: by, item: cited, negative, ...given }: Given, limits = LIMITS) =>
  mayReachCommunity(
    asked,
    by,
    { ...given, cited: 'L4-001', item: cited ?? undefined, negative: negative ?? [] },
    limits,
  )
const han = (body: string): string => [...body].filter((sign) => /\p{Script=Han}/u.test(sign)).join('')

/** The rules again, in other words than the gate's own. */
function expectAllowed({ demand: asked, sender: by, item: cited, ...given }: Given, limits = LIMITS): void {
  const { on } = given
  const answers = asked.role === 'responsible' || asked.kind === 'responsibility-letter'
  expect(answers && F2.includes(asked.category)).toBe(false)
  expect(asked.kind).not.toBe('certificate')
  for (const word of limits.forbidden) expect(han(asked.body)).not.toContain(word)
  for (const one of given.negative ?? [])
    expect(one.category === asked.category && one.covers.includes(asked.kind)).toBe(false)
  if (asked.kind === 'assessment') expect(['civil-affairs', 'health']).not.toContain(by.code)
  if (asked.emergency !== null) {
    expect(asked.emergency).toMatch(/^(ERL|IDPL)/)
    expect(given.unrecorded).toBe(false)
    return
  }
  expect(cited).toBeTruthy()
  if (!cited) return
  expect(given.place.startsWith(cited.place)).toBe(true)
  expect(cited.from <= on && (cited.to === null || cited.to >= on)).toBe(true)
  expect(cited.category).toBe(asked.category)
  expect(cited.covers).toContain(asked.kind)
  if (cited.list === 'L4') {
    expect(answers).toBe(false)
    expect(given.transfers.some((one) => one.from <= on && one.to >= on)).toBe(true)
  }
  if (asked.kind === 'meeting-series') expect(given.meetings + asked.meetings).toBeLessThanOrEqual(4)
}

function expectNamed(refused: Refused): void {
  expect(CLAUSES).toContain(refused.facts.clause)
  expect(isBasis(refused.basis) && refused.basis !== 'practice').toBe(true)
  expect(workAdmissionTexts[refused.code]?.text.zh).toBeTruthy()
}

describe('the gate, over random offices, items, days, money, places and wordings', () => {
  let passed = 0
  test('lets nothing through that the rules do not allow, and names its clause whenever it refuses', () => {
    fc.assert(
      fc.property(tried, (given) => {
        const outcome = ask(given)
        if (!outcome.ok) return expectNamed(outcome)
        passed++
        expectAllowed(given)
        if (given.demand.emergency === null)
          expect(outcome.value.flags.length > 0).toBe(
            LIMITS.watched.some((word) => han(given.demand.body).includes(word)),
          )
      }),
      { numRuns: 5000 },
    )
    expect(passed).toBeGreaterThan(200)
  })
})

/** What may happen to a task between the day it is sent and the day a human lets it go: the world as it is then. */
const meanwhile: fc.Arbitrary<(given: Given, limits: Limits) => [Given, Limits]> = fc.oneof(
  fc.integer({ min: 0, max: 40 }).map((days) => (given: Given, limits: Limits): [Given, Limits] => [
    { ...given, on: addDays(given.on, days) },
    limits,
  ]),
  fc
    .constantFrom<(item: CitedItem, given: Given) => CitedItem | null>(
      () => null,
      (one) => ({ ...one, covers: [] }),
      (one) => ({ ...one, category: 'statistics' }),
      (one) => ({ ...one, lead: 'justice', assist: [] }),
      (one) => ({ ...one, place: '140321' }),
      (one, given) => ({ ...one, to: addDays(given.on, -1) }),
      (one, given) => ({ ...one, from: addDays(given.on, 1) }),
      (one) => ({ ...one, version: 'w', number: 2 }),
    )
    .map((change) => (given: Given, limits: Limits): [Given, Limits] => [
      { ...given, item: given.item && change(given.item, given) },
      limits,
    ]),
  fc.constantFrom<(given: Given, limits: Limits) => [Given, Limits]>(
    (given, limits) => [{ ...given, transfers: [] }, limits],
    (given, limits) => [
      { ...given, transfers: given.transfers.map((one) => ({ ...one, to: addDays(given.on, -1) })) },
      limits,
    ],
    (given, limits) => [{ ...given, meetings: given.meetings + 3 }, limits],
    (given, limits) => [{ ...given, unrecorded: true }, limits],
    (given, limits) => [
      { ...given, negative: [{ code: 'L5-009', category: given.demand.category, covers: [given.demand.kind] }] },
      limits,
    ],
    (given, limits) => [given, { ...limits, forbidden: [...limits.forbidden, '执法', '招商'] }],
    (given, limits) => [given, { ...limits, emergencyLaws: [] }],
  ),
)

describe('the gate again, after random changes of lists, money, days and rules between sending and arrival', () => {
  const { release, sendBack } = communityTaskV2.moves as Readonly<Record<'release' | 'sendBack', Move>>
  const made = { arrived: 0, returned: 0 }
  test('a task that waited arrives only as the rules of its day of arrival allow, and goes back with its clause otherwise', () => {
    fc.assert(
      fc.property(tried, fc.array(meanwhile, { maxLength: 4 }), (sent, changes) => {
        const first = ask(sent)
        if (!first.ok) return
        const [now, limits] = changes.reduce<[Given, Limits]>(([one, by], change) => change(one, by), [sent, LIMITS])
        const asked = ask(now, limits)
        const data = { sender: 'o', reviewDue: addDays(now.on, 1), item: first.value.item, demand: sent.demand }
        const world = { today: now.on, officeOf: (kind: string) => ({ id: kind }) }
        const view = { self: { step: 'in-review', place: sent.place, data }, world, asked } as unknown as MoveInput
        const released = release.run(view)
        if (released.ok) {
          made.arrived++
          expect(released.value).toMatchObject({ step: 'received', holder: 'community', data: { arrivedOn: now.on } })
          expectAllowed(now, limits)
          expect(sendBack.run(view).ok).toBe(false)
        } else {
          made.returned++
          expectNamed(released)
          expect(sendBack.run(view)).toMatchObject({
            value: {
              step: 'sent-back',
              holder: 'o',
              data: { wrong: { code: released.code, clause: released.facts.clause } },
            },
          })
        }
      }),
      { numRuns: 5000 },
    )
    expect(Math.min(made.arrived, made.returned)).toBeGreaterThan(100)
  })
})
