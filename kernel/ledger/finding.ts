/** What the verifier may find, and the sentence for each, in both languages. */
import type { OpenedCheckpoint } from './checkpoint.ts'
import type { LogFault, ReceiptFault } from './receipt.ts'

type OpenedFault = Extract<OpenedCheckpoint, { readonly ok: false }>['code']

/** Shape of a text in both languages (kernel/text), kept here so that the verifier stands alone. */
type Sentence = { readonly zh: string; readonly en: string }

export const FINDINGS = {
  'file-empty': { zh: '文件中没有存证数据', en: 'the file holds no ledger' },
  'header-missing': { zh: '第 {line} 行之前缺少日志头', en: 'no section header before line {line}' },
  'line-unreadable': {
    zh: '第 {line} 行不是规定格式(被改写、截断或拼接)',
    en: 'line {line} is not in the one allowed form (rewritten, cut or joined)',
  },
  'section-twice': { zh: '同一日志在文件中出现两次', en: 'the same log appears twice in the file' },
  'log-missing': {
    zh: '文件中没有此日志,而所给的{what}属于它',
    en: 'this log is not in the file, but the given {what} belongs to it',
  },
  'key-unreadable': { zh: '日志头中的公钥不可用', en: 'the public key in the header is unusable' },
  'key-differs': { zh: '日志头中的公钥与所给公钥不同', en: 'the public key in the header is not the one given' },
  'checkpoint-bad': {
    zh: '检查点无效({which}:{reason})',
    en: '{which} is not valid: {reason}',
  },
  'leaf-edited': { zh: '第 {index} 条被改动', en: 'leaf {index} was edited' },
  'hash-edited': {
    zh: '第 {index} 条的哈希被改动,内容完好',
    en: 'the stored hash of leaf {index} was edited; the leaf itself is intact',
  },
  'leaf-missing': {
    zh: '第 {index} 条只剩位置,事实已被移除或损坏',
    en: 'leaf {index} has its place but its fact was removed or spoilt',
  },
  'leaf-foreign': { zh: '第 {index} 条不是本日志的记录', en: 'leaf {index} is not a record of this log' },
  'leaf-removed': { zh: '第 {from} 至 {to} 条被移除', en: 'leaves {from} to {to} were removed' },
  'leaf-inserted': {
    zh: '第 {line} 行是插入的(序号 {index} 已经出现)',
    en: 'line {line} was inserted (number {index} was there already)',
  },
  'leaf-reordered': {
    zh: '第 {index} 条不在原来的位置(第 {line} 行)',
    en: 'leaf {index} is out of its place (line {line})',
  },
  'content-edited': {
    zh: '第 {index} 条的正文或盐与所封存的摘要不符',
    en: 'the content or salt of leaf {index} is not what was sealed',
  },
  'log-truncated': {
    zh: '日志被截短:{which}签了 {size} 条,现有 {leaves} 条',
    en: 'the log was cut short: {which} was signed for {size} leaves, there are {leaves}',
  },
  'tail-unsigned': {
    zh: '检查点只签到 {size} 条,文件却有 {leaves} 条',
    en: 'the checkpoint covers {size} leaves, the file has {leaves}',
  },
  'history-differs': {
    zh: '第 {from} 至 {to} 条之间有改动、插入、移除或换位',
    en: 'something among leaves {from} to {to} was edited, inserted, removed or moved',
  },
  'log-forked': {
    zh: '历史被改写后重新签名:与{which}在 {size} 条处不同',
    en: 'the history was rewritten and signed again: it differs from {which} at {size} leaves',
  },
  'receipt-bad': {
    zh: '回执 {receipt} 自身不成立:{reason}',
    en: 'receipt {receipt} does not hold by itself: {reason}',
  },
  'receipt-missing': {
    zh: '回执 {receipt} 所记的事实不在此日志中',
    en: 'what receipt {receipt} records is not in this log',
  },
  'receipt-moved': {
    zh: '回执 {receipt} 的记录由第 {index} 条移到了第 {found} 条',
    en: 'what receipt {receipt} records moved from leaf {index} to leaf {found}',
  },
  'more-findings': { zh: '另有 {count} 处问题未列出', en: '{count} more findings are not listed' },
} as const satisfies Record<string, Sentence>

