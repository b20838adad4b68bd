/** Indicators over HTTP: the catalogue, the figures of a place, one figure with its parts, its months and the rows behind it. All public. */
import { TextShape } from '#kernel/case/contract.ts'
import { endpoint } from '#platform/http/endpoint.ts'
import { z } from 'zod'

/** Left out: the city. */
const Place = z.string().regex(/^\d{12}$/)
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
const Id = z.string().regex(/^I-\d{2}$/)
export const FigureState = z.enum(['no-data', 'n/a', 'met', 'short', 'trend'])

export const FigureShape = z
  .object({
    n: z.number(),
    d: z.number(),
    state: FigureState,
    gap: z.number(),
    /** As shown: shares are cut, never rounded up. */
    text: z.string(),
    way: z.enum(['counted', 'by-hand', 'none']),
  })
  .meta({ id: 'Figure' })
export type FigureShape = z.infer<typeof FigureShape>

export const IndicatorShape = z
  .object({
    id: z.string(),
    name: TextShape,
    unit: z.string(),
    /** Every one, at least so many, none, something that is there, or a direction only. */
    goal: z.enum(['all', 'at-least', 'none', 'yes', 'trend']),
    target: TextShape,
    stated: z.boolean(),
    by: z.string().nullable(),
    level: z.enum(['C', 'K', 'S', 'M']),
    section: z.string(),
    tasks: z.array(z.string()),
    formula: TextShape,
  })
  .meta({ id: 'Indicator' })
export type IndicatorShape = z.infer<typeof IndicatorShape>

/** The day the figures are of: today, or the last of a month on record. */
const Day = z.string()
const Moved = z.enum(['better', 'same', 'worse'])
export type Moved = z.infer<typeof Moved>

const PlaceRef = z.object({
  code: z.string(),
  name: TextShape,
  level: z.enum(['city', 'county', 'street', 'committee']),
  kind: z.enum(['urban', 'rural']).nullable(),
  parent: z.string().nullable(),
})
export type PlaceRef = z.infer<typeof PlaceRef>
export const PartShape = PlaceRef.extend({ figure: FigureShape }).meta({ id: 'FigurePart' })
export type PartShape = z.infer<typeof PartShape>

const Duties = z.object({
  open: z.number(),
  overdue: z.number(),
  cases: z.array(
    z.object({
      number: z.string(),
      procedure: TextShape,
      place: PlaceRef,
      holder: TextShape,
      dueOn: z.string().nullable(),
      overdue: z.boolean(),
    }),
  ),
})

export const listIndicators = endpoint({
  id: 'listIndicators',
  method: 'GET',
  path: '/api/indicators',
  summary: 'The indicators of the plan: what is counted over what, target, day, task',
  access: 'anyone',
  tags: ['indicators'],
  long: true,
  answer: z.object({ indicators: z.array(IndicatorShape), months: z.array(z.string()), month: z.string() }),
})

export const listFigures = endpoint({
  id: 'listFigures',
  method: 'GET',
  path: '/api/figures',
  summary: 'All figures of a place today, or at the end of a month',
  access: 'anyone',
  tags: ['indicators'],
  long: true,
  query: z.object({ place: Place.optional(), month: Month.optional() }),
  answer: z.object({
    place: PlaceRef,
    path: z.array(PlaceRef),
    month: z.string(),
    day: Day,
    figures: z.record(z.string(), FigureShape),
    /** Against the month on record before; absent where there was no figure then. */
    moved: z.record(z.string(), Moved),
  }),
})

/** Fair company: communities of the same kind and of like size, told apart by nothing but their number. */
const Peers = z.object({
  kind: z.enum(['urban', 'rural']),
  from: z.number(),
  to: z.number().nullable(),
  places: z.number(),
  met: z.number(),
  /** The figure of the one in the middle. */
  middle: z.string(),
})

export const getFigure = endpoint({
  id: 'getFigure',
  method: 'GET',
  path: '/api/figures/:id',
  summary: 'One figure of a place: its parts, its months, the dated values it rests on',
  access: 'anyone',
  tags: ['indicators'],
  long: true,
  params: z.object({ id: Id }),
  query: z.object({
    place: Place.optional(),
    month: Month.optional(),
    /** `parts`: the places right below; `all`: every place below. */
    below: z.enum(['parts', 'all']).default('parts'),
  }),
  answer: z.object({
    indicator: IndicatorShape,
    place: PlaceRef,
    path: z.array(PlaceRef),
    month: z.string(),
    day: Day,
    figure: FigureShape,
    parts: z.array(PartShape),
    months: z.array(z.object({ month: z.string(), figure: FigureShape })),
    moved: Moved.nullable(),
    values: z.array(
      z.object({
        name: z.string(),
        title: TextShape,
        value: z.unknown(),
        unit: z.enum(['area', 'year']).nullable(),
        basis: TextShape,
        pack: z.string(),
        verified: z.boolean(),
      }),
    ),
    peers: Peers.nullable(),
    /** Who has to close the gap, and by which day. */
    duties: Duties,
    sources: z.array(z.object({ name: z.string(), title: TextShape, held: z.boolean() })),
  }),
})

export const listBehind = endpoint({
  id: 'listBehind',
  method: 'GET',
  path: '/api/figures/:id/rows',
  summary: 'The rows behind a figure of one community: what is counted, and what is not; no personal data',
  access: 'anyone',
  tags: ['indicators'],
  params: z.object({ id: Id }),
  query: z.object({ place: Place }),
  answer: z.object({
    place: PlaceRef,
    figure: FigureShape,
    facts: z.array(z.object({ name: z.string(), value: z.number() })),
    tables: z.array(
      z.object({
        source: z.string(),
        title: TextShape,
        columns: z.array(z.object({ id: z.string(), label: TextShape })),
        rows: z.array(
          z.object({ id: z.string(), cells: z.record(z.string(), z.string().nullable()), counted: z.boolean() }),
        ),
        more: z.number(),
      }),
    ),
  }),
})

export const exportFigures = endpoint({
  id: 'exportFigures',
  method: 'GET',
  path: '/api/figures.csv',
  summary: 'Figures of a place and the places right below it, as CSV',
  access: 'anyone',
  tags: ['indicators'],
  perMinute: 30,
  query: z.object({
    place: Place.optional(),
    month: Month.optional(),
    indicator: Id.optional(),
    below: z.enum(['parts', 'all']).default('parts'),
  }),
  answer: z.unknown(),
})
