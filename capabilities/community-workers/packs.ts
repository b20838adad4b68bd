/** Dated values of social work: staffing of communities, how long a registration runs. @law domain 10 (9) */
import { definePack } from '#kernel/pack'

const PLAN = { basis: 'plan P3.1.4', from: '2018-11-09', verified: true } as const

export const communityWorkersPack = definePack('cn-2018', {
  'community-workers.professionals.urban-least': { ...PLAN, value: 2 },
  'community-workers.professionals.urban-most': { ...PLAN, value: 5 },
  'community-workers.professionals.rural-least': { ...PLAN, value: 1 },
  // A registration is renewed every three years, with so many hours of continuing education.
  'community-workers.registration-years': { value: 3, basis: 'practice', from: '2018-11-09', verified: true },
  'community-workers.hours.assistant': { value: 72, basis: 'practice', from: '2018-11-09', verified: true },
  'community-workers.hours.other': { value: 90, basis: 'practice', from: '2018-11-09', verified: true },
})
