/** What overview and figure have in common: where one is, the months, what can be taken away. */
import { useState } from 'preact/hooks'
import { Link, useLocation } from 'wouter-preact'
import { listPlaces } from '#capabilities/places/contract.ts'
import { exportFigures, type PlaceRef } from '#kernel/indicator-store/contract.ts'
import type { Problem } from '#platform/http/client.ts'
import { Slider } from '#ui/figures.tsx'
import { Button, Dialog, Icon, TextInput } from '#ui/kit.tsx'
import { dayInWords, useLanguage, useSay } from '../language.tsx'
import { Refused } from '../refused.tsx'
import { useAnswer } from '../server.ts'
import { type Address, filled, monthWords, pathTo, shortName } from './reading.ts'
import { useSetting } from './setting.ts'
import { cityWords as words } from './words.ts'

/** Place within place; each leads to the same figure there. */
export function Trail({
  path,
  indicator,
  kept,
}: {
  path: readonly PlaceRef[]
  indicator?: string
  kept: string | undefined
}) {
  const say = useSay()
  const steps = path.map((one) => ({ href: pathTo({ indicator, place: one.code }, kept), name: say(one.name) }))
  if (steps.length === 0) return null
  return (
    <nav class="trail" aria-label={say(words.place)}>
      <ol>
        {steps.map(({ href, name }) => (
          <li key={href}>
            <Link href={href}>{name}</Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** The slider over the months on record; all that is on the page moves with it. */
export function MonthSlider({ address, stops, month }: { address: Address; stops: readonly string[]; month: string }) {
  const say = useSay()
  const [, go] = useLocation()
  const last = stops.at(-1)
  if (stops.length < 2) return <p class="small">{say(words.onlyThisMonth)}</p>
  return (
    <div class="no-print">
      <Slider
        id="month"
        label={say(words.month)}
        stops={stops.map((one) => ({ value: one, label: say(monthWords(one)) }))}
        value={month}
        onChange={(chosen) => go(pathTo(address, chosen === last ? undefined : chosen), { replace: true })}
      />
    </div>
  )
}

export function AsOf({ day, current }: { day: string; current: boolean }) {
  const say = useSay()
  const { language } = useLanguage()
  return (
    <span>
      {say(filled(words.asOf, { day: dayInWords(day, language) }))}
      {current ? '' : ` · ${say(words.monthEnd)}`}
    </span>
  )
}

/** Other places: those right below at once, any by its name. */
export function OtherPlaces({ place, kept }: { place: PlaceRef; kept: string | undefined }) {
  const say = useSay()
  const { home } = useSetting()
  const [open, set] = useState(false)
  const [typed, type] = useState('')
  const asked = typed.trim()
  const found = useAnswer(open ? listPlaces : undefined, {
    query: asked ? { q: asked } : { under: place.level === 'committee' ? (place.parent ?? place.code) : place.code },
  })
  return (
    <div class="stack-tight no-print">
      <div class="row">
        {home && home !== place.code ? (
          <Link class="button" href={pathTo({ place: home }, kept)}>
            <Icon name="house" /> {say(home.endsWith('000') ? words.myArea : words.myCommunity)}
          </Link>
        ) : null}
        <Button pressed={open} onClick={() => set(!open)}>
          <Icon name="search" /> {say(words.goTo)}
        </Button>
      </div>
      {open ? (
        <div class="card stack-tight">
          <TextInput id="city-place" type="search" label={say(words.findPlace)} value={typed} onChange={type} />
          {found.problem ? <Refused problem={found.problem} /> : null}
          <ul class="place-links">
            {(found.answer ?? []).slice(0, 60).map((one) => (
              <li key={one.code}>
                <Link href={pathTo({ place: one.code }, kept)} onClick={() => set(false)}>
                  {say(shortName(one.name))}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  )
}

/** Print, CSV, address and frame of what is on the page. */
export function TakeAway({ address, kept }: { address: Address; kept: string | undefined }) {
  const say = useSay()
  const { language } = useLanguage()
  const { elder, embedded } = useSetting()
  const [sharing, share] = useState(false)
  const query = new URLSearchParams({
    ...(address.place ? { place: address.place } : {}),
    ...(address.indicator ? { indicator: address.indicator } : {}),
    ...(kept ? { month: kept } : {}),
  })
  const path = pathTo(address, kept)
  if (embedded)
    return (
      <p class="no-print">
        <a class="button" href={`${path}${kept ? '&' : '?'}lang=${language}`} target="_blank" rel="noopener">
          {say(words.openFull)}
        </a>
      </p>
    )
  const frame = `${location.origin}/embed${path}${kept ? '&' : '?'}lang=${language}`
  return (
    <div class="row no-print">
      <Button onClick={() => print()}>
        <Icon name="print" /> {say(words.print)}
      </Button>
      {elder ? null : (
        <>
          <a class="button" href={`${exportFigures.path}?${query}`} download data-csv>
            {say(words.csv)}
          </a>
          <Button onClick={() => share(true)}>{say(words.share)}</Button>
        </>
      )}
      {sharing ? (
        <Dialog title={say(words.share)} close={say(words.close)} onClose={() => share(false)}>
          <Copied id="share-address" label={say(words.address)} value={`${location.origin}${path}`} />
          <Copied
            id="share-frame"
            label={say(words.embedCode)}
            hint={say(words.embedHint)}
            value={`<iframe src="${frame}" title="${say(words.printedFrom)}" width="100%" height="640" loading="lazy"></iframe>`}
          />
        </Dialog>
      ) : null}
    </div>
  )
}

/** A text to take along; where the browser gives no clipboard, it stands selected. */
function Copied({ id, label, hint, value }: { id: string; label: string; hint?: string; value: string }) {
  const say = useSay()
  const [done, set] = useState(false)
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint ? (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      <textarea
        id={id}
        class="input number"
        readOnly
        rows={2}
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div class="row">
        <Button
          onClick={() => {
            const box = document.getElementById(id)
            if (box instanceof HTMLTextAreaElement) box.select()
            void navigator.clipboard?.writeText(value).then(
              () => set(true),
              () => {},
            )
          }}
        >
          {say(words.copy)}
        </Button>
        <span class="small" role="status">
          {done ? say(words.copied) : ''}
        </span>
      </div>
    </div>
  )
}

/** A reading that failed: why, and again. */
export function Failed({ problem, again }: { problem: Problem; again: () => void }) {
  const say = useSay()
  return (
    <div class="stack-tight">
      <Refused problem={problem} />
      <div class="row">
        <Button onClick={again}>{say(words.retry)}</Button>
      </div>
    </div>
  )
}

/** At the foot of a printed page: of what, of which day, from where. */
export function PrintedFoot({ day }: { day: string }) {
  const say = useSay()
  return (
    <p class="print-only small">
      {say(words.printedFrom)} · <AsOf day={day} current /> · {location.origin}
      {location.pathname}
      {location.search}
    </p>
  )
}
