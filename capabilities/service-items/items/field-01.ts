/** 劳动就业: labour and employment. 54-item catalogue, domain 7.9 F1. */
import { account, brought, field, form, idCard, item, named, option, shared, situation, stage, tolerable } from '../build.ts'

const HR = 'office:human-resources' as const

export const employment = [
  item({
    code: 'YQ-01-001', name: named('失业登记', 'Unemployment registration'), summary: named('劳动年龄内没有工作、想找工作的人登记失业。', 'Register as unemployed when of working age, out of work and looking.'),
    words: ['失业', '下岗', '没工作', '登记失业', '失业证', '待业'], kind: 'confirmation', conditions: [named('年满16周岁、未到退休年龄,有劳动能力和就业意愿。', 'Aged 16 or over and below pension age, able and willing to work.')], age: { min: 16, max: 65 },
    materials: [form('失业登记表', 'Registration form'), idCard, shared('employment-end', '终止就业记录', 'End of employment', '人社就业系统', 'employment system')],
    form: [
      field('last-employer', 'text', '原单位(没有可不填)', 'Last employer, if any', { required: false, max: 80 }), field('ended-on', 'date', '离开日期', 'Left on', { required: false, notAfter: 'today' }),
      field('reason', 'choice', '失业原因', 'Why', { options: [option('contract', '合同终止', 'Contract ended'), option('closed', '单位关闭', 'Employer closed'), option('graduate', '毕业未就业', 'Graduated, no job yet'), option('other', '其他情形', 'Another reason')] }),
    ],
    result: named('完成失业登记,可申领就业创业证', 'Registered as unemployed'),
  }),
  item({
    code: 'YQ-01-002', name: named('就业困难人员认定', 'Certification of persons with employment difficulty'), summary: named('大龄、零就业家庭、残疾、低收入或长期失业的人申请认定。', 'For older, disabled, low-income or long-term unemployed people.'),
    words: ['就业困难', '4050', '零就业', '再就业'], kind: 'confirmation', handling: 'promised', owner: HR, publicity: { days: 5, unit: 'working-days' }, proof: 2, age: { min: 16, max: 65 },
    situations: [situation('category', '您属于哪一类?', 'Which is your case?', [option('older', '4050人员', 'Aged 40/50 and over'), option('zero', '零就业家庭成员', 'Nobody in the family works'), option('disabled', '残疾人', 'Disabled'), option('low-income', '低保对象', 'On minimum living allowance'), option('long-term', '连续失业一年以上', 'Unemployed for a year or more')])],
    materials: [
      form(), shared('unemployment', '失业登记信息', 'Unemployment record', '人社就业系统', 'employment system'), shared('disability', '残疾人证信息', 'Disability card', '残联系统', 'disability register', { when: { field: 'category', is: 'disabled' }, necessity: 'conditional' }),
      brought('family-statement', '零就业家庭书面说明', 'Statement on the family', { when: { field: 'category', is: 'zero' }, kind: 'original' }), tolerable('photo', '近期免冠照片', 'Recent photo', { kind: 'photo', why: 'practice' }),
    ],
    form: [field('since', 'date', '失业时间', 'Unemployed since', { notAfter: 'today' })],
    flow: [stage('check', 1, 'street', '初审', 'First check', 4), stage('decide', 2, HR, '认定', 'Certify', 6)], result: named('就业困难人员认定', 'Certified as having difficulty in employment'), basis: ['practice'],
  }),
  item({
    code: 'YQ-01-003', name: named('灵活就业社保补贴', 'Social-insurance subsidy for flexible employment'), summary: named('灵活就业的就业困难人员申请社会保险补贴。', 'Subsidy for certified people who pay their own social insurance.'),
    words: ['灵活就业', '社保补贴', '自己交社保', '补贴'], kind: 'payment', handling: 'promised', owner: HR, publicity: { days: 5, unit: 'working-days' }, paysMoney: true, proof: 2,
    materials: [form(), shared('payments', '社会保险缴费记录', 'Insurance payments', '社保经办系统', 'social insurance system'), brought('work-statement', '灵活就业说明', 'Statement of flexible work', { kind: 'original' })],
    form: [field('from', 'date', '补贴起始日期', 'From', { notAfter: 'today' }), field('to', 'date', '补贴截止日期', 'To'), field('work', 'text', '从事的工作', 'Kind of work', { min: 2, max: 60 }), account],
    flow: [stage('check', 1, 'street', '核实', 'Check', 8), stage('decide', 2, HR, '审核拨付', 'Decide and pay', 12)], result: named('社会保险补贴', 'Social-insurance subsidy'),
  }),
  item({
    code: 'YQ-01-004', name: named('公益性岗位申报', 'Public-welfare post application'), summary: named('就业困难人员申请公益性岗位。', 'Certified people apply for a public-welfare post.'), words: ['公益岗', '公益性岗位', '安排工作'], handling: 'promised', owner: HR, proof: 2,
    materials: [form(), shared('difficulty', '就业困难人员认定结果', 'Certification of difficulty', '人社就业系统', 'employment system')],
    form: [field('post', 'text', '申请岗位', 'Post applied for', { min: 2, max: 60 }), field('years', 'whole-number', '岗位期限(年,不超过3年)', 'Years, at most three', { min: 1, max: 3 })],
    flow: [stage('decide', 1, HR, '审核', 'Decide', 15)], result: named('公益性岗位安置意见', 'Decision on a public-welfare post'),
  }),
  item({
    code: 'YQ-01-005', name: named('创业担保贷款资格初审', 'Start-up guaranteed loan, preliminary check'), summary: named('创业人员申请担保贷款的资格初审。', 'First check for a guaranteed start-up loan.'), words: ['创业贷款', '担保贷款', '贷款', '开店'], handling: 'promised', owner: HR, proof: 2, objects: 'both',
    materials: [form(), shared('licence', '营业执照', 'Business licence', '市场监管系统', 'market regulator'), brought('plan', '创业计划书', 'Business plan'), tolerable('venue', '经营场所证明', 'Proof of premises')],
    form: [field('amount', 'money', '申请金额', 'Amount', { min: 100000, max: 30000000 }), field('months', 'whole-number', '期限(月)', 'Months', { min: 6, max: 36 }), field('guarantor', 'text', '担保方式或担保人', 'Guarantee', { max: 80 })],
    flow: [stage('decide', 1, HR, '资格初审', 'First check', 7)], result: named('创业担保贷款资格初审意见', 'Opinion on eligibility'),
  }),
  item({
    code: 'YQ-01-006', name: named('农村劳动力求职登记', 'Registration of rural job seekers'), summary: named('农村劳动力登记求职意向,对接岗位。', 'Rural workers say what work they want and are matched.'), words: ['找工作', '求职', '打工', '农民工', '岗位对接'], age: { min: 16 },
    materials: [form('求职登记表', 'Job-seeker form')], form: [field('skills', 'text', '技能', 'Skills', { max: 100 }), field('wish', 'text', '希望从事的工作', 'Work wanted', { max: 100 }), field('wage', 'money', '期望月工资', 'Wage wanted', { min: 0, max: 10000000, required: false })], result: named('求职登记', 'Registered as a job seeker'), oneOpen: false,
  }),
]
