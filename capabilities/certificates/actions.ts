/** Asking for a certificate (申请出具证明) and reporting an absurd demand (反映“无厘头”证明). */
import { FORBIDDEN_CERTIFICATES, onceRetained, retainedCertificates } from '#capabilities/duty-lists'
import { findOrganisation } from '#capabilities/organisations'
import { heldValues, householdOf } from '#capabilities/residents'
import { isPlainDate, lastDayOf, type Term } from '#kernel/calendar'
import { openCase } from '#kernel/case/actions.ts'
import type { Once } from '#kernel/case/assemble.ts'
import { mayAttach } from '#kernel/case/files.ts'
import type { Context } from '#kernel/context'
import { isCommunity } from '#kernel/context/world.ts'
import { parseTracking } from '#kernel/document/number.ts'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import { vouch } from '#kernel/person/actions.ts'
import * as persons from '#kernel/person/store.ts'
import { type Text, text } from '#kernel/text'
import { sealText, unseal, unsealText } from '#platform/crypto'
import { unlistedName } from './certificate.v1.procedure.ts'
import type { Asked } from './contract.ts'
import { referral } from './notices.ts'
import { decideKind, decideReportedOn, demandDue, namesNobody, retainedKinds } from './rules.ts'
import * as store from './store.ts'
import {
  type CertificateData,
  certificateData,
  DEMAND_COPY,
  DEMAND_REPORTERS,
  type DemandData,
  type RetainedKind,
} from './terms.ts'

export type CertificateRequest = {
  readonly place: string
  readonly form: 'urban' | 'rural'
  readonly kind: string
  readonly words?: string | undefined
  readonly demander: string
  readonly purpose: string
  readonly channel: 'phone' | 'window'
  readonly applicant: string
  readonly once?: Once
}

/** Refusals: no such place or kind; not of this community. What is not ours is no refusal but a referral, numbered, closed at once. */
export async function requestCertificate(context: Context, asked: CertificateRequest): Promise<Outcome<Asked>> {
  const { services, today, world } = context
  if (!isCommunity(world, asked.place)) return refuse('place-not-found', 'practice')
  const title = await titleOf(context, asked.place, asked.kind)
  if (!title) return refuse('no-such-certificate', 'practice')
  const { person, held, kin } = await context.asSystem(async (db) => ({
    person: await persons.findPerson(db, asked.applicant),
    held: await heldValues(context, db, asked.applicant),
    kin: await householdOf(db, asked.applicant),
  }))
  if (!person) return refuse('sign-in-first', 'practice')
  const { kinds, list } = await retainedHere(context, asked.place, asked.form)
  const decided = decideKind(asked.kind, kinds)
  if (decided.ok && held['resident.place'] !== asked.place) return refuse('not-of-this-community', 'D2020-C')
  const office = world.officeOf('community', asked.place)
  const open = (sealed: Buffer | null): string => (sealed ? unseal(services.keys, sealed).toString() : '')
  const shut = (plain: string): string => (plain === '' ? '' : sealText(services.keys, plain))
  const term = world.value<Term>('certificates.issue', today, asked.place).value
  const data: CertificateData = {
    kind: asked.kind,
    title,
    retained: decided.ok ? decided.value : null,
    words: shut(asked.words ?? ''),
    demander: tidy(asked.demander),
    purpose: shut(asked.purpose),
    channel: asked.channel,
    nameMasked: person.name_masked,
    name: shut(open(person.name)),
    idNumber: shut(open(person.id_number)),
    phone: shut(open(person.phone)),
    address: shut(String(held['resident.address'] ?? '')),
    kin: [...kin],
    validDays:
      (decided.ok && decided.value.validDays) ||
      world.value<number>('certificates.valid-days', today, asked.place).value,
    due: lastDayOf(term, today, world.calendar).day,
    prepared: null,
    signed: null,
    sealUsed: null,
    issued: null,
    revoked: null,
  }
  const answer = decided.ok ? undefined : whyNot(asked.kind, decided.code, list?.number)
  const opened = await openCase(context, {
    county: asked.place.slice(0, 6),
    procedure: 'certificate',
    subject: subjectOf(asked.kind, title),
    place: asked.place,
    step: answer ? 'referred' : 'asked',
    holder: office.id,
    applicant: asked.applicant,
    agent: null,
    data,
    files: [],
    fact: {
      kind: asked.kind,
      demander: data.demander,
      channel: asked.channel,
      ...(decided.ok ? { cited: decided.value.cited } : { refused: decided.code }),
    },
    ...(answer
      ? {
          ended: true as const,
          documents: [referral({ ...data, office: office.id, name: title, today }, answer.why, answer.goTo)],
        }
      : {}),
    notices: [
      {
        person: asked.applicant,
        kind: answer ? 'certificate-referred' : 'certificate-asked',
        content: { name: title.zh, goTo: answer?.goTo?.zh ?? '要求提供证明的单位' },
      },
    ],
    promised: { outcome: answer ? 'referred' : 'asked', goTo: answer?.goTo ?? null },
    ...(asked.once ? { once: asked.once } : {}),
  })
  if (!opened.ok) return opened
  const { id, county, number, dueOn, again } = opened.value
  return allow({ id, county, number, dueOn, again, outcome: answer ? 'referred' : 'asked', goTo: answer?.goTo ?? null })
}

