/**
 * 格图: counties, streets, communities as tiles, an honest cartogram for a city that holds no geometry. A tile fills with its
 * figure and is edged by its state, so that nothing is said by colour alone. One stop of the Tab key; arrows move inside.
 */
import { memo } from 'preact/compat'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { useLocation, useRouter } from 'wouter-preact'
import type { IndicatorShape, PartShape } from '#kernel/indicator-store/contract.ts'
import { Button } from '#ui/kit.tsx'
import { useLanguage, useSay } from '../language.tsx'
import { FigureText } from './marks.tsx'
import {
  figureWords,
  filled,
  gapWords,
  type Grain,
  grainsOf,
  highestOf,
  levelOf,
  lookOf,
  pathTo,
  shortName,
} from './reading.ts'
import { cityWords as words } from './words.ts'

/** More tiles than this have no room for their names. */
const MOST_NAMED = 60

type Given = {
  readonly indicator: IndicatorShape
  readonly day: string
  /** Kept in the links when it is not this month. */
  readonly kept: string | undefined
  readonly parts: readonly PartShape[]
}

export function TileMap({ elder, ...given }: Given & { elder: boolean }) {
  const say = useSay()
  const { grains, lowest } = useMemo(() => grainsOf(given.parts), [given.parts])
  const [chosen, choose] = useState<Grain>()
  const [pointed, point] = useState<string>()
  const grain = chosen && grains.includes(chosen) ? chosen : elder ? grains[0] : (lowest ?? grains.at(-1))
  if (grain === undefined) return null
  return (
    <section class="section card map" aria-labelledby="map-title">
      <div class="row between">
        <h2 id="map-title">{say(words.map)}</h2>
        {grains.length > 1 ? (
          <div class="row segments no-print" role="group" aria-label={say(words.show)}>
            {grains.map((one) => (
              <Button key={one} pressed={one === grain} onClick={() => choose(one)}>
                {say(words.levelOf[one])}
              </Button>
            ))}
          </div>
        ) : null}
      </div>
      <p class="small" id="map-hint">
        {say(words.mapHint)}
      </p>
      <Legend
        goal={given.indicator.goal}
        late={given.parts.some((part) => lookOf(part.figure, given.indicator, given.day) === 'late')}
      />
      <p class="readout no-print" aria-hidden="true">
        {pointed ?? say(words.mapReadout)}
      </p>
      <Tiles {...given} grain={grain} onPoint={point} />
    </section>
  )
}

function Legend({ goal, late }: { goal: IndicatorShape['goal']; late: boolean }) {
  const say = useSay()
  const look = goal === 'trend' ? 'trend' : late ? 'late' : 'short'
  const levels = goal === 'all' || goal === 'yes' ? [0, 1, 2, 3, 4] : []
  return (
    <ul class="legend" aria-label={say(words.legend)}>
      {levels.map((level) => (
        <li key={level}>
          <span class={`tile ${level === 4 ? 'met' : look} l${level}`} />
          {say(words.reach[level] ?? words.fuller)}
        </li>
      ))}
      {levels.length === 0 ? (
        <li>
          <span class={`tile ${look} l2`} />
          <span class={`tile ${look} l3`} />
          {say(words.fuller)}
        </li>
      ) : null}
      {goal === 'none' ? (
        <li>
          <span class="tile met l4" />
          {say(words.states.met)}
        </li>
      ) : null}
    </ul>
  )
}

