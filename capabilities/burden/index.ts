/** Front door of the burden meter (减负): the shape in which others bring what offices ask of communities. */
export type { Claim } from './terms.ts'