function whyNot(kind: string, code: string, version: number | undefined): { why: Text; goTo: Text | undefined } {
  const forbidden = FORBIDDEN_CERTIFICATES.find((one) => one.code === kind)
  if (code === 'certificate-not-ours' && forbidden)
    return {
      why: text(
        '该事项列入不应由基层群众性自治组织出具证明的事项清单,居(村)民委员会不予出具。',
        'It is on the list of certificates that self-governing bodies do not issue.',
      ),
      goTo: forbidden.goTo,
    }
  const [of, ofEn] = version === undefined ? ['', ''] : [`(第${version}版)`, ` (version ${version})`]
  return {
    why: text(
      `该事项不在本地施行的社区证明保留清单${of}内,居(村)民委员会不予出具。`,
      `It is not on the list of certificates retained here${ofEn}.`,
    ),
    goTo: undefined,
  }
}

/** What a kind is called: one of the twenty, another, or as a list has or had it; undefined when there never was one. */
async function titleOf(context: Context, place: string, kind: string): Promise<Text | undefined> {
  return unlistedName(kind) ?? (await context.inTransaction((db) => onceRetained(db, place, kind)))?.name
}

/** What a case of a certificate is about, for lists: a code that has its name, else the name itself. */
function subjectOf(kind: string, title: Text): string {
  return unlistedName(kind) ? kind : title.zh
}

export type CounterRequest = Omit<CertificateRequest, 'applicant' | 'channel'> & {
  readonly name: string
  readonly idNumber: string
  readonly phone?: string | undefined
}

/** Over the counter: the clerk saw the card and vouches. Refuses the clerk's own. */
export async function requestAtCounter(context: Context, given: CounterRequest): Promise<Outcome<Asked>> {
  const { acting } = context
  if (acting.kind !== 'staff' || !given.place.startsWith(acting.places))
    return refuse('not-yours-to-do', 'practice', { roles: ['window_clerk'] })
  const subject = await vouch(context, { name: given.name, idNumber: given.idNumber, phone: given.phone })
  if (!subject.ok) return subject
  if (subject.value.person === acting.person) return refuse('own-matter', 'practice')
  return requestCertificate(context, { ...given, applicant: subject.value.person, channel: 'window' })
}

export type DemandReport = {
  readonly place: string
  readonly kind: string
  readonly demander: string
  readonly account: string
  readonly referral?: string | undefined
  readonly organisation?: { readonly county: string; readonly id: string } | undefined
  readonly reportedOn?: string | undefined
  readonly files?: readonly string[]
  readonly once?: Once
}

/**
 * Refusals: no such place, kind or organisation; a referral that is not the caller's; a post that does not report; a day that is
 * not yet, or too long ago; files that are not the caller's own copy of a demand; at the desk, an account that names a resident.
 */
