/** Certificates and absurd demands over HTTP. */
import { endpoint } from '#platform/http/endpoint.ts'
import { z } from 'zod'

const TextShape = z.object({ zh: z.string(), en: z.string() })
const Place = z.string().regex(/^\d{12}$/)
const WORKERS = ['window_clerk', 'community_worker']
const BODIES = [...WORKERS, 'committee_chair', 'committee_member', 'street_staff', 'street_admin', 'county_office']

/** What a committee says to a kind at once. */
export const KindAnswer = z.object({
  code: z.string(),
  name: TextShape,
  answer: z.enum(['not-ours', 'on-list']),
  /** Where to go, for what is not ours. */
  goTo: TextShape.optional(),
  basis: TextShape,
})
export type KindAnswer = z.infer<typeof KindAnswer>

export const findCertificateKinds = endpoint({
  id: 'findCertificateKinds',
  method: 'GET',
  path: '/api/certificates/kinds',
  summary:
    'Which certificate is meant, in everyday words: does the committee issue it, else who does; all kinds when nothing is asked',
  access: 'anyone',
  tags: ['certificate'],
  query: z.object({ q: z.string().max(60).optional(), place: Place.optional() }),
  answer: z.object({
    rows: z.array(KindAnswer),
    retained: z.number(),
    /** The version of the list of certificates in force there. */
    list: z.object({ county: z.string(), id: z.string(), number: z.number() }).nullable(),
    demonstration: z.boolean(),
  }),
})

const Request = {
  place: Place,
  kind: z.string().max(40),
  /** What was typed, for a kind that is on no list. */
  words: z.string().trim().max(60).optional(),
  demander: z.string().trim().min(2).max(60),
  purpose: z.string().trim().min(2).max(120),
}
const Asked = z.object({
  county: z.string(),
  id: z.string(),
  number: z.string(),
  outcome: z.enum(['referred', 'asked']),
  goTo: TextShape.nullable(),
  dueOn: z.string().nullable(),
  again: z.boolean(),
})
export type Asked = z.infer<typeof Asked>

export const requestCertificate = endpoint({
  id: 'requestCertificate',
  method: 'POST',
  path: '/api/certificates',
  summary: 'Ask for a certificate: a referral at once when the committee does not issue it, else a case',
  access: 'resident',
  tags: ['certificate'],
  body: z.object(Request),
  answer: Asked,
})
export const requestCertificateAtCounter = endpoint({
  id: 'requestCertificateAtCounter',
  method: 'POST',
  path: '/api/certificates/counter',
  summary: 'The same over the counter: the clerk saw the card',
  access: { roles: WORKERS },
  tags: ['certificate'],
  body: z.object({
    ...Request,
    name: z.string().trim().min(1).max(50),
    idNumber: z.string().max(40),
    phone: z.string().max(30).optional(),
  }),
  answer: Asked,
})

const Issued = z.object({
  county: z.string(),
  id: z.string(),
  number: z.string(),
  kind: TextShape,
  who: z.string(),
  issuedOn: z.string(),
  until: z.string(),
  sealedOn: z.string(),
  state: z.enum(['in-force', 'expired', 'revoked']),
})
export const listCertificates = endpoint({
  id: 'listCertificates',
  method: 'GET',
  path: '/api/certificates',
  summary: 'The register of certificates issued, newest first: numbers, use of the seal, what was revoked',
  access: { roles: BODIES },
  tags: ['certificate'],
  query: z.object({ place: z.string().max(12).optional(), after: z.string().max(60).optional() }),
  answer: z.object({ rows: z.array(Issued), next: z.string().nullable() }),
})

const Demander = z.object({ demander: z.string(), kinds: z.array(TextShape), count: z.number(), last: z.string() })
export const listDemanders = endpoint({
  id: 'listDemanders',
  method: 'GET',
  path: '/api/certificates/demanders',
  summary: 'Who demanded certificates that are not ours, as the residents said; for the offices only',
  access: { roles: BODIES },
  tags: ['certificate'],
  answer: z.array(Demander),
})

export const reportDemand = endpoint({
  id: 'reportDemand',
  method: 'POST',
  path: '/api/absurd-demands',
  summary: 'Report an organisation that demands an absurd certificate, from a referral or without one',
  access: 'signed-in',
  tags: ['certificate'],
  perMinute: 12,
  body: z.object({
    place: Place,
    kind: z.string().max(40),
    demander: z.string().trim().min(2).max(60),
    account: z.string().trim().min(4).max(800),
    /** Tracking number of the referral. */
    referral: z.string().max(20).optional(),
    /** Its row in the register of organisations: the name is taken from there. */
    organisation: z.object({ county: z.string().regex(/^\d{6}$/), id: z.uuid() }).optional(),
    /** At the desk, when it was told earlier; default: today. */
    reportedOn: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/)
      .optional(),
    /** The copy of the demand, uploaded as `restricted-demand-copy`: opens for the reporter and the verifying office alone. */
    files: z.array(z.uuid()).max(6).default([]),
  }),
  answer: z.object({
    county: z.string(),
    id: z.string(),
    number: z.string(),
    dueOn: z.string().nullable(),
    again: z.boolean(),
  }),
})

const Demand = z.object({
  county: z.string(),
  id: z.string(),
  number: z.string(),
  kind: TextShape,
  organisation: z.string(),
  step: TextShape,
  dueOn: z.string().nullable(),
  overdue: z.boolean(),
})
export const listDemands = endpoint({
  id: 'listDemands',
  method: 'GET',
  path: '/api/absurd-demands',
  summary: 'The demands within my places: where each stands, what is overdue first',
  access: { roles: [...BODIES, 'city_office'] },
  tags: ['certificate'],
  answer: z.array(Demand),
})

export const listExposures = endpoint({
  id: 'listExposures',
  method: 'GET',
  path: '/api/absurd-demands/exposed',
  summary: 'Absurd demands made public: the organisation, never the resident; and how the organisations rank',
  access: 'anyone',
  tags: ['certificate'],
  answer: z.object({
    rows: z.array(
      z.object({
        organisation: z.string(),
        kind: TextShape,
        text: z.string(),
        exposedOn: z.string(),
        due: z.string(),
        state: z.enum(['rectifying', 'overdue', 'rectified', 'unrectified']),
      }),
    ),
    ranking: z.array(
      z.object({ organisation: z.string(), verified: z.number(), inTime: z.number(), overdue: z.number() }),
    ),
  }),
})

/** 清单规模: how many certificates each version of a list retains. */
const ListSizes = z.object({
  place: z.string(),
  name: TextShape,
  /** The version in force now. */
  county: z.string(),
  id: z.string(),
  trend: z.enum(['first', 'falling', 'same', 'rising']),
  sizes: z.array(z.object({ number: z.number(), from: z.string(), items: z.number() })),
})
export const countCertificates = endpoint({
  id: 'countCertificates',
  method: 'GET',
  path: '/api/certificates/figures',
  summary:
    'Four figures of certificates in the city: refused, demands verified, not put right in time, kinds retained by version',
  access: 'anyone',
  tags: ['certificate'],
  answer: z.object({
    refused: z.number(),
    verified: z.number(),
    overdue: z.number(),
    lists: z.array(ListSizes),
  }),
})
