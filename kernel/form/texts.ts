/** The sentence for every issue of a form (表单提示): which field, what is wrong, which limit. */
import { parsePlainDate, formatEn, formatZh } from '#kernel/calendar'
import type { FormIssue, FormIssueCode } from '#kernel/form/check.ts'
import type { Field } from '#kernel/form/field.ts'
import { identityNumberTexts } from '#kernel/identity-number'
import { formatYuan, isFen } from '#kernel/money'
import { fill } from '#kernel/outcome/texts.ts'
import { type Text, text } from '#kernel/text'

/** `{label}` the field’s name; the rest are facts of the issue. */
export const formTexts: Readonly<Record<FormIssueCode, Text>> = {
  'unknown-field': text('表单中没有“{label}”这一项。', 'The form has no field “{label}”.'),
  'hidden-field': text('按您的其他回答,“{label}”不需要填写。', 'With your other answers, “{label}” is not asked.'),
  missing: text('请填写“{label}”。', 'Please fill in “{label}”.'),
  'not-text': text('“{label}”应填写文字。', '“{label}” takes text.'),
  'not-yes-or-no': text('“{label}”请选择是或否。', 'Please choose yes or no for “{label}”.'),
  'not-a-number': text('“{label}”应填写整数。', '“{label}” takes a whole number.'),
  'too-small': text('“{label}”不能小于{min}。', '“{label}” must be {min} or more.'),
  'too-large': text('“{label}”不能大于{max}。', '“{label}” must be {max} or less.'),
  'too-short': text(
    '“{label}”至少填写{min}个字,现为{length}个。',
    '“{label}” needs at least {min} characters; it has {length}.',
  ),
  'too-long': text(
    '“{label}”最多填写{max}个字,现为{length}个。',
    '“{label}” takes at most {max} characters; it has {length}.',
  ),
  'not-a-date': text('“{label}”不是有效日期。', '“{label}” is not a day of the calendar.'),
  'before-limit': text('“{label}”不能早于{limit}。', '“{label}” must not be before {limit}.'),
  'after-limit': text('“{label}”不能晚于{limit}。', '“{label}” must not be after {limit}.'),
  'not-an-option': text('“{label}”请从给出的选项中选择。', 'Please choose “{label}” from the options given.'),
  'not-a-phone': text('“{label}”不是有效的电话号码。', '“{label}” is not a valid telephone number.'),
  'not-an-id-number': text('“{label}”不是有效的公民身份号码。', '“{label}” is not a valid resident identity number.'),
  'not-a-credit-code': text(
    '“{label}”不是有效的统一社会信用代码。',
    '“{label}” is not a valid unified social credit code.',
  ),
  'not-an-account': text('“{label}”应为12至19位数字的银行账号。', '“{label}” is a bank account of 12 to 19 digits.'),
  'not-a-place': text('“{label}”不是有效的12位区划代码。', '“{label}” is not a valid 12-digit division code.'),
}

/** The sentence shown at the field. Where the reason is known more closely, it follows. */
export function issueText(issue: FormIssue, field: Field | undefined): Text {
  const label = field?.label ?? text(issue.field, issue.field)
  const zh = fill(formTexts[issue.code], { ...factsFor(issue, field, 'zh'), label: label.zh }).zh
  const en = fill(formTexts[issue.code], { ...factsFor(issue, field, 'en'), label: label.en }).en
  const closer = identityNumberTexts[String(issue.facts.reason)]
  if (closer === undefined || issue.facts.reason === issue.code) return text(zh, en)
  const reason = fill(closer.text, issue.facts)
  return text(`${zh}${reason.zh}`, `${en} ${reason.en}`)
}

/** Days are written out, money in yuan. */
function factsFor(issue: FormIssue, field: Field | undefined, language: 'zh' | 'en'): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(issue.facts).map(([name, fact]) => {
      const day = name === 'limit' ? parsePlainDate(fact) : undefined
      if (day !== undefined) return [name, language === 'zh' ? formatZh(day) : formatEn(day)]
      if (field?.type !== 'money' || !isFen(fact)) return [name, fact]
      return [name, language === 'zh' ? `${formatYuan(fact)}元` : `${formatYuan(fact)} yuan`]
    }),
  )
}
