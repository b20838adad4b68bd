/** A made-up community (演示社区) as its registers would hold it: the same from the same code, so that all registers fit one another. */
import type { SeedPlace } from '../../city.ts'
import { chance } from '../people.ts'

/** A register's file is of a wave: the year's first holds most, the later ones what came since. */
export const WAVES = [11, 8, 5, 2] as const // months before today

export type MadeCommunity = {
  readonly code: string
  /** Its place among all communities of the city. */
  readonly index: number
  readonly name: string
  readonly urban: boolean
  readonly random: () => number
  readonly estates: readonly MadeEstate[]
  /** Households that live there. */
  readonly households: number
}
export type MadeEstate = {
  readonly name: string
  readonly dwellings: number
  readonly movedIn: number
  readonly isNew: boolean
}

/** 居委会、村委会 and the like are no part of the name of what is there. */
export const bareName = (name: string): string =>
  name.replace(/(社区)?(居民委员会|村民委员会|居委会|村委会|社区|村)$/u, '')

export function communityOf(place: SeedPlace, index: number): MadeCommunity {
  const random = chance(Number(place.code.slice(4)))
  const urban = place.kind === 'urban'
  const households = urban ? urbanHouseholds(random) : ruralHouseholds(random)
  const bare = bareName(place.name)
  return {
    code: place.code,
    index,
    name: place.name,
    urban,
    random,
    households,
    estates: estatesOf(bare, urban, households, random),
  }
}

/** Most between 1,500 and 2,800; some below the plan's floor, a few above what is advisable. */
function urbanHouseholds(random: () => number): number {
  const kind = random()
  if (kind < 0.22) return 700 + Math.floor(random() * 800)
  if (kind < 0.4) return 1500 + Math.floor(random() * 500)
  if (kind < 0.97) return 2000 + Math.floor(random() * 800)
  return 5001 + Math.floor(random() * 800)
}

/** Small villages mostly; a few with more than three thousand people. */
function ruralHouseholds(random: () => number): number {
  return random() < 0.04 ? 1150 + Math.floor(random() * 800) : 60 + Math.floor(random() ** 3 * 600)
}

const NAMES = ['新苑', '花园', '家园', '雅苑', '佳苑', '嘉园', '怡景', '和苑']

function estatesOf(bare: string, urban: boolean, households: number, random: () => number): MadeEstate[] {
  // A village is no estate; a few have a quarter that people were moved to.
  if (!urban)
    return random() < 0.08
      ? [{ name: `${bare}新村`, dwellings: 120, movedIn: 40 + Math.floor(random() * 80), isNew: true }]
      : []
  const count = households > 3000 ? 4 : households > 1500 ? 3 : 2
  const shares = Array.from({ length: count }, () => 0.5 + random())
  const sum = shares.reduce((all, one) => all + one, 0)
  let left = households
  return shares.map((share, i) => {
    const movedIn = i === count - 1 ? left : Math.floor((households * share) / sum)
    left -= movedIn
    const isNew = i === 0 && random() < 0.35
    const full = isNew ? 0.4 + random() * 0.55 : 0.85 + random() * 0.14
    return { name: `${bare}${NAMES[i] ?? ''}`, dwellings: Math.ceil(movedIn / full), movedIn, isNew }
  })
}
