/** The acts, documents and standards that rules rest on (法律依据目录), by code. Titles are data; what they say is in the packs. */
import { type Text, text } from '#kernel/text'

/**
 * How a text counts its provisions: an act in articles (第…条), a document in parts (一(二)3),
 * a standard in numbered clauses (第7.2条).
 */
export type LawKind = 'act' | 'document' | 'standard'

export type Law = {
  readonly title: Text // without 《》 and without 中华人民共和国
  readonly edition?: Text // where two versions of one law are cited side by side
  readonly number?: string // 文号
  readonly kind: LawKind
  /** True when title, number and year are certain. Says nothing of single values: each pack value has its own flag. */
  readonly verified: boolean
}

type Extra = { readonly edition?: Text; readonly number?: string; readonly uncertain?: true }

function law(kind: LawKind, zh: string, en: string, extra: Extra = {}): Law {
  const { uncertain, ...rest } = extra
  return { title: text(zh, en), kind, verified: uncertain !== true, ...rest }
}
const act = (zh: string, en: string, extra?: Extra) => law('act', zh, en, extra)
const document = (zh: string, en: string, extra?: Extra) => law('document', zh, en, extra)
const standard = (zh: string, en: string, number: string, extra?: Extra) =>
  law('standard', zh, en, { ...extra, number })

const AMENDED_2018 = text('2018年修正', '2018')
const REVISED_2025 = text('2025年修订', 'in force 2026')

