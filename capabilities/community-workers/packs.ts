/** Dated values of social work: staffing of communities, how long a registration runs. @law domain 10 (9) */
import { definePack } from '#kernel/pack'
import { text } from '#kernel/text'

const PLAN = { basis: 'plan P3.1.4', from: '2018-11-09', verified: true } as const

export const communityWorkersPack = definePack('cn-2018', {
  'community-workers.professionals.urban-least': { ...PLAN, value: 2 },
  'community-workers.professionals.urban-most': { ...PLAN, value: 5 },
  'community-workers.professionals.rural-least': { ...PLAN, value: 1 },
  // A registration is renewed every three years, with so many hours of continuing education.
  'community-workers.registration-years': { value: 3, basis: 'practice', from: '2018-11-09', verified: true },
  'community-workers.hours.assistant': { value: 72, basis: 'practice', from: '2018-11-09', verified: true },
  'community-workers.hours.other': { value: 90, basis: 'practice', from: '2018-11-09', verified: true },
})

export const valueTitles = {
  'community-workers.professionals.urban-least': text(
    '城市社区社工专业人才下限',
    'Fewest professionals of an urban community',
  ),
  'community-workers.professionals.urban-most': text(
    '城市社区社工专业人才上限',
    'Most professionals of an urban community',
  ),
  'community-workers.professionals.rural-least': text(
    '农村社区社工专业人才下限',
    'Fewest professionals of a rural community',
  ),
  'community-workers.registration-years': text('社工证书登记有效年数', 'Years a registration runs'),
  'community-workers.hours.assistant': text('助理社工师继续教育学时', 'Hours of education of an assistant'),
  'community-workers.hours.other': text('社工师继续教育学时', 'Hours of education of the others'),
}
