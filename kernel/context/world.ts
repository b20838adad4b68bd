/** The world as rules see it, from memory: offices and places read once, the calendar and the dated values when they change. */
import type { PlainDate, WorkCalendar } from '#kernel/calendar'
import {
  PackValueNotInForceError,
  type PackSet,
  resolve,
  type ResolvedValue,
  UnknownPackValueError,
} from '#kernel/pack'
import type { FoundCommunity, Office, PlaceLevel, World } from '#kernel/procedure'

export type Place = {
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly initials: string
  readonly level: 'city' | 'county' | 'street' | 'committee'
  readonly parent: string | null
  readonly form: 'residents' | 'villagers' | null
  readonly kind: 'urban' | 'rural' | null
}

export class Directory {
  readonly places: ReadonlyMap<string, Place>
  readonly offices: ReadonlyMap<string, Office>
  private readonly byCode = new Map<string, Office>()
  private readonly byName = new Map<string, Office>()
  private readonly byPlace = new Map<string, Office>()
  private readonly byCommunityName = new Map<string, Place[]>()

  constructor(places: readonly Place[], offices: readonly Office[]) {
    this.places = new Map(places.map((place) => [place.code, place]))
    this.offices = new Map(offices.map((office) => [office.id, office]))
    for (const office of offices) {
      this.byCode.set(office.code, office)
      if (office.kind === 'gov_dept') this.byName.set(office.name, office)
      if (office.kind === 'street' || office.kind === 'committee') this.byPlace.set(office.place, office)
      if (office.code.startsWith('county-office-')) this.byPlace.set(office.place, office)
    }
  }

  place(code: string): Place {
    const found = this.places.get(code)
    if (!found) throw new Error(`unknown place ${code}`)
    return found
  }

  office(id: string): Office {
    const found = this.offices.get(id)
    if (!found) throw new Error(`unknown office ${id}`)
    return found
  }

  officeByCode(code: string): Office | undefined {
    return this.byCode.get(code)
  }

  officeNamed(name: string): Office | undefined {
    return this.byName.get(name)
  }

  /** 'community', 'street' and 'county' are found from the place of the case. */
  officeOf(reference: string, place: string): Office {
    const found = reference.startsWith('office:')
      ? this.byCode.get(reference.slice(7))
      : this.byPlace.get(levelCode(reference, place))
    if (!found) throw new Error(`no office ${reference} for a case of place level ${reference}`)
    return found
  }

  /**
   * Communities by names with or without what follows them: 油娄沟, 油娄沟社区, 油娄沟社区居委会, or with the street's name
   * before; streets and counties by their whole names, where no community has that name.
   */
  communityNamed(typed: string, under: string): FoundCommunity {
    const prefix = prefixOf(under)
    if (/^\d{12}$/.test(typed)) return this.places.has(typed) && typed.startsWith(prefix) ? { code: typed } : 'none'
    if (this.byCommunityName.size === 0)
      for (const place of this.places.values()) {
        const street = this.places.get(place.parent ?? '')?.name ?? ''
        const names = place.level === 'committee' ? [place.name, plainName(place.name)] : [place.name]
        for (const name of names)
          for (const one of [name, `${street}${name}`])
            this.byCommunityName.set(one, [...(this.byCommunityName.get(one) ?? []), place])
      }
    const name = typed.replace(/\s/gu, '')
    const all = [name, plainName(name)]
      .flatMap((one) => this.byCommunityName.get(one) ?? [])
      .filter(({ code }) => code.startsWith(prefix))
    const communities = all.filter(({ level }) => level === 'committee')
    const found = new Set((communities.length ? communities : all).map(({ code }) => code))
    if (found.size > 1) return 'several'
    const [code] = found
    return code === undefined ? 'none' : { code }
  }

  superiorOf(officeId: string, place: string): Office {
    const office = this.office(officeId)
    if (office.kind === 'committee') return this.officeOf('street', place)
    if (office.kind === 'street') return this.officeOf('county', place)
    const parent = office.parent === null ? undefined : this.offices.get(office.parent)
    return parent ?? this.officeByCode('city-office') ?? office
  }
}

/** True for the code of a community or village that has an office. */
export function isCommunity(world: World, place: string): boolean {
  try {
    return world.officeOf('community', place).kind === 'committee'
  } catch {
    return false
  }
}

/** Undefined for a code that is no place, and for a community without an office. */
export function levelOf(world: World, place: string): PlaceLevel | undefined {
  if (isCommunity(world, place)) return 'community'
  if (world.placeName(place).zh === place) return undefined
  return LEVELS[prefixOf(place).length]
}

const LEVELS: Readonly<Record<number, PlaceLevel>> = { 4: 'city', 6: 'county', 9: 'street' }

/** '140302000000' is everything that begins with '140302'; a community's code is all of it. */
export function prefixOf(code: string): string {
  return code.replace(/^(\d{4})0{8}$|^(\d{6})0{6}$|^(\d{9})000$/u, '$1$2$3')
}

const plainName = (name: string): string =>
  name.replace(/(?:社区)?(?:居民委员会|村民委员会|居委会|村委会|社区|村)$/u, '')

function levelCode(reference: string, place: string): string {
  switch (reference) {
    case 'community':
      return place
    case 'street':
      return `${place.slice(0, 9)}000`
    case 'county':
      return `${place.slice(0, 6)}000000`
    default:
      throw new Error(`unknown office reference ${reference}`)
  }
}

export function worldOf(
  directory: Directory,
  calendar: WorkCalendar,
  packs: PackSet,
  today: PlainDate,
  counted: ReadonlySet<string> = new Set(),
): World {
  const value = <Value>(name: string, on: PlainDate, place: string): ResolvedValue<Value> =>
    resolve<Value>(packs, name, { on, place })
  return {
    today,
    calendar,
    value,
    findValue: <Value>(name: string, on: PlainDate, place: string): ResolvedValue<Value> | undefined => {
      try {
        return value<Value>(name, on, place)
      } catch (error) {
        if (error instanceof UnknownPackValueError || error instanceof PackValueNotInForceError) return undefined
        throw error
      }
    },
    office: (id) => directory.office(id),
    officeOf: (reference, place) => directory.officeOf(reference, place),
    officeNamed: (name) => directory.officeNamed(name),
    placeName: (code) => {
      const place = directory.places.get(code)
      return place ? { zh: place.name, en: place.nameEn } : { zh: code, en: code }
    },
    communityNamed: (typed, under) => directory.communityNamed(typed, under),
    isCounted: (indicator) => counted.has(indicator),
    superiorOf: (id, place) => directory.superiorOf(id, place),
  }
}
