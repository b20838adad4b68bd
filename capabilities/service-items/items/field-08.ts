/** 公共安全: public safety. Domain 7.9 F8. */
import { brought, field, form, idCard, item, named, option, situation, stage } from '../build.ts'

const POLICE = 'office:public-security' as const

export const publicSafety = [
  item({
    code: 'YQ-08-001',
    name: named('居住登记、居住证受理', 'Residence registration and permit'),
    summary: named(
      '外来人员办理居住登记;满半年可申领居住证。',
      'People from elsewhere register; after half a year a permit.',
    ),
    words: ['居住证', '暂住证', '居住登记', '上户口', '流动人口', '租房登记'],
    kind: 'confirmation',
    handling: 'promised',
    owner: POLICE,
    basis: ['RPR'],
    situations: [
      situation('basis', '居住依据', 'Basis', [
        option('home', '合法稳定住所', 'A home'),
        option('work', '合法稳定就业', 'Work'),
        option('school', '连续就读', 'School'),
      ]),
    ],
    materials: [
      form(),
      idCard,
      brought('home-proof', '住所材料(租赁合同等)', 'Proof of home', { when: { field: 'basis', is: 'home' } }),
      brought('work-proof', '就业材料(劳动合同等)', 'Proof of work', { when: { field: 'basis', is: 'work' } }),
      brought('school-proof', '就读材料(学生证等)', 'Proof of schooling', { when: { field: 'basis', is: 'school' } }),
      brought('photo', '近期免冠照片', 'Recent photo', { kind: 'photo', why: 'RPR' }),
    ],
    form: [field('from', 'date', '来本地居住日期', 'Living here since', { notAfter: 'today' })],
    flow: [stage('decide', 1, POLICE, '审核制证', 'Decide and make', 10)],
    result: named('居住登记、居住证', 'Registration and permit'),
  }),
  item({
    code: 'YQ-08-002',
    name: named('出租房屋登记', 'Rental-house record'),
    summary: named('房东登记出租房屋和承租人数。', 'Landlords record rooms let and tenants.'),
    words: ['出租房', '房东登记', '租房备案'],
    oneOpen: false,
    materials: [form(), brought('owner-right', '房屋权属材料', 'Proof of ownership')],
    form: [
      field('rooms', 'whole-number', '出租间数', 'Rooms', { min: 1, max: 200 }),
      field('tenants', 'whole-number', '承租人数', 'Tenants', { min: 0, max: 500 }),
    ],
    result: named('出租房屋登记', 'Recorded'),
  }),
  item({
    code: 'YQ-08-003',
    name: named('人民调解申请', 'Application for mediation'),
    summary: named('邻里、家庭、物业等纠纷申请人民调解,不收费。', 'Free mediation of disputes.'),
    words: ['调解', '纠纷', '邻居吵架', '噪音', '漏水'],
    handling: 'promised',
    owner: 'street',
    basis: ['PML art 17'],
    oneOpen: false,
    secret: true,
    materials: [form('调解申请(可口头,由工作人员记录)', 'Application, may be oral')],
    form: [
      field('kind', 'choice', '纠纷类型', 'Kind', {
        options: [
          option('neighbour', '邻里', 'Neighbours'),
          option('family', '婚姻家庭', 'Family'),
          option('property', '物业', 'Property service'),
          option('debt', '债务', 'Debt'),
          option('other', '其他情形', 'Another kind'),
        ],
      }),
      field('matter', 'long-text', '事情经过', 'What happened', { min: 4, max: 1000, dataClass: 'sensitive' }),
    ],
    flow: [stage('decide', 1, 'street', '决定是否受理', 'Decide whether to take it', 3)],
    result: named('调解受理', 'Taken for mediation'),
  }),
  item({
    code: 'YQ-08-004',
    name: named('法律援助初审转递', 'Legal aid intake'),
    summary: named('经济困难或特定案件申请法律援助。', 'Legal aid for those who cannot pay.'),
    words: ['法律援助', '打官司', '请律师', '免费律师'],
    handling: 'promised',
    owner: 'office:justice',
    basis: ['LAL art 43'],
    oneOpen: false,
    secret: true,
    materials: [form('申请表(含经济状况承诺)', 'Application with promise'), idCard],
    form: [
      field('cause', 'text', '案由', 'Cause', { min: 2, max: 80, dataClass: 'sensitive' }),
      field('opponent', 'text', '对方当事人', 'Other party', { max: 80, dataClass: 'sensitive' }),
    ],
    flow: [
      stage('transfer', 1, 'street', '初审转递', 'Check and pass on', 1),
      stage('decide', 2, 'office:justice', '审查决定', 'Decide', 4),
    ],
    result: named('法律援助决定', 'Decision'),
  }),
  item({
    code: 'YQ-08-005',
    name: named('安全隐患报告', 'Safety hazard report'),
    summary: named('报告消防、用电、房屋等安全隐患。', 'Report a danger: fire, electricity, buildings.'),
    words: ['隐患', '消防', '飞线充电', '安全', '举报隐患'],
    oneOpen: false,
    materials: [form('隐患描述', 'Description')],
    form: [
      field('kind', 'choice', '隐患类型', 'Kind', {
        options: [
          option('fire', '消防', 'Fire'),
          option('electric', '用电', 'Electricity'),
          option('building', '房屋', 'Building'),
          option('road', '道路', 'Road'),
          option('other', '其他情形', 'Another kind'),
        ],
      }),
      field('where', 'text', '位置', 'Where', { min: 2, max: 100 }),
      field('what', 'long-text', '情况', 'What you saw', { min: 4, max: 500 }),
    ],
    result: named('分拨处置', 'Passed to those who act'),
  }),
]
