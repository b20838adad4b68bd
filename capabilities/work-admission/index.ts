/** Front door of admission: the gate, as a pure rule and as a question about many communities. */
export { askGate, limitsOf, type Verdict } from './actions.ts'
export { mayReachCommunity, selfGovernmentLaw, wordsIn, type Limits, type Standing } from './rules.ts'
export type { Admitted, Cited, Demand, DemandRole, GateClause, Sender, Transfer } from './terms.ts'
