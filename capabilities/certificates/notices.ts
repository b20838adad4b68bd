/** The papers of certificates (文书): the referral in place of a certificate, the certificate, the letter to put right. Pure. */
import { dayText, type PlainDate } from '#kernel/calendar'
import type { NoticeDraft } from '#kernel/document/content.ts'
import { type Basis, basisText } from '#kernel/law'
import type { DocumentDraft } from '#kernel/procedure'
import type { Text } from '#kernel/text'

const zh = (day: PlainDate): string => dayText(day).zh
const D2020 = basisText('D2020-C').zh
const PLAN = basisText('plan P3.3.3').zh

type Asked = {
  readonly office: string
  readonly nameMasked: string
  readonly name: Text
  readonly demander: string
  readonly today: PlainDate
}

/** 不予出具证明告知书: what is not ours, and who issues it. */
export function referral(asked: Asked, why: Text, goTo: Text | undefined): DocumentDraft {
  const content: NoticeDraft = {
    title: '不予出具证明告知书',
    redHead: false,
    addressee: `${asked.nameMasked}:`,
    paragraphs: [
      `你于${zh(asked.today)}请求出具“${asked.name.zh}”。${why.zh}`,
      ...(goTo
        ? [`请向${goTo.zh}申请,或请要求提供证明的单位自行核实。`]
        : ['请要求提供证明的单位自行核实,或改由本人书面承诺。']),
      `要求提供证明的单位:${asked.demander}。各部门、企事业单位、社会组织职责范围内的证明核实事项,不得要求社区出具证明。请将本告知书交给该单位;该单位仍然坚持的,可凭本告知书编号反映。`,
    ],
    facts: [
      { label: '证明事项', value: asked.name.zh },
      { label: '出具机关', value: goTo?.zh ?? '—' },
      { label: '要求单位', value: asked.demander },
    ],
    law: [D2020, PLAN],
    sealed: true,
    sealLine: '',
    english: `“${asked.name.en}”: ${why.en} ${goTo ? `Please go to ${goTo.en}.` : 'The body that asked has to check for itself.'}`,
  }
  return { kind: 'referral', office: asked.office, content }
}

export function certificate(given: {
  office: string
  name: Text
  body: string
  facts: readonly { label: string; value: string }[]
  /** By which law it is issued. */
  law: readonly Basis[]
  until: PlainDate
}): DocumentDraft {
  const content: NoticeDraft = {
    title: given.name.zh,
    redHead: false,
    addressee: '',
    paragraphs: [given.body],
    facts: [...given.facts, { label: '有效期至', value: zh(given.until) }],
    law: [...given.law.map((one) => basisText(one).zh), D2020],
    sealed: true,
    sealLine: '',
    english: `${given.name.en}, valid until ${dayText(given.until).en}. The code says whether it still holds.`,
  }
  return { kind: 'certificate', office: given.office, content }
}

/** 限期整改函: to the superior of who demanded; the resident is not in it. */
export function rectificationLetter(given: {
  office: string
  organisation: string
  superior: string
  kind: Text
  today: PlainDate
  due: PlainDate
}): DocumentDraft {
  const content: NoticeDraft = {
    title: '关于限期整改不当证明要求的函',
    redHead: true,
    addressee: `${given.superior}:`,
    paragraphs: [
      `经核实,${given.organisation}要求居民提供“${given.kind.zh}”,该事项不属于基层群众性自治组织出具证明的范围。`,
      `请督促${given.organisation}停止要求,改由其自行核实或者由本人书面承诺,并于${zh(given.due)}前将整改结果函告本办。逾期未整改的,将予以曝光并提请追责。`,
    ],
    facts: [
      { label: '要求单位', value: given.organisation },
      { label: '整改期限', value: zh(given.due) },
    ],
    law: [D2020, PLAN],
    sealed: true,
    sealLine: '',
    english: `${given.organisation} is to stop demanding “${given.kind.en}” by ${dayText(given.due).en}.`,
  }
  return { kind: 'rectification', office: given.office, content }
}