const entries = {
  // Self-government and elections
  'VCOL-2018': act('村民委员会组织法', 'Organic Law of Villagers’ Committees', { edition: AMENDED_2018 }),
  'VCOL-2026': act('村民委员会组织法', 'Organic Law of Villagers’ Committees', { edition: REVISED_2025 }),
  'RCOL-2018': act('城市居民委员会组织法', 'Organic Law of Urban Residents’ Committees', { edition: AMENDED_2018 }),
  'RCOL-2026': act('城市居民委员会组织法', 'Organic Law of Urban Residents’ Committees', { edition: REVISED_2025 }),
  'VCER-2013': act('村民委员会选举规程', 'Rules on Villagers’ Committee Elections', { number: '民发〔2013〕76号' }),
  'SXVE-2011': act('山西省村民委员会选举办法', 'Shanxi Measures on Villagers’ Committee Elections', {
    edition: text('2011年修正', '2011'),
  }),
  D2015: document('关于加强城乡社区协商的意见', 'Opinions on Strengthening Urban and Rural Community Deliberation'),
  'D2017-S': document(
    '关于建立健全村务监督委员会的指导意见',
    'Guiding Opinions on Village Affairs Supervision Committees',
  ),
  'D2018-R': document(
    '关于做好村规民约和居民公约工作的指导意见',
    'Guiding Opinions on Village Rules and Resident Conventions',
    { number: '民发〔2018〕144号' },
  ),
  'D2020-C': document(
    '关于改进和规范基层群众性自治组织出具证明工作的指导意见',
    'Guiding Opinions on Certificates Issued by Grass-roots Self-governing Bodies',
    { number: '民发〔2020〕20号' },
  ),
  RECL: act('农村集体经济组织法', 'Law on Rural Collective Economic Organisations'),

  // Party regulations, cited for neutral administrative records only
  PBR: act('中国共产党支部工作条例(试行)', 'Regulations on the Work of Party Branches (Trial)'),
  'PARTY-CON': act('中国共产党章程', 'Constitution of the Communist Party of China'),
  'PARTY-RURAL': act(
    '中国共产党农村基层组织工作条例',
    'Regulations on the Work of Rural Grass-roots Party Organisations',
    { uncertain: true },
  ),

  // Administration, procedure, remedies
  ALL: act('行政许可法', 'Administrative Licensing Law'),
  ARL: act('行政复议法', 'Administrative Reconsideration Law'),
  APL: act('行政诉讼法', 'Administrative Litigation Law'),
  'OPEN-GOV': act('政府信息公开条例', 'Regulations on Open Government Information', { number: '国务院令第711号' }),
  PETITION: act('信访工作条例', 'Regulations on Petition Work', { uncertain: true }),
  LAL: act('法律援助法', 'Legal Aid Law'),
  PML: act('人民调解法', 'People’s Mediation Law'),
  'MOJ-75': act('人民调解工作若干规定', 'Provisions on People’s Mediation Work', {
    number: '司法部令第75号',
    uncertain: true,
  }),
  'D2019-E': document(
    '国务院办公厅关于建立政务服务“好差评”制度提高政务服务水平的意见',
    'State Council General Office Opinions on the Good/Bad Review System for Government Services',
    { number: '国办发〔2019〕51号' },
  ),
  'D2020-H': document(
    '国务院办公厅关于进一步优化地方政务服务便民热线的指导意见',
    'State Council General Office Guiding Opinions on Local Government Service Hotlines',
    { number: '国办发〔2020〕53号' },
  ),
  'SX-2020-55': document('山西省12345热线管理试行办法', 'Shanxi Trial Measures on the 12345 Hotline', {
    number: '晋政办发〔2020〕55号',
    uncertain: true,
  }),
  'SC-716': act('国务院关于在线政务服务的若干规定', 'State Council Provisions on Online Government Services', {
    number: '国务院令第716号',
    uncertain: true,
  }),
  ESL: act('电子签名法', 'Electronic Signature Law', { uncertain: true }),

  // Civil law, property, residence
  CC: act('民法典', 'Civil Code'),
  'SPC-BD': act(
    '最高人民法院关于审理建筑物区分所有权纠纷案件适用法律若干问题的解释',
    'SPC Interpretation on Building-division Ownership Disputes',
    { edition: text('2020年修正', '2020') },
  ),
  PMR: act('物业管理条例', 'Regulations on Property Management', { edition: AMENDED_2018 }),
  OCG: act('业主大会和业主委员会指导规则', 'Guiding Rules on Owners’ Assemblies and Owners’ Committees', {
    number: '建房〔2009〕274号',
  }),
  RPR: act('居住证暂行条例', 'Interim Regulations on Residence Permits', { uncertain: true }),
  'MOHURD-11': act('公共租赁住房管理办法', 'Measures on Public Rental Housing', {
    number: '住房和城乡建设部令第11号',
    uncertain: true,
  }),
  MPL: act('未成年人保护法', 'Law on the Protection of Minors'),
  BFL: act('无障碍环境建设法', 'Barrier-free Environment Law'),

  // Emergencies
  ERL: act('突发事件应对法', 'Emergency Response Law'),
  IDPL: act('传染病防治法', 'Law on the Prevention and Control of Infectious Diseases'),
  FCL: act('防洪法', 'Flood Control Law'),
  EQL: act('防震减灾法', 'Law on Protecting against Earthquakes'),

  // Social assistance and welfare
  'MCA-2021-57': act('最低生活保障审核确认办法', 'Measures on Verifying Minimum Living Allowances', {
    number: '民发〔2021〕57号',
    uncertain: true,
  }),
  'MCA-2021-43': act('特困人员认定办法', 'Measures on Recognising Persons in Special Hardship', {
    number: '民发〔2021〕43号',
    uncertain: true,
  }),
  'MCA-2018-23': document('关于进一步加强和改进临时救助工作的意见', 'Opinions on Improving Temporary Relief', {
    number: '民发〔2018〕23号',
    uncertain: true,
  }),
  'MCA-2019-62': document(
    '关于进一步加强事实无人抚养儿童保障工作的意见',
    'Opinions on Children without De-facto Support',
    { number: '民发〔2019〕62号', uncertain: true },
  ),
  'MCA-2021-70': document(
    '关于进一步完善困难残疾人生活补贴和重度残疾人护理补贴制度的意见',
    'Opinions on Improving the Two Subsidies for Disabled Persons',
    { number: '民发〔2021〕70号', uncertain: true },
  ),

  // Social organisations, charity, volunteers, activities
  'D2017-O': document(
    '民政部关于大力培育发展社区社会组织的意见',
    'MCA Opinions on Fostering Community Social Organisations',
    { number: '民发〔2017〕191号' },
  ),
  'D2016-O': document(
    '关于改革社会组织管理制度促进社会组织健康有序发展的意见',
    'Opinions on Reforming the Management of Social Organisations',
    { uncertain: true },
  ),
  SAR: act('社会团体登记管理条例', 'Regulations on the Registration of Social Associations'),
  CHL: act('慈善法', 'Charity Law'),
  VSR: act('志愿服务条例', 'Regulations on Voluntary Service', { number: '国务院令第685号' }),
  'MCA-67': act('志愿服务记录与证明出具办法(试行)', 'Trial Measures on Volunteer Records and Certificates', {
    number: '民政部令第67号',
    uncertain: true,
  }),
  LEAR: act('大型群众性活动安全管理条例', 'Regulations on the Safety of Large Public Events'),
  AWARD: act('评比达标表彰活动管理办法', 'Measures on Evaluation and Commendation', { uncertain: true }),

  // Public money and purchasing
  GPL: act('政府采购法', 'Government Procurement Law', { edition: text('2014年修正', '2014') }),
  GPIR: act('政府采购法实施条例', 'Implementing Regulations of the Government Procurement Law', {
    number: '国务院令第658号',
  }),
  'MOF-87': act('政府采购货物和服务招标投标管理办法', 'Measures on Tendering for Goods and Services', {
    number: '财政部令第87号',
  }),
  'MOF-74': act('政府采购非招标采购方式管理办法', 'Measures on Non-tender Procurement', { number: '财政部令第74号' }),
  'MOF-214': act('政府采购竞争性磋商采购方式管理暂行办法', 'Interim Measures on Competitive Consultation', {
    number: '财库〔2014〕214号',
  }),
  'MOF-2015-124': document(
    '关于政府采购竞争性磋商采购方式管理暂行办法有关问题的补充通知',
    'Supplementary Notice on Competitive Consultation',
    { number: '财库〔2015〕124号' },
  ),
  'MOF-94': act('政府采购质疑和投诉办法', 'Measures on Procurement Queries and Complaints', {
    number: '财政部令第94号',
  }),
  'MOF-102': act('政府购买服务管理办法', 'Measures on Government Purchase of Services', { number: '财政部令第102号' }),
  ARCHIVE: act('会计档案管理办法', 'Measures on Accounting Archives'),

  // Data, security, public-safety video
  PIPL: act('个人信息保护法', 'Personal Information Protection Law'),
  CSL: act('网络安全法', 'Cybersecurity Law'),
  DSL: act('数据安全法', 'Data Security Law', { uncertain: true }),
  'SC-790': act('网络数据安全管理条例', 'Regulations on Network Data Security', {
    number: '国务院令第790号',
    uncertain: true,
  }),
  'SC-799': act('公共安全视频图像信息系统管理条例', 'Regulations on Public-safety Video Image Systems', {
    number: '国务院令第799号',
  }),
  'SC-809': act('政务数据共享条例', 'Regulations on the Sharing of Government Data', {
    number: '国务院令第809号',
    uncertain: true,
  }),
  'NDRC-2015-996': document(
    '关于加强公共安全视频监控建设联网应用工作的若干意见',
    'Opinions on Public-safety Video Surveillance Networks',
    { number: '发改高技〔2015〕996号', uncertain: true },
  ),
  FACE: act('人脸识别技术应用安全管理办法', 'Measures on the Safe Use of Face Recognition', { uncertain: true }),
  'MINORS-NET': act('未成年人网络保护条例', 'Regulations on the Protection of Minors Online', { uncertain: true }),
  'MIIT-AGE': document('移动互联网应用适老化通用设计规范', 'General Age-friendly Design Rules for Apps', {
    uncertain: true,
  }),

  // Standards and codes
  'GB-11643': standard('公民身份号码', 'Citizen Identification Number', 'GB 11643-1999'),
  'GB-11714': standard('全国组织机构代码编制规则', 'Organisation Code', 'GB 11714'),
  'GB-32100': standard('法人和其他组织统一社会信用代码编码规则', 'Unified Social Credit Code', 'GB 32100-2015'),
  'GBT-2260': standard('中华人民共和国行政区划代码', 'Codes of Administrative Divisions', 'GB/T 2260'),
  'GBT-9704': standard('党政机关公文格式', 'Layout of Official Documents', 'GB/T 9704-2012'),
  'GBT-22239': standard('网络安全等级保护基本要求', 'Baseline for Classified Protection', 'GB/T 22239-2019'),
  'GBT-28181': standard('公共安全视频监控联网系统', 'Networked Video Surveillance Systems', 'GB/T 28181', {
    uncertain: true,
  }),
  'GBT-31000': standard('社会治安综合治理基础数据规范', 'Base Data of Comprehensive Governance', 'GB/T 31000-2015', {
    uncertain: true,
  }),
  'GBT-34300': standard('城乡社区网格化服务管理规范', 'Community Grid Services and Management', 'GB/T 34300-2017', {
    uncertain: true,
  }),
  'GBT-37668': standard('互联网内容无障碍可访问性技术要求', 'Accessibility of Internet Content', 'GB/T 37668-2019'),
  'GBT-39734': standard('政务服务“一次一评”“一事一评”工作规范', 'Rating of Each Visit and Matter', 'GB/T 39734-2020'),
  'GBT-39735': standard('政务服务评价工作指南', 'Guide to Rating Government Services', 'GB/T 39735-2020'),
  'GBT-39786': standard('信息系统密码应用基本要求', 'Baseline for Cryptography in Systems', 'GB/T 39786-2021'),
  'NBS-2009-91': document('统计用区划代码和城乡划分代码编制规则', 'Statistical Division and Urban-rural Codes', {
    number: '国统字〔2009〕91号',
    uncertain: true,
  }),
} as const satisfies Readonly<Record<string, Law>>

/** The code of a law text (法律代码), e.g. 'ALL' for the Administrative Licensing Law. */
export type LawCode = keyof typeof entries

/** Every text that may be cited, by its code. */
export const LAWS: Readonly<Record<LawCode, Law>> = entries
