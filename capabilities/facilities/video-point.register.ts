/**
 * 公共安全视频点位登记册: where cameras are planned and stand. A registry for planning: it holds no picture and no way to one.
 * @plan P3.2.5; @law SC-799; domain 18
 */
import {
  type CheckedRow,
  COMMUNITY_COLUMN,
  type Fault,
  KEEPERS_TO_CITY,
  type RegisterDefinition,
} from '#kernel/register/definition.ts'
import { plainRegister } from '#kernel/register/plain/index.ts'
import { text } from '#kernel/text'

/** Where no camera may be. @law SC-799 */
const BANNED: readonly string[] = ['guest-room', 'dormitory', 'toilet', 'changing-room', 'nursing-room']

const videoPoints: RegisterDefinition = {
  name: 'video-points',
  title: text('公共安全视频点位', 'Public-safety video points'),
  placed: 'place',
  uniqueBy: ['place', 'number'],
  roles: KEEPERS_TO_CITY,
  columns: [
    COMMUNITY_COLUMN,
    {
      id: 'number',
      label: text('点位编号', 'Point number'),
      headers: ['编号'],
      type: 'text',
      required: true,
      max: 20,
      listed: true,
      example: 'SP-0001',
    },
    {
      id: 'location',
      label: text('安装位置', 'Location'),
      headers: ['位置'],
      type: 'text',
      required: true,
      max: 100,
      listed: true,
      correctable: true,
      example: '小区东门',
    },
    {
      id: 'surroundings',
      label: text('场所类型', 'Surroundings'),
      type: 'choice',
      required: true,
      correctable: true,
      example: '出入口',
      options: [
        { value: 'street', label: text('道路', 'Street') },
        { value: 'square', label: text('广场', 'Square') },
        { value: 'entrance', label: text('出入口', 'Entrance') },
        { value: 'car-park', label: text('停车场', 'Car park') },
        { value: 'public-building', label: text('公共建筑', 'Public building') },
        { value: 'other', label: text('其他', 'Other') },
        { value: 'guest-room', label: text('客房', 'Guest room') },
        { value: 'dormitory', label: text('宿舍', 'Dormitory') },
        { value: 'toilet', label: text('卫生间、浴室', 'Toilet or bathroom'), also: ['卫生间', '公共浴室'] },
        { value: 'changing-room', label: text('更衣室', 'Changing room') },
        { value: 'nursing-room', label: text('哺乳室', 'Nursing room') },
      ],
    },
    {
      id: 'keyPoint',
      label: text('重点部位', 'Key point'),
      type: 'yes-no',
      required: true,
      listed: true,
      correctable: true,
      example: '是',
    },
    {
      id: 'plannedOn',
      label: text('列入规划日期', 'Planned on'),
      type: 'date',
      correctable: true,
      example: '2018-12-1',
    },
    {
      id: 'installedOn',
      label: text('建成日期', 'Installed on'),
      headers: ['安装日期'],
      type: 'date',
      listed: true,
      correctable: true,
      example: '2019-6-1',
    },
    {
      id: 'shouldNetwork',
      label: text('应联网', 'Should be networked'),
      type: 'yes-no',
      required: true,
      correctable: true,
      example: '是',
    },
    { id: 'networked', label: text('已联网', 'Networked'), type: 'yes-no', correctable: true, example: '是' },
    {
      id: 'dueDays',
      label: text('应在线天数', 'Days due'),
      type: 'whole-number',
      max: 366,
      correctable: true,
      example: '30',
    },
    {
      id: 'workingDays',
      label: text('在线天数', 'Working days'),
      headers: ['实际在线天数'],
      type: 'whole-number',
      max: 366,
      correctable: true,
      example: '30',
    },
    {
      id: 'owner',
      label: text('责任单位', 'Responsible office'),
      type: 'text',
      max: 60,
      correctable: true,
      example: '城区公安分局',
    },
    { id: 'filing', label: text('备案号', 'Filing number'), type: 'text', max: 40, correctable: true, example: '' },
    {
      id: 'controllable',
      label: text('全程可控', 'Controllable'),
      headers: ['可控'],
      type: 'yes-no',
      correctable: true,
      example: '是',
    },
  ],
  check: faultOf,
}

function faultOf(row: CheckedRow): Fault | undefined {
  if (BANNED.includes(String(row.surroundings)))
    return {
      column: 'surroundings',
      text: text(
        '该类场所禁止安装(公共安全视频图像信息系统管理条例)',
        'no camera may be there (Regulations on Public-safety Video Image Systems)',
      ),
    }
  if (row.networked === 1 && row.installedOn === undefined)
    return { column: 'networked', text: text('尚未建成,不能已联网', 'not installed, so not networked') }
  if (Number(row.workingDays ?? 0) > Number(row.dueDays ?? 0))
    return { column: 'workingDays', text: text('在线天数多于应在线天数', 'more working days than days due') }
  if (row.controllable === 1 && (row.owner === undefined || row.filing === undefined))
    return {
      column: 'controllable',
      text: text('全程可控须有责任单位和备案号', 'controllable needs a responsible office and a filing number'),
    }
  return undefined
}

export const videoPointRegister = plainRegister(videoPoints)
