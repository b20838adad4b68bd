/** 教育事业: education. Domain 7.9 F4. */
import { brought, field, form, hukou, item, named, option, shared, stage, tolerable } from '../build.ts'

const EDU = 'office:education' as const
const child = [
  field('child-name', 'text', '孩子姓名', 'Child’s name', { min: 2, max: 50, dataClass: 'sensitive' }),
  field('child-birth', 'date', '孩子出生日期', 'Child born on', { notAfter: 'today', dataClass: 'personal' }),
  field('school', 'text', '申请学校', 'School', { max: 60 }),
]

export const education = [
  item({
    code: 'YQ-04-001',
    name: named('义务教育入学登记', 'Compulsory-school enrolment'),
    summary: named('适龄儿童登记入学。', 'Enrol a child of school age.'),
    words: ['上学', '入学', '报名上学', '小学报名', '初中报名', '学区'],
    handling: 'batch',
    batchDue: '--07-31',
    owner: EDU,
    appliesFor: 'minor',
    secret: true,
    materials: [
      form('入学登记表', 'Enrolment form'),
      hukou,
      shared('home', '房产或居住证信息', 'Home or residence permit', '不动产、公安数据', 'property and police data'),
    ],
    form: [
      ...child,
      field('order', 'choice', '入学类别', 'Class', {
        options: [
          option('hukou-home', '户籍和房产一致', 'Registered and own home'),
          option('hukou', '户籍', 'Registered'),
          option('home', '房产', 'Own home'),
          option('other', '其他情形', 'Another case'),
        ],
      }),
    ],
    flow: [
      stage('check', 1, 'street', '信息核对', 'Check', 5),
      stage('decide', 2, EDU, '安排学校', 'Place in a school', 15),
    ],
    result: named('入学通知', 'School place'),
  }),
  item({
    code: 'YQ-04-002',
    name: named('随迁子女入学', 'Migrant children’s enrolment'),
    summary: named('进城务工人员子女就近入学。', 'School places for children of people working here.'),
    words: ['随迁子女', '外地孩子上学', '务工子女'],
    handling: 'batch',
    batchDue: '--07-31',
    owner: EDU,
    appliesFor: 'minor',
    secret: true,
    materials: [
      form('入学登记表', 'Enrolment form'),
      shared('permit', '居住证信息', 'Residence permit', '公安人口库', 'police population register'),
      brought('work-or-home', '务工或住所材料', 'Proof of work or home'),
      tolerable('vaccination', '预防接种证', 'Vaccination booklet'),
    ],
    form: child,
    flow: [
      stage('check', 1, 'street', '信息核对', 'Check', 5),
      stage('decide', 2, EDU, '安排学校', 'Place in a school', 15),
    ],
    result: named('入学通知', 'School place'),
  }),
  item({
    code: 'YQ-04-003',
    name: named('家庭经济困难学生认定协助', 'Student aid: family-economic statement'),
    summary: named('家庭经济困难的学生凭承诺申请,不需要开证明。', 'By promise alone; no certificate is asked for.'),
    words: ['助学', '贫困生', '困难学生', '助学金'],
    handling: 'promised',
    owner: 'street',
    secret: true,
    materials: [form('家庭经济情况承诺表', 'Statement and promise')],
    form: [
      field('school', 'text', '就读学校', 'School', { max: 60 }),
      field('reasons', 'long-text', '困难情况', 'Circumstances', { min: 4, max: 500, dataClass: 'sensitive' }),
    ],
    flow: [stage('decide', 1, 'street', '核实', 'Check', 5)],
    result: named('核实意见', 'Statement checked'),
  }),
  item({
    code: 'YQ-04-004',
    name: named('社区教育、老年教育报名', 'Community and elderly school enrolment'),
    summary: named('报名社区学校、老年大学课程。', 'Courses at the community school or the school for the old.'),
    words: ['老年大学', '社区学校', '学习班', '课程报名'],
    materials: [form('报名表', 'Enrolment form')],
    form: [
      field('course', 'choice', '课程', 'Course', {
        options: [
          option('phone', '智能手机', 'Smartphone'),
          option('calligraphy', '书法', 'Calligraphy'),
          option('health', '健康养生', 'Health'),
          option('dance', '舞蹈', 'Dance'),
        ],
      }),
      field('waiting', 'yes-no', '满员时愿意候补', 'Wait if full'),
    ],
    result: named('报名成功', 'Enrolled'),
    oneOpen: false,
  }),
]
