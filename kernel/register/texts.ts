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
  'too-many-rows': {
    text: text(
      '一次最多{most}行,这个文件超过了第{row}行。',
      'At most {most} rows at once; this file goes past row {row}.',
    ),
    next: text('请分成几个文件上传。', 'Please upload it in several files.'),
  },
  'not-utf-8': {
    text: text(
      '第{row}行起不是 UTF-8 编码(多半是 GBK),汉字无法可靠识别,未写入任何内容。',
      'From row {row} on this is not UTF-8 (most likely GBK), so its characters cannot be trusted; nothing was written.',
    ),
    next: text(
      '请在表格软件中另存为 .xlsx,或另存为“CSV UTF-8(逗号分隔)”,再上传。',
      'Save it as .xlsx, or as “CSV UTF-8 (comma delimited)”, and upload again.',
    ),
  },
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
