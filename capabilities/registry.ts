/** One line per capability. Adding a capability changes this file and nothing else outside its folder. */
import type { Capability } from '#kernel/capability'
import { capability as burden } from './burden/capability.ts'
import { capability as certificates } from './certificates/capability.ts'
import { capability as charters } from './charters/capability.ts'
import { capability as communityWorkers } from './community-workers/capability.ts'
import { capability as dutyLists } from './duty-lists/capability.ts'
import { capability as estates } from './estates/capability.ts'
import { capability as evaluation } from './evaluation/capability.ts'
import { capability as facilities } from './facilities/capability.ts'
import { capability as familyMandates } from './family-mandates/capability.ts'
import { capability as organisations } from './organisations/capability.ts'
import { capability as places } from './places/capability.ts'
import { capability as planTracker } from './plan-tracker/capability.ts'
import { capability as residents } from './residents/capability.ts'
import { capability as serviceCases } from './service-cases/capability.ts'
import { capability as serviceItems } from './service-items/capability.ts'
import { capability as workAdmission } from './work-admission/capability.ts'

export const capabilities: readonly Capability[] = [
  places,
  residents,
  familyMandates,
  serviceItems,
  serviceCases,
  planTracker,
  estates,
  facilities,
  organisations,
  communityWorkers,
  charters,
  dutyLists,
  workAdmission,
  certificates,
  burden,
  evaluation,
]
