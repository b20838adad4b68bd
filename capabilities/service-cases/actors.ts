/** Who acts on a service case, and its steps. */
import type { Move } from '#kernel/procedure'
import { text } from '#kernel/text'

export const WINDOW = { who: 'staff', roles: ['window_clerk'], at: 'holder' } as const
export const DECIDERS = {
  who: 'staff',
  roles: ['dept_staff', 'dept_head', 'street_staff', 'street_admin', 'community_worker', 'committee_chair'],
  at: 'holder',
} as const
export const HEADS = { who: 'staff', roles: ['dept_head', 'street_admin', 'committee_chair'], at: 'holder' } as const
export const CLOCK = { who: 'clock' } as const
export const APPLICANT = { who: 'applicant' } as const
export const OPEN = ['submitted', 'correction', 'reviewing', 'suspended'] as const
/** The window that took the application stays able to hand out and to take in. */
export const WINDOW_OF_CASE = { who: 'staff', roles: ['window_clerk'], at: 'taking-part' } as const

export const STEPS = {
  submitted: text('待受理', 'Awaiting acceptance'),
  correction: text('待补正', 'Awaiting correction'),
  reviewing: text('办理中', 'Under review'),
  suspended: text('暂停计时', 'Clock suspended'),
  decided: text('已决定', 'Decided'),
  delivered: text('已送达', 'Delivered'),
  refused: text('不予受理', 'Not accepted'),
  withdrawn: text('已撤回', 'Withdrawn'),
  terminated: text('已终止', 'Terminated'),
} as const

export type ServiceCaseMoves = Readonly<Record<string, Move<keyof typeof STEPS>>>
