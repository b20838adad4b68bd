/** Front door of estates (小区): the standard of premises for each hundred households. */
export { perHouseholds } from './rules.ts'
