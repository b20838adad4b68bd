/** 行政区划: the tree that everything is scoped by. */
import type { Capability } from '#kernel/capability'
import { route } from '#kernel/context/route.ts'
import type { Directory, Place } from '#kernel/context/world.ts'
import { allow } from '#kernel/outcome'
import { text } from '#kernel/text'
import { listPlaces, type PlaceShape } from './contract.ts'

const MOST = 60

export const capability: Capability = {
  id: 'places',
  map: ['F1'],
  title: text('行政区划', 'Places'),
  uses: [],
  routes: ({ directory }) => [
    route(listPlaces, async (_context, { query }) => {
      const q = query.q?.trim().toLowerCase()
      const all = [...directory.places.values()].filter(
        (place) =>
          (query.level === undefined || place.level === query.level) &&
          (query.under === undefined || place.parent === query.under),
      )
      const found = q
        ? all.filter((place) => matches(place, q)).sort((a, b) => score(b, q) - score(a, q))
        : query.under === undefined && query.level === undefined
          ? all.filter((place) => place.level === 'county')
          : all
      return allow(found.slice(0, q ? MOST : 1000).map((place) => shape(directory, place)))
    }),
  ],
}

function matches(place: Place, q: string): boolean {
  return (
    place.name.includes(q) ||
    place.initials.startsWith(q) ||
    place.nameEn.toLowerCase().startsWith(q) ||
    place.code.startsWith(q)
  )
}

function score(place: Place, q: string): number {
  return (place.name.startsWith(q) ? 4 : 0) + (place.initials === q ? 3 : 0) + (place.level === 'committee' ? 1 : 0)
}

function shape(directory: Directory, place: Place): PlaceShape {
  const path: Place[] = []
  for (
    let at = place.parent === null ? undefined : directory.places.get(place.parent);
    at && at.level !== 'city';
    at = at.parent === null ? undefined : directory.places.get(at.parent)
  )
    path.unshift(at)
  return {
    code: place.code,
    name: text(place.name, place.nameEn),
    initials: place.initials,
    level: place.level,
    parent: place.parent,
    form: place.form,
    path: text(path.map((one) => one.name).join(' '), path.map((one) => one.nameEn).join(', ')),
  }
}
