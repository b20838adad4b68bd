/** A file as lines, read piece by piece. Only U+000A ends a line: the readers at hand also break at U+2028, which JSON allows. */

/** @practice a leaf with its content is far below; more is not a line of ours and is not kept in memory */
const LONGEST_LINE = 64 * 1024 * 1024
const NEWLINE = 0x0a

/** Lines without their newline; undefined for one that is not UTF-8 or is too long. */
export async function* linesOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string | undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const decode = (bytes: Uint8Array): string | undefined => {
    try {
      return decoder.decode(bytes)
    } catch {
      return undefined
    }
  }
  let held: Uint8Array[] = []
  let length = 0
  const take = (last: Uint8Array): string | undefined => {
    const line =
      length + last.length > LONGEST_LINE
        ? undefined
        : decode(held.length === 0 ? last : Buffer.concat([...held, last]))
    held = []
    length = 0
    return line
  }
  for await (const piece of pieces) {
    let from = 0
    for (let end = piece.indexOf(NEWLINE); end >= 0; end = piece.indexOf(NEWLINE, from)) {
      yield take(piece.subarray(from, end))
      from = end + 1
    }
    const rest = piece.subarray(from)
    length += rest.length
    if (length > LONGEST_LINE) held = []
    else if (rest.length > 0) held.push(Uint8Array.from(rest))
  }
  if (length > 0) yield take(new Uint8Array(0))
}
