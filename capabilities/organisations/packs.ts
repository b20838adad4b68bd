/** Dated values of organisations: targets of the plan, terms of office, when a body counts as active. @law domain 3.1, 10 */
import { definePack } from '#kernel/pack'

const PLAN = { basis: 'plan P3.1.4', from: '2018-11-09', verified: true } as const
const PRACTICE = { basis: 'practice', from: '2018-11-09', verified: false } as const

export const organisationsPack = definePack('cn-2018', {
  'organisations.social.urban-least': { ...PLAN, value: 10 },
  'organisations.social.rural-least': { ...PLAN, value: 5 },
  // 3000人以上 includes 3,000 (CC art 1259).
  'organisations.social.rural-population': { ...PLAN, value: 3000 },
  // A body without activity for twelve months is dormant and counts for no target.
  'organisations.active-months': { ...PRACTICE, value: 12 },
  // Filing of tier 2 and 3 is valid so many years.
  'organisations.filing-years': { ...PRACTICE, value: 3 },
  'organisations.committee-term-years': [
    { value: 3, basis: 'VCOL-2018 art 11', from: '2018-11-09', to: '2018-12-28', verified: true },
    { value: 5, basis: 'VCOL-2018 art 11', from: '2018-12-29', verified: true },
  ],
})
