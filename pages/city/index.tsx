/** 城市治理指标: one place with all its figures, or one figure down to its rows; drawn by both apps and in frames of other sites. */
import { useEffect, useRef } from 'preact/hooks'
import { Link, useLocation, useSearch } from 'wouter-preact'
import { useSay } from '../language.tsx'
import { FigurePage } from './figure.tsx'
import { OverviewPage } from './overview.tsx'
import { addressOf } from './reading.ts'
import { type Setting, SettingContext } from './setting.ts'
import { cityWords as words } from './words.ts'
import './city.css'

export function CityPage(setting: Setting) {
  const say = useSay()
  const [path] = useLocation()
  const search = useSearch()
  const address = addressOf(path.replace(/^\/city\/?/, ''))
  const month = /^\d{4}-\d{2}$/.exec(new URLSearchParams(search).get('month') ?? '')?.[0]
  const top = useRef<HTMLDivElement>(null)
  const arrived = useRef(path)
  useEffect(() => {
    if (arrived.current === path) return
    arrived.current = path
    scrollTo(0, 0)
    top.current?.focus({ preventScroll: true })
  }, [path])
  return (
    <SettingContext.Provider value={setting}>
      <div class={`city stack ${setting.embedded ? 'embedded' : ''}`} ref={top} tabIndex={-1}>
        {address === undefined ? (
          <div class="empty stack">
            <h1>{say(words.noneShown)}</h1>
            <Link class="button" href="/city">
              {say(words.title)}
            </Link>
          </div>
        ) : address.indicator === undefined ? (
          <OverviewPage place={address.place} month={month} />
        ) : (
          <FigurePage indicator={address.indicator} place={address.place} month={month} />
        )}
      </div>
    </SettingContext.Provider>
  )
}