const Tiles = memo(function Tiles({
  indicator,
  day,
  kept,
  parts,
  grain,
  onPoint,
}: Given & { grain: Grain; onPoint: (text: string | undefined) => void }) {
  const say = useSay()
  const { language } = useLanguage()
  const [, go] = useLocation()
  const { base } = useRouter()
  const box = useRef<HTMLDivElement>(null)
  const { children, tops } = useMemo(() => treeOf(parts), [parts])
  const concerned = parts.filter((part) => part.level === grain && part.figure.state !== 'n/a')
  const highest = useMemo(
    () => (indicator.unit === 'percent' ? { n: 1, d: 1 } : highestOf(concerned.map((part) => part.figure))),
    [parts, grain],
  )
  useEffect(() => {
    const tiles = tilesIn(box.current)
    for (const [i, tile] of tiles.entries()) tile.tabIndex = i === 0 ? 0 : -1
  }, [grain, parts])
  const nameOf = (part: PartShape): string => {
    const gap = gapWords(part.figure, indicator.goal)
    const state = say(words.states[lookOf(part.figure, indicator, day)])
    const figure = say(figureWords(part.figure))
    return [say(shortName(part.name)), figure, ...(figure === state ? [] : [state]), ...(gap ? [say(gap)] : [])].join(
      ' · ',
    )
  }
  const to = (part: PartShape): string => `${base}${pathTo({ indicator: indicator.id, place: part.code }, kept)}`
  const tile = (part: PartShape, named: boolean) => {
    const look = lookOf(part.figure, indicator, day)
    return (
      <a
        key={part.code}
        class={`tile ${look} l${levelOf(part.figure, indicator.goal, highest)} ${named ? 'named' : ''}`}
        href={to(part)}
        data-tile={part.code}
        aria-label={nameOf(part)}
      >
        {named ? (
          <>
            <span>{say(shortName(part.name))}</span>
            <FigureText figure={part.figure} look={look} />
          </>
        ) : null}
      </a>
    )
  }
  const named = concerned.length <= MOST_NAMED
  const head = (part: PartShape) => (
    <a class="head" href={to(part)} data-tile={part.code} aria-label={nameOf(part)}>
      <span>{say(shortName(part.name))}</span>
      <FigureText figure={part.figure} look={lookOf(part.figure, indicator, day)} />
    </a>
  )
  /** Tiles of those the indicator is about; how many it is not about is said, not drawn. */
  const field = (places: readonly PartShape[]) => {
    const others = places.filter((one) => one.figure.state === 'n/a').length
    return (
      <>
        <div class={named ? 'tiles named' : 'tiles'}>
          {places.filter((one) => one.figure.state !== 'n/a').map((one) => tile(one, named))}
        </div>
        {others ? <p class="small">{say(filled(words.notConcerned, { n: others }))}</p> : null}
      </>
    )
  }
  const block = (part: PartShape): preact.JSX.Element => {
    const below = children.get(part.code) ?? []
    const inner = below.filter((one) => one.level === grain)
    const bare = below.filter((one) => one.figure.state === 'n/a')
    return (
      <div class={`block ${part.level}`} key={part.code}>
        {head(part)}
        {inner.length ? (
          field(inner)
        ) : (
          <>
            <div class="blocks">{below.filter((one) => one.figure.state !== 'n/a').map(block)}</div>
            {bare.length ? (
              <p class="small bare">
                {say(words.states.na)}:{' '}
                {bare.map((one) => say(shortName(one.name))).join(language === 'zh' ? '、' : ', ')}
              </p>
            ) : null}
          </>
        )}
      </div>
    )
  }
  const flat = tops.some((part) => part.level === grain)
  return (
    <div
      class="tile-map"
      ref={box}
      role="group"
      aria-labelledby="map-title"
      aria-describedby="map-hint"
      onClick={(event) => {
        const link = tileAt(event)
        if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0) return
        event.preventDefault()
        go(link.getAttribute('href')?.slice(base.length) ?? '')
      }}
      onPointerOver={(event) => onPoint(tileAt(event)?.ariaLabel ?? undefined)}
      onFocusIn={(event) => {
        const link = tileAt(event)
        if (!link) return
        for (const one of tilesIn(box.current)) if (one.tabIndex === 0) one.tabIndex = -1
        link.tabIndex = 0
        onPoint(link.ariaLabel ?? undefined)
      }}
      onKeyDown={(event) => {
        const from = tileAt(event)
        const next = from && neighbour(tilesIn(box.current), from, event.key)
        if (!next) return
        event.preventDefault()
        next.focus()
      }}
    >
      {flat ? (
        <div class={named ? 'tiles named' : 'tiles'}>{tops.map((one) => tile(one, named))}</div>
      ) : (
        tops.map(block)
      )}
    </div>
  )
})

function treeOf(parts: readonly PartShape[]) {
  const codes = new Set(parts.map((part) => part.code))
  const children = new Map<string, PartShape[]>()
  const tops: PartShape[] = []
  for (const part of parts) {
    if (part.parent === null || !codes.has(part.parent)) tops.push(part)
    else children.set(part.parent, [...(children.get(part.parent) ?? []), part])
  }
  return { children, tops }
}

function tileAt(event: Event): HTMLAnchorElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-tile]') : null
}

function tilesIn(box: HTMLElement | null): HTMLAnchorElement[] {
  return [...(box?.querySelectorAll<HTMLAnchorElement>('a[data-tile]') ?? [])]
}

/** Left and right go through the tiles in order, up and down to the nearest of the row above or below. */
function neighbour(
  tiles: readonly HTMLAnchorElement[],
  from: HTMLAnchorElement,
  key: string,
): HTMLAnchorElement | undefined {
  const at = tiles.indexOf(from)
  switch (key) {
    case 'ArrowRight':
      return tiles[at + 1]
    case 'ArrowLeft':
      return tiles[at - 1]
    case 'Home':
      return tiles[0]
    case 'End':
      return tiles.at(-1)
    case 'ArrowUp':
    case 'ArrowDown': {
      const down = key === 'ArrowDown'
      const here = from.getBoundingClientRect()
      let nearest: { tile: HTMLAnchorElement; far: number } | undefined
      for (const tile of tiles) {
        const box = tile.getBoundingClientRect()
        const rows = down ? box.top - here.bottom : here.top - box.bottom
        if (rows < -1) continue
        const sideways = Math.max(0, box.left - here.left, here.left - box.right + 1)
        const far = rows * 2 + sideways
        if (nearest === undefined || far < nearest.far) nearest = { tile, far }
      }
      return nearest?.tile
    }
    default:
      return undefined
  }
}
