/** The nouns of charters and councils (一约四会). @plan P3.2.3; @law domain 5.3, 5.4 */
import { text } from '#kernel/text'

/** 自治章程、村规民约、居民公约 */
export const TEXTS = [
  {
    value: 'charter',
    label: text('村民自治章程', 'Charter of self-government'),
    also: ['自治章程', '居民自治章程'],
  },
  { value: 'village_rules', label: text('村规民约', 'Village rules') },
  { value: 'residents_convention', label: text('居民公约', 'Residents’ convention') },
] as const

/** Who adopted it. */
export const MEETINGS = [
  { value: 'assembly', label: text('村(居)民会议', 'Assembly'), also: ['村民会议', '居民会议'] },
  {
    value: 'representatives',
    label: text('村(居)民代表会议', 'Assembly of representatives'),
    also: ['村民代表会议', '居民代表会议'],
  },
  { value: 'households', label: text('户代表会议', 'Meeting of households') },
] as const

/** Kinds of councils; which four a city wants is the pack's. */
export const COUNCILS = [
  { value: 'red_white', label: text('红白理事会', 'Weddings and funerals council') },
  { value: 'moral_review', label: text('道德评议会', 'Moral review council') },
  {
    value: 'deliberation',
    label: text('村(居)民议事会', 'Residents’ council'),
    also: ['村民议事会', '居民议事会', '议事会'],
  },
  {
    value: 'anti_drug_gambling',
    label: text('禁毒禁赌会', 'Anti-drug and anti-gambling council'),
    also: ['禁毒禁赌协会'],
  },
  { value: 'filial_piety', label: text('孝善理事会', 'Council for the care of parents') },
  { value: 'other', label: text('其他', 'Other') },
] as const
