/** The city as it is (行政区划、机构): the tree of places and the offices, entered once into an empty database; no persons. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { officeId, officesOf } from '../../capabilities/organisations/seed/offices.ts'
import * as settings from '#kernel/settings/store.ts'
import { type Db, openDatabase, SYSTEM_SCOPE } from '#platform/db'

export type SeedPlace = {
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly initials: string
  readonly level: string
  readonly parent: string | null
  readonly form: string | null
  readonly kind: string | null
}

export function readPlaces(root: string): SeedPlace[] {
  const rows = JSON.parse(readFileSync(join(root, 'capabilities/places/seed/140300.json'), 'utf8')) as [
    string,
    string,
    string,
    string,
    string,
    string | null,
    string | null,
    string | null,
  ][]
  return rows.map(([code, name, nameEn, initials, level, parent, form, kind]) => ({
    code,
    name,
    nameEn,
    initials,
    level,
    parent,
    form,
    kind,
  }))
}

export async function enterCity(db: Db, places: readonly SeedPlace[]): Promise<void> {
  await settings.insertPlaces(
    db,
    places.map((one) => ({
      code: one.code,
      name: one.name,
      name_en: one.nameEn,
      initials: one.initials,
      level: one.level,
      parent: one.parent,
      form: one.form,
      kind: one.kind,
    })),
  )
  await settings.insertOffices(
    db,
    officesOf(places).map((one) => ({
      county: one.county,
      id: one.id,
      code: one.code,
      kind: one.kind === 'public_institution' || one.kind === 'party_org' ? 'gov_dept' : one.kind,
      name: one.name,
      name_en: one.nameEn,
      short_name: one.shortName,
      place: one.place,
      parent: one.parentCode === null ? null : officeId(one.parentCode),
      series: one.series,
    })),
  )
}

/** A production's first start: the city and nobody in it. */
export async function enterCityOnce(url: string, root: string, say: (text: string) => void): Promise<void> {
  const database = openDatabase(url, { max: 1 })
  try {
    await database.as(SYSTEM_SCOPE, async (db) => {
      if ((await settings.listPlaces(db)).length > 0) return
      const places = readPlaces(root)
      await enterCity(db, places)
      say(`entered the city: ${places.length} places and their offices; open the first accounts with \`npm run staff\``)
    })
  } finally {
    await database.close()
  }
}
