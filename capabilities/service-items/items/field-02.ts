/** 社会保障: social security. Domain 7.9 F2. */
import {
  account,
  brought,
  field,
  form,
  hukou,
  idCard,
  item,
  named,
  option,
  shared,
  situation,
  stage,
  tolerable,
} from '../build.ts'

const HR = 'office:human-resources' as const

export const socialSecurity = [
  item({
    code: 'YQ-02-001',
    name: named('城乡居民养老保险参保登记', 'Resident pension enrolment'),
    summary: named('没有职工养老保险的居民参加城乡居民养老保险。', 'Join the residents’ pension scheme.'),
    words: ['养老保险', '参保', '交养老', '上养老', '社保'],
    age: { min: 16 },
    materials: [form('参保登记表', 'Enrolment form'), idCard, hukou],
    form: [
      field('level', 'choice', '缴费档次', 'Contribution level', {
        options: [
          option('200', '200元/年', '200 yuan a year'),
          option('500', '500元/年', '500 yuan a year'),
          option('1000', '1000元/年', '1,000 yuan a year'),
          option('2000', '2000元/年', '2,000 yuan a year'),
        ],
      }),
      field('special', 'choice', '特殊群体', 'Special group', {
        options: [
          option('none', '不属于', 'None'),
          option('low-income', '低保对象', 'On minimum allowance'),
          option('disabled', '重度残疾人', 'Severely disabled'),
        ],
      }),
      account,
    ],
    result: named('参保登记', 'Enrolled'),
  }),
  item({
    code: 'YQ-02-002',
    name: named('城乡居民养老保险待遇申领', 'Resident pension claim'),
    summary: named('年满60周岁的参保居民申领养老金。', 'Claim the residents’ pension from the age of 60.'),
    words: ['领养老金', '退休', '养老金', '60岁'],
    kind: 'payment',
    handling: 'promised',
    owner: HR,
    paysMoney: true,
    proof: 2,
    age: { min: 60 },
    materials: [form(), idCard, brought('bank-card', '本人银行卡', 'Own bank card')],
    form: [field('paid-years', 'whole-number', '缴费年限', 'Years paid', { min: 0, max: 50 }), account],
    flow: [stage('decide', 1, HR, '审核', 'Decide', 10)],
    result: named('养老金待遇核定', 'Pension granted'),
  }),
  item({
    code: 'YQ-02-003',
    name: named('养老待遇资格认证', 'Pension eligibility check'),
    summary: named(
      '领取养老金的人每年确认资格;数据能核的不用本人办。',
      'Yearly confirmation; whoever the data confirm need do nothing.',
    ),
    words: ['养老认证', '资格认证', '生存认证', '认证', '健在'],
    kind: 'confirmation',
    age: { min: 55 },
    materials: [
      form('认证登记', 'Confirmation'),
      shared(
        'data-match',
        '数据比对结果',
        'Data match',
        '公安、卫健、民政数据',
        'police, health and civil affairs data',
      ),
    ],
    form: [
      field('way', 'choice', '认证方式', 'How', {
        options: [
          option('data', '数据比对', 'Data match'),
          option('home', '上门认证', 'Home visit'),
          option('window', '窗口见面', 'At the window'),
        ],
      }),
      field('on', 'date', '预约日期', 'Preferred day', {
        required: false,
        notBefore: 'today',
        when: { field: 'way', in: ['home', 'window'] },
      }),
    ],
    result: named('认证通过', 'Confirmed'),
  }),
  item({
    code: 'YQ-02-004',
    name: named('城乡居民医保参保登记', 'Resident medical insurance enrolment'),
    summary: named('居民和新生儿参加基本医疗保险。', 'Join the residents’ medical insurance, newborns too.'),
    words: ['医保', '交医保', '新农合', '新生儿医保'],
    situations: [
      situation('who', '为谁办理?', 'For whom?', [
        option('self', '本人', 'Myself'),
        option('newborn', '新生儿', 'A newborn'),
      ]),
    ],
    materials: [form('参保登记表', 'Enrolment form'), idCard],
    appliesFor: 'household',
    form: [
      field('child-name', 'text', '新生儿姓名', 'Newborn’s name', {
        max: 50,
        when: { field: 'who', is: 'newborn' },
        dataClass: 'sensitive',
      }),
      field('child-birth', 'date', '新生儿出生日期', 'The baby was born on', {
        notAfter: 'today',
        when: { field: 'who', is: 'newborn' },
        dataClass: 'personal',
      }),
    ],
    result: named('参保登记', 'Enrolled'),
  }),
  item({
    code: 'YQ-02-005',
    name: named('异地就医备案', 'Out-of-town treatment filing'),
    summary: named('到外地看病前备案,直接结算。', 'File before treatment elsewhere, to settle directly.'),
    words: ['外地看病', '异地就医', '转院', '异地医保'],
    situations: [
      situation('kind', '备案类型', 'Kind', [
        option('settled', '长期居住外地', 'Living elsewhere'),
        option('referral', '转诊转院', 'Referral'),
        option('emergency', '急诊', 'Emergency'),
      ]),
    ],
    materials: [form('备案表', 'Filing form'), tolerable('promise', '个人承诺书', 'Promise', { kind: 'original' })],
    form: [
      field('place', 'text', '就医地', 'Where', { min: 2, max: 40 }),
      field('from', 'date', '开始日期', 'From'),
      field('to', 'date', '结束日期', 'To', { required: false }),
    ],
    result: named('异地就医备案', 'Filed'),
    oneOpen: false,
  }),
  item({
    code: 'YQ-02-006',
    name: named('社保卡申领、挂失', 'Social security card: application, loss'),
    summary: named('申领、补领社会保障卡,或者挂失。', 'Apply for a social security card, replace or report it lost.'),
    words: ['社保卡', '社保卡丢了', '补办社保卡', '挂失', '医保卡'],
    handling: 'promised',
    owner: HR,
    situations: [
      situation('kind', '办理哪一项?', 'What do you need?', [
        option('first', '首次申领', 'First card'),
        option('replace', '补领、换领', 'Replacement'),
        option('loss', '挂失', 'Report loss'),
      ]),
    ],
    materials: [
      form(),
      idCard,
      tolerable('photo', '近期免冠照片', 'Recent photo', {
        kind: 'photo',
        why: 'practice',
        when: { field: 'kind', in: ['first', 'replace'] },
      }),
    ],
    form: [
      field('bank', 'choice', '发卡银行', 'Bank', {
        when: { field: 'kind', in: ['first', 'replace'] },
        options: [
          option('icbc', '工商银行', 'ICBC'),
          option('abc', '农业银行', 'ABC'),
          option('ccb', '建设银行', 'CCB'),
          option('rcb', '农商银行', 'Rural Commercial Bank'),
        ],
      }),
      field('old-card', 'text', '原卡号(记得可填)', 'Old card number, if known', {
        required: false,
        max: 20,
        when: { field: 'kind', in: ['replace', 'loss'] },
      }),
    ],
    flow: [stage('decide', 1, HR, '制卡', 'Make the card', 10)],
    result: named('社会保障卡', 'Social security card'),
  }),
  item({
    code: 'YQ-02-007',
    name: named('城乡居民养老保险丧葬补助金', 'Funeral grant of the resident pension'),
    summary: named('参保居民去世后,亲属申领丧葬补助金。', 'Heirs of an insured resident claim the funeral grant.'),
    words: ['丧葬费', '丧葬补助', '去世', '抚恤'],
    kind: 'payment',
    handling: 'promised',
    owner: HR,
    paysMoney: true,
    proof: 2,
    appliesFor: 'deceased',
    materials: [
      form(),
      shared('death', '死亡信息', 'Record of death', '卫健、公安数据', 'health and police data'),
      brought('heir-statement', '继承人说明', 'Heir’s statement', { kind: 'original' }),
    ],
    form: [
      field('deceased-name', 'text', '逝者姓名', 'Name of the deceased', { max: 50, dataClass: 'sensitive' }),
      field('relation', 'choice', '与逝者关系', 'Relation', {
        options: [
          option('spouse', '配偶', 'Spouse'),
          option('child', '子女', 'Child'),
          option('parent', '父母', 'Parent'),
          option('other', '其他亲属', 'Other relative'),
        ],
      }),
      account,
    ],
    flow: [stage('decide', 1, HR, '审核', 'Decide', 15)],
    result: named('丧葬补助金', 'Funeral grant'),
  }),
]
