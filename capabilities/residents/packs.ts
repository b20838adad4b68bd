/** Terms of the residents' register. */
import { calendarDays } from '#kernel/calendar'
import { definePack } from '#kernel/pack'
import { text } from '#kernel/text'

export const residentsPack = definePack('cn-2018', {
  // The law says "in time"; thirty days is what the national standard on personal information gives a controller.
  'residents.data-correction': {
    value: calendarDays(30),
    basis: 'practice',
    from: '2018-11-09',
    verified: false,
    source: 'GB/T 35273',
  },
})

export const valueTitles = { 'residents.data-correction': text('更正登记信息', 'Correcting what is on file') }
