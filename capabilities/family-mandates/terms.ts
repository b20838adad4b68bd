/** The people who help (家人代办): relations as they are called. */
import { text, type Text } from '#kernel/text'

export const RELATIONS: readonly { readonly value: string; readonly label: Text }[] = [
  { value: 'spouse', label: text('配偶', 'Husband or wife') },
  { value: 'child', label: text('子女', 'Son or daughter') },
  { value: 'parent', label: text('父母', 'Mother or father') },
  { value: 'sibling', label: text('兄弟姐妹', 'Brother or sister') },
  { value: 'grandchild', label: text('孙辈', 'Grandchild') },
  { value: 'neighbour', label: text('邻居、朋友', 'Neighbour or friend') },
]

/** The code works once, for so long. */
export const CODE_MINUTES = 30
