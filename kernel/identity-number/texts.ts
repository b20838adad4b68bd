/** The sentence for every refusal of this folder (不予理由): what is wrong, what to do next. */
import type { RefusalTexts } from '#kernel/outcome/texts.ts'
import { text } from '#kernel/text'

export const identityNumberTexts: RefusalTexts = {
  'id-number-15-digits': {
    text: text(
      '15位的旧身份证号码自2013年1月1日起已停止使用。',
      'Old 15-digit identity numbers ceased to be valid on 1 January 2013.',
    ),
    next: text('请填写现有身份证上的18位号码。', 'Please enter the 18-character number on your present identity card.'),
  },
  'id-number-length': {
    text: text('身份证号码应为18位,现为{length}位。', 'An identity number has 18 characters; this one has {length}.'),
    next: text('请对照身份证核对。', 'Please compare it with the card.'),
  },
  'id-number-characters': {
    text: text(
      '身份证号码前17位应为数字,最后一位为数字或X。',
      'The first 17 characters of an identity number are digits, the last is a digit or X.',
    ),
    next: text('请对照身份证核对。', 'Please compare it with the card.'),
  },
  'id-number-no-such-province': {
    text: text(
      '身份证号码开头两位不是任何省份的代码。',
      'No province has the code with which this identity number begins.',
    ),
    next: text('请对照身份证核对。', 'Please compare it with the card.'),
  },
  'id-number-no-such-day': {
    text: text('身份证号码中的出生日期不存在。', 'The birth date in this identity number does not exist.'),
    next: text('请核对第7至14位。', 'Please check characters 7 to 14.'),
  },
  'id-number-check': {
    text: text(
      '身份证号码的校验码不对,可能有一位输错。',
      'The check character does not fit: one character may be mistyped.',
    ),
    next: text('请逐位核对。', 'Please compare it with the card, character by character.'),
  },
  'id-number-future': {
    text: text('身份证号码中的出生日期晚于今天。', 'The birth date in this identity number lies in the future.'),
    next: text('请核对第7至14位。', 'Please check characters 7 to 14.'),
  },
  'id-number-too-old': {
    text: text(
      '按身份证号码计算,年龄超过{most}岁。',
      'By this identity number the person would be over {most} years old.',
    ),
    next: text('请核对第7至14位。', 'Please check characters 7 to 14.'),
  },
  'id-number-test': {
    text: text('这是测试用号码,不属于任何人。', 'This is a trial number that belongs to nobody.'),
    next: text('请填写真实的身份证号码。', 'Please enter a real identity number.'),
  },
  'credit-code-length': {
    text: text(
      '统一社会信用代码应为18位,现为{length}位。',
      'A unified social credit code has 18 characters; this one has {length}.',
    ),
    next: text('请对照登记证书核对。', 'Please compare it with the certificate.'),
  },
  'credit-code-characters': {
    text: text(
      '统一社会信用代码只用数字和大写字母,且不用I、O、S、V、Z。',
      'A unified social credit code has only digits and capital letters, and never I, O, S, V or Z.',
    ),
    next: text(
      '请留意数字0与字母O、数字1与字母I。',
      'Mind the digit 0 and the letter O, the digit 1 and the letter I.',
    ),
  },
  'credit-code-region': {
    text: text('统一社会信用代码第3至8位应为数字。', 'Characters 3 to 8 of a unified social credit code are digits.'),
    next: text('请对照登记证书核对。', 'Please compare it with the certificate.'),
  },
  'credit-code-check': {
    text: text(
      '统一社会信用代码的校验码不对,可能有一位输错。',
      'The check character of the unified social credit code does not fit: one character may be mistyped.',
    ),
    next: text('请逐位核对。', 'Please compare it with the certificate, character by character.'),
  },
  'phone-without-area-code': {
    text: text('固定电话缺少区号。', 'The area code of the landline is missing.'),
    next: text('请加上区号,例如0353-2023456。', 'Please add it, for instance 0353-2023456.'),
  },
  'not-a-phone': {
    text: text('这不是有效的电话号码。', 'This is not a telephone number we know.'),
    next: text(
      '请填写11位手机号码,或带区号的固定电话。',
      'Please enter an 11-digit mobile number, or a landline with its area code.',
    ),
  },
}
