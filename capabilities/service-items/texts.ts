import type { RefusalTexts } from '#kernel/outcome/texts.ts'
import { text } from '#kernel/text'

/** Sentences for the refusals of the catalogue. */
export const catalogueTexts: RefusalTexts = {
  'too-young': {
    text: text(
      '申请人{age}周岁,本事项须年满{least}周岁。',
      'The applicant is {age}; this service is for those aged {least} or over.',
    ),
  },
  'too-old': {
    text: text(
      '申请人{age}周岁,本事项不超过{most}周岁。',
      'The applicant is {age}; this service is for those aged {most} or under.',
    ),
  },
  'tolerance-lost': {
    text: text('因此前容缺逾期,{until}前不适用容缺受理。', 'A promise lapsed before: no tolerance until {until}.'),
  },
  'identity-not-tolerated': { text: text('身份证明不得容缺。', 'An identity document is never tolerated.') },
  'material-not-tolerable': {
    text: text('{materials}不属于可容缺材料。', 'These may not be missing: {materials}.'),
    next: text('请一次性告知申请人补正。', 'Ask for corrections, once.'),
  },
  'all-missing': { text: text('不得对全部材料容缺。', 'Not all materials may be missing.') },
  'money-before-eligibility': { text: text('资格未确认前不得发放资金。', 'No money before eligibility is shown.') },
  'material-vague': {
    text: text('材料“{material}”表述含糊,不得作为申请材料。', 'The material “{material}” is vague.'),
  },
  'certificate-forbidden': {
    text: text(
      '“{material}”属于不应由基层出具的证明,不得要求。',
      '“{material}” is a certificate that may not be asked for.',
    ),
  },
  'photo-without-basis': { text: text('要求照片“{material}”没有依据。', 'Nothing requires the photo “{material}”.') },
  'asks-what-is-held': {
    text: text(
      '“{material}”可以共享获取,不得要求申请人提交。',
      '“{material}” is held by an office and may not be demanded.',
    ),
  },
}
