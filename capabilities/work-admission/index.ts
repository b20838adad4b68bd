/** Front door of admission: the gate, as a pure rule and as a question about many communities, and the task that passed it. */
export { sendTask, type Sent, type TaskRequest } from './actions.ts'
export { askGate, askGateAgain, limitsOf, type Verdict } from './gate.ts'
export { mayReachCommunity, selfGovernmentLaw, wordsIn, type Limits, type Standing } from './rules.ts'
export type { Admitted, Cited, Demand, DemandRole, GateClause, Sender, Transfer } from './terms.ts'
