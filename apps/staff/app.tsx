/** 工作台: opens on the inbox; the hat that is worn stands at the top. */
import { lazy, Suspense } from 'preact/compat'
import { useEffect } from 'preact/hooks'
import { Link, Route, Router, Switch, useLocation } from 'wouter-preact'
import { useArrival } from '../../pages/arrive.ts'
import { DisplayButton } from '../../pages/display.tsx'
import { dayInWords, useLanguage, useSay } from '../../pages/language.tsx'
import { call, closeStream, isOpenTo, openStream, useAnswer, useOnline } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'
import { listTracker } from '#capabilities/plan-tracker/contract.ts'
import { planWords } from '../../pages/plan-words.ts'
import { countInbox } from '#kernel/inbox/contract.ts'
import { listOpenings } from '#kernel/opening/contract.ts'
import { listRegisters } from '#kernel/register/contract.ts'
import { getMe, listLookers, type Me, signOut, wearHat } from '#kernel/person/contract.ts'
import { moveDay } from '#kernel/settings/contract.ts'
import { Button, Skeleton } from '#ui/kit.tsx'
import { listDemands } from '#capabilities/certificates/contract.ts'
import { reliefWords as relief } from '../../pages/relief-words.ts'
import { sendTask } from '#capabilities/work-admission/contract.ts'
import { listWords } from '../../pages/lists/words.ts'
import { reportEstates } from '#capabilities/estates/contract.ts'
import { compileForm, listMyBurden } from '#capabilities/burden/contract.ts'
import { openEvaluationPlan } from '#capabilities/evaluation/contract.ts'
import { estateWords } from '../../pages/estate-words.ts'
import { burdenWords } from '../../pages/burden-words.ts'
import { evaluationWords } from '../../pages/evaluation-words.ts'
import { CertificatesPage } from './certificates.tsx'
import { CounterPage } from './counter.tsx'
import { AccountPage } from './account.tsx'
import { listAccounts } from '#kernel/appointment/contract.ts'
import { accountWords } from '../../pages/account-words.ts'
import { AuditPage } from './audit.tsx'
import { InboxPage } from './inbox.tsx'
import { DraftList, KeepVersion } from './list-keeping.tsx'
import { RegistersPage } from './registers.tsx'
import { SettingsPage } from './settings.tsx'
import { StaffSignIn } from './sign-in.tsx'

const CityPage = lazy(() => import('../../pages/city/index.tsx').then((module) => ({ default: module.CityPage })))
const AccountsPage = lazy(() => import('./accounts.tsx').then((module) => ({ default: module.AccountsPage })))
const BeginPage = lazy(() => import('./begin.tsx').then((module) => ({ default: module.BeginPage })))
const PlanTrackerPage = lazy(() => import('./plan.tsx').then((module) => ({ default: module.PlanTrackerPage })))
const ListsPage = lazy(() => import('../../pages/lists/index.tsx').then((module) => ({ default: module.ListsPage })))
const TasksPage = lazy(() => import('./tasks.tsx').then((module) => ({ default: module.TasksPage })))
const AdmissionPage = lazy(() => import('./admission.tsx').then((module) => ({ default: module.AdmissionPage })))
const FormsPage = lazy(() => import('./forms.tsx').then((module) => ({ default: module.FormsPage })))
const FormAnswersPage = lazy(() => import('./sent-forms.tsx').then((module) => ({ default: module.FormAnswersPage })))
const SheetPage = lazy(() => import('./sheet.tsx').then((module) => ({ default: module.SheetPage })))
const EstatesPage = lazy(() => import('./estates.tsx').then((module) => ({ default: module.EstatesPage })))
const BurdenPage = lazy(() => import('./burden.tsx').then((module) => ({ default: module.BurdenPage })))
const EvaluationPage = lazy(() => import('./evaluation.tsx').then((module) => ({ default: module.EvaluationPage })))
const GalleryPage = lazy(() => import('./gallery.tsx').then((module) => ({ default: module.GalleryPage })))

export function App() {
  const say = useSay()
  const me = useAnswer(getMe, {})
  useEffect(() => {
    if (me.answer?.kind === 'staff') openStream()
    else closeStream()
  }, [me.answer?.kind, me.answer?.hat?.id])
  if (!me.answer) return <Skeleton label={say(words.loading)} />
  return (
    <Router base="/staff">
      {me.answer.kind === 'staff' ? (
        <Desk me={me.answer} again={me.again} />
      ) : (
        <StaffSignIn demo={me.answer.demo} onDone={me.again} />
      )}
    </Router>
  )
}

