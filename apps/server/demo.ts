/** Who one can be in demo mode, for the sign-in pages. */
import type { Directory } from '#kernel/context/world.ts'
import { ROLES } from '#kernel/authority'
import type { DemoPerson } from '#kernel/person/contract.ts'
import { text } from '#kernel/text'
import { RESIDENTS, STAFF } from './demo/cast.ts'
import { castId } from './demo/seed.ts'

export function demoPersons(directory: Directory): (DemoPerson & { person: string })[] {
  return [
    ...RESIDENTS.map((one) => {
      const place = directory.places.get(one.place)
      return {
        login: one.login,
        kind: 'resident' as const,
        name: text(one.name, one.nameEn),
        role: text('居民', 'Resident'),
        office: text(place?.name ?? '', place?.nameEn ?? ''),
        tryThis: one.tryThis,
        person: castId(one.login),
      }
    }),
    ...STAFF.map((one) => {
      const office = directory.officeByCode(one.office)
      return {
        login: one.login,
        kind: 'staff' as const,
        name: text(one.name, one.nameEn),
        role: ROLES[one.role],
        office: text(office?.name ?? '', office?.nameEn ?? ''),
        tryThis: one.tryThis,
        person: castId(one.login),
      }
    }),
  ]
}
