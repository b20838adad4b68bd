/** Dated values of the lists. */
import { definePack } from '#kernel/pack'

export const dutyListsPack = definePack('cn-2018', {
  // "Heard communities" (domain 6.1); how many is ours.
  'duty-lists.communities-heard': { value: 3, basis: 'practice', from: '2018-11-09', verified: false },
})
