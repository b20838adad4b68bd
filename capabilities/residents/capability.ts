import type { Capability } from '#kernel/capability'
import { residents } from './resident.register.ts'
import { text } from '#kernel/text'

export const capability: Capability = {
  id: 'residents',
  map: ['F3'],
  title: text('人口与住户', 'Residents and households'),
  uses: [],
  registers: [residents],
}
