/** Numbers of the compiler and the meter; all practice. */
import { definePack } from '#kernel/pack'
import { text } from '#kernel/text'

const practice = { basis: 'practice', from: '2018-01-01', verified: false } as const

export const burdenPack = definePack('burden', {
  'burden.match-overlap': { ...practice, value: 80 }, // percent of pairs of characters that two names share
  'burden.generated-share': { ...practice, value: 80 }, // percent; domain 6.3
  'burden.seconds-per-field': { ...practice, value: 20 },
  'burden.seconds-per-photo': { ...practice, value: 90 },
  'burden.measured-least': { ...practice, value: 5 }, // answers from which a median counts instead of the estimate
  'burden.seconds-per-field-most': { ...practice, value: 300 }, // a longer one says that somebody went away
  'burden.idle-seconds': { ...practice, value: 60 }, // without a touch, from which the time stands still
  'burden.cap-minutes': { ...practice, value: 240 }, // a month, for each community an office asks
  'burden.base-year': { ...practice, value: 2025, unit: 'year' },
})

export const valueTitles = {
  'burden.match-overlap': text('表格查重：名称重合度（%）', 'Forms: how alike two names must be (%)'),
  'burden.generated-share': text(
    '表格查重：达到即由系统生成（%）',
    'Forms: share held from which a form is generated (%)',
  ),
  'burden.seconds-per-field': text('减负计量：每个字段用时估算（秒）', 'Burden: seconds for a field, estimate'),
  'burden.seconds-per-photo': text('减负计量：每张照片用时估算（秒）', 'Burden: seconds for a photo, estimate'),
  'burden.measured-least': text(
    '减负计量：满多少份实测才替代估算',
    'Burden: answers from which the measured median replaces the estimate',
  ),
  'burden.seconds-per-field-most': text(
    '减负计量：每个字段实测的上限（秒），超过不采用',
    'Burden: seconds for a field above which a measurement is not used',
  ),
  'burden.idle-seconds': text(
    '减负计量：无操作多少秒后停止计时',
    'Burden: seconds without a touch after which time stands still',
  ),
  'burden.cap-minutes': text(
    '减负计量：每个部门每月对每个社区的上限（分钟）',
    'Burden: cap of an office for a community a month (minutes)',
  ),
  'burden.base-year': text('减负计量：会议和台账的基准年', 'Burden: base year of meetings and ledgers'),
}
