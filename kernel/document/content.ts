/** The content of a notice (文书内容): what is said, in order; its number, day and codes are added when it is issued. */

export type NoticeFact = { readonly label: string; readonly value: string }
export type NoticeList = {
  readonly title: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** What a capability composes. Chinese is the text that counts; `english` is a courtesy printed small. */
export type NoticeDraft = {
  readonly title: string
  readonly redHead: boolean
  readonly addressee: string
  readonly paragraphs: readonly string[]
  readonly facts: readonly NoticeFact[]
  readonly list?: NoticeList
  readonly law?: readonly string[]
  readonly remedies?: readonly string[]
  readonly sealed: boolean
  /** What stands in the seal below the star; default 政务服务专用章, an empty text for a committee's own seal. */
  readonly sealLine?: string
  readonly english: string
}

/** As issued. */
export type NoticeContent = NoticeDraft & {
  readonly kind: string
  readonly number: string
  readonly authority: string
  readonly issuedOn: string
  readonly verifyCode: string
  readonly verifyUrl: string
}
