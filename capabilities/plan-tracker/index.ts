/** Front door of the plan tracker (实施方案跟踪). */
export { raiseTasks } from './actions.ts'
export { CATALOGUE, indicatorOf } from './catalogue.ts'
