/**
 * npm run ledger:verify FILE: checks an exported ledger, or a single receipt, with no database and no network.
 * Leaves: 0 nothing found, 1 something found, 2 could not be checked.
 */
import { createReadStream, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { claimedOrigin } from '#kernel/ledger/checkpoint.ts'
import { sentenceOf } from '#kernel/ledger/finding.ts'
import { linesOf } from '#kernel/ledger/lines.ts'
import { parseVkey } from '#kernel/ledger/note.ts'
import { parseReceipt, type Receipt, verifyReceipt } from '#kernel/ledger/receipt.ts'
import { type Brought, type LedgerReport, verifyLedger } from '#kernel/ledger/verify.ts'

const USAGE = `用法 usage: npm run ledger:verify -- FILE [--vkey KEY_OR_FILE]… [--checkpoint FILE]… [--receipt FILE]… [--json]
  FILE          ledger:export 写出的文件 what ledger:export wrote; - 为标准输入 for standard input
  --vkey        从别处取得的公钥,或每行一个公钥的文件 the published key, or a file with one key a line
  --checkpoint  自己保存的早先检查点 a checkpoint you kept from an earlier day
  --receipt     回执文件 a receipt; 无 FILE 时只核对回执本身 without FILE, the receipt alone is checked (needs --vkey)`

class CannotCheckError extends Error {
  override name = 'CannotCheckError'
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof CannotCheckError)) throw error
  console.error(error.message)
  process.exitCode = 2
}

async function run(args: readonly string[]): Promise<0 | 1> {
  const { file, json, ...brought } = readArguments(args)
  if (file === undefined) return checkReceipts(brought.receipts, brought.vkeys)
  const pieces = file === '-' ? process.stdin : createReadStream(file, { highWaterMark: 1 << 20 })
  let report: LedgerReport
  try {
    report = await verifyLedger(linesOf(pieces), brought)
  } catch (error) {
    throw unreadable(error, file)
  }
  if (json) console.log(JSON.stringify(report, null, 2))
  else print(report)
  return report.ok ? 0 : 1
}

type Arguments = Required<Brought> & { readonly file: string | undefined; readonly json: boolean }

function readArguments(args: readonly string[]): Arguments {
  const many = { type: 'string', multiple: true } as const
  const parse = () =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        vkey: many,
        checkpoint: many,
        receipt: many,
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse()
  } catch {
    throw new CannotCheckError(USAGE)
  }
  const { values, positionals } = parsed
  const { vkey = [], checkpoint = [], receipt = [], json = false } = values
  if (
    values.help === true ||
    positionals.length > 1 ||
    (positionals.length === 0 && (receipt.length === 0 || vkey.length === 0))
  ) {
    throw new CannotCheckError(USAGE)
  }
  return {
    file: positionals[0],
    json,
    vkeys: vkey.flatMap(readKeys),
    checkpoints: checkpoint.map(readCheckpoint),
    receipts: receipt.map(readReceipt),
  }
}

function readKeys(keyOrFile: string): string[] {
  const keys =
    parseVkey(keyOrFile) === undefined
      ? read(keyOrFile)
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== '')
      : [keyOrFile]
  if (keys.some((key) => parseVkey(key) === undefined))
    throw new CannotCheckError(`公钥不可用 unusable key: ${keyOrFile}`)
  return keys
}

function readCheckpoint(file: string): { name: string; note: string } {
  const note = read(file)
  if (claimedOrigin(note) === '') throw new CannotCheckError(`不是检查点 not a checkpoint: ${file}`)
  return { name: basename(file), note }
}

function readReceipt(file: string): { name: string; receipt: Receipt } {
  const receipt = parseReceipt(read(file))
  if (receipt === undefined) throw new CannotCheckError(`不是回执 not a receipt: ${file}`)
  return { name: basename(file), receipt }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw unreadable(error, file)
  }
}

/** A file that is not there is told; a bug stays a bug. */
function unreadable(error: unknown, file: string): unknown {
  return error instanceof Error && 'syscall' in error
    ? new CannotCheckError(`读不了 cannot read: ${file}`, { cause: error })
    : error
}

function checkReceipts(receipts: Arguments['receipts'], vkeys: readonly string[]): 0 | 1 {
  let found = 0
  for (const { name, receipt } of receipts) {
    const vkey = vkeys.find((key) => key.startsWith(`${receipt.origin}+`)) ?? vkeys[0] ?? ''
    const verdict = verifyReceipt(receipt, vkey)
    if (!verdict.ok) {
      const { zh, en } = sentenceOf({
        code: 'receipt-bad',
        origin: receipt.origin,
        facts: { receipt: name, reason: verdict.code },
      })
      console.log(`✗ ${zh}\n  ${en}`)
      found += 1
    } else if (verdict.state === 'sealed') {
      console.log(
        `✓ ${name}: 已封存,第 ${verdict.index} 条,共 ${verdict.checkpoint.size} 条\n  sealed as leaf ${verdict.index} of ${verdict.checkpoint.size}, ${receipt.origin}`,
      )
    } else {
      console.log(
        `✓ ${name}: 已记录,尚未封存${verdict.promised ? ',有日志的签名承诺' : ',无签名'}\n  recorded, not yet sealed; ${verdict.promised ? 'the log signed a promise to seal it' : 'not signed'}`,
      )
    }
  }
  return found === 0 ? 0 : 1
}

function print({ ok, logs, findings, warnings }: LedgerReport): void {
  for (const { origin, leaves, checkpoints, receipts, contents } of logs) {
    console.log(`${origin}`)
    console.log(
      `  ${leaves} 条 leaves · ${checkpoints} 检查点 checkpoints · ${receipts} 回执 receipts · ${contents} 正文 contents`,
    )
    for (const finding of findings.filter((one) => one.origin === origin)) tell('✗', finding)
    for (const warning of warnings.filter((one) => one.origin === origin)) tell('!!', warning)
  }
  const told = new Set(logs.map((log) => log.origin))
  for (const finding of findings.filter((one) => !told.has(one.origin))) {
    if (finding.origin !== '') console.log(finding.origin)
    tell('✗', finding)
  }
  const ownKey = warnings.some((one) => one.code === 'key-from-file')
  const intact = ownKey ? '✓ 完好(只就文件自带的公钥而言) intact, by the key in the file itself only' : '✓ 完好 intact'
  console.log(ok ? intact : `✗ 发现 ${findings.length} 处问题 ${findings.length} found`)
}

function tell(sign: string, said: Parameters<typeof sentenceOf>[0]): void {
  const { zh, en } = sentenceOf(said)
  console.log(`  ${sign} ${zh}\n    ${en} [${said.code}]`)
}
