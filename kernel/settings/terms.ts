/** 参数值: a term in days, a number of days or months, as it is read. Pure. */
import { type Text, text } from '#kernel/text'

export function valueText(value: unknown): Text {
  if (Array.isArray(value)) return text(value.join('、'), value.join(', '))
  if (typeof value !== 'object' || value === null || !('days' in value)) return text(String(value), String(value))
  const { days, unit } = value as { days: number; unit?: string }
  if (days === 0) return text('当日办结', 'same day')
  return unit === 'working-days'
    ? text(`${days}个工作日`, days === 1 ? '1 working day' : `${days} working days`)
    : text(`${days}日`, days === 1 ? '1 day' : `${days} days`)
}
