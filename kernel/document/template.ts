/**
 * How a notice looks on paper (公文格式): GB/T 9704 margins, red head where the trade has one, the office's round seal over
 * the date, a QR code that opens the page which verifies it. Typst source; all text comes in as data.
 */
export const NOTICE_TEMPLATE = String.raw`
#let d = json(bytes(sys.inputs.data))
#let red = rgb("#c8102e")
#set document(title: d.title, author: d.authority)
#set page(paper: "a4", margin: (top: 37mm, bottom: 30mm, left: 28mm, right: 26mm), footer: context {
  set text(size: 9pt, fill: luma(110))
  grid(columns: (1fr, auto), d.number, [第 #counter(page).display() 页 共 #counter(page).final().first() 页])
})
#set text(font: ("Noto Sans SC",), size: 14pt, lang: "zh", region: "cn")
#set par(leading: 0.95em, justify: true, first-line-indent: (amount: 2em, all: true))

#let seal(name, line) = box(width: 40mm, height: 40mm, {
  place(center + horizon, circle(radius: 19.4mm, stroke: 1.1mm + red))
  let signs = name.clusters()
  let n = signs.len()
  let sweep = calc.min(250deg, 22deg * n)
  for (i, sign) in signs.enumerate() {
    let a = if n == 1 { 0deg } else { -sweep / 2 + sweep * i / (n - 1) }
    place(center + horizon, dx: 15.6mm * calc.sin(a), dy: -15.6mm * calc.cos(a), rotate(a, text(size: if n > 14 { 8.5pt } else { 10.5pt }, fill: red, weight: "bold", sign)))
  }
  place(center + horizon, polygon(fill: red, ..range(10).map(i => {
    let r = if calc.even(i) { 5.2mm } else { 2mm }
    (6mm + r * calc.sin(36deg * i), 6mm - r * calc.cos(36deg * i))
  })))
  place(center + bottom, dy: -8.5mm, text(size: 8pt, fill: red, line))
})

#if d.redHead {
  align(center, text(size: 26pt, fill: red, weight: "bold", tracking: 2pt, d.authority))
  v(2mm)
  align(center, text(size: 12pt, d.number))
  v(1mm)
  line(length: 100%, stroke: 0.7mm + red)
  v(7mm)
} else {
  align(center, text(size: 13pt, d.authority))
  v(2mm)
}
#align(center, text(size: 21pt, weight: "bold", tracking: 1.5pt, d.title))
#if not d.redHead { v(1mm); align(center, text(size: 12pt, d.number)) }
#v(6mm)
#par(first-line-indent: 0em, d.addressee)
#for p in d.paragraphs { par(p) }
#if d.facts.len() > 0 {
  v(2mm)
  block(breakable: false, table(columns: (34mm, 1fr), stroke: 0.4pt + luma(150), inset: (x: 3mm, y: 2.2mm), ..d.facts.map(f => (text(size: 11.5pt, fill: luma(70), f.label), text(size: 11.5pt, f.value))).flatten()))
}
#if "list" in d and d.list != none {
  v(2mm)
  par(first-line-indent: 0em, text(weight: "bold", d.list.title))
  table(columns: if d.list.header.len() == 3 { (14mm, 1fr, 30mm) } else { (1fr, 1fr) }, stroke: 0.4pt + luma(150), inset: (x: 3mm, y: 2.2mm),
    table.header(..d.list.header.map(h => text(size: 11.5pt, weight: "bold", h))), ..d.list.rows.flatten().map(c => text(size: 11.5pt, c)))
}
#if "law" in d and d.law.len() > 0 { par([依据：#d.law.join("；")]) }
#if "remedies" in d { for r in d.remedies { par(r) } }
#v(4mm)
#block(breakable: false, width: 100%, {
  grid(columns: (38mm, 1fr), align: (left + bottom, right + bottom),
    stack(spacing: 1.5mm, image("qr.svg", width: 24mm), text(size: 7.5pt, fill: luma(90), d.verifyCode)),
    box(width: 62mm, height: 40mm, {
      place(right + horizon, dx: -2mm, align(center, stack(spacing: 4mm, text(size: 13pt, d.authority), text(size: 13pt, d.day))))
      if d.sealed { place(right + horizon, dx: -10mm, seal(d.authority, d.at("sealLine", default: "政务服务专用章"))) }
    }))
})
#v(4mm)
#line(length: 100%, stroke: 0.3pt + luma(170))
#par(first-line-indent: 0em, leading: 0.6em, text(size: 8.5pt, fill: luma(90), lang: "en", [#d.english Courtesy translation; the Chinese text prevails. Scan the code to verify: #d.verifyUrl]))
`
