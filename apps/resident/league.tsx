/** 部门减负账 for everybody: which offices took how much of the communities' time; never which community. */
import { useState } from 'preact/hooks'
import { listOfficeBurden } from '#capabilities/burden/contract.ts'
import { burdenWords as relief } from '../../pages/burden-words.ts'
import { useSay } from '../../pages/language.tsx'
import { OfficeLeague } from '../../pages/office-league.tsx'
import { reliefWords } from '../../pages/relief-words.ts'
import { Refused } from '../../pages/refused.tsx'
import { useAnswer } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'
import { Skeleton, TextInput } from '#ui/kit.tsx'

export function LeaguePage() {
  const say = useSay()
  const [month, setMonth] = useState('')
  const asked = /^\d{4}-\d\d$/.test(month) ? { month } : {}
  const { answer, problem } = useAnswer(listOfficeBurden, { query: asked })
  return (
    <>
      <h1>{say(reliefWords.officeLeague)}</h1>
      <p>{say(relief.burdenLead)}</p>
      <TextInput
        id="league-month"
        label={say(relief.month)}
        hint={answer?.month}
        value={month}
        onChange={setMonth}
        max={7}
      />
      {answer ? (
        <>
          <OfficeLeague rows={answer.rows} capMinutes={answer.capMinutes} />
          <a class="button" href={`/api/burden/offices.csv?month=${answer.month}`}>
            {say(relief.csv)}
          </a>
        </>
      ) : problem ? (
        <Refused problem={problem} />
      ) : (
        <Skeleton label={say(words.loading)} />
      )}
    </>
  )
}
