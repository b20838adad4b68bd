/** 组织机构: bodies of every kind, who holds office in them, and the names that offices had. */
import type { Capability } from '#kernel/capability'
import { route } from '#kernel/context/route.ts'
import { allow } from '#kernel/outcome'
import { text } from '#kernel/text'
import { findBodies, findOffices } from './actions.ts'
import * as contract from './contract.ts'
import { organisationNames } from './organisation-name.register.ts'
import { organisations } from './organisation.register.ts'
import { formulas, sources } from './organisations.indicator.ts'
import { organisationsPack, valueTitles } from './packs.ts'
import { termsOfOffice } from './term-of-office.register.ts'

export const capability: Capability = {
  id: 'organisations',
  map: ['F2'],
  title: text('组织机构', 'Organisations'),
  uses: [],
  packs: [organisationsPack],
  valueTitles,
  registers: [organisations, termsOfOffice, organisationNames],
  sources,
  formulas,
  routes: ({ directory }) => [
    route(contract.findOfficeNames, async (context, { query }) =>
      allow(await findOffices(context, directory, query.name)),
    ),
    route(contract.findBodies, async (context, { query }) => allow(await findBodies(context, directory, query.name))),
  ],
}
