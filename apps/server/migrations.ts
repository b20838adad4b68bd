/** Which folders hold migrations, in their order: the kernel's, then each capability's. */
export const MIGRATION_FOLDERS: readonly string[] = [
  'kernel/migrations',
  'capabilities/residents/migrations',
  'capabilities/family-mandates/migrations',
  'capabilities/service-cases/migrations',
  'capabilities/duty-lists/migrations',
  'capabilities/work-admission/migrations',
  'capabilities/burden/migrations',
  'capabilities/evaluation/migrations',
]
