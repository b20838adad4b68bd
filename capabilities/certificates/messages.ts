import type { MessageTexts } from '#kernel/notice'
import { text } from '#kernel/text'

export const certificateMessages: MessageTexts = {
  'certificate-asked': text('您的证明申请{number}已收到,由社区核实。', 'Your request {number} was received.'),
  'certificate-referred': text(
    '“{name}”不由社区出具,告知书{number}已出具,请到{goTo}。',
    '“{name}” is not issued by the committee; the referral {number} says where to go.',
  ),
  'certificate-issued': text('“{name}”已出具({number})。', '“{name}” was issued ({number}).'),
  'certificate-declined': text(
    '“{name}”所涉事实无法核实,不予出具({number}),告知书见办件。',
    '“{name}” is not issued: it cannot be verified ({number}).',
  ),
  'certificate-revoked': text('“{name}”已撤销({number})。', '“{name}” was revoked ({number}).'),
  'absurd-demand-verified': text(
    '您反映的证明要求已查实({number})。',
    'The demand you reported was verified ({number}).',
  ),
  'absurd-demand-unfounded': text(
    '您反映的证明要求未能查实({number})。',
    'The demand you reported was not confirmed ({number}).',
  ),
  'absurd-demand-rectified': text(
    '您反映的证明要求已整改({number})。',
    'The demand you reported was put right ({number}).',
  ),
}
