/** 任职登记册: who holds which post in which body, from when to when; a term ends, and its row stays. @law domain 3.1, 3.10 */
import { KEEPERS_TO_CITY, type RegisterDefinition } from '#kernel/register/definition.ts'
import { plainRegister } from '#kernel/register/plain'
import { text } from '#kernel/text'
import { placeColumn } from './organisation.register.ts'
import { termConcerns, termFault } from './rules.ts'
import { KINDS, POSTS, SINGLE_POSTS, WAYS } from './terms.ts'

export const termRegister: RegisterDefinition = {
  name: 'terms-of-office',
  title: text('任职登记册', 'Terms of office'),
  placed: 'place',
  roles: KEEPERS_TO_CITY,
  uniqueBy: ['place', 'organisation', 'post', 'from', 'person'],
  onceAtATime: {
    by: ['place', 'organisation', 'post'],
    from: 'from',
    to: 'to',
    only: (row) => SINGLE_POSTS.includes(String(row.post)),
  },
  check: termFault,
  concerns: termConcerns,
  columns: [
    {
      id: 'organisation',
      label: text('机构', 'Organisation'),
      headers: ['机构名称', '组织名称', '单位'],
      type: 'text',
      required: true,
      max: 80,
      listed: true,
      open: true,
      example: '油娄沟社区居民委员会',
    },
    {
      id: 'body',
      label: text('机构类别', 'Kind of organisation'),
      type: 'choice',
      options: KINDS,
      required: true,
      open: true,
      example: '居(村)民委员会',
    },
    {
      id: 'post',
      label: text('职务', 'Post'),
      type: 'choice',
      options: POSTS,
      required: true,
      listed: true,
      open: true,
      example: '主任',
    },
    {
      id: 'person',
      label: text('姓名', 'Name'),
      type: 'text',
      required: true,
      max: 50,
      personal: true,
      listed: true,
      correctable: true,
      example: '王秀兰',
    },
    placeColumn,
    {
      id: 'from',
      label: text('任职日期', 'From'),
      headers: ['任期起', '当选日期'],
      type: 'date',
      required: true,
      listed: true,
      open: true,
      correctable: true,
      example: '2021-3-1',
    },
    {
      id: 'to',
      label: text('任期届满或离任日期', 'To'),
      headers: ['任期止', '离任日期', '届满日期'],
      type: 'date',
      listed: true,
      open: true,
      correctable: true,
      example: '2026-2-28',
    },
    {
      id: 'way',
      label: text('产生方式', 'How chosen'),
      type: 'choice',
      options: WAYS,
      required: true,
      open: true,
      correctable: true,
      example: '选举',
    },
    {
      id: 'livesHere',
      label: text('本社区居民', 'Lives in the community'),
      headers: ['是否本社区居民', '居住在本社区'],
      type: 'yes-no',
      required: true,
      correctable: true,
      example: '是',
    },
    {
      id: 'woman',
      label: text('女性', 'Woman'),
      headers: ['是否女性'],
      type: 'yes-no',
      required: true,
      correctable: true,
      example: '是',
    },
  ],
}

export const termsOfOffice = plainRegister(termRegister)
