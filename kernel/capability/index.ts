/** What a capability brings (能力清单): listed once in capabilities/registry.ts, composed by the server. */
import type { CountedFacts, Formula, Indicator } from '#kernel/indicator'
import type { FactSource } from '#kernel/indicator/source.ts'
import type { Presenter } from '#kernel/case/present.ts'
import type { RenderDocument } from '#kernel/case/documents.ts'
import type { Directory } from '#kernel/context/world.ts'
import type { Route } from '#kernel/context/route.ts'
import type { Outcome } from '#kernel/outcome'
import type { RefusalTexts } from '#kernel/outcome/texts.ts'
import type { MessageTexts } from '#kernel/notice'
import type { Pack } from '#kernel/pack'
import type { AnyProcedure } from '#kernel/procedure'
import type { Ask, Context } from '#kernel/context'
import type { Register } from '#kernel/register/register.ts'
import type { Text } from '#kernel/text'

export type CapabilityMeans = {
  readonly presenter: Presenter
  readonly directory: Directory
  /** All registers of the city, whoever brings them. */
  readonly registers: readonly Register[]
  readonly render: RenderDocument
  /** What proves that a case is in the ledger. */
  readonly receipt: (context: Context, county: string, id: string) => Promise<Outcome<Record<string, unknown>>>
}

export type Capability = {
  readonly id: string
  /** Rows of the mission map. */
  readonly map: readonly string[]
  readonly title: Text
  /** Capabilities whose front door this one enters. */
  readonly uses: readonly string[]
  readonly procedures?: readonly AnyProcedure[]
  /** What moves of its procedures ask by name. */
  readonly asks?: Readonly<Record<string, Ask>>
  readonly packs?: readonly Pack[]
  /** What each value of its packs is called on a screen (参数名称). */
  readonly valueTitles?: Readonly<Record<string, Text>>
  /** Registers it holds. */
  readonly registers?: readonly Register[]
  readonly refusals?: RefusalTexts
  /** What persons are told of its matters, by kind. */
  readonly messages?: MessageTexts
  /** Where its facts for indicators come from, and the formulas over them, by number of the indicator. */
  readonly sources?: readonly FactSource[]
  readonly formulas?: Readonly<Record<string, Formula>>
  /** The indicators of the plan itself, whoever brings their formulas. */
  readonly indicators?: readonly Indicator[]
  /** Told of the communities that were counted anew, after their facts are stored: raises the duties that follow. */
  readonly afterCount?: (context: Context, counted: readonly CountedFacts[]) => Promise<void>
  /** Run by the clock whenever a server starts on a city: raises what has to be there, and does no harm again. */
  readonly atStart?: (context: Context) => Promise<void>
  readonly subjectNames?: Readonly<Record<string, Text>>
  readonly routes?: (means: CapabilityMeans) => readonly Route[]
}
