import type { RefusalTexts } from '#kernel/outcome/texts.ts'
import { text } from '#kernel/text'

export const burdenTexts: RefusalTexts = {
  'form-is-generated': {
    text: text(
      '{fields}个字段中有{held}个登记册已有，这张表由系统生成，不再下发填报。',
      '{held} of {fields} fields are held: this form is generated, not sent.',
    ),
    next: text('请直接生成，按需要的范围查看。', 'Generate it, for the communities you may see.'),
  },
  'form-asks-what-is-held': {
    text: text(
      '{fields}个字段中有{held}个登记册已有，不得再向社区索要。',
      '{held} of {fields} fields are held and are not asked again.',
    ),
    next: text('请删去这些字段，改为查看登记册。', 'Take them out, and look in the registers instead.'),
  },
  'form-without-fields': { text: text('没有找到字段。', 'No fields were found.') },
  'form-without-item': {
    text: text('没有写明依据哪一项准入事项。', 'It cites no admitted work item.'),
    next: text('向社区下发表格，须先经准入。', 'What is asked of communities has to be admitted first.'),
  },
  'form-words-flagged': {
    text: text(
      '表格里的“{words}”像是不得转嫁给社区的职责。',
      'The form’s words “{words}” look like duties that may not be put on a community.',
    ),
    next: text(
      '请改为工作任务下达，由县（区）办公室先看。',
      'Send it as a task: the county’s office looks at it first.',
    ),
  },
  'form-is-not-held': {
    text: text('登记册已有的字段不够，不能生成这张表。', 'Too few of its fields are held to generate it.'),
  },
  'supplied-not-held': {
    text: text('登记册里没有“{field}”，不能由登记册提供。', 'No register holds “{field}”: it cannot be supplied.'),
  },
  'form-not-found': { text: text('没有找到这张表。', 'There is no such form.') },
  'form-not-open': {
    text: text('这张表现在不需要填报。', 'This form is not waiting for an answer.'),
    next: text(
      '任务已撤回、已办结或还在核对用词。',
      'Its task was withdrawn, is done, or its wording is being looked at.',
    ),
  },
  'form-not-opened': {
    text: text('请先打开这张表，再提交。', 'Open the form before you answer it.'),
  },
  'form-answered-already': {
    text: text('这张表已于{day}填报，只填一次。', 'It was answered on {day}, and is answered once.'),
  },
  'answer-without-rows': { text: text('没有填写内容。', 'Nothing was filled in.') },
  'answer-not-of-this-form': {
    text: text('第{row}行不是{fields}个字段。', 'Row {row} has not {fields} fields.'),
  },
  'answer-row-empty': { text: text('第{row}行是空的。', 'Row {row} is empty.') },
}
