/**
 * The offices of the plan (domain 20.1, 20.4): every department named in its matrix, and the government, street and
 * committee offices that follow from the tree of places. Names of 2018 as printed; names now are practice, to be confirmed.
 */
import { createHash } from 'node:crypto'

export type SeedPlace = {
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly level: string
  readonly form: string | null
}
export type OfficeSeed = {
  readonly id: string
  readonly county: string
  readonly code: string
  readonly kind: 'party_org' | 'gov_dept' | 'street' | 'committee' | 'public_institution'
  readonly name: string
  readonly nameEn: string
  readonly shortName: string
  readonly place: string
  readonly parentCode: string | null
  readonly series: string
  readonly name2018?: string
}

const CITY = '140300000000'

type Department = readonly [
  code: string,
  name2018: string,
  nameNow: string,
  nameEn: string,
  series: string,
  kind?: OfficeSeed['kind'],
]

/** 市直部门 in the order of the plan's matrix. */
export const DEPARTMENTS: readonly Department[] = [
  ['organisation-department', '市委组织部', '市委组织部', 'City Organisation Department', '阳组', 'party_org'],
  [
    'discipline-inspection',
    '市纪委监委',
    '市纪委监委',
    'City Discipline and Supervision Commission',
    '阳纪',
    'party_org',
  ],
  ['civil-affairs', '市民政局', '市民政局', 'City Civil Affairs Bureau', '阳民'],
  ['legislative-affairs', '市法制办', '市司法局(法制)', 'City Legislative Affairs Office', '阳法'],
  ['finance', '市财政局', '市财政局', 'City Finance Bureau', '阳财'],
  ['agriculture', '市农委', '市农业农村局', 'City Agriculture and Rural Affairs Bureau', '阳农'],
  ['education', '市教育局', '市教育局', 'City Education Bureau', '阳教'],
  ['justice', '市司法局', '市司法局', 'City Justice Bureau', '阳司'],
  ['human-resources', '市人社局', '市人社局', 'City Human Resources and Social Security Bureau', '阳人社'],
  ['culture', '市文化局', '市文化和旅游局', 'City Culture and Tourism Bureau', '阳文旅'],
  ['health', '市卫计委', '市卫生健康委', 'City Health Commission', '阳卫'],
  ['sports', '市体育局', '市体育局', 'City Sports Bureau', '阳体'],
  ['tax', '市税务局', '市税务局', 'City Tax Bureau', '阳税'],
  ['public-security', '市公安局', '市公安局', 'City Public Security Bureau', '阳公'],
  ['commerce', '市商粮局', '市商务局', 'City Commerce Bureau', '阳商'],
  ['housing', '市住建局', '市住建局', 'City Housing and Construction Bureau', '阳建'],
  ['planning', '市规划局', '市规划和自然资源局(规划)', 'City Planning Bureau', '阳规'],
  ['supply-cooperative', '市供销社', '市供销社', 'City Supply and Marketing Cooperative', '阳供', 'public_institution'],
  ['publicity-department', '市委宣传部', '市委宣传部', 'City Publicity Department', '阳宣', 'party_org'],
  ['civilisation-office', '市文明办', '市文明办', 'City Civility Office', '阳文明', 'party_org'],
  ['political-legal', '市委政法委', '市委政法委', 'City Political and Legal Affairs Commission', '阳政法', 'party_org'],
  ['public-order', '市综治办', '市委政法委(综治)', 'City Public Order Office', '阳综治', 'party_org'],
  ['procuratorate', '市检察院', '市检察院', 'City Procuratorate', '阳检', 'public_institution'],
  ['court', '市中院', '市中院', 'City Intermediate Court', '阳法院', 'public_institution'],
  ['information-centre', '市信息中心', '市信息中心', 'City Information Centre', '阳信'],
  ['industry', '市经信委〈国资委〉', '市工业和信息化局、市国资委', 'City Industry and State Assets', '阳工信'],
  ['development-reform', '市发改委', '市发改委', 'City Development and Reform Commission', '阳发改'],
  ['government-services', '市政务中心', '市行政审批服务管理局', 'City Government Services Administration', '阳审批'],
  ['environment', '市环保局', '市生态环境局', 'City Ecology and Environment Bureau', '阳环'],
  ['earthquake', '市地震局', '市防震减灾中心', 'City Earthquake Centre', '阳震'],
  ['emergency', '市安监局', '市应急管理局', 'City Emergency Management Bureau', '阳应急'],
  ['forestry', '市林业局', '市规划和自然资源局(林业)', 'City Forestry Bureau', '阳林'],
  ['water', '市水务局', '市水利局', 'City Water Bureau', '阳水'],
  ['land', '市国土局', '市规划和自然资源局', 'City Natural Resources Bureau', '阳自然'],
  ['audit', '市审计局', '市审计局', 'City Audit Office', '阳审'],
  // Split off since 2018 or named in the catalogue (domain 7.9, 20.4).
  ['medical-insurance', '市医保局', '市医保局', 'City Medical Insurance Bureau', '阳医保'],
  ['veterans', '市退役军人事务局', '市退役军人事务局', 'City Veterans Affairs Bureau', '阳退役'],
  ['disabled-federation', '市残联', '市残联', 'City Disabled Persons’ Federation', '阳残联', 'public_institution'],
]

