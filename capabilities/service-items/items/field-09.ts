/** 文体服务: culture and sport. Domain 7.9 F9. */
import { brought, field, form, item, named, option, stage } from '../build.ts'

export const cultureAndSport = [
  item({
    code: 'YQ-09-001',
    name: named('活动室、场地预约', 'Space booking'),
    summary: named('预约社区活动室和场地。', 'Book a community room.'),
    words: ['活动室', '场地', '预约', '会议室'],
    oneOpen: false,
    materials: [form('预约登记', 'Booking')],
    form: [
      field('room', 'choice', '场地', 'Room', {
        options: [
          option('activity', '活动室', 'Activity room'),
          option('meeting', '议事厅', 'Meeting room'),
          option('dance', '舞蹈室', 'Dance room'),
          option('court', '球场', 'Court'),
        ],
      }),
      field('on', 'date', '日期', 'Day', { notBefore: 'today' }),
      field('people', 'whole-number', '人数', 'People', { min: 1, max: 500 }),
    ],
    result: named('预约成功', 'Booked'),
  }),
  item({
    code: 'YQ-09-002',
    name: named('健身器材报修', 'Fitness-equipment repair'),
    summary: named('公共健身器材坏了报修。', 'Report broken public fitness equipment.'),
    words: ['健身器材', '报修', '器材坏了'],
    handling: 'promised',
    owner: 'office:sports',
    oneOpen: false,
    materials: [
      form('报修登记', 'Report'),
      {
        id: 'photo',
        name: named('现场照片', 'Photo'),
        kind: 'photo',
        source: 'applicant',
        necessity: 'tolerable',
        why: 'practice',
      },
    ],
    form: [
      field('tag', 'text', '器材编号', 'Tag number', { required: false, max: 20 }),
      field('where', 'text', '位置', 'Where', { min: 2, max: 100 }),
      field('what', 'text', '损坏情况', 'What is broken', { min: 2, max: 200 }),
    ],
    flow: [stage('decide', 1, 'office:sports', '维修', 'Repair', 5)],
    result: named('维修完成', 'Repaired'),
  }),
  item({
    code: 'YQ-09-003',
    name: named('群众文化队伍登记', 'Culture team registration'),
    summary: named(
      '合唱、舞蹈、秧歌等队伍登记,享受辅导和场地。',
      'Choirs and dance teams register for coaching and rooms.',
    ),
    words: ['文化队伍', '广场舞', '合唱队', '秧歌队'],
    handling: 'promised',
    owner: 'office:culture',
    oneOpen: false,
    materials: [form(), brought('members', '队员名单', 'List of members')],
    form: [
      field('team', 'text', '队伍名称', 'Name', { min: 2, max: 40 }),
      field('kind', 'choice', '类别', 'Kind', {
        options: [
          option('choir', '合唱', 'Choir'),
          option('dance', '舞蹈', 'Dance'),
          option('opera', '戏曲', 'Opera'),
          option('drum', '锣鼓', 'Drums'),
          option('other', '其他情形', 'Another kind'),
        ],
      }),
    ],
    flow: [stage('decide', 1, 'office:culture', '审核', 'Decide', 5)],
    result: named('队伍登记', 'Registered'),
  }),
  item({
    code: 'YQ-09-004',
    name: named('社会体育指导员培训报名', 'Sports instructor training'),
    summary: named('报名社会体育指导员培训。', 'Training to be a sports instructor.'),
    words: ['体育指导员', '培训', '教练'],
    handling: 'promised',
    owner: 'office:sports',
    age: { min: 18 },
    materials: [form('报名表', 'Enrolment form')],
    form: [
      field('level', 'choice', '级别', 'Level', {
        options: [option('3', '三级', 'Third'), option('2', '二级', 'Second')],
      }),
      field('sport', 'text', '项目', 'Sport', { min: 1, max: 30 }),
    ],
    flow: [stage('decide', 1, 'office:sports', '审核', 'Decide', 10)],
    result: named('培训通知', 'Place in the training'),
  }),
]
