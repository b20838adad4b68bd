/** 拼音首字母: the first letter of each Chinese character, by the collation that the runtime carries. Letters and digits stay. Pure. */
const FIRST = '阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥扨它穵夕丫帀'
const LETTERS = 'abcdefghjklmnopqrstwxyz'
const order = new Intl.Collator('zh-Hans-CN-u-co-pinyin')

/** 'lnz' for 老年证. Characters with several readings take the commonest of the collation. */
export function initialsOf(text: string): string {
  let initials = ''
  for (const sign of text.normalize('NFKC').toLowerCase()) {
    if (/[a-z0-9]/.test(sign)) initials += sign
    else if (/\p{Script=Han}/u.test(sign)) initials += letterOf(sign)
  }
  return initials
}

function letterOf(sign: string): string {
  let at = LETTERS.length - 1
  while (at > 0 && order.compare(sign, FIRST[at] ?? '') < 0) at--
  return LETTERS[at] ?? ''
}