export const WARNINGS = {
  'key-from-file': {
    zh: '未给公钥,用的是文件自带的公钥:伪造者可以连公钥一起换掉。请用 --vkey 给出从别处取得的公钥',
    en: 'no key was given, so the one in the file itself was trusted: a forger can replace that too. Give --vkey from elsewhere',
  },
  'nothing-kept': {
    zh: '未给早先的检查点或回执:若日志整体退回到较早的一次签名,无从发现',
    en: 'no earlier checkpoint or receipt was given: a log rolled back to an older signed state would not show',
  },
  'receipt-unpromised': {
    zh: '回执 {receipt} 没有签名,单凭它不能证明什么',
    en: 'receipt {receipt} is not signed and proves nothing by itself',
  },
} as const satisfies Record<string, Sentence>

export type FindingCode = keyof typeof FINDINGS
export type WarningCode = keyof typeof WARNINGS
export type FindingFacts = Readonly<Record<string, string | number>>
export type Finding = { readonly code: FindingCode; readonly origin: string; readonly facts: FindingFacts }
export type Warning = { readonly code: WarningCode; readonly origin: string; readonly facts: FindingFacts }

/** Why a note or a receipt does not hold; also for the page on which a receipt is checked. */
export const REASONS = {
  'note-unreadable': { zh: '不是签名文本', en: 'it is not a signed note' },
  'key-unknown': { zh: '不是用本日志的公钥签的', en: 'it is not signed by the key of this log' },
  'signature-bad': { zh: '签名不符', en: 'the signature does not match' },
  'checkpoint-unreadable': { zh: '不是检查点', en: 'it is not a checkpoint' },
  'origin-other': { zh: '属于另一日志', en: 'it is of another log' },
  'leaf-unreadable': { zh: '记录不成格式或不属于本日志', en: 'the leaf is malformed or of another log' },
  'leaf-hash-differs': { zh: '记录被改动', en: 'the leaf was changed' },
  'content-differs': { zh: '所示正文不是当时记录的正文', en: 'the content shown is not what was recorded' },
  'key-unreadable': { zh: '公钥不可用', en: 'the key is unusable' },
  'key-other': { zh: '公钥属于另一日志', en: 'the key is of another log' },
  'promise-bad': { zh: '签名承诺无效', en: 'the promise is not validly signed' },
  'checkpoint-bad': { zh: '检查点签名无效', en: 'the checkpoint is not validly signed' },
  'proof-bad': { zh: '证明不能由记录推到检查点', en: 'the proof does not lead from the leaf to the checkpoint' },
  'log-checkpoint-bad': { zh: '日志与其检查点不符', en: 'the log does not match its own checkpoint' },
  'log-shorter': { zh: '日志比回执出具时还短', en: 'the log is shorter than when the receipt was made' },
  'log-forked': { zh: '日志的历史被改写', en: 'the history of the log was rewritten' },
  'leaf-not-in-log': { zh: '日志中没有此记录', en: 'the log does not hold this leaf' },
} as const satisfies Record<OpenedFault | ReceiptFault | LogFault, Sentence>

const SENTENCES: Readonly<Record<FindingCode | WarningCode, Sentence>> = { ...FINDINGS, ...WARNINGS }

export function sentenceOf({ code, facts }: Finding | Warning): Sentence {
  const { zh, en } = SENTENCES[code]
  return { zh: fill(zh, facts, 'zh'), en: fill(en, facts, 'en') }
}

function fill(sentence: string, facts: FindingFacts, language: keyof Sentence): string {
  return sentence.replace(/\{(\w+)\}/gu, (hole, name: string) => {
    const fact = String(facts[name] ?? hole)
    if (name === 'which') return called(fact)[language]
    return name === 'reason' && isReason(fact) ? REASONS[fact][language] : fact
  })
}

function isReason(code: string): code is keyof typeof REASONS {
  return Object.hasOwn(REASONS, code)
}

/** The checkpoints of the header are called latest and earlier n; what was brought along goes by its own name. */
function called(which: string): Sentence {
  const earlier = /^earlier (\d+)$/u.exec(which)?.[1]
  if (which === 'latest') return { zh: '文件所附检查点', en: 'the checkpoint of the file' }
  if (earlier !== undefined)
    return { zh: `文件所附早先检查点 ${earlier}`, en: `earlier checkpoint ${earlier} of the file` }
  return { zh: which, en: which }
}
