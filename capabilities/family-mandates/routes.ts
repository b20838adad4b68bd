import { route, type Route } from '#kernel/context/route.ts'
import { endMandate, listMandates, offerMandate, takeMandate } from './actions.ts'
import * as contract from './contract.ts'

export function familyMandateRoutes(): readonly Route[] {
  return [
    route(contract.listMandates, async (context) => listMandates(context)),
    route(contract.offerMandate, async (context) => offerMandate(context)),
    route(contract.takeMandate, async (context, { body }) => takeMandate(context, body)),
    route(contract.endMandate, async (context, { params }) => endMandate(context, params.id)),
  ]
}
