/** Dated values of charters and councils: filing, words that do not belong, which four councils. @law D2018-R; domain 5.3, 5.4 */
import { calendarDays } from '#kernel/calendar'
import { definePack } from '#kernel/pack'
import { text } from '#kernel/text'

const FROM = '2018-11-09'

export const chartersPack = definePack('cn-2018', {
  // Filed within ten days of the vote.
  'charters.filing': { value: calendarDays(10), basis: 'D2018-R', from: FROM, verified: false },
  // A text educates; it neither fines nor takes away what the law gives. … stands for anything between.
  'charters.flagged-words': {
    value: ['罚款', '取消…资格', '不予办理', '停发', '连坐'],
    basis: 'practice',
    from: FROM,
    verified: false,
  },
  // The plan names four councils without listing them; this is the usual list.
  'charters.council-kinds': {
    value: ['red_white', 'moral_review', 'deliberation', 'anti_drug_gambling'],
    basis: 'practice',
    from: FROM,
    verified: false,
  },
  'charters.council-members-least': { value: 3, basis: 'practice', from: FROM, verified: false },
  'charters.council-active-months': { value: 12, basis: 'practice', from: FROM, verified: false },
})

export const valueTitles = {
  'charters.filing': text('表决后备案的期限', 'Days to file after the vote'),
  'charters.flagged-words': text('公约中不应出现的处罚词', 'Words of punishment that do not belong'),
  'charters.council-kinds': text('四会包括哪四会', 'Which four councils'),
  'charters.council-members-least': text('四会每会最少人数', 'Fewest members of a council'),
  'charters.council-active-months': text('四会多少个月内须有活动', 'Months within which a council must have met'),
}
