/** What the catalogue brings besides its front door: its own figures for the plan. Its cases are those of `service-cases`. */
import type { Capability } from '#kernel/capability'
import { text } from '#kernel/text'
import { catalogueFormulas, catalogueSource } from './service-items.indicator.ts'

export const capability: Capability = {
  id: 'service-items',
  map: ['B2'],
  title: text('政务服务事项目录', 'Service catalogue'),
  uses: [],
  sources: [catalogueSource],
  formulas: catalogueFormulas,
}
