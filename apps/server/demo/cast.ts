/** The people of the demonstration city (演示人物): who one can be, and what to try. Numbers are of region 140399, which is nobody's. */
import type { Role } from '#kernel/authority'
import { type Text, text } from '#kernel/text'

export type CastResident = {
  readonly login: string
  readonly name: string
  readonly nameEn: string
  readonly idNumber: string
  readonly sex: 1 | 2
  readonly birth: string
  readonly phone: string
  readonly place: string
  readonly relation: string
  readonly tryThis: Text
}
export type CastStaff = {
  readonly login: string
  readonly name: string
  readonly nameEn: string
  readonly role: Role
  readonly office: string
  readonly places: string
  readonly tryThis: Text
  readonly also?: { readonly role: Role; readonly office: string; readonly places: string }
}

export const HOME = '140302001001'
const VILLAGE = '140321106203'

export const RESIDENTS: readonly CastResident[] = [
  {
    login: 'wangxiulan',
    name: '王秀兰',
    nameEn: 'Wang Xiulan',
    idNumber: '140399193610091169',
    sex: 2,
    birth: '1936-10-09',
    phone: '+8619903530001',
    place: HOME,
    relation: '户主',
    tryThis: text('九十岁,申请高龄津贴。', 'Aged 90: apply for the allowance for the very old.'),
  },
  {
    login: 'lijianguo',
    name: '李建国',
    nameEn: 'Li Jianguo',
    idNumber: '140399195601010012',
    sex: 1,
    birth: '1956-01-01',
    phone: '+8619903530002',
    place: HOME,
    relation: '户主',
    tryThis: text('办老年证,查看谁看过我的信息。', 'Get an elderly card; see who looked at his data.'),
  },
  {
    login: 'zhangmin',
    name: '张敏',
    nameEn: 'Zhang Min',
    idNumber: '140399198504052046',
    sex: 2,
    birth: '1985-04-05',
    phone: '+8619903530003',
    place: HOME,
    relation: '户主',
    tryThis: text('补办社保卡,给办件评价。', 'Replace a social security card; rate the service.'),
  },
  {
    login: 'zhaoqiang',
    name: '赵强',
    nameEn: 'Zhao Qiang',
    idNumber: '140399199008151234',
    sex: 1,
    birth: '1990-08-15',
    phone: '+8619903530004',
    place: VILLAGE,
    relation: '户主',
    tryThis: text('农村居民,报名求职登记。', 'A villager: register as a job seeker.'),
  },
]

const dept = (login: string, name: string, nameEn: string, office: string, role: Role = 'dept_staff'): CastStaff => ({
  login,
  name,
  nameEn,
  role,
  office,
  places: '-',
  tryThis:
    role === 'dept_head'
      ? text('审批延期,查看超期件。', 'Approve extensions; see what is late.')
      : text('答复联办意见,作出决定。', 'Answer a joint part; decide.'),
})

