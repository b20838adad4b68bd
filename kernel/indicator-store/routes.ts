import type { Context } from '#kernel/context'
import { binaryRoute, route, type Route } from '#kernel/context/route.ts'
import { type Directory, type Place, prefixOf } from '#kernel/context/world.ts'
import { figureText, type Indicator, judge, moved } from '#kernel/indicator'
import { type Counts, figureOf } from '#kernel/indicator/figures.ts'
import { targetText } from '#kernel/indicator/texts.ts'
import type { FactSource } from '#kernel/indicator/source.ts'
import { basisText } from '#kernel/law'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import { versionOf } from '#kernel/procedure'
import { cellText } from '#kernel/register/plain'
import { listOpenRows } from '#kernel/register/plain/store.ts'
import type { Register } from '#kernel/register/register.ts'
import { type Text, text } from '#kernel/text'
import * as contract from './contract.ts'
import type { FigureShape, IndicatorShape, PartShape } from './contract.ts'
import type { Counter } from './counter.ts'
import { csvOf } from './csv.ts'
import { peersOf } from './peers.ts'
import * as store from './store.ts'

const MOST_ROWS = 200

export type IndicatorMeans = {
  readonly counter: Counter
  readonly directory: Directory
  readonly registers: readonly Register[]
  /** Names of the dated values, for readers. */
  readonly titles: Readonly<Record<string, Text>>
}

