import { fieldShape } from '#kernel/case/present.ts'
import { route, type Route } from '#kernel/context/route.ts'
import { basisText } from '#kernel/law'
import { allow } from '#kernel/outcome'
import { beginCase, findOpening, levelsOf, openingsOf } from './actions.ts'
import * as contract from './contract.ts'

export const openingRoutes: readonly Route[] = [
  route(contract.listOpenings, async (context) => allow(openingsOf(context).map(summary))),
  route(contract.getOpening, async (context, { params, query }) => {
    const found = findOpening(context, params.procedure, query.place)
    if (!found.ok) return found
    const { procedure, view } = found.value
    const { opening } = procedure
    return allow({
      ...summary(procedure),
      basis: basisText(opening.because),
      files: opening.files === true,
      fields: opening.form(view).map(fieldShape),
    })
  }),
  route(contract.beginCase, async (context, { params, body }, { once }) =>
    beginCase(context, { procedure: params.procedure, ...body, ...(once ? { once } : {}) }),
  ),
]

function summary({ name, opening }: ReturnType<typeof openingsOf>[number]) {
  const { title, hint } = opening
  return { procedure: name, title, at: [...levelsOf(opening)], ...(hint ? { hint } : {}) }
}
