/**
 * 演示清单 L7: certificates that a city might retain, with their templates. No city decided them; the law each names is the one its
 * subject is governed by. @law D2020-C; @practice
 */
import type { Basis } from '#kernel/law'
import { text } from '#kernel/text'
import type { CertificateForm, WorkItem } from '../terms.ts'
import { item } from './entry.ts'

const fact = (id: string, zh: string, en: string) => ({ id, label: text(zh, en) })

const retained = (
  n: number,
  zh: string,
  en: string,
  basis: readonly Basis[],
  certificate: Omit<CertificateForm, 'validDays' | 'words'> & { readonly words: string },
): WorkItem =>
  item(`L7-${String(n).padStart(3, '0')}`, zh, en, 'certificates', basis, {
    lead: 'community',
    duty: '只证明本社区(村)知道并能核实的事,经办、签发、用印由不同的人办理',
    covers: [],
    frequency: '依申请',
    certificate: { ...certificate, words: certificate.words.split(' '), validDays: null },
  })

export const L7: readonly WorkItem[] = [
  retained(1, '实际居住情况证明', 'Actually living here', ['RPR'], {
    kind: 'residence',
    words: '居住 实际居住 居住情况 常住 住在这里 租住 在这儿住 居住地 现住址',
    for: 'both',
    facts: [fact('since', '自何时起居住', 'Living here since'), fact('dwelling', '居住的房屋', 'The dwelling')],
    template:
      '兹证明{姓名}(公民身份号码{公民身份号码})自{自何时起居住}起实际居住在{社区}{住址},居住的房屋为{居住的房屋}。本证明用于{用途},由{要求单位}要求提供。',
  }),
  retained(2, '任职情况证明', 'Post in the committee', ['RCOL-2018 art 7', 'VCOL-2018 art 6'], {
    kind: 'post',
    words: '任职 任职情况 居委会成员 村委会成员 村干部 居民小组长 楼门长',
    for: 'both',
    facts: [fact('post', '职务', 'Post'), fact('term', '任职起止', 'Term')],
    template:
      '兹证明{姓名}(公民身份号码{公民身份号码})在{社区}任{职务},任职时间为{任职起止}。本证明用于{用途},由{要求单位}要求提供。',
  }),
  retained(3, '社区社会组织活动场所证明', 'Venue of a community organisation', ['SAR art 10'], {
    kind: 'venue',
    words: '活动场所 社会组织场所 备案场所 文艺队场地 社团场所',
    for: 'both',
    facts: [fact('organisation', '组织名称', 'Organisation'), fact('venue', '活动场所', 'Venue')],
    template:
      '兹证明{组织名称}(联系人{姓名})使用{社区}的{活动场所}开展活动。本证明用于社区社会组织备案,由{要求单位}要求提供。',
  }),
  retained(4, '宅基地四至情况证明', 'Bounds of a homestead', ['CC art 362'], {
    kind: 'homestead',
    words: '宅基地 四至 宅基地四至 老宅 农村建房',
    for: 'rural',
    facts: [fact('bounds', '四至', 'Bounds'), fact('dispute', '有无争议', 'Any dispute')],
    template:
      '兹证明{姓名}(公民身份号码{公民身份号码})在{社区}使用的宅基地,四至为{四至},权属争议情况:{有无争议}。本证明用于{用途},由{要求单位}要求提供。',
  }),
  retained(5, '土地承包经营情况证明', 'Contracted land', ['CC art 331'], {
    kind: 'contracted-land',
    words: '土地承包 承包地 种植面积 种地 承包经营',
    for: 'rural',
    facts: [fact('plot', '地块和面积', 'Plot and area'), fact('use', '经营情况', 'How it is worked')],
    template:
      '兹证明{姓名}(公民身份号码{公民身份号码})承包{社区}{地块和面积},经营情况为{经营情况}。本证明用于{用途},由{要求单位}要求提供。',
  }),
  retained(6, '社区志愿服务情况证明', 'Voluntary service in the community', ['MCA-67'], {
    kind: 'volunteering',
    words: '志愿服务 义工 志愿时长 做过志愿者 参加志愿活动',
    for: 'both',
    facts: [fact('service', '服务内容', 'Service'), fact('period', '服务时间', 'When')],
    template:
      '兹证明{姓名}(公民身份号码{公民身份号码})于{服务时间}在{社区}参加志愿服务:{服务内容}。本证明用于{用途},由{要求单位}要求提供。',
  }),
]