export const STAFF: readonly CastStaff[] = [
  {
    login: 'chenjing',
    name: '陈静',
    nameEn: 'Chen Jing',
    role: 'window_clerk',
    office: `committee-${HOME}`,
    places: HOME,
    tryThis: text(
      '在窗口受理、一次性告知、代收申请。',
      'Accept, ask for corrections once, take an application at the counter.',
    ),
    also: { role: 'community_worker', office: `committee-${HOME}`, places: HOME },
  },
  {
    login: 'liuyang',
    name: '刘洋',
    nameEn: 'Liu Yang',
    role: 'community_worker',
    office: `committee-${HOME}`,
    places: HOME,
    tryThis: text('办理即办件,查看住户。', 'Handle same-day matters; look up households.'),
  },
  {
    login: 'sunli',
    name: '孙丽',
    nameEn: 'Sun Li',
    role: 'committee_chair',
    office: `committee-${HOME}`,
    places: HOME,
    tryThis: text('查看本社区办件。', 'See the community’s cases.'),
  },
  {
    login: 'fengyan',
    name: '冯燕',
    nameEn: 'Feng Yan',
    role: 'committee_chair',
    office: 'committee-140302001002',
    places: '140302001002',
    tryThis: text('确认经费到位,拒绝未准入的任务。', 'Confirm money; refuse what was not admitted.'),
  },
  {
    login: 'chenglei',
    name: '程磊',
    nameEn: 'Cheng Lei',
    role: 'committee_chair',
    office: 'committee-140302001003',
    places: '140302001003',
    tryThis: text('对拟准入的事项提出意见。', 'Give an opinion on work that is to be admitted.'),
  },
  {
    login: 'zhouwei',
    name: '周伟',
    nameEn: 'Zhou Wei',
    role: 'window_clerk',
    office: 'committee-140302001002',
    places: '140302001002',
    tryThis: text('邻近社区的受理员:看不到油娄沟的办件。', 'Clerk of the next community: sees nothing of Youlougou.'),
  },
  {
    login: 'hetao',
    name: '何涛',
    nameEn: 'He Tao',
    role: 'window_clerk',
    office: `committee-${VILLAGE}`,
    places: VILLAGE,
    tryThis: text('村里的代办窗口。', 'The window of a village.'),
  },
  {
    login: 'wujun',
    name: '吴军',
    nameEn: 'Wu Jun',
    role: 'street_staff',
    office: 'street-140302001',
    places: '140302001',
    tryThis: text('街道初审,裁定权属。', 'First check of the street; settle who acts.'),
  },
  {
    login: 'zhengfang',
    name: '郑芳',
    nameEn: 'Zheng Fang',
    role: 'street_admin',
    office: 'street-140302001',
    places: '140302001',
    tryThis: text('督办超期,核实差评整改。', 'Supervise what is late; check bad ratings.'),
  },
  {
    login: 'xuhong',
    name: '徐红',
    nameEn: 'Xu Hong',
    role: 'street_staff',
    office: 'street-140321106',
    places: '140321106',
    tryThis: text('乡镇经办。', 'Officer of a township.'),
  },
  dept('fanlin', '范琳', 'Fan Lin', 'civil-affairs'),
  dept('songtao', '宋涛', 'Song Tao', 'civil-affairs', 'dept_head'),
  dept('panyu', '潘宇', 'Pan Yu', 'human-resources'),
  dept('caijie', '蔡洁', 'Cai Jie', 'human-resources', 'dept_head'),
  dept('gaofei', '高飞', 'Gao Fei', 'health'),
  dept('linxue', '林雪', 'Lin Xue', 'medical-insurance'),
  dept('luobin', '罗斌', 'Luo Bin', 'education'),
  dept('maoning', '毛宁', 'Mao Ning', 'disabled-federation'),
  dept('dengkai', '邓凯', 'Deng Kai', 'housing'),
  dept('yaolei', '姚磊', 'Yao Lei', 'public-security'),
  dept('fuyan', '傅燕', 'Fu Yan', 'justice'),
  dept('shaobo', '邵波', 'Shao Bo', 'culture'),
  dept('qianwen', '钱雯', 'Qian Wen', 'sports'),
  dept('tianye', '田野', 'Tian Ye', 'agriculture'),
  dept('hulan', '胡岚', 'Hu Lan', 'organisation-department'),
  dept('qinlan', '秦岚', 'Qin Lan', 'finance'),
  dept('xiewen', '谢雯', 'Xie Wen', 'publicity-department'),
  dept('yuhai', '余海', 'Yu Hai', 'political-legal'),
  dept('luming', '鲁明', 'Lu Ming', 'information-centre'),
  dept('weiguo', '魏国', 'Wei Guo', 'veterans'),
  dept('hemin', '贺敏', 'He Min', 'finance'),
  {
    login: 'ducheng',
    name: '杜诚',
    nameEn: 'Du Cheng',
    role: 'county_office',
    office: 'county-office-140302',
    places: '140302',
    tryThis: text('查看全区办件与超期。', 'See the district’s cases and what is late.'),
  },
  {
    login: 'majun',
    name: '马军',
    nameEn: 'Ma Jun',
    role: 'county_office',
    office: 'county-office-140302',
    places: '140302',
    tryThis: text('批准清单,记录领导小组表决。', 'Approve a list; record how the leading group voted.'),
  },
  {
    login: 'qiaona',
    name: '乔娜',
    nameEn: 'Qiao Na',
    role: 'county_office',
    office: 'county-office-140321',
    places: '140321',
    tryThis: text('查看本县准入与拒绝。', 'See the county’s admissions and refusals.'),
  },
  {
    login: 'hanmei',
    name: '韩梅',
    nameEn: 'Han Mei',
    role: 'city_office',
    office: 'city-office',
    places: '1403',
    tryThis: text('提出参数调整,导入工作日历。', 'Propose a dated value; load a calendar.'),
  },
  {
    login: 'jiangbo',
    name: '姜波',
    nameEn: 'Jiang Bo',
    role: 'city_office',
    office: 'city-office',
    places: '1403',
    tryThis: text('确认他人提出的参数调整。', 'Confirm what a colleague proposed.'),
  },
  {
    login: 'auditor',
    name: '审计员',
    nameEn: 'Auditor',
    role: 'auditor',
    office: 'city-office',
    places: '-',
    tryThis: text('只看日志,看不到办件。', 'Sees no case.'),
  },
  {
    login: 'secadmin',
    name: '安全员',
    nameEn: 'Security administrator',
    role: 'sec_admin',
    office: 'city-office',
    places: '-',
    tryThis: text('管理安全策略,看不到办件。', 'Sees no case.'),
  },
  {
    login: 'sysadmin',
    name: '系统员',
    nameEn: 'System administrator',
    role: 'sys_admin',
    office: 'city-office',
    places: '-',
    tryThis: text('维护系统,看不到办件。', 'Keeps the system; sees no case.'),
  },
]
