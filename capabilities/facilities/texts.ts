import type { RefusalTexts } from '#kernel/outcome/texts.ts'
import { text } from '#kernel/text'

/** Sentences for the refusals of premises and of tariffs. */
export const facilityTexts: RefusalTexts = {
  'area-still-short': {
    text: text(
      '登记册计入{area}平方米,应有{required}平方米,还差{gap}平方米,不能办结。',
      'The register counts {area} m² of the {required} m² required: {gap} m² are missing, so this cannot be closed.',
    ),
    next: text('请在服务用房与设施登记册登记补足的用房。', 'Enter what was added in the register of premises.'),
  },
  'later-than-allowed': {
    text: text('补足的日期不得晚于{last}。', 'It has to be made good by {last} at the latest.'),
  },
  'tariff-still-commercial': {
    text: text(
      '登记册仍是非居民价格,不能办结。',
      'The register still shows the commercial price, so this cannot be closed.',
    ),
    next: text('改按居民价格收取后,请更正能源计量表。', 'When the residents’ price is charged, put the meter right.'),
  },
}
