/** Draws a notice as PDF/A. The renderer comes in as an argument: the kernel starts no processes. */
import { parsePlainDate, dayText } from '#kernel/calendar'
import QRCode from 'qrcode'
import type { NoticeContent } from './content.ts'
import { typeset } from '#kernel/text/typeset.ts'
import { NOTICE_TEMPLATE } from './template.ts'

export interface NoticeRenderer {
  render(job: {
    source: string
    data: unknown
    files: Readonly<Record<string, string>>
    createdAt: number
  }): Promise<Uint8Array>
}

/** @param content a NoticeContent as it was issued */
export async function renderNotice(renderer: NoticeRenderer, content: unknown): Promise<Uint8Array> {
  const notice = content as NoticeContent
  const day = parsePlainDate(notice.issuedOn)
  const qr = await QRCode.toString(notice.verifyUrl, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' })
  return renderer.render({
    source: NOTICE_TEMPLATE,
    data: { ...set(notice), day: day ? dayText(day).zh : notice.issuedOn },
    files: { 'qr.svg': qr },
    createdAt: Date.parse(`${notice.issuedOn}T00:00:00Z`) / 1000,
  })
}

/** What the office says is set; what the applicant said stays as it was written. */
function set(notice: NoticeContent): NoticeContent {
  return {
    ...notice,
    title: typeset(notice.title),
    addressee: typeset(notice.addressee),
    paragraphs: notice.paragraphs.map(typeset),
    facts: notice.facts.map(({ label, value }) => ({ label: typeset(label), value })),
    ...(notice.list
      ? {
          list: {
            title: typeset(notice.list.title),
            header: notice.list.header.map(typeset),
            rows: notice.list.rows.map((row) => row.map(typeset)),
          },
        }
      : {}),
    ...(notice.law ? { law: notice.law.map(typeset) } : {}),
    ...(notice.remedies ? { remedies: notice.remedies.map(typeset) } : {}),
  }
}
