import type { Capability } from '#kernel/capability'
import { text } from '#kernel/text'
import { CATALOGUE } from './catalogue.ts'

export const capability: Capability = {
  id: 'plan-tracker',
  map: ['D1'],
  title: text('实施方案跟踪', 'The plan, tracked'),
  uses: [],
  indicators: CATALOGUE,
}
