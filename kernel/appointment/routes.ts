import { roleText } from '#kernel/authority'
import type { Directory } from '#kernel/context/world.ts'
import { route, type Route } from '#kernel/context/route.ts'
import { allow } from '#kernel/outcome'
import { text } from '#kernel/text'
import * as actions from './actions.ts'
import * as contract from './contract.ts'
import { rolesAt } from './rules.ts'

const FOUND = 20

export function appointmentRoutes(directory: Directory): readonly Route[] {
  return [
    route(contract.listAccounts, async (context, { body }) => allow(await actions.listAccounts(context, body))),
    route(contract.openAccount, (context, { body }) => actions.openAccount(context, body)),
    route(contract.resetAccount, (context, { params }) => actions.resetKept(context, params.person)),
    route(contract.endAccount, (context, { params }) => actions.endKept(context, params.person)),
    route(contract.givePost, (context, { params, body }) =>
      actions.givePost(context, params.person, { role: body.role, office: directory.officeByCode(body.office) }),
    ),
    route(contract.endPost, (context, { params }) => actions.endPost(context, params.person, params.id)),
    route(contract.findPostOffices, async (_context, { query }) => allow(officesNamed(directory, query.name.trim()))),
  ]
}

/** Offices where posts are held, whose name has what was typed; those with the shortest names first. */
function officesNamed(directory: Directory, typed: string) {
  const small = typed.toLowerCase()
  return [...directory.offices.values()]
    .filter((office) => office.name.includes(typed) || office.nameEn.toLowerCase().includes(small))
    .filter((office) => rolesAt(office).length > 0)
    .toSorted((a, b) => a.name.length - b.name.length || (a.code < b.code ? -1 : 1))
    .slice(0, FOUND)
    .map((office) => {
      const place = directory.places.get(office.place)
      const above = place?.parent ? directory.places.get(place.parent) : undefined
      return {
        code: office.code,
        name: text(office.name, office.nameEn),
        within: text(above?.name ?? '', above?.nameEn ?? ''),
        roles: rolesAt(office).map((role) => ({ role, title: roleText(role) })),
      }
    })
}
