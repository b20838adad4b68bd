/** 居民端: errands by place; opens without an account. */
import { useEffect, useState } from 'preact/hooks'
import { lazy, Suspense } from 'preact/compat'
import { Link, Route, Switch, useLocation } from 'wouter-preact'
import { useArrival } from '../../pages/arrive.ts'
import { DisplayButton } from '../../pages/display.tsx'
import { useLanguage, useSay } from '../../pages/language.tsx'
import { closeStream, openStream, useAnswer, useOnline } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'
import { getMe } from '#kernel/person/contract.ts'
import { Icon, Skeleton } from '#ui/kit.tsx'
import { FindPage, HomePage } from './home.tsx'
import { CallPerson } from './call-person.tsx'
import { actFor } from './acting-for.ts'
import { ActingForBar } from './acting-for-bar.tsx'
import { ReadAloud } from './read-aloud.tsx'
import { type Draft, DRAFTS_CHANGED, listDrafts } from './drafts.ts'
import { NoPage } from './no-page.tsx'
import { rememberedPlace } from './place-picker.tsx'
import { SessionContext } from './session.ts'

const GuidePage = lazy(() => import('./guide.tsx').then((module) => ({ default: module.GuidePage })))
const ApplyPage = lazy(() => import('./apply.tsx').then((module) => ({ default: module.ApplyPage })))
const TrackPage = lazy(() => import('./track.tsx').then((module) => ({ default: module.TrackPage })))
const VerifyPage = lazy(() => import('./track.tsx').then((module) => ({ default: module.VerifyPage })))
const MinePage = lazy(() => import('./mine.tsx').then((module) => ({ default: module.MinePage })))
const CasePageView = lazy(() => import('./mine.tsx').then((module) => ({ default: module.CasePageView })))
const StartPage = lazy(() => import('./start.tsx').then((module) => ({ default: module.StartPage })))
const TourPage = lazy(() => import('./tour.tsx').then((module) => ({ default: module.TourPage })))
const FamilyPage = lazy(() => import('./family.tsx').then((module) => ({ default: module.FamilyPage })))
const TalkPage = lazy(() => import('./talk.tsx').then((module) => ({ default: module.TalkPage })))
const CityPage = lazy(() => import('../../pages/city/index.tsx').then((module) => ({ default: module.CityPage })))
const LeaguePage = lazy(() => import('./league.tsx').then((module) => ({ default: module.LeaguePage })))
const CertificatesPage = lazy(() =>
  import('./certificates.tsx').then((module) => ({ default: module.CertificatesPage })),
)
const ExposuresPage = lazy(() => import('./exposures.tsx').then((module) => ({ default: module.ExposuresPage })))
const PlanPage = lazy(() => import('./plan.tsx').then((module) => ({ default: module.PlanPage })))
const ListsPage = lazy(() => import('../../pages/lists/index.tsx').then((module) => ({ default: module.ListsPage })))
const OpenPage = lazy(() => import('./open.tsx').then((module) => ({ default: module.OpenPage })))

const TABS = [
  ['/', 'do', 'do'],
  ['/talk', 'chat', 'talk'],
  ['/open', 'open', 'open'],
  ['/mine', 'me', 'mine'],
] as const

/** What was finished without a network: never sent by itself, one tap away. */
function Waiting() {
  const say = useSay()
  const [path] = useLocation()
  const [drafts, setDrafts] = useState<readonly Draft[]>([])
  useEffect(() => {
    const look = (): void => void listDrafts().then((all) => setDrafts(all.filter((one) => one.finished)))
    look()
    addEventListener(DRAFTS_CHANGED, look)
    return () => removeEventListener(DRAFTS_CHANGED, look)
  }, [])
  const shown = drafts.filter((one) => path !== `/apply/${one.item}`)
  if (shown.length === 0) return null
  return (
    <div class="waiting" role="status">
      {shown.map((one) => (
        <Link
          key={one.code}
          href={`/apply/${one.item}`}
          onClick={() => actFor(one.mandate ? { id: one.mandate, name: one.forWhom ?? '' } : undefined)}
        >
          {say(words.waitsToBeSent)}
          {say(words.colon)}
          {say(one.title)}
        </Link>
      ))}
    </div>
  )
}

