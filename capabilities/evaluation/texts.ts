import type { RefusalTexts } from '#kernel/outcome/texts.ts'
import { text } from '#kernel/text'

export const evaluationTexts: RefusalTexts = {
  'evaluation-not-yours-to-open': {
    text: text(
      '各职能部门不再单独组织考核评比（负面清单{clause}）。对社区的考核由县（区）、街道（乡镇）统一组织。',
      'Departments hold no evaluation of their own ({clause}). County and street hold the one there is.',
    ),
    next: text('可以向统一考核方案提出指标。', 'Propose an indicator for the unified plan.'),
  },
  'one-evaluation-a-year': {
    text: text(
      '{year}年已有统一考核方案，一年只考核一次。',
      'There is a plan for {year} already: one evaluation a year.',
    ),
  },
  'weights-are-not-100': {
    text: text(
      '权重合计为{sum}，应当为100，每项为不小于1的整数。',
      'The weights make {sum}; they have to make 100, in whole points.',
    ),
  },
  'evidence-not-in-system': {
    text: text(
      '“{name}”没有系统里的依据，不得要求社区另交材料。',
      '“{name}” has no evidence in the system; communities hand in no papers.',
    ),
    next: text('请选择一项指标或一类办件作为依据。', 'Choose an indicator or a kind of case.'),
  },
  'no-all-or-nothing': {
    text: text(
      '“{name}”：取消对社区工作的“一票否决”（负面清单{clause}）。',
      '“{name}”: no point outweighs all the others ({clause}).',
    ),
    next: text('请改为有权重的指标。', 'Give it a weight.'),
  },
  'indicator-twice': { text: text('同一项指标写了两次。', 'An indicator stands twice.') },
  'plan-without-indicators': { text: text('方案里没有指标。', 'The plan has no indicators.') },
  'proposal-not-open': {
    text: text('这条建议已经处理过，或不属于本地。', 'The proposal was answered already, or is not for this place.'),
  },
  'plan-not-found': { text: text('没有这个方案，或不归您管。', 'There is no such plan, or it is not yours.') },
}
