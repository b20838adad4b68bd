import { fieldShape } from '#kernel/case/present.ts'
import { route, type Route } from '#kernel/context/route.ts'
import { basisText } from '#kernel/law'
import { allow } from '#kernel/outcome'
import { beginCase, findOpening, openingsOf } from './actions.ts'
import * as contract from './contract.ts'

export const openingRoutes: readonly Route[] = [
  route(contract.listOpenings, async (context) => allow(openingsOf(context).map(summary))),
  route(contract.getOpening, async (context, { params, query }) => {
    const found = findOpening(context, params.procedure, query.place)
    if (!found.ok) return found
    const { opening } = found.value
    const { acting, world } = context
    return allow({
      ...summary(found.value),
      basis: basisText(opening.because),
      files: opening.files === true,
      fields: opening.form({ acting, world, place: query.place }).map(fieldShape),
    })
  }),
  route(contract.beginCase, async (context, { params, body }, { once }) =>
    beginCase(context, { procedure: params.procedure, ...body, ...(once ? { once } : {}) }),
  ),
]

function summary({ name, opening }: ReturnType<typeof openingsOf>[number]) {
  return { procedure: name, title: opening.title, ...(opening.hint ? { hint: opening.hint } : {}) }
}