/** The four errands (四件事): at the foot of a phone, at the head of a wide screen. */
function Tabs({ path }: { path: string }) {
  const say = useSay()
  const isHere = (href: string): boolean =>
    href === '/'
      ? /^\/($|(services|apply|find|t|v|family|certificates)(\/|$))/.test(path)
      : path.startsWith(href) || (href === '/open' && /^\/(plan|city|lists)(\/|$)/.test(path))
  return (
    <nav class="tabs" aria-label={say(words.errands)}>
      <ul>
        {TABS.map(([href, icon, name]) => (
          <li key={href}>
            <Link href={href} aria-current={isHere(href) ? 'page' : undefined}>
              <Icon name={icon} />
              {say(words[name])}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Preferences() {
  const say = useSay()
  const { language, choose } = useLanguage()
  return (
    <>
      <DisplayButton />
      <button
        class="button quiet"
        type="button"
        lang={language === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => choose(language === 'zh' ? 'en' : 'zh')}
      >
        {say(words.language)}
      </button>
    </>
  )
}

export function App() {
  const say = useSay()
  const { language } = useLanguage()
  const [path] = useLocation()
  const me = useAnswer(getMe, {})
  const online = useOnline()
  // A sentence of the plan opens beside its text: the same page.
  useArrival(path.replace(/^\/plan\/.*/, '/plan'), say(words.name))
  const [elder, setElder] = useState(document.documentElement.dataset.elder !== undefined)
  useEffect(() => {
    if (me.answer?.kind === 'resident') openStream()
    else closeStream()
  }, [me.answer?.kind])
  const toggleElder = (): void => {
    if (elder) delete document.documentElement.dataset.elder
    else document.documentElement.dataset.elder = ''
    localStorage.setItem('liren-elder', elder ? '' : '1')
    setElder(!elder)
  }
  return (
    <SessionContext.Provider value={{ me: me.answer, again: me.again, elder }}>
      <a class="skip" href="#main">
        {language === 'zh' ? '跳到正文' : 'Skip to content'}
      </a>
      <div class="shell">
        {online ? null : (
          <div class="offline" role="status">
            {say(words.offline)}
          </div>
        )}
        <header class="bar">
          <Link class="brand" href="/">
            {say(words.name)}
          </Link>
          <span class="grow small who">{me.answer?.kind === 'resident' ? me.answer.name : ''}</span>
          <button class="button quiet" type="button" aria-pressed={elder} onClick={toggleElder}>
            {say(elder ? words.standard : words.elder)}
          </button>
          {elder ? <CallPerson short /> : <Preferences />}
        </header>
        <Tabs path={path} />
        <Waiting />
        <ActingForBar />
        {elder ? (
          <div class="aloud">
            <ReadAloud />
          </div>
        ) : null}
        <main id="main" tabIndex={-1}>
          <Suspense fallback={<Skeleton label={say(words.loading)} />}>
            <Switch>
              <Route path="/" component={HomePage} />
              <Route path="/services/:code">{({ code }) => <GuidePage code={code} />}</Route>
              <Route path="/apply/:code">{({ code }) => <ApplyPage code={code} />}</Route>
              <Route path="/t/:number?">{({ number }) => <TrackPage number={number} />}</Route>
              <Route path="/v/:code">{({ code }) => <VerifyPage code={code} />}</Route>
              <Route path="/mine" component={MinePage} />
              <Route path="/mine/:county/:id">{({ county, id }) => <CasePageView county={county} id={id} />}</Route>
              <Route path="/start/:procedure">{({ procedure }) => <StartPage procedure={procedure} />}</Route>
              <Route path="/talk" component={TalkPage} />
              <Route path="/open" component={OpenPage} />
              <Route path="/city/*?">{() => <CityPage home={rememberedPlace() || undefined} elder={elder} />}</Route>
              <Route path="/lists/*?">{() => <ListsPage home={rememberedPlace()} casesAt="/mine" />}</Route>
              <Route path="/open/burden" component={LeaguePage} />
              <Route path="/open/exposures" component={ExposuresPage} />
              <Route path="/certificates" component={CertificatesPage} />
              <Route path="/plan/:sentence?">{({ sentence }) => <PlanPage sentence={sentence} />}</Route>
              <Route path="/find">{() => <FindPage />}</Route>
              <Route path="/family" component={FamilyPage} />
              {me.answer?.demo ? <Route path="/tour" component={TourPage} /> : null}
              <Route component={NoPage} />
            </Switch>
          </Suspense>
        </main>
        {elder ? (
          <footer class="row">
            <Preferences />
          </footer>
        ) : null}
      </div>
    </SessionContext.Provider>
  )
}
