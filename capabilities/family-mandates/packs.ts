import { definePack } from '#kernel/pack'
import { text } from '#kernel/text'

export const familyMandatesPack = definePack('family-mandates', {
  'family-mandates.days': { value: 365, basis: 'practice', from: '2018-01-01', verified: false },
})

export const valueTitles = { 'family-mandates.days': text('家人代办授权的天数', 'Days a family mandate holds') }
