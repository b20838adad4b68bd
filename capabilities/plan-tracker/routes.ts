import { route, type Route } from '#kernel/context/route.ts'
import { planFor, sentenceFor, trackerFor } from './actions.ts'
import * as contract from './contract.ts'

export function planRoutes(): readonly Route[] {
  return [
    route(contract.getPlan, (context) => planFor(context)),
    route(contract.getSentence, (context, { params }) => sentenceFor(context, params.sentence)),
    route(contract.listTracker, (context) => trackerFor(context)),
  ]
}
