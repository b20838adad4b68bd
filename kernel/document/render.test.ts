import { afterAll, describe, expect, test } from 'vitest'
import { createPdfRenderer } from '#platform/pdf'
import type { NoticeContent } from './content.ts'
import { renderNotice } from './render.ts'

const pdf = createPdfRenderer()
afterAll(() => pdf.close())

const content: NoticeContent = {
  kind: 'denial',
  title: '不予决定书',
  number: '阳民驳字〔2026〕12号',
  authority: '市民政局',
  issuedOn: '2026-03-02',
  verifyCode: 'ABCDEFGHJKMNPQRTUWXY',
  verifyUrl: 'http://127.0.0.1:3000/v/ABCDEFGHJKMNPQRTUWXY',
  redHead: true,
  sealed: true,
  addressee: '王*兰:',
  paragraphs: [
    '你于2026年2月13日提出的“高龄津贴”申请,经审查,不符合规定的条件,决定不予办理。',
    '理由:申请人未满八十周岁。',
  ],
  facts: [{ label: '办件编号', value: 'YQ26-7K3M-9P2X' }],
  law: ['《行政许可法》第三十八条'],
  remedies: ['如不服本决定,可自收到之日起60日内依法申请行政复议;'],
  english: 'The application is denied.',
}
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

describe('a notice on paper', () => {
  test('is PDF/A-2b with its type embedded', async () => {
    const made = text(await renderNotice(pdf, content))
    expect(made.slice(0, 5)).toBe('%PDF-')
    expect(made).toMatch(/pdfaid:part>2<|pdfaid:part="2"/)
    expect(made).toMatch(/FontFile/)
  })
  test.each([
    ['code', '#panic("x")'],
    ['marks', '*bold* _it_ $x$ \\ @ref <b>'],
    ['rare characters', '䶮堃·买买提'],
    ['quotes', '"\'`'],
  ])('shows %s as text', async (_because, given) => {
    expect(
      (
        await renderNotice(pdf, {
          ...content,
          addressee: given,
          title: given || 'x',
          paragraphs: [given],
          facts: [{ label: given, value: given }],
        })
      ).length,
    ).toBeGreaterThan(5000)
  })
  test('a long list runs over pages', async () => {
    const list = {
      title: '材料',
      header: ['序号', '材料', '形式'],
      rows: Array.from({ length: 60 }, (_, i) => [String(i + 1), `材料${i}`, '原件']),
    }
    expect(text(await renderNotice(pdf, { ...content, list })).match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(2)
  })
  test('the same notice is the same file', async () => {
    expect(Buffer.from(await renderNotice(pdf, content)).equals(Buffer.from(await renderNotice(pdf, content)))).toBe(
      true,
    )
  })
})
