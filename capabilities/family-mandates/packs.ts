import { definePack } from '#kernel/pack'

export const familyMandatesPack = definePack('family-mandates', {
  'family-mandates.days': { value: 365, basis: 'practice', from: '2018-01-01', verified: false },
})
