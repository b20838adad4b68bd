/** 牌子登记册: what hangs at a community's door, and who hung it; a plaque that is taken down ends. @plan P3.3.3; domain 6.3 F4 */
import { COMMUNITY_COLUMN, KEEPERS_TO_CITY } from '#kernel/register/definition.ts'
import { plainRegister } from '#kernel/register/plain/index.ts'
import { text } from '#kernel/text'

export const plaqueRegister = plainRegister({
  name: 'plaques',
  title: text('牌子与机构', 'Plaques'),
  placed: 'place',
  uniqueBy: ['place', 'wording'],
  roles: KEEPERS_TO_CITY,
  columns: [
    { ...COMMUNITY_COLUMN, open: true },
    {
      id: 'wording',
      label: text('牌子名称', 'Wording'),
      headers: ['牌子', '名称'],
      type: 'text',
      required: true,
      max: 60,
      listed: true,
      open: true,
      example: '油娄沟社区居民委员会',
    },
    {
      id: 'kind',
      label: text('类别', 'Kind'),
      type: 'choice',
      required: true,
      listed: true,
      correctable: true,
      open: true,
      example: '牌子',
      options: [
        { value: 'plaque', label: text('牌子', 'Plaque') },
        { value: 'institution', label: text('机构', 'Institution') },
      ],
    },
    {
      id: 'issuerKind',
      label: text('挂牌单位类别', 'Kind of issuer'),
      type: 'choice',
      required: true,
      correctable: true,
      open: true,
      example: '居(村)委会',
      options: [
        { value: 'party', label: text('社区党组织', 'Party organisation') },
        { value: 'committee', label: text('居(村)委会', 'Committee'), also: ['居委会', '村委会'] },
        { value: 'supervision', label: text('居(村)务监督委员会', 'Supervision committee') },
        { value: 'service-centre', label: text('社区服务中心(站)', 'Service centre'), also: ['社区服务中心'] },
        { value: 'department', label: text('职能部门', 'Department') },
        { value: 'other', label: text('其他', 'Other') },
      ],
    },
    {
      id: 'issuer',
      label: text('挂牌单位', 'Issuer'),
      type: 'text',
      required: true,
      max: 60,
      listed: true,
      correctable: true,
      open: true,
      example: '油娄沟社区居民委员会',
    },
    {
      id: 'approval',
      label: text('准入批准文号', 'Approval'),
      headers: ['批准文号'],
      type: 'text',
      max: 60,
      correctable: true,
      open: true,
      example: '',
    },
    { id: 'hungOn', label: text('挂牌日期', 'Hung on'), type: 'date', correctable: true, example: '2020-1-1' },
  ],
})