/** A stable id from the code: SHA-256 shaped as a version 8 UUID. */
export function officeId(code: string): string {
  const hex = createHash('sha256').update(`liren office ${code}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const COUNTY_SERIES: Readonly<Record<string, string>> = {
  '140302': '城',
  '140303': '矿',
  '140311': '郊',
  '140321': '平',
  '140322': '盂',
}

/** All offices of the city, parents before children. */
export function officesOf(places: readonly SeedPlace[]): OfficeSeed[] {
  const offices: OfficeSeed[] = []
  const used = new Set<string>()
  const add = (office: Omit<OfficeSeed, 'id' | 'county'>): void => {
    const county = office.place === CITY ? '140300' : office.place.slice(0, 6)
    let { series } = office
    for (let n = 1; used.has(series); n++) series = `${office.series}${'甲乙丙丁戊己庚辛'[n - 1] ?? '壬'}`
    used.add(series)
    offices.push({ ...office, series, id: officeId(office.code), county })
  }
  add({
    code: 'city-office',
    kind: 'gov_dept',
    name: '市社区建设领导小组办公室',
    nameEn: 'City Community-Building Office',
    shortName: '市社区办',
    place: CITY,
    parentCode: null,
    series: '阳社建',
  })
  for (const [code, name2018, name, nameEn, series, kind] of DEPARTMENTS)
    add({
      code,
      kind: kind ?? 'gov_dept',
      name,
      nameEn,
      shortName: name,
      place: CITY,
      parentCode: 'city-office',
      series,
      name2018,
    })
  const at = (level: string): SeedPlace[] => places.filter((place) => place.level === level)
  for (const place of at('county')) {
    const short = COUNTY_SERIES[place.code.slice(0, 6)] ?? place.name.slice(0, 1)
    add({
      code: `county-government-${place.code.slice(0, 6)}`,
      kind: 'gov_dept',
      name: `${place.name}人民政府`,
      nameEn: `${place.nameEn} Government`,
      shortName: place.name,
      place: place.code,
      parentCode: 'city-office',
      series: `${short}政`,
    })
    add({
      code: `county-office-${place.code.slice(0, 6)}`,
      kind: 'gov_dept',
      name: `${place.name}社区建设领导小组办公室`,
      nameEn: `${place.nameEn} Community-Building Office`,
      shortName: `${place.name}社区办`,
      place: place.code,
      parentCode: `county-government-${place.code.slice(0, 6)}`,
      series: `${short}社建`,
    })
  }
  for (const place of at('street')) {
    const street = place.name.endsWith('街道')
    const name = street
      ? `${place.name}办事处`
      : place.name.endsWith('开发区')
        ? `${place.name}管委会`
        : `${place.name}人民政府`
    const short = COUNTY_SERIES[place.code.slice(0, 6)] ?? ''
    add({
      code: `street-${place.code.slice(0, 9)}`,
      kind: 'street',
      name,
      nameEn: `${place.nameEn} ${street ? 'Office' : 'Government'}`,
      shortName: place.name,
      place: place.code,
      parentCode: `county-office-${place.code.slice(0, 6)}`,
      series: `${short}${place.name.replace(/(街道|镇|乡)$/, '')}`.slice(0, 4),
    })
  }
  for (const place of at('committee')) {
    const bare = place.name
      .replace(/(社区)?(居民委员会|村民委员会|居委会|村委会)$/, '')
      .replace(/[^\u4e00-\u9fa5]/g, '')
    add({
      code: `committee-${place.code}`,
      kind: 'committee',
      name: place.name,
      nameEn: `${place.nameEn} Committee`,
      shortName: bare,
      place: place.code,
      parentCode: `street-${place.code.slice(0, 9)}`,
      series: (bare.length < 2 ? `${bare}社` : bare).slice(0, 4),
    })
  }
  return offices
}
