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
  'committee-is-due': {
    text: text(
      '{dwellings}户、已入住{movedIn}户,应当成立社区居民委员会,居民小组或代管不能代替。',
      '{dwellings} dwellings, {movedIn} households moved in: a committee is due, and neither a group nor an entrustment stands in for it.',
    ),
    next: text('请提出设立居委会的方案。', 'Please propose a committee.'),
  },
  'entrusted-to-nobody': {
    text: text('本县(区)没有这个居委会,不能代管。', 'There is no such committee in this county to entrust.'),
    next: text('请选择相邻的居委会。', 'Choose an adjacent one.'),
  },
  'document-number-not-good': {
    text: text('文号写法不对。', 'The number of the document is not well written.'),
    next: text(
      '如 阳民字〔2026〕8号,用六角括号,序号不编虚位。',
      'Like 阳民字〔2026〕8号: hexagonal brackets, no leading zero.',
    ),
  },
  'assembly-decision-missing': {
    text: text(
      '村民委员会的设立、撤销、范围调整,须先经村民会议讨论同意。',
      'A villagers’ committee is set up, abolished or changed only with the consent of the villagers’ assembly.',
    ),
    next: text('请先记录村民会议的决定。', 'Record what the assembly decided first.'),
  },
  'assembly-numbers-not-good': {
    text: text(
      '人数不合:应到{eligible}人,到场{present}人,同意{inFavour}人。',
      'These numbers cannot be: {eligible} entitled, {present} present, {inFavour} in favour.',
    ),
  },
  'assembly-without-quorum': {
    text: text(
      '到场{present}人,应到{eligible}人,未过半数。',
      '{present} of {eligible} were present: not more than half.',
    ),
    next: text('请另行召开村民会议。', 'The assembly has to be called again.'),
  },
  'assembly-did-not-agree': {
    text: text(
      '到场{present}人,同意{inFavour}人,未过半数。',
      '{inFavour} of {present} present agreed: not more than half.',
    ),
  },
  'no-assembly-needed': {
    text: text('居民委员会的设立不经村民会议。', 'A residents’ committee needs no villagers’ assembly.'),
  },
  'public-already': { text: text('方案已经公示。', 'The plan is public already.') },
  'not-public-yet': {
    text: text('方案还没有公示。', 'The plan is not public yet.'),
    next: text('请先公示。', 'Make it public first.'),
  },
  'publicity-running': {
    text: text(
      '公示到{lastDay}为止,期满后才能办理下一步。',
      'It is public until {lastDay}; what is next comes after that day.',
    ),
  },
  'division-code-not-good': {
    text: text(
      '区划代码须为12位,以{street}开头,末三位在{from}至{to}之间。',
      'A division code has 12 digits, begins with {street}, and ends between {from} and {to}.',
    ),
  },
  'nobody-elected': {
    text: text(
      '没有选举产生的居(村)委会,也没有任命筹备组,不能开始运行。',
      'Nobody was elected and no preparatory group was appointed: it cannot be set to work.',
    ),
    next: text('请先记录首次选举,或任命筹备组。', 'Record the first election, or appoint a preparatory group.'),
  },
}
