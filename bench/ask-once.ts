/**
 * `node bench/ask-once.ts`, part of `npm run bench`: how well the compiler of forms knows headers, on the labelled set; the
 * third that was never used for tuning stands apart.
 */
import { buildDictionary } from '../capabilities/burden/dictionary.ts'
import { type Scored, scoreHeaders } from '../capabilities/burden/examples.ts'
import { burdenPack } from '../capabilities/burden/packs.ts'
import { capabilities } from '../capabilities/registry.ts'
import { HELD } from '#capabilities/residents'

const percent = (n: number, d: number): string => (d === 0 ? 'n/a' : `${((100 * n) / d).toFixed(1)} %`)

export function askOnce(): void {
  const registers = capabilities.flatMap((one) => one.registers ?? []).map((one) => one.definition)
  const dictionary = buildDictionary(registers, HELD)
  const overlap = Number(burdenPack.values['burden.match-overlap']?.[0]?.value)
  const line = (name: string, { headers, right, wrong, missed, asked }: Scored): void =>
    console.log(
      `ask once, ${name.padEnd(22)} precision ${percent(right, right + wrong)} (${right}/${right + wrong}), recall ${percent(right, right + missed)} (${right}/${right + missed}), a person is asked ${asked} of ${headers}`,
    )
  console.log(`\nask once: ${dictionary.length} data of ${registers.length} registers`)
  line('held-out third', scoreHeaders(dictionary, overlap, true))
  line('tuning part', scoreHeaders(dictionary, overlap, false))
}

if (import.meta.main) askOnce()
