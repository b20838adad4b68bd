/** 演示导览: who you can be, what to try, in what order. Demo mode only. */
import { useState } from 'preact/hooks'
import { useLocation } from 'wouter-preact'
import { demoSignIn, signOut } from '#kernel/person/contract.ts'
import { text, type Text } from '#kernel/text'
import type { Problem } from '#platform/http/client.ts'
import { useSay } from '../../pages/language.tsx'
import { Refused } from '../../pages/refused.tsx'
import { call, problemOf } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'
import { Button } from '#ui/kit.tsx'
import { useSession } from './session.ts'
import { visitedStops, visitStop } from './tour-visits.ts'

type Stop = { readonly who: Text; readonly login: string | null; readonly path: string; readonly what: Text }

const STOPS: readonly Stop[] = [
  {
    who: text('王秀兰,九十岁', 'Wang Xiulan, aged 90'),
    login: 'wangxiulan',
    path: '/services/YQ-05-001',
    what: text(
      '先看高龄津贴的办事指南,再申请:登记过的不用再填。记下编号。',
      'Read the guide of the allowance for the very old, then apply: what is on file is filled in. Keep the number.',
    ),
  },
  {
    who: text('谁都可以', 'Anybody'),
    login: null,
    path: '/t',
    what: text(
      '不登录,凭编号查进度:看得到在哪个单位、还有几天,看不到姓名。',
      'Follow the number without signing in: where it is and until when, no names.',
    ),
  },
  {
    who: text('陈静,油娄沟社区窗口', 'Chen Jing, window of Youlougou'),
    login: 'chenjing',
    path: '/staff',
    what: text(
      '待办里就有刚才的申请。缺材料时一次性告知补正,或者受理,转街道初审。',
      'The application is in the inbox. Ask once for what is missing, or accept it; it goes to the street.',
    ),
  },
  {
    who: text('陈静,同一处', 'Chen Jing again'),
    login: 'chenjing',
    path: '/staff',
    what: text(
      '用右上角的演练时钟往前走一周:看时限变色、提醒发出、无人答复的视为受理。',
      'Move the rehearsal clock a week ahead: limits change colour, reminders go out, silence counts as accepted.',
    ),
  },
  {
    who: text('吴军,街道经办', 'Wu Jun, officer of the street'),
    login: 'wujun',
    path: '/staff',
    what: text('初审自己的一环;不归自己管的,提出权属异议。', 'Check the street’s part, or dispute that it is yours.'),
  },
  {
    who: text('刘洋,社区工作者', 'Liu Yang, community worker'),
    login: 'liuyang',
    path: '/staff/registers/residents',
    what: text(
      '查人口与住户:号码遮着,要看全需写明目的,本人会看到谁看过。',
      'Look at the register: numbers are masked; to see one, say why, and the person will know.',
    ),
  },
  {
    who: text('李建国', 'Li Jianguo'),
    login: 'lijianguo',
    path: '/mine',
    what: text(
      '看消息、看谁看过我的信息,有错就申请更正。',
      'Read what he was told and who looked at his data; ask for a correction.',
    ),
  },
  {
    who: text('审计员', 'The auditor'),
    login: 'auditor',
    path: '/staff/audit',
    what: text('谁查得太多,一眼看出;看不到办件内容。', 'Sees at once who looks too often, and no case.'),
  },
]

export function TourPage() {
  const say = useSay()
  const { again } = useSession()
  const [, go] = useLocation()
  const [problem, setProblem] = useState<Problem>()
  const visited = visitedStops() ?? []
  const next = STOPS.findIndex((_, i) => !visited.includes(i))
  const start = async ({ login, path }: Stop, at: number): Promise<void> => {
    try {
      if (login) await call(demoSignIn, { body: { login } })
      else await call(signOut, {})
      visitStop(at)
      if (path.startsWith('/staff')) location.assign(path)
      else {
        again()
        go(path)
      }
    } catch (error) {
      setProblem(problemOf(error))
    }
  }
  return (
    <div class="stack">
      <h1>{say(words.tour)}</h1>
      <p>{say(words.tourHint)}</p>
      {problem ? <Refused problem={problem} /> : null}
      <ol class="timeline">
        {STOPS.map((stop, i) => (
          <li key={i} class="stack-tight">
            <div>
              <strong>
                {i + 1}. {say(stop.who)}
              </strong>{' '}
              {visited.includes(i) ? <span class="badge">{say(words.tourVisited)}</span> : null}
            </div>
            <p>{say(stop.what)}</p>
            <div>
              <Button
                tone={i === next ? 'primary' : 'plain'}
                label={`${say(words.enter)} ${i + 1} ${say(stop.who)}`}
                onClick={() => void start(stop, i)}
              >
                {say(words.enter)}
              </Button>
            </div>
          </li>
        ))}
      </ol>
    </div>
  )
}