export function indicatorRoutes(means: IndicatorMeans): readonly Route[] {
  const { counter, directory, registers } = means
  const { indicators, sources, formulas } = counter.options
  const byId = new Map(indicators.map((one) => [one.id, one]))
  const titleOf = (source: FactSource): Text => {
    if (source.register !== undefined)
      return (
        registers.find((one) => one.definition.name === source.register)?.definition.title ??
        text(source.name, source.name)
      )
    return source.title ?? text(source.name, source.name)
  }

  type Asked = { place: Place; counts: Counts; month: string; day: string }
  const ask = async (
    context: Context,
    query: { place?: string | undefined; month?: string | undefined },
  ): Promise<Outcome<Asked>> => {
    const place = directory.places.get(query.place ?? counter.places[0]?.code ?? '')
    if (!place) return refuse('place-not-found', 'practice')
    const month = query.month ?? context.today.slice(0, 7)
    const counts = await counter.figures(month)
    const day = month === context.today.slice(0, 7) ? context.today : lastDayOf(month)
    return counts ? allow({ place, counts, month, day }) : refuse('month-not-counted', 'practice', { month })
  }

  return [
    route(contract.listIndicators, async (context) => {
      const months = await context.asSystem((db) => store.listMonths(db))
      return allow({ indicators: indicators.map(shown), months, month: context.today.slice(0, 7) })
    }),
    route(contract.listFigures, async (context, { query }) => {
      const asked = await ask(context, query)
      if (!asked.ok) return asked
      const { place, counts, month, day } = asked.value
      const months = await context.asSystem((db) => store.listMonths(db))
      const earlier = months.findLast((one) => one < month)
      const before = earlier === undefined ? undefined : (await counter.figures(earlier))?.of.get(place.code)
      const now = counts.of.get(place.code)
      return allow({
        place: reference(place),
        path: pathOf(directory, place),
        month,
        day,
        moved: Object.fromEntries(
          indicators.flatMap((one) => {
            const way = moved(one.target, before?.get(one.id), now?.get(one.id))
            return way === undefined ? [] : [[one.id, way]]
          }),
        ),
        figures: Object.fromEntries(indicators.map((one) => [one.id, figureShape(one, place, counts)])),
      })
    }),
    route(contract.getFigure, async (context, { params, query }) => {
      const indicator = byId.get(params.id)
      if (!indicator) return refuse('indicator-not-found', 'practice')
      const asked = await ask(context, query)
      if (!asked.ok) return asked
      const { place, counts, month, day } = asked.value
      const trend = await context.asSystem((db) =>
        store.listTrend(db, place.code.slice(0, 6), place.code, indicator.id),
      )
      const now = counts.of.get(place.code)?.get(indicator.id)
      const before = trend.findLast((one) => one.month < month)
      return allow({
        indicator: shown(indicator),
        place: reference(place),
        path: pathOf(directory, place),
        month,
        day,
        figure: figureShape(indicator, place, counts),
        parts: below(place, query.below).map(
          (part): PartShape => ({ ...reference(part), figure: figureShape(indicator, part, counts) }),
        ),
        months: trend.map((one) => {
          const figure = judge(indicator, { n: one.counted[0], d: one.counted[1] })
          return {
            month: one.month,
            figure: { ...figure, text: figureText(indicator.unit, figure), way: 'counted' as const },
          }
        }),
        moved: (before && moved(indicator.target, { n: before.counted[0], d: before.counted[1] }, now)) ?? null,
        values: valuesBehind(context, indicator, place),
        duties: await dutiesOf(context, formulas[indicator.id]?.duties ?? [], place),
        peers: peersOf(indicator, place, counts, directory, (code) => counter.factsOf(code)),
        sources: sources
          .filter((one) => formulas[indicator.id]?.needs.includes(one.name))
          .map((one) => ({ name: one.name, title: titleOf(one), held: counter.holds(one.name) })),
      })
    }),
    route(contract.listBehind, async (context, { params, query }) => {
      const indicator = byId.get(params.id)
      if (!indicator) return refuse('indicator-not-found', 'practice')
      const asked = await ask(context, query)
      if (!asked.ok) return asked
      const { place, counts } = asked.value
      const formula = formulas[indicator.id]
      const needed = sources.filter((one) =>
        counts.way[indicator.id] === 'by-hand'
          ? one.procedure !== undefined && one.behind
          : formula?.needs.includes(one.name),
      )
      const used = factsUsed(indicator, place)
      return allow({
        place: reference(place),
        figure: figureShape(indicator, place, counts),
        facts: Object.entries(counter.factsOf(place.code))
          .filter(([name]) => used.has(name))
          .map(([name, value]) => ({ name, value })),
        tables: await Promise.all(needed.map((source) => tableBehind(context, source, place.code, indicator.id))),
      })
    }),
    binaryRoute(contract.exportFigures, async (context, { query }) => {
      const asked = await ask(context, query)
      if (!asked.ok) return asked
      const { place, counts, month } = asked.value
      const wanted = indicators.filter((one) => query.indicator === undefined || one.id === query.indicator)
      const lines = [place, ...below(place, query.below)].flatMap((one) =>
        wanted.map((indicator) => {
          const { n, d, text: figure, state, gap } = figureShape(indicator, one, counts)
          const { id, name, target, by } = shown(indicator)
          return [
            one.code,
            one.name,
            LEVEL_NAMES[one.level],
            id,
            name.zh,
            n,
            d,
            figure,
            STATE_NAMES[state],
            gap,
            target.zh,
            by ?? '',
          ]
        }),
      )
      const header = [
        '区划代码',
        '名称',
        '层级',
        '指标',
        '指标名称',
        '分子',
        '分母',
        '数值',
        '状态',
        '差距',
        '目标',
        '期限',
      ]
      return allow({
        bytes: csvOf([header, ...lines]),
        mediaType: 'text/csv; charset=utf-8',
        fileName: `指标-${place.name}-${month}.csv`,
      })
    }),
  ]

  async function dutiesOf(context: Context, procedures: readonly string[], place: Place) {
    if (procedures.length === 0) return { open: 0, overdue: 0, cases: [] }
    const { today, services, world } = context
    const found = await context.asSystem((db) => store.listDuties(db, procedures, prefixOf(place.code), today))
    return {
      ...found,
      cases: found.cases.map((one) => {
        const office = world.office(one.holder)
        return {
          number: one.number,
          procedure: versionOf(services.procedures, one).title,
          place: reference(directory.place(one.place)),
          holder: text(office.name, office.nameEn),
          dueOn: one.due_on,
          overdue: one.due_on !== null && one.due_on < today,
        }
      }),
    }
  }

  function below(place: Place, how: 'parts' | 'all'): Place[] {
    return counter.places.flatMap(({ code, parent }) => {
      const one = directory.place(code)
      if (how === 'parts') return parent === place.code ? [one] : []
      return code !== place.code && isBelow(directory, one, place.code) ? [one] : []
    })
  }

  /** The names of the facts the formula reads, heard by handing it facts that listen. */
  function factsUsed(indicator: Indicator, place: Place): ReadonlySet<string> {
    const used = new Set<string>()
    const facts = new Proxy(counter.factsOf(place.code), {
      get: (held, name) => {
        used.add(String(name))
        return held[String(name)]
      },
    })
    const { today } = counter.options.context()
    formulas[indicator.id]?.count(facts, place, counter.valuesAt(place.code, today))
    return used
  }

  function valuesBehind({ world, today }: Context, indicator: Indicator, place: Place) {
    const names = new Set((formulas[indicator.id]?.needs ?? []).flatMap((source) => [...counter.askedBy(source)]))
    for (const { code, level, kind } of counter.places)
      if (code === place.code || directory.place(code).parent === place.code || level === 'committee')
        formulas[indicator.id]?.count(
          counter.factsOf(code),
          { code, level, kind },
          counter.valuesAt(code, today, (name) => names.add(name)),
        )
    return [...names].map((name) => {
      const { value, basis, pack, verified, unit = null } = world.value(name, today, place.code)
      return {
        name,
        title: means.titles[name] ?? text(name, name),
        value,
        unit,
        basis: basisText(basis),
        pack,
        verified,
      }
    })
  }

  async function tableBehind(context: Context, source: FactSource, place: string, indicator: string) {
    const counts = formulas[indicator]?.behind?.[source.name]
    const table = { source: source.name, title: titleOf(source), more: 0 }
    if (source.register !== undefined) {
      const definition = registers.find((one) => one.definition.name === source.register)?.definition
      const open = definition?.columns.filter((column) => column.open && !column.personal) ?? []
      const rows = await context.asSystem((db) => listOpenRows(db, source.register, [place], context.today))
      return {
        ...table,
        columns: open.map(({ id, label }) => ({ id, label })),
        rows: rows.slice(0, MOST_ROWS).map((row) => ({
          id: row.id,
          cells: Object.fromEntries(
            open.map((column) => {
              const value = row.cells[column.id]
              const shownAs =
                value === undefined
                  ? null
                  : cellText(column, context.services.keys, value, (code) => context.world.placeName(code))
              return [column.id, shownAs]
            }),
          ),
          counted: counts?.(row.cells) ?? true,
        })),
        more: Math.max(0, rows.length - MOST_ROWS),
      }
    }
    if (source.procedure !== undefined && source.behind) {
      const { procedure, behind } = source
      const cases = await context.asSystem((db) => store.listCases(db, procedure, [place], context.today))
      const given = behind.rows(
        cases.map((one) => one.fact),
        indicator,
        context.today,
      )
      return {
        ...table,
        columns: [...behind.columns],
        rows: given.slice(0, MOST_ROWS).map((row, i) => ({ ...row, id: String(i) })),
        more: Math.max(0, given.length - MOST_ROWS),
      }
    }
    const columns = [
      { id: 'what', label: text('内容', 'What') },
      { id: 'value', label: text('数量', 'Count') },
    ]
    if ('read' in source && source.behind) {
      const { behind } = source
      const groups = await context.asSystem((db) => behind(db, place))
      return {
        ...table,
        columns,
        rows: groups.slice(0, MOST_ROWS).map(({ label, value }, i) => ({
          id: String(i),
          cells: { what: label.zh, value },
          counted: true,
        })),
        more: Math.max(0, groups.length - MOST_ROWS),
      }
    }
    return { ...table, columns, rows: [] }
  }
}

