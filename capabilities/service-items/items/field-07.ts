/** 住房保障: housing. Domain 7.9 F7. */
import { account, brought, field, form, hukou, item, named, option, shared, stage } from '../build.ts'

const HOUSING = 'office:housing' as const
const income = shared(
  'income',
  '收入、财产信息',
  'Income and property',
  '居民家庭经济状况核对系统',
  'household economic check',
)
const home = shared('home', '住房信息', 'Housing record', '不动产登记系统', 'property register')

export const housing = [
  item({
    code: 'YQ-07-001',
    name: named('公共租赁住房申请', 'Public rental housing'),
    summary: named('住房困难家庭申请公共租赁住房。', 'Rental homes for households in need.'),
    words: ['公租房', '廉租房', '保障房', '租房'],
    kind: 'confirmation',
    handling: 'promised',
    owner: HOUSING,
    basis: ['MOHURD-11'],
    publicity: { days: 7, unit: 'days' },
    proof: 2,
    appliesFor: 'household',
    materials: [form('申请书(含核对授权)', 'Application with authorisation'), income, home, hukou],
    form: [
      field('members', 'whole-number', '家庭人数', 'Members', { min: 1, max: 30, heldBy: 'household.members' }),
      field('area', 'whole-number', '现住房面积(平方米)', 'Present area in m²', { min: 0, max: 500 }),
      field('priority', 'choice', '优先情形', 'Priority', {
        options: [
          option('none', '无', 'None'),
          option('low-income', '低保家庭', 'On minimum allowance'),
          option('disabled', '残疾人家庭', 'Disabled'),
          option('veteran', '优抚对象', 'Veteran'),
        ],
      }),
    ],
    flow: [
      stage('community', 1, 'community', '初核、公示', 'Check and publicity', 10),
      stage('street', 2, 'street', '复核', 'Second check', 10),
      stage('decide', 3, HOUSING, '审核、公示', 'Decide and publicity', 20),
    ],
    result: named('公租房轮候资格', 'Place in the queue'),
  }),
  item({
    code: 'YQ-07-002',
    name: named('住房租赁补贴', 'Rent subsidy'),
    summary: named('在市场租房的住房困难家庭申请补贴。', 'For households in need who rent on the market.'),
    words: ['租赁补贴', '房租补贴', '租房补贴'],
    kind: 'payment',
    handling: 'promised',
    owner: HOUSING,
    paysMoney: true,
    proof: 2,
    appliesFor: 'household',
    materials: [form(), brought('lease', '租赁合同', 'Lease'), income, home],
    form: [field('rent', 'money', '月租金', 'Monthly rent', { min: 1000, max: 2000000 }), account],
    flow: [stage('street', 1, 'street', '初审', 'First check', 12), stage('decide', 2, HOUSING, '审核', 'Decide', 18)],
    result: named('租赁补贴', 'Subsidy'),
  }),
  item({
    code: 'YQ-07-003',
    name: named('农村危房改造', 'Rural dangerous-house renovation'),
    summary: named('农村低收入群体住房危险的,申请改造补助。', 'Help to make a dangerous rural house safe.'),
    words: ['危房', '危房改造', '修房', '农村房屋'],
    handling: 'promised',
    owner: HOUSING,
    paysMoney: true,
    proof: 2,
    appliesFor: 'household',
    publicity: { days: 7, unit: 'days' },
    materials: [
      form(),
      brought('photos', '房屋现状照片', 'Photos of the house', { kind: 'photo', why: 'practice' }),
      brought('level', '房屋危险性鉴定', 'Appraisal of the danger'),
    ],
    form: [
      field('level', 'choice', '危险等级', 'Level', { options: [option('C', 'C级', 'C'), option('D', 'D级', 'D')] }),
      field('plan', 'choice', '改造方式', 'How', {
        options: [option('repair', '修缮加固', 'Repair'), option('rebuild', '拆除重建', 'Rebuild')],
      }),
      account,
    ],
    flow: [
      stage('village', 1, 'community', '村级评议公示', 'Village review and publicity', 10),
      stage('township', 2, 'street', '乡镇审核', 'Township review', 10),
      stage('decide', 3, HOUSING, '审批', 'Decide', 20),
    ],
    result: named('危房改造补助', 'Grant'),
  }),
  item({
    code: 'YQ-07-004',
    name: named('既有住宅加装电梯', 'Lift installation in old buildings'),
    summary: named('老楼业主达成协议后申请加装电梯。', 'Owners of an old building apply for a lift.'),
    words: ['加装电梯', '装电梯', '老楼电梯', '电梯'],
    handling: 'promised',
    owner: HOUSING,
    objects: 'both',
    materials: [
      form(),
      brought('agreement', '业主协议', 'Owners’ agreement', { kind: 'original' }),
      brought('votes', '业主表决记录', 'Record of the vote'),
    ],
    form: [
      field('building', 'text', '楼栋单元', 'Building', { max: 60 }),
      field('in-favour', 'whole-number', '同意户数', 'Households in favour', { min: 1, max: 500 }),
      field('objections', 'long-text', '异议及处理', 'Objections', { required: false, max: 500 }),
    ],
    flow: [
      stage('street', 1, 'street', '核实、协调', 'Check and mediate', 12),
      stage('decide', 2, HOUSING, '联合审查', 'Joint review', 18),
    ],
    result: named('联合审查意见', 'Review'),
  }),
]