function Desk({ me, again }: { me: Me; again: () => void }) {
  const say = useSay()
  const { language, choose } = useLanguage()
  const [path] = useLocation()
  const online = useOnline()
  // A case opens beside its list: the same page.
  useArrival(path.split('/')[1]?.replace('cases', '') ?? '', `${say(words.name)} · ${say(words.desk)}`)
  const administrator = ['auditor', 'sec_admin', 'sys_admin'].includes(me.hat?.role ?? '')
  const auditor = isOpenTo(listLookers, me.hat?.role ?? '')
  const lookers = useAnswer(auditor ? listLookers : undefined, {})
  const alerts = lookers.answer?.rows.filter((one) => one.tooMany && one.day === me.today).length
  const counts = useAnswer(administrator ? undefined : countInbox, {}, () => true)
  const openings = useAnswer(administrator ? undefined : listOpenings, {})
  const links: readonly (readonly [string, string, number | undefined])[] = [
    ...(administrator ? [] : [['/', say(words.inbox), counts.answer?.office] as const]),
    ...(['window_clerk', 'community_worker'].includes(me.hat?.role ?? '')
      ? [['/counter', say(words.counter), undefined] as const]
      : []),
    ...(openings.answer?.length ? [['/begin', say(planWords.begin), undefined] as const] : []),
    ...(isOpenTo(listTracker, me.hat?.role ?? '') ? [['/plan', say(planWords.tracker), undefined] as const] : []),
    ...(isOpenTo(listRegisters, me.hat?.role ?? '') ? [['/registers', say(words.registers), undefined] as const] : []),
    ...(isOpenTo(reportEstates, me.hat?.role ?? '')
      ? [['/estates', say(estateWords.reports), undefined] as const]
      : []),
    ...(isOpenTo(listDemands, me.hat?.role ?? '')
      ? [['/certificates', say(relief.certificatesShort), undefined] as const]
      : []),
    ...(isOpenTo(sendTask, me.hat?.role ?? '') ? [['/tasks', say(listWords.tasks), undefined] as const] : []),
    ...(administrator ? [] : [['/admission', say(listWords.admission), undefined] as const]),
    ['/lists', say(listWords.listsShort), undefined],
    ...(isOpenTo(compileForm, me.hat?.role ?? '') ? [['/forms', say(burdenWords.forms), undefined] as const] : []),
    ...(isOpenTo(listMyBurden, me.hat?.role ?? '') ? [['/burden', say(burdenWords.burden), undefined] as const] : []),
    ...(isOpenTo(openEvaluationPlan, me.hat?.role ?? '')
      ? [['/evaluation', say(evaluationWords.title), undefined] as const]
      : []),
    ...(isOpenTo(listAccounts, me.hat?.role ?? '') ? [['/accounts', say(accountWords.title), undefined] as const] : []),
    ...(auditor ? [['/audit', say(words.lookers), alerts || undefined] as const] : []),
    ['/city', say(words.cityFigures), undefined],
    ['/settings', say(words.settings), undefined],
    ...(me.demo ? [] : [['/account', say(words.account_), undefined] as const]),
  ]
  return (
    <div class="desk" key={me.hat?.id}>
      <a class="skip" href="#main">
        {language === 'zh' ? '跳到正文' : 'Skip to content'}
      </a>
      <header class="bar">
        <Link class="brand" href="/">
          {say(words.name)}
        </Link>
        <label class="hat">
          <span class="small">
            {me.name} · {say(words.hat)}
          </span>
          <select
            class="select"
            value={me.hat?.id ?? ''}
            onChange={(event) => {
              void call(wearHat, { body: { appointment: event.currentTarget.value } }).then(again)
            }}
          >
            {me.hats.map((hat) => (
              <option key={hat.id} value={hat.id}>
                {say(hat.orgName)} — {say(hat.roleText)}
              </option>
            ))}
          </select>
        </label>
        {me.demo ? <RehearsalClock today={me.today} onMoved={again} /> : null}
        {me.demo ? (
          <a class="button quiet" href="/tour">
            {say(words.tourShortName)}
          </a>
        ) : null}
        <DisplayButton />
        <button
          class="button quiet"
          type="button"
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => choose(language === 'zh' ? 'en' : 'zh')}
        >
          {say(words.language)}
        </button>
        <Button
          tone="quiet"
          onClick={() => {
            void call(signOut, {}).then(again)
          }}
        >
          {say(words.signOut)}
        </Button>
      </header>
      <nav class="side" aria-label={say(words.name)}>
        <ul>
          {links.map(([href, label, count]) => (
            <li key={href}>
              <Link href={href} aria-current={isHere(path, href) ? 'page' : undefined}>
                <span>{label}</span>
                {count === undefined ? null : <span>{count}</span>}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <main id="main" tabIndex={-1}>
        <Switch>
          <Route path="/">
            {auditor ? (
              <AuditPage />
            ) : administrator ? (
              <SettingsPage role={me.hat?.role ?? ''} />
            ) : (
              <InboxPage me={me} counts={counts.answer} />
            )}
          </Route>
          <Route path="/cases/:county/:id">
            {({ county, id }) => <InboxPage me={me} counts={counts.answer} county={county} id={id} />}
          </Route>
          <Route path="/counter">
            <CounterPage me={me} />
          </Route>
          <Route path="/registers/:name?/:county?/:id?">
            {({ name, county, id }) => (
              <RegistersPage me={me} {...(name ? { name } : {})} {...(county && id ? { county, id } : {})} />
            )}
          </Route>
          <Route path="/certificates">
            <CertificatesPage me={me} />
          </Route>
          <Route path="/begin/:procedure?">
            {({ procedure }) => (
              <Suspense fallback={<Skeleton label={say(words.loading)} />}>
                <BeginPage me={me} {...(procedure ? { procedure } : {})} />
              </Suspense>
            )}
          </Route>
          <Route path="/plan">
            <Suspense fallback={<Skeleton label={say(words.loading)} />}>
              <PlanTrackerPage />
            </Suspense>
          </Route>
          <Route path="/tasks">
            <Suspense fallback={<Skeleton label={say(words.loading)} />}>
              <TasksPage me={me} />
            </Suspense>
          </Route>
          <Route path="/admission">
            <Suspense fallback={<Skeleton label={say(words.loading)} />}>
              <AdmissionPage me={me} />
            </Suspense>
          </Route>
          <Route path="/lists/*?">
            <Suspense fallback={<Skeleton label={say(words.loading)} />}>
              <ListsPage
                home={/^\d/.test(me.hat?.place ?? '') ? (me.hat?.place.padEnd(12, '0') ?? '') : ''}
                casesAt="/cases"
                draft={<DraftList me={me} />}
                keep={(given) => <KeepVersion given={given} me={me} />}
              />
            </Suspense>
          </Route>
          <Route path="/forms">
            <Suspense fallback={<Skeleton label={say(words.loading)} />}>
              <FormsPage me={me} />
            </Suspense>
          </Route>
          <Route path="/forms/:id">
            {({ id }) => (
              <Suspense fallback={<Skeleton label={say(words.loading)} />}>
                <FormAnswersPage id={id} />
              </Suspense>
            )}
          </Route>
          <Route path="/sheet/:county/:id">
            {({ county, id }) => (
              <Suspense fallback={<Skeleton label={say(words.loading)} />}>
                <SheetPage county={county} id={id} />
              </Suspense>
            )}
          </Route>
          <Route path="/estates">
            <Suspense fallback={<Skeleton label={say(words.loading)} />}>
              <EstatesPage />
            </Suspense>
          </Route>
          <Route path="/burden">
            <Suspense fallback={<Skeleton label={say(words.loading)} />}>
              <BurdenPage me={me} />
            </Suspense>
          </Route>
          <Route path="/evaluation">
            <Suspense fallback={<Skeleton label={say(words.loading)} />}>
              <EvaluationPage me={me} />
            </Suspense>
          </Route>
          <Route path="/audit">
            <AuditPage />
          </Route>
          <Route path="/accounts">
            <Suspense fallback={<Skeleton label={say(words.loading)} />}>
              <AccountsPage role={me.hat?.role ?? ''} />
            </Suspense>
          </Route>
          <Route path="/account">
            <AccountPage />
          </Route>
          <Route path="/city/*?">
            <Suspense fallback={<Skeleton label={say(words.loading)} />}>
              <CityPage home={me.hat?.place} />
            </Suspense>
          </Route>
          <Route path="/gallery">
            <Suspense fallback={<Skeleton label={say(words.loading)} />}>
              <GalleryPage />
            </Suspense>
          </Route>
          <Route path="/settings">
            <SettingsPage role={me.hat?.role ?? ''} />
          </Route>
          <Route>
            <div class="empty stack">
              <h1>{say(words.noPage)}</h1>
              <Link class="button" href="/">
                {say(words.inbox)}
              </Link>
            </div>
          </Route>
        </Switch>
      </main>
      {online ? null : (
        <div class="offline" role="status">
          {say(words.deskOffline)}
        </div>
      )}
    </div>
  )
}

const isHere = (path: string, href: string): boolean =>
  href === '/'
    ? path === '/' || path.startsWith('/cases') || path.startsWith('/sheet')
    : path === href || path.startsWith(`${href}/`)

function RehearsalClock({ today, onMoved }: { today: string; onMoved: () => void }) {
  const say = useSay()
  const { language } = useLanguage()
  const forward = (days: number) => (): void => {
    void call(moveDay, { body: { days } }).then(onMoved)
  }
  return (
    <span class="row clock" role="group" aria-label={say(words.day)}>
      <span class="small">
        {say(words.day)} <strong data-today={today}>{dayInWords(today, language)}</strong>
      </span>
      <Button onClick={forward(1)}>{say(words.plusDay)}</Button>
      <Button onClick={forward(7)}>{say(words.plusWeek)}</Button>
      <Button onClick={forward(30)}>{say(words.plusMonth)}</Button>
    </span>
  )
}
