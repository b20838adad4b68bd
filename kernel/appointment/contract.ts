/** 账号与授权 over HTTP: the system administrator opens accounts, the security administrator gives posts; neither does the other's. */
import { TextShape } from '#kernel/case/contract.ts'
import { endpoint } from '#platform/http/endpoint.ts'
import { z } from 'zod'

const Person = z.object({ person: z.uuid() })
const Done = z.object({ ok: z.literal(true) })
const FirstPassword = z.object({ password: z.string() })

export const Account = z
  .object({
    person: z.string(),
    login: z.string(),
    name: z.string(),
    posts: z.array(
      z.object({ id: z.string(), role: TextShape, office: TextShape, from: z.string(), to: z.string().nullable() }),
    ),
    secondFactor: z.boolean(),
    locked: z.boolean(),
    /** Without a password nobody signs in. */
    ended: z.boolean(),
    /** One of the three administrators, whose account is kept at the machine. */
    administrator: z.boolean(),
    mine: z.boolean(),
  })
  .meta({ id: 'Account' })
export type Account = z.infer<typeof Account>

/** Names are asked for in a body: an address is kept in logs. */
export const listAccounts = endpoint({
  id: 'listAccounts',
  method: 'POST',
  path: '/api/accounts/search',
  summary: 'Accounts of staff with their posts, by login; 50 at a time',
  access: { roles: ['sys_admin', 'sec_admin', 'auditor'] },
  tags: ['account'],
  body: z.object({ typed: z.string().max(60).optional(), after: z.string().max(40).optional() }),
  answer: z.object({ rows: z.array(Account), next: z.string().nullable() }),
})
export const openAccount = endpoint({
  id: 'openAccount',
  method: 'POST',
  path: '/api/accounts',
  summary: 'Open an account without a post; the first password is answered once',
  access: { roles: ['sys_admin'] },
  tags: ['account'],
  perMinute: 30,
  body: z.object({
    login: z.string().max(40),
    name: z.string().trim().min(2).max(40),
    nameEn: z.string().trim().min(2).max(60),
  }),
  answer: FirstPassword,
})
export const resetAccount = endpoint({
  id: 'resetAccount',
  method: 'POST',
  path: '/api/accounts/:person/reset',
  summary: 'A new first password; the second factor is enrolled anew and every session ends',
  access: { roles: ['sys_admin'] },
  tags: ['account'],
  perMinute: 30,
  params: Person,
  answer: FirstPassword,
})
export const endAccount = endpoint({
  id: 'endAccount',
  method: 'POST',
  path: '/api/accounts/:person/end',
  summary: 'End all posts and sessions; what the person did stays theirs',
  access: { roles: ['sec_admin'] },
  tags: ['account'],
  params: Person,
  answer: Done,
})
export const givePost = endpoint({
  id: 'givePost',
  method: 'POST',
  path: '/api/accounts/:person/posts',
  summary: 'Give a post at an office, from today',
  access: { roles: ['sec_admin'] },
  tags: ['account'],
  params: Person,
  body: z.object({ office: z.string().max(60), role: z.string().max(40) }),
  answer: z.object({ id: z.string() }),
})
export const endPost = endpoint({
  id: 'endPost',
  method: 'POST',
  path: '/api/accounts/:person/posts/:id/end',
  summary: 'End one post; its sessions fall with it',
  access: { roles: ['sec_admin'] },
  tags: ['account'],
  params: Person.extend({ id: z.uuid() }),
  answer: Done,
})
export const findPostOffices = endpoint({
  id: 'findPostOffices',
  method: 'GET',
  path: '/api/accounts/offices',
  summary: 'Offices by a part of their name, with the posts there',
  access: { roles: ['sec_admin'] },
  tags: ['account'],
  query: z.object({ name: z.string().min(2).max(40) }),
  answer: z.array(
    z.object({
      code: z.string(),
      name: TextShape,
      within: TextShape,
      roles: z.array(z.object({ role: z.string(), title: TextShape })),
    }),
  ),
})