export async function reportDemand(context: Context, given: DemandReport) {
  const { acting, services, world } = context
  if (!isCommunity(world, given.place)) return refuse('place-not-found', 'practice')
  const title = await titleOf(context, given.place, given.kind)
  if (!title) return refuse('no-such-certificate', 'practice')
  if (acting.kind !== 'resident') {
    if (acting.kind !== 'staff' || !DEMAND_REPORTERS.includes(acting.role) || !given.place.startsWith(acting.places))
      return refuse('not-yours-to-do', 'practice', { roles: DEMAND_REPORTERS })
  }
  const told = acting.kind === 'staff' ? (given.reportedOn ?? world.today) : world.today
  if (!isPlainDate(told)) return refuse('reported-after-today', 'practice')
  const on = decideReportedOn(told, world.today, demandDue(world, 'entry', given.place, told))
  if (!on.ok) return on
  const chosen = given.organisation && (await findOrganisation(context, given.organisation))
  if (given.organisation && !chosen) return refuse('organisation-not-found', 'practice')
  const county = given.place.slice(0, 6)
  const files = given.files ?? []
  const attached = await mayAttach(context, county, files, DEMAND_COPY)
  if (!attached.ok) return attached
  const number = given.referral ? parseTracking(given.referral) : undefined
  if (number && !number.ok) return number
  const from = number && (await context.asSystem((db) => store.findReferral(db, number.value)))
  if (number) {
    const own = acting.kind === 'resident' ? from?.applicant === acting.person : from?.place === given.place
    if (!from || !own) return refuse('case-not-found', 'practice')
  }
  const applicant = acting.kind === 'resident' ? acting.person : null
  const person = applicant ? await context.asSystem((db) => persons.findPerson(db, applicant)) : undefined
  const kept = from && certificateData(from.data)
  const seal = (plain: string): string => sealText(services.keys, plain)
  const own = [person?.name, person?.id_number, person?.phone].flatMap((one) =>
    one ? [seal(unseal(services.keys, one).toString())] : [],
  )
  const neverSaid = [...own, ...(kept ? [kept.name, kept.idNumber, kept.phone].filter(Boolean) : [])]
  if (!applicant) {
    const clean = namesNobody(
      given.account,
      neverSaid.map((one) => unsealText(services.keys, one)),
    )
    if (!clean.ok) return clean
  }
  const data: DemandData = {
    demander: chosen?.name ?? tidy(given.demander),
    kind: given.kind,
    title,
    organisation: given.organisation && chosen ? { ...given.organisation, parent: chosen.parent } : null,
    reportedOn: on.value,
    copies: files.length,
    account: applicant ? seal(given.account) : given.account,
    nameMasked: person?.name_masked ?? kept?.nameMasked ?? '',
    neverSaid,
    reportedBy: applicant ? 'resident' : 'community',
    due: demandDue(world, 'verification', given.place, on.value),
    verified: null,
    sentOn: null,
    result: null,
    draft: null,
    exposed: null,
    markedOverdueOn: null,
  }
  return openCase(context, {
    county,
    procedure: 'absurd-demand',
    subject: subjectOf(given.kind, title),
    place: given.place,
    step: 'reported',
    holder: world.officeOf('county', given.place).id,
    applicant,
    agent: null,
    data,
    files,
    fact: {
      kind: given.kind,
      reportedOn: on.value,
      copies: files.length,
      ...(given.organisation ? { organisation: given.organisation.id } : {}),
      ...(from ? { referral: from.id } : {}),
    },
    ...(given.once ? { once: given.once } : {}),
  })
}

function tidy(typed: string): string {
  return typed.normalize('NFKC').replace(/\s+/gu, '')
}

export type RetainedHere = {
  readonly kinds: readonly RetainedKind[]
  /** The version of the list in force; null where none was published. */
  readonly list: { readonly county: string; readonly id: string; readonly number: number } | null
  readonly demonstration: boolean
}

/** 可以出具的证明: what the list in force today retains at a place. */
export async function retainedHere(context: Context, place: string, form: 'urban' | 'rural'): Promise<RetainedHere> {
  const list = await context.inTransaction((db) => retainedCertificates(db, place, context.today))
  return {
    kinds: retainedKinds(list, form),
    list: list ? { county: list.version.county, id: list.version.id, number: list.version.number } : null,
    demonstration: list?.version.demonstration ?? false,
  }
}
