/** Signing in, hats, and what one sees of oneself. */
import { endpoint } from '#platform/http/endpoint.ts'
import { z } from 'zod'

const TextShape = z.object({ zh: z.string(), en: z.string() })
const Ok = z.object({ ok: z.literal(true) })

export const Hat = z.object({
  id: z.string(),
  role: z.string(),
  roleText: TextShape,
  org: z.string(),
  orgName: TextShape,
  place: z.string(),
  placeName: TextShape,
})
export type Hat = z.infer<typeof Hat>

export const Me = z.object({
  kind: z.enum(['nobody', 'resident', 'staff']),
  name: z.string().nullable(),
  rung: z.number(),
  hat: Hat.nullable(),
  hats: z.array(Hat),
  demo: z.boolean(),
  today: z.string(),
  ahead: z.number(),
  secondFactor: z.boolean(),
})
export type Me = z.infer<typeof Me>

export const getMe = endpoint({
  id: 'getMe',
  method: 'GET',
  path: '/api/me',
  summary: 'Who is signed in, with which hat, on which day',
  access: 'anyone',
  tags: ['person'],
  answer: Me,
})

export const sendCode = endpoint({
  id: 'sendCode',
  method: 'POST',
  path: '/api/sign-in/code',
  summary: 'Send a one-time code to a phone (in demo mode it is answered)',
  access: 'anyone',
  tags: ['person'],
  perMinute: 10,
  body: z.object({ phone: z.string().max(40) }),
  answer: z.object({ sent: z.literal(true), seconds: z.number(), demoCode: z.string().optional() }),
})

/** Somebody whom this phone may speak for: families share phones. */
export const Candidate = z.object({ person: z.string(), nameMasked: z.string(), birthYear: z.string().nullable() })

export const verifyCode = endpoint({
  id: 'verifyCode',
  method: 'POST',
  path: '/api/sign-in/verify',
  summary: 'Prove a phone, and say who one is by name and identity number',
  access: 'anyone',
  tags: ['person'],
  perMinute: 20,
  body: z.object({
    phone: z.string().max(40),
    code: z.string().max(10),
    name: z.string().trim().min(1).max(50),
    idNumber: z.string().max(40),
  }),
  answer: z.object({ rung: z.number(), matched: z.boolean() }),
})

export const signOut = endpoint({
  id: 'signOut',
  method: 'POST',
  path: '/api/sign-out',
  summary: 'End the session',
  access: 'anyone',
  tags: ['person'],
  answer: Ok,
})

const Proof = z.object({
  login: z.string().trim().max(60),
  password: z.string().max(200),
  code: z.string().max(10).optional(),
})

export const staffSignIn = endpoint({
  id: 'staffSignIn',
  method: 'POST',
  path: '/api/staff/sign-in',
  summary: 'Staff sign in with password and second factor',
  access: 'anyone',
  tags: ['person'],
  perMinute: 10,
  body: Proof,
  answer: Ok,
})

/** 动态口令: the account is proved anew, with a code of the present secret where there is one. */
export const beginSecondFactor = endpoint({
  id: 'beginSecondFactor',
  method: 'POST',
  path: '/api/staff/second-factor',
  summary: 'A fresh secret for an authenticator app; it holds once it is confirmed by a code',
  access: 'anyone',
  tags: ['person'],
  perMinute: 10,
  body: Proof,
  answer: z.object({ secret: z.string(), qr: z.string(), pending: z.string() }),
})
export const confirmSecondFactor = endpoint({
  id: 'confirmSecondFactor',
  method: 'POST',
  path: '/api/staff/second-factor/confirm',
  summary: 'Confirm the fresh secret by a code of it',
  access: 'anyone',
  tags: ['person'],
  perMinute: 10,
  body: z.object({ pending: z.string().max(1000), code: z.string().max(10) }),
  answer: Ok,
})
export const changePassword = endpoint({
  id: 'changePassword',
  method: 'POST',
  path: '/api/staff/password',
  summary: 'Change the password of an account',
  access: 'anyone',
  tags: ['person'],
  perMinute: 10,
  body: Proof.extend({ newPassword: z.string().max(200) }),
  answer: Ok,
})

export const wearHat = endpoint({
  id: 'wearHat',
  method: 'POST',
  path: '/api/staff/hat',
  summary: "Act under another of one's appointments",
  access: 'signed-in',
  tags: ['person'],
  body: z.object({ appointment: z.uuid() }),
  answer: Ok,
})

export const DemoPerson = z.object({
  login: z.string(),
  kind: z.enum(['resident', 'staff']),
  name: TextShape,
  role: TextShape,
  office: TextShape,
  tryThis: TextShape,
})
export type DemoPerson = z.infer<typeof DemoPerson>
export const listDemoPersons = endpoint({
  id: 'listDemoPersons',
  method: 'GET',
  path: '/api/demo/persons',
  summary: 'Who one can be in demo mode',
  access: 'anyone',
  tags: ['demo'],
  answer: z.array(DemoPerson),
})
export const demoSignIn = endpoint({
  id: 'demoSignIn',
  method: 'POST',
  path: '/api/demo/sign-in',
  summary: 'Be one of the demo persons (demo mode only)',
  access: 'anyone',
  tags: ['demo'],
  body: z.object({ login: z.string().max(60) }),
  answer: Ok,
})

export const Look = z.object({
  at: z.string(),
  role: TextShape,
  office: TextShape,
  purpose: z.string(),
  fields: z.array(z.string()),
  caseNumber: z.string().nullable(),
})
export const listMyLooks = endpoint({
  id: 'listMyLooks',
  method: 'GET',
  path: '/api/me/looks',
  summary: 'Who looked at my data, and why',
  access: 'resident',
  tags: ['person'],
  answer: z.array(Look),
})

export type Looker = z.infer<typeof Looker>
export const Looker = z.object({
  day: z.string(),
  name: z.string(),
  role: TextShape,
  office: TextShape,
  looks: z.number(),
  people: z.number(),
  purposes: z.array(z.string()),
  tooMany: z.boolean(),
})
/** 审计: who looked at how many people's data in the last days; never whose. */
export const listLookers = endpoint({
  id: 'listLookers',
  method: 'GET',
  path: '/api/audit/looks',
  summary: 'Who looked at masked data how often, the most first; those above the daily number are flagged',
  access: { roles: ['auditor'] },
  tags: ['audit'],
  answer: z.object({ aDay: z.number(), rows: z.array(Looker) }),
})

export const exportLookers = endpoint({
  id: 'exportLookers',
  method: 'POST',
  path: '/api/audit/looks/spreadsheet',
  summary: 'Who looked at masked data how often, as a spreadsheet; recorded',
  access: { roles: ['auditor'] },
  tags: ['audit'],
  perMinute: 10,
  answer: z.unknown(),
})

export const MyData = z.object({
  name: z.string(),
  idNumber: z.string().nullable(),
  phone: z.string().nullable(),
  birth: z.string().nullable(),
  rung: z.number(),
})
export const getMyData = endpoint({
  id: 'getMyData',
  method: 'GET',
  path: '/api/me/data',
  summary: 'What is held of me',
  access: 'resident',
  tags: ['person'],
  answer: MyData,
})
