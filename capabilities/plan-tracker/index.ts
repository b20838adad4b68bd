/** Front door of the plan tracker (实施方案跟踪). */
export { CATALOGUE, indicatorOf } from './catalogue.ts'
