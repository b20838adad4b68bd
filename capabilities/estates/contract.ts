/** The reports of estates and of the size of communities over HTTP, for the county and above. */
import { endpoint } from '#platform/http/endpoint.ts'
import { z } from 'zod'

const TextShape = z.object({ zh: z.string(), en: z.string() })
const ACCESS = { roles: ['county_office', 'city_office'] }
const Grade = z.enum(['below-floor', 'below-advisable', 'advisable', 'above-advisable'])
const Coverage = z.enum(['committee', 'group', 'entrusted', 'none'])

export const EstateLine = z
  .object({
    id: z.string(),
    county: z.string(),
    place: z.string(),
    placeName: TextShape,
    name: z.string(),
    dwellings: z.number(),
    movedIn: z.number(),
    adjacent: z.boolean(),
    /** Of the community where it stands; null where no households are entered. */
    grade: Grade.nullable(),
    rule: z.enum(['E1', 'E2', 'E3', 'E4']),
    duty: TextShape,
    because: TextShape,
    basis: TextShape,
    coverage: Coverage,
    /** Somebody is in charge. */
    covered: z.boolean(),
    /** What the table calls for is done. */
    fulfilled: z.boolean(),
    entrustedTo: TextShape.nullable(),
    since: z.string().nullable(),
    reviewDue: z.boolean(),
  })
  .meta({ id: 'EstateLine' })
export type EstateLine = z.infer<typeof EstateLine>

export const EstateTotals = z
  .object({
    estates: z.number(),
    covered: z.number(),
    uncovered: z.number(),
    fulfilled: z.number(),
    unfulfilled: z.number(),
    reviewDue: z.number(),
    byRule: z.record(z.string(), z.number()),
    byCoverage: z.record(z.string(), z.number()),
  })
  .meta({ id: 'EstateTotals' })
export type EstateTotals = z.infer<typeof EstateTotals>

export const reportEstates = endpoint({
  id: 'reportEstates',
  method: 'GET',
  path: '/api/estates/report',
  summary: 'Every estate with what is called for, who is in charge, and whether anybody is; the totals add up',
  access: ACCESS,
  tags: ['estates'],
  answer: z.object({ lines: z.array(EstateLine), totals: EstateTotals }),
})

export const exportEstates = endpoint({
  id: 'exportEstates',
  method: 'GET',
  path: '/api/estates/report.csv',
  summary: 'The same as CSV',
  access: ACCESS,
  tags: ['estates'],
  answer: z.unknown(),
})

export const SizeLine = z
  .object({
    place: z.string(),
    placeName: TextShape,
    kind: z.enum(['urban', 'rural']).nullable(),
    /** Living households, by which communities are judged, and registered ones beside them. */
    households: z.number(),
    registered: z.number(),
    /** What the plan says; nothing of villages. */
    plan: z
      .object({ rule: z.string(), grade: Grade, name: TextShape, because: TextShape, basis: TextShape })
      .nullable(),
    /** What the laws say, generally: the one in force, and those before and after it. */
    laws: z.array(
      z.object({
        basis: TextShape,
        validFrom: z.string(),
        validTo: z.string().nullable(),
        inForce: z.boolean(),
        from: z.number(),
        to: z.number(),
        within: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'CommunitySize' })
export type SizeLine = z.infer<typeof SizeLine>

export const reportSizes = endpoint({
  id: 'reportSizes',
  method: 'GET',
  path: '/api/estates/community-sizes',
  summary: 'The size of each community: the plan’s grade, and the ranges of the laws beside it',
  access: ACCESS,
  tags: ['estates'],
  answer: z.array(SizeLine),
})