const LEVEL_NAMES = { city: '市', county: '县(区)', street: '街道(乡镇)', committee: '社区(村)' } as const
const STATE_NAMES = { 'no-data': '暂无数据', 'n/a': '不适用', met: '达标', short: '未达标', trend: '看趋势' } as const

function lastDayOf(month: string): string {
  const [year = 0, m = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, m, 0)).toISOString().slice(0, 10)
}

function shown(indicator: Indicator): IndicatorShape {
  const { id, name, unit, stated, by, level, section, tasks, formula } = indicator
  const { kind: goal } = indicator.target
  return { id, name, unit, goal, target: targetText(indicator), stated, by, level, section, tasks: [...tasks], formula }
}

function figureShape(indicator: Indicator, place: Place, counts: Counts): FigureShape {
  const figure = figureOf(indicator, place, counts)
  return { ...figure, text: figureText(indicator.unit, figure), way: counts.way[indicator.id] ?? 'none' }
}

function reference({ code, name, nameEn, level, kind, parent }: Place) {
  return { code, name: text(name, nameEn), level, kind, parent }
}

function pathOf(directory: Directory, place: Place) {
  const path: ReturnType<typeof reference>[] = []
  for (let at = place.parent; at !== null; ) {
    const one = directory.place(at)
    path.unshift(reference(one))
    at = one.parent
  }
  return path
}

function isBelow(directory: Directory, place: Place, above: string): boolean {
  for (let at = place.parent; at !== null; at = directory.place(at).parent) if (at === above) return true
  return false
}
