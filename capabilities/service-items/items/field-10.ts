/** 惠民政策: benefit policies. Domain 7.9 F10. */
import { account, brought, field, form, item, named, option, shared, stage } from '../build.ts'

const AGRI = 'office:agriculture' as const

export const benefits = [
  item({
    code: 'YQ-10-001',
    name: named('耕地地力保护补贴核实', 'Farmland fertility subsidy check'),
    summary: named('核对承包耕地面积,发放补贴。', 'Contract area is checked and the subsidy paid.'),
    words: ['耕地补贴', '种粮补贴', '地力补贴', '种地'],
    kind: 'payment',
    handling: 'batch',
    batchDue: '--06-30',
    owner: AGRI,
    publicity: { days: 7, unit: 'days' },
    paysMoney: true,
    proof: 2,
    appliesFor: 'household',
    materials: [shared('contract-area', '承包地面积', 'Contract area', '农业农村系统', 'agriculture system')],
    form: [field('plots', 'text', '地块', 'Plots', { required: false, max: 200 }), account],
    flow: [
      stage('village', 1, 'community', '村级核对公示', 'Village check and publicity', 10),
      stage('decide', 2, AGRI, '审核', 'Decide', 10),
    ],
    result: named('补贴发放', 'Subsidy'),
  }),
  item({
    code: 'YQ-10-002',
    name: named('退役军人优待证', 'Veterans’ benefit card'),
    summary: named('退役军人和其他优抚对象申领优待证。', 'For veterans and others entitled.'),
    words: ['优待证', '退伍军人', '退役军人', '当过兵'],
    kind: 'confirmation',
    handling: 'promised',
    owner: 'office:veterans',
    proof: 2,
    age: { min: 18 },
    materials: [
      form(),
      brought('photo', '近期照片', 'Recent photo', { kind: 'photo', why: 'practice' }),
      shared('service', '服役信息', 'Service record', '退役军人系统', 'veterans system'),
    ],
    form: [
      field('from', 'date', '入伍时间', 'Joined', { notAfter: 'today' }),
      field('to', 'date', '退役时间', 'Left', { notAfter: 'today' }),
    ],
    flow: [
      stage('check', 1, 'street', '初核', 'First check', 10),
      stage('decide', 2, 'office:veterans', '审核制证', 'Decide and make', 20),
    ],
    result: named('优待证', 'Card'),
  }),
  item({
    code: 'YQ-10-003',
    name: named('清洁取暖补贴', 'Clean-heating subsidy'),
    summary: named('煤改气、煤改电用户申请补贴。', 'For homes that changed from coal to gas or electricity.'),
    words: ['清洁取暖', '煤改电', '煤改气', '取暖'],
    kind: 'payment',
    handling: 'batch',
    batchDue: '--11-30',
    owner: AGRI,
    paysMoney: true,
    proof: 2,
    appliesFor: 'household',
    materials: [form(), shared('meter', '表号及用量', 'Meter and use', '供电、燃气企业', 'utilities')],
    form: [
      field('device', 'choice', '设备', 'Device', {
        options: [
          option('gas', '燃气壁挂炉', 'Gas boiler'),
          option('pump', '空气源热泵', 'Heat pump'),
          option('electric', '电暖器', 'Electric heater'),
        ],
      }),
      field('season', 'text', '取暖季', 'Season', { min: 4, max: 20 }),
      account,
    ],
    flow: [stage('check', 1, 'street', '核对', 'Check', 10), stage('decide', 2, AGRI, '审核', 'Decide', 10)],
    result: named('清洁取暖补贴', 'Subsidy'),
  }),
  item({
    code: 'YQ-10-004',
    name: named('集体经济组织成员身份查询', 'Collective member inquiry'),
    summary: named('查询本人是否为集体经济组织成员。', 'Am I a member of the collective?'),
    words: ['集体成员', '成员身份', '股民', '村集体'],
    kind: 'confirmation',
    basis: ['RECL'],
    proof: 2,
    oneOpen: false,
    materials: [
      shared('register', '成员登记簿', 'Register of members', '农村集体产权系统', 'collective property system'),
    ],
    form: [field('organisation', 'text', '集体经济组织名称', 'Name of the collective', { min: 2, max: 60 })],
    result: named('查询结果', 'Answer'),
  }),
]
