/**
 * 保留证明模板(示范): kinds that a county may retain, with their templates. Which of them are in force is the dated value
 * `certificates.retained` of the place; none is official until city or county have decided. @law D2020-C; @practice
 */
import { text } from '#kernel/text'
import type { RetainedKind } from '../terms.ts'

export const TEMPLATES: readonly RetainedKind[] = [
  {
    code: 'residence',
    name: text('实际居住情况证明', 'Actually living here'),
    words: ['居住', '实际居住', '居住情况', '常住', '住在这里', '租住', '在这儿住', '居住地', '现住址'],
    for: 'both',
    facts: [
      { id: 'since', label: text('自何时起居住', 'Living here since') },
      { id: 'dwelling', label: text('居住的房屋', 'The dwelling') },
    ],
    template:
      '兹证明{name}(公民身份号码{idNumber})自{since}起实际居住在{community}{address},居住的房屋为{dwelling}。本证明用于{purpose},由{demander}要求提供。',
  },
  {
    code: 'post',
    name: text('任职情况证明', 'Post in the committee'),
    words: ['任职', '任职情况', '居委会成员', '村委会成员', '村干部', '居民小组长', '楼门长'],
    for: 'both',
    facts: [
      { id: 'post', label: text('职务', 'Post') },
      { id: 'term', label: text('任职起止', 'Term') },
    ],
    template:
      '兹证明{name}(公民身份号码{idNumber})在{community}任{post},任职时间为{term}。本证明用于{purpose},由{demander}要求提供。',
  },
  {
    code: 'venue',
    name: text('社区社会组织活动场所证明', 'Venue of a community organisation'),
    words: ['活动场所', '社会组织场所', '备案场所', '文艺队场地', '社团场所'],
    for: 'both',
    facts: [
      { id: 'organisation', label: text('组织名称', 'Organisation') },
      { id: 'venue', label: text('活动场所', 'Venue') },
    ],
    template:
      '兹证明{organisation}(联系人{name})使用{community}的{venue}开展活动。本证明用于社区社会组织备案,由{demander}要求提供。',
  },
  {
    code: 'homestead',
    name: text('宅基地四至情况证明', 'Bounds of a homestead'),
    words: ['宅基地', '四至', '宅基地四至', '老宅', '农村建房'],
    for: 'rural',
    facts: [
      { id: 'bounds', label: text('四至', 'Bounds') },
      { id: 'dispute', label: text('有无争议', 'Any dispute') },
    ],
    template:
      '兹证明{name}(公民身份号码{idNumber})在{community}使用的宅基地,四至为{bounds},权属争议情况:{dispute}。本证明用于{purpose},由{demander}要求提供。',
  },
  {
    code: 'contracted-land',
    name: text('土地承包经营情况证明', 'Contracted land'),
    words: ['土地承包', '承包地', '种植面积', '种地', '承包经营'],
    for: 'rural',
    facts: [
      { id: 'plot', label: text('地块和面积', 'Plot and area') },
      { id: 'use', label: text('经营情况', 'How it is worked') },
    ],
    template:
      '兹证明{name}(公民身份号码{idNumber})承包{community}{plot},经营情况为{use}。本证明用于{purpose},由{demander}要求提供。',
  },
]
