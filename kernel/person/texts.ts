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
  'second-factor-needed': {
    text: text('这个账号还没有设置动态口令。', 'This account has no one-time codes yet.'),
    next: text('请先设置动态口令,再登录。', 'Please set them up first, then sign in.'),
  },
  'second-factor-begun-too-long-ago': {
    text: text('这次设置已失效。', 'This set-up no longer holds.'),
    next: text('请重新开始。', 'Please begin again.'),
  },
  'second-factor-code-wrong': {
    text: text('动态口令不对。', 'The code is not the right one.'),
    next: text(
      '请核对手机时间,等下一个口令出现后再填。',
      'Check the clock of your phone, and enter the next code it shows.',
    ),
  },
  'password-too-simple': {
    text: text('新密码至少{least}位,且不得含账号。', 'At least {least} characters, and not the account’s name.'),
  },
  'no-codes-by-phone': {
    text: text('本平台尚未接通短信,不能发送验证码。', 'Codes cannot be sent: no message gateway is connected.'),
    next: text('请带身份证到社区窗口办理。', 'Please bring your card to a community window.'),
  },
  'code-not-sent': {
    text: text('验证码没有发出。', 'The code could not be sent.'),
    next: text('请稍后再试,或到社区窗口办理。', 'Please try again later, or come to a community window.'),
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
