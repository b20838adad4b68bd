/** Front door of the unified evaluation (统一考核): which places have a plan, and whether relief is in their review. */
export { listReviews, SOURCE } from './store.ts'
