/** Words that the register of meters and its complaints share. @plan P3.3.2 */
import { text } from '#kernel/text'

export const METER_KINDS = [
  { value: 'heating', label: text('供热', 'Heating'), also: ['供暖', '热'] },
  { value: 'water', label: text('供水', 'Water'), also: ['水'] },
  { value: 'power', label: text('供电', 'Power'), also: ['电'] },
  { value: 'gas', label: text('燃气', 'Gas'), also: ['气'] },
] as const

export const TARIFFS = [
  { value: 'resident', label: text('居民价格', 'Residents’ price'), also: ['居民', '居民价'] },
  { value: 'commercial', label: text('非居民价格', 'Commercial price'), also: ['商业', '非居民', '非居民价'] },
] as const
