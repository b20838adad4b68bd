import type { RefusalTexts } from '#kernel/outcome/texts.ts'
import { text } from '#kernel/text'

/** Sentences for the refusals of imports. */
export const registerTexts: RefusalTexts = {
  'register-not-found': { text: text('没有这个登记册。', 'There is no such register.') },
  'not-searchable': { text: text('这个登记册不公开按名称查找。', 'This register is not open to search by name.') },
  'row-not-found': { text: text('没有查到这条记录。', 'No such record was found.') },
  'not-a-spreadsheet': {
    text: text('不是可以读取的表格文件。', 'This is not a spreadsheet that can be read.'),
    next: text('请用 .xlsx 或 .csv 文件。', 'Please use an .xlsx or .csv file.'),
  },
  'too-many-rows': { text: text('一次最多{most}行。', 'At most {most} rows at once.') },
  'header-missing': {
    text: text('表头缺少:{columns}。', 'The header lacks: {columns}.'),
    next: text('请下载模板,按模板的表头填写。', 'Please use the header of the template.'),
  },
  'no-rows': { text: text('没有可以导入的行。', 'There are no rows to import.') },
  'imported-already': { text: text('这个文件已经导入过。', 'This file was imported already.') },
  'import-not-ready': {
    text: text('导入正处于“{state}”状态,现在不能确认。', 'The import is “{state}” and cannot be confirmed now.'),
  },
  'rows-have-errors': {
    text: text('有{bad}行不符合要求,未写入任何内容。', '{bad} rows have errors; nothing was written.'),
    next: text(
      '请改正后重新上传,或选择只导入合格的行。',
      'Correct them and upload again, or choose to import only the good rows.',
    ),
  },
  'held-already': { text: text('{column}已在登记册中。', '{column}: in the register already.') },
  'cell-not-good': { text: text('{column}:{reason}。', '{column}: {reason}.') },
  'row-has-ended': { text: text('这条记录已于{day}终止。', 'This record ended on {day}.') },
  'row-changed-meanwhile': {
    text: text('这条记录刚刚被别人改过。', 'Somebody else has just changed this record.'),
    next: text('请刷新后再改。', 'Please reload and try again.'),
  },
  'place-or-number': {
    text: text(
      '请先选社区,或输入名称、完整号码查找。',
      'Please choose a community first, or enter a name, or a number in full.',
    ),
  },
}
