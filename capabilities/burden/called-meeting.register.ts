/** 上级召集会议登记册: meetings that offices called communities to; two taps each. @plan P3.3.3 精简社区会议; domain 6.3 F5 */
import { plainRegister } from '#kernel/register/plain/index.ts'
import { text } from '#kernel/text'

export const calledMeetingRegister = plainRegister({
  name: 'called-meetings',
  title: text('上级召集的会议', 'Meetings called from above'),
  placed: 'place',
  columns: [
    {
      id: 'place',
      label: text('社区', 'Community'),
      headers: ['所属社区', '区划代码'],
      type: 'place',
      required: true,
      example: '140302001001',
    },
    {
      id: 'office',
      label: text('召集单位', 'Called by'),
      headers: ['召集部门'],
      type: 'text',
      required: true,
      max: 60,
      listed: true,
      correctable: true,
      example: '市民政局',
    },
    {
      id: 'on',
      label: text('会议日期', 'Day'),
      type: 'date',
      required: true,
      listed: true,
      correctable: true,
      example: '2026-3-2',
    },
    {
      id: 'minutes',
      label: text('会议时长(分钟)', 'Minutes'),
      headers: ['时长', '会议时长'],
      type: 'whole-number',
      required: true,
      min: 5,
      max: 720,
      listed: true,
      correctable: true,
      example: '90',
    },
    {
      id: 'people',
      label: text('参会人数', 'People'),
      headers: ['人数'],
      type: 'whole-number',
      required: true,
      min: 1,
      max: 200,
      correctable: true,
      example: '1',
    },
  ],
})
