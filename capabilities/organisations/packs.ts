/** Dated values of organisations: targets of the plan, terms of office, when a body counts as active. @law domain 3.1, 10 */
import { definePack } from '#kernel/pack'
import { text } from '#kernel/text'

const PLAN = { basis: 'plan P3.1.4', from: '2018-11-09', verified: true } as const
const PRACTICE = { basis: 'practice', from: '2018-11-09', verified: false } as const

export const organisationsPack = definePack('cn-2018', {
  'organisations.social.urban-least': { ...PLAN, value: 10 },
  'organisations.social.rural-least': { ...PLAN, value: 5 },
  // 3000人以上 includes 3,000 (CC art 1259).
  'organisations.social.rural-population': { ...PLAN, value: 3000 },
  // A body without activity for twelve months is dormant and counts for no target.
  'organisations.active-months': { ...PRACTICE, value: 12 },
  // Filing of tier 2 and 3 is valid so many years.
  'organisations.filing-years': { ...PRACTICE, value: 3 },
  'organisations.committee-term-years': [
    { value: 3, basis: 'VCOL-2018 art 11', from: '2018-11-09', to: '2018-12-28', verified: true },
    { value: 5, basis: 'VCOL-2018 art 11', from: '2018-12-29', verified: true },
  ],
})

export const valueTitles = {
  'organisations.social.urban-least': text('城市社区社会组织下限', 'Fewest organisations of an urban community'),
  'organisations.social.rural-least': text('农村社区社会组织下限', 'Fewest organisations of a rural community'),
  'organisations.social.rural-population': text('农村社区达标人口规模', 'People from which a rural community counts'),
  'organisations.active-months': text('多少个月内有活动才算活跃', 'Months within which a body must have been active'),
  'organisations.filing-years': text('备案有效年数', 'Years a filing holds'),
  'organisations.committee-term-years': text('居(村)民委员会任期年数', 'Years of a committee’s term'),
}
