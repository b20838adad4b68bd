/** How citations read, and that every code can be cited. */
import { expect, test } from 'vitest'
import { type Basis, basisText, chineseNumeral, isBasis, LAWS, lawOf, UnknownBasisError } from '#kernel/law'

test.each([
  // because                                    basis                zh                                        en
  ['an article', 'ALL art 32', '《行政许可法》第三十二条', 'Administrative Licensing Law, art 32'],
  ['a paragraph', 'ALL art 42.2', '《行政许可法》第四十二条第二款', 'Administrative Licensing Law, art 42.2'],
  ['an item', 'CSL art 21(3)', '《网络安全法》第二十一条第(三)项', 'Cybersecurity Law, art 21(3)'],
  ['four digits', 'CC art 1259', '《民法典》第一千二百五十九条', 'Civil Code, art 1259'],
  ['a range', 'CC art 200–203', '《民法典》第二百条至第二百零三条', 'Civil Code, arts 200–203'],
  ['a range typed with a hyphen', 'CC art 200-203', '《民法典》第二百条至第二百零三条', 'Civil Code, arts 200–203'],
  ['a list', 'CC art 96, 101', '《民法典》第九十六条、第一百零一条', 'Civil Code, arts 96, 101'],
  ['ten is not one-ten', 'GPL art 10', '《政府采购法》(2014年修正)第十条', 'Government Procurement Law (2014), art 10'],
  [
    'two versions of one law are told apart',
    'VCOL-2018 art 22',
    '《村民委员会组织法》(2018年修正)第二十二条',
    'Organic Law of Villagers’ Committees (2018), art 22',
  ],
  [
    'and the later one',
    'VCOL-2026 art 2',
    '《村民委员会组织法》(2025年修订)第二条',
    'Organic Law of Villagers’ Committees (in force 2026), art 2',
  ],
  ['a law as a whole', 'PIPL', '《个人信息保护法》', 'Personal Information Protection Law'],
  [
    'a document shows its number',
    'D2020-C',
    '《关于改进和规范基层群众性自治组织出具证明工作的指导意见》(民发〔2020〕20号)',
    'Guiding Opinions on Certificates Issued by Grass-roots Self-governing Bodies',
  ],
  [
    'a document has parts',
    'D2015 art 2.3',
    '《关于加强城乡社区协商的意见》二(三)',
    'Opinions on Strengthening Urban and Rural Community Deliberation, part 2.3',
  ],
  [
    'a standard has clauses',
    'GBT-9704 art 7.2',
    'GB/T 9704-2012《党政机关公文格式》第7.2条',
    'GB/T 9704-2012 Layout of Official Documents, clause 7.2',
  ],
  ['the plan, three levels', 'plan P3.2.5', '《实施方案》三(二)5', 'Implementation Plan, 3(2)5'],
  ['the plan, two levels', 'plan P4.1', '《实施方案》四(一)', 'Implementation Plan, 4(1)'],
  ['the plan, one level', 'plan P1', '《实施方案》一', 'Implementation Plan, 1'],
  ['practice is never shown as law', 'practice', '本地做法(非法律规定)', 'local practice (not law)'],
] as const satisfies readonly (readonly [string, Basis, string, string])[])('%s', (_because, basis, zh, en) => {
  expect(basisText(basis)).toEqual({ zh, en })
})

test.each(Object.entries(LAWS))('%s can be cited in both languages', (code, law) => {
  expect(isBasis(code)).toBe(true)
  expect(law.title.zh).toMatch(/[\u4e00-\u9fa5]{3}/u)
  expect(law.title.zh).not.toMatch(/《|》/u)
  expect(law.title.en).toMatch(/^[A-Z]/u)
  expect(law.kind === 'standard' ? law.number : 'GB 1').toMatch(/^GB(\/T)? \d+/u)
})

test.each([
  ['Interim Regulations on Residence Permits are marked "?"', 'RPR', false],
  ['low-income measures are marked "?"', 'MCA-2021-57', false],
  ['read in full', 'VCOL-2018', true],
  ['from memory, high confidence', 'ALL', true],
] as const)('verified: %s', (_because, code, verified) => {
  expect(LAWS[code].verified).toBe(verified)
})

test.each([
  ['a code', 'ALL', true],
  ['an article', 'ALL art 42', true],
  ['the plan', 'plan P3.2.5', true],
  ['practice', 'practice', true],
  ['no such law', 'XYZ art 3', false],
  ['a name every object has', 'constructor', false],
  ['no such part of the plan', 'plan P9', false],
  ['nothing', '', false],
])('isBasis: %s', (_because, value, expected) => {
  expect(isBasis(value)).toBe(expected)
})

test('the law behind a citation; none behind practice', () => {
  expect(lawOf('ALL art 42')).toBe(LAWS.ALL)
  expect(lawOf('practice')).toBeUndefined()
  expect(lawOf('plan P1')).toBeUndefined()
})

test('a citation kept under a code no longer known throws by name', () => {
  const kept: Basis = JSON.parse('"GONE art 1"')
  expect(() => basisText(kept)).toThrow(UnknownBasisError)
})

test.each([
  [0, '零'],
  [1, '一'],
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [99, '九十九'],
  [100, '一百'],
  [101, '一百零一'],
  [110, '一百一十'],
  [111, '一百一十一'],
  [200, '二百'],
  [1000, '一千'],
  [1001, '一千零一'],
  [1010, '一千零一十'],
  [1045, '一千零四十五'],
  [1259, '一千二百五十九'],
  [1260, '一千二百六十'],
])('%i is written %s', (count, words) => {
  expect(chineseNumeral(count)).toBe(words)
})
