import { identityNumberTexts } from '#kernel/identity-number/texts.ts'
import type { RefusalTexts } from '#kernel/outcome/texts.ts'
import { text } from '#kernel/text'

/** Sentences for the refusals of signing in and proving who one is. */
export const personTexts: RefusalTexts = {
  ...identityNumberTexts,
  'sign-in-first': { text: text('请先验证身份。', 'Please prove who you are first.') },
  'sign-in-failed': { text: text('账号、密码或动态口令不正确。', 'Account, password or one-time code is wrong.') },
  'account-locked': {
    text: text('连续输错,账号已锁定,请{minutes}分钟后再试。', 'Too many failures: locked for {minutes} minutes.'),
  },
  'code-sent-just-now': {
    text: text('验证码刚刚发出,请{seconds}秒后再取。', 'A code was sent just now; please wait {seconds} seconds.'),
  },
  'code-expired': { text: text('验证码已失效,请重新获取。', 'The code has expired; please ask for a new one.') },
  'code-wrong': { text: text('验证码不正确,还可再试{left}次。', 'The code is wrong; {left} tries left.') },
  'code-tried-too-often': {
    text: text('验证码输错次数过多,请重新获取。', 'The code was tried too often; please ask for a new one.'),
  },
  'name-does-not-match': {
    text: text('姓名与公民身份号码不一致。', 'The name does not match the identity number.'),
    next: text(
      '请核对后再填;如登记有误,请到窗口更正。',
      'Please check; if the register is wrong, have it corrected at the window.',
    ),
  },
  'identity-held-by-other-phone': {
    text: text('该公民身份号码登记的是另一手机号。', 'This identity number is held with another phone.'),
    next: text(
      '请用登记的手机号,或带身份证到窗口更改。',
      'Use the phone on file, or bring your card to the window to change it.',
    ),
  },
  'not-a-mobile-phone': {
    text: text('请填写手机号,验证码发到手机上。', 'Please give a mobile number: the code is sent to it.'),
  },
  'not-your-hat': { text: text('您没有这个岗位。', 'That is not one of your posts.') },
  'demo-only': { text: text('此功能只在演示模式中提供。', 'This exists in demo mode only.') },
}
