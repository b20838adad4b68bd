/** The decision tables of size and of new estates in words: each row with its reason and its basis (规则说明). @plan P3.1.3 */
import type { Basis } from '#kernel/law'
import { type Text, text } from '#kernel/text'
import type { Coverage, Duty, SizeGrade } from './terms.ts'

export type RuleRow = {
  /** Its number in the table. */
  readonly rule: string
  readonly name: Text
  /** Why, with the numbers that decided. */
  readonly reason: Text
  readonly basis: Basis
}

/** Facts: households, floor, advisableFrom, advisableTo. */
export const SIZE_ROWS: Readonly<Record<SizeGrade, RuleRow>> = {
  'below-floor': {
    rule: 'S1',
    name: text('低于下限', 'Below the floor'),
    reason: text(
      '居住{households}户,不足方案规定的下限{floor}户:建议合并;偏远、孤立确需保留的,书面说明理由。',
      '{households} households live here, fewer than the plan’s floor of {floor}: merge, or keep it with a written reason (remote, isolated).',
    ),
    basis: 'plan P3.1.3',
  },
  'below-advisable': {
    rule: 'S2',
    name: text('达到下限,低于适宜规模', 'Allowed, below advisable'),
    reason: text(
      '居住{households}户,达到下限{floor}户,低于适宜规模{advisableFrom}户。',
      '{households} households live here: at least the floor of {floor}, fewer than the advisable {advisableFrom}.',
    ),
    basis: 'plan P3.1.3',
  },
  advisable: {
    rule: 'S3',
    name: text('规模适宜', 'Advisable'),
    reason: text(
      '居住{households}户,在适宜规模{advisableFrom}至{advisableTo}户之内。',
      '{households} households live here, within the advisable {advisableFrom} to {advisableTo}.',
    ),
    basis: 'plan P3.1.3',
  },
  'above-advisable': {
    rule: 'S4',
    name: text('超过适宜规模', 'Above advisable'),
    reason: text(
      '居住{households}户,超过适宜规模上限{advisableTo}户:建议拆分。',
      '{households} households live here, more than the advisable {advisableTo}: split.',
    ),
    basis: 'plan P3.1.3',
  },
}

/** Facts: dwellings, movedIn, scale, days. */
export const DUTY_ROWS: Readonly<Record<Duty, RuleRow>> = {
  E1: {
    rule: 'E1',
    name: text('应及时成立居委会', 'Establish a committee promptly'),
    reason: text(
      '{dwellings}户,达到管辖规模{scale}户,已入住{movedIn}户,达到一半:应及时成立社区居民委员会,街道{days}日内提出方案。',
      '{dwellings} dwellings reach the scale of {scale}, and {movedIn} households, at least half, have moved in: a committee is due; the street proposes it within {days} days.',
    ),
    basis: 'plan P3.1.3',
  },
  E2: {
    rule: 'E2',
    name: text('筹备居委会', 'Prepare a committee'),
    reason: text(
      '{dwellings}户,达到管辖规模{scale}户,已入住{movedIn}户,不到一半:成立筹备组,其间由居民小组或相邻居委会代管,每{days}日复核。',
      '{dwellings} dwellings reach the scale of {scale}, but only {movedIn} households, fewer than half, have moved in: a preparatory group, and a residents’ group or an entrusted neighbour meanwhile; checked again every {days} days.',
    ),
    basis: 'plan P3.1.3',
  },
  E3: {
    rule: 'E3',
    name: text('成立居民小组或由相邻居委会代管', 'Residents’ group or entrusted neighbour'),
    reason: text(
      '{dwellings}户,未达到管辖规模{scale}户:成立居民小组,或由相邻的社区居民委员会代管,街道{days}个工作日内登记。',
      '{dwellings} dwellings are below the scale of {scale}: a residents’ group, or the adjacent committee is entrusted; the street records it within {days} working days.',
    ),
    basis: 'plan P3.1.3',
  },
  E4: {
    rule: 'E4',
    name: text('提请街道和县(区)决定', 'Street and county decide'),
    reason: text(
      '{dwellings}户,已入住{movedIn}户,没有相邻的居委会可以代管:由街道和县(区)在{days}个工作日内决定。',
      '{dwellings} dwellings, {movedIn} moved in, and no adjacent committee to entrust: street and county decide within {days} working days.',
    ),
    basis: 'practice',
  },
}

export const COVERAGES: readonly {
  readonly value: Coverage
  readonly label: Text
  readonly also?: readonly string[]
}[] = [
  { value: 'committee', label: text('已设居委会', 'Own committee'), also: ['居委会', '已成立居委会'] },
  { value: 'group', label: text('居民小组', 'Residents’ group') },
  { value: 'entrusted', label: text('相邻居委会代管', 'Entrusted to a neighbour'), also: ['代管'] },
  { value: 'none', label: text('无', 'None'), also: ['未覆盖'] },
]
