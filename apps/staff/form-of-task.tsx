/** 任务所附表格: the way from a task to the form that came with it. */
import { Link } from 'wouter-preact'
import { findFormOfTask } from '#capabilities/burden/contract.ts'
import { burdenWords as relief } from '../../pages/burden-words.ts'
import { useSay } from '../../pages/language.tsx'
import { useAnswer } from '../../pages/server.ts'

/** Beside a task that brought a form: where it is answered, or read. */
export function FormOfTask({ county, id, answers }: { county: string; id: string; answers: boolean }) {
  const say = useSay()
  const { answer } = useAnswer(findFormOfTask, { params: { county, id } })
  const form = answer?.form
  if (!form) return null
  return (
    <div class="row" data-form-of-task>
      {answers ? (
        <Link class={`button ${form.answeredOn === null ? 'primary' : ''}`} href={`/sheet/${county}/${id}`}>
          {say(form.answeredOn === null ? relief.answerIt : relief.readIt)}
        </Link>
      ) : (
        <Link class="button" href={`/forms/${form.id}`}>
          {say(relief.readAnswers)}
        </Link>
      )}
    </div>
  )
}
