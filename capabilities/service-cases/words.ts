/** Closed lists of service cases: special steps (特别程序), ways of delivery, the five levels of rating. @law ALL art 45; D2019-E */
import { text } from '#kernel/text'

export const SPECIAL = [
  { value: 'hearing', label: text('听证', 'Hearing') },
  { value: 'test', label: text('检验检测', 'Test') },
  { value: 'inspection', label: text('现场核查', 'Inspection') },
  { value: 'appraisal', label: text('鉴定评估', 'Appraisal') },
  { value: 'expert-review', label: text('专家评审', 'Expert review') },
  { value: 'publicity', label: text('公示', 'Public notice') },
  { value: 'applicant', label: text('等待申请人', 'Waiting for the applicant') },
] as const

export const WAYS = [
  { value: 'window', label: text('窗口领取', 'Collected at the window') },
  { value: 'post', label: text('邮寄', 'By post') },
  { value: 'online', label: text('网上送达', 'On line') },
  { value: 'home', label: text('上门送达', 'At home') },
] as const

export const SCORES = [
  { value: '5', label: text('非常满意', 'Very satisfied') },
  { value: '4', label: text('满意', 'Satisfied') },
  { value: '3', label: text('基本满意', 'Basically satisfied') },
  { value: '2', label: text('不满意', 'Dissatisfied') },
  { value: '1', label: text('非常不满意', 'Very dissatisfied') },
] as const

export function specialName(value: string): string {
  return SPECIAL.find((one) => one.value === value)?.label.zh ?? value
}
