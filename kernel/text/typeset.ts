/**
 * 排版: Chinese set with the full-width signs that its readers expect. Texts are written with the signs of the keyboard; here
 * those beside a Chinese character become ，；：？！（）. Times, numbers, codes and addresses stay. Without look-behind, which older
 * phones cannot read. Pure. @practice GB/T 15834-2011
 */
const FULL: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' }
const ENDS = /[\p{Script=Han}”’》）〕】…]/u
const BEGINS = /[\p{Script=Han}“‘《（〔]/u
const HAN = /\p{Script=Han}/u

/** '受理，转街道' for '受理,转街道'; 'YQ26-7K3M, 10:30' stays. */
export function typeset(zh: string): string {
  return zh
    .replace(/\(([^()]*)\)/g, (whole, inner: string, at: number) =>
      HAN.test(inner) || HAN.test(zh.charAt(at - 1)) ? `（${inner}）` : whole,
    )
    .replace(/([,;:?!])( *)/g, (whole, sign: string, blank: string, at: number, all: string) => {
      const next = all.charAt(at + whole.length)
      if (!ENDS.test(all.charAt(at - 1)) && (blank !== '' || !BEGINS.test(next))) return whole
      return `${FULL[sign] ?? sign}${next === '' || BEGINS.test(next) ? '' : blank}`
    })
}
