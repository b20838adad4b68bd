import type { RefusalTexts } from '#kernel/outcome/texts.ts'
import { text } from '#kernel/text'

/** Sentences for the refusals of estates and of the establishment of committees. */
export const estateTexts: RefusalTexts = {
  'estate-without-dwellings': {
    text: text('小区没有规划户数,无法判断应设什么。', 'An estate of no dwellings calls for nothing.'),
    next: text('请先在小区登记册填写规划户数。', 'Enter its planned dwellings first.'),
  },
  'more-moved-in-than-dwellings': {
    text: text(
      '入住{movedIn}户,多于规划的{dwellings}户。',
      '{movedIn} households moved in, but there are {dwellings} dwellings.',
    ),
    next: text('请先更正小区登记册。', 'Put the register right first.'),
  },
}
