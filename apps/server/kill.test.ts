import { expect, test } from 'vitest'
import { killDuringLoad } from '../../bench/kill.ts'

test('kill -9 of server and database during load: what was acknowledged is there once, the ledger verifies', async () => {
  const report = await killDuringLoad(3, true)
  expect(report).toMatchObject({ lost: 0, doubled: 0, ledger: true })
  expect(report.acknowledged).toBeGreaterThan(0)
}, 120_000)
