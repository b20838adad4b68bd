import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')

/** A copy of the sources in which a capability is made: what the generator writes has to hold by itself. */
describe('a capability made by the generator', () => {
  let copy = ''
  const run = (file: string, ...args: string[]): string =>
    execFileSync(file, args, {
      cwd: copy,
      encoding: 'utf8',
      stdio: 'pipe',
      env: { ...process.env, TEST_DATA_DIR: join(copy, 'data'), VITEST: undefined, NODE_OPTIONS: undefined },
    })
  const bin = (name: string): string => join(copy, 'node_modules/.bin', name)
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'liren-new-'))
    const left = new Set(['node_modules', '.git', 'data', 'build'].map((name) => join(ROOT, name)))
    cpSync(ROOT, copy, { recursive: true, filter: (from) => !left.has(from) })
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
    run(process.execPath, 'scripts/new-capability.ts', 'street-lamps', '路灯报修', 'Street lamps')
    run(bin('biome'), 'format', '--write', 'capabilities')
    run(process.execPath, 'scripts/lock-procedures.ts')
  }, 60_000)
  afterAll(() => rmSync(copy, { recursive: true, force: true }))

  test('has sound types, and keeps to the architecture', () => {
    run(bin('tsc'), '--noEmit', '-p', '.')
    expect(run(process.execPath, 'scripts/check-architecture.ts')).toContain('0 violations')
  }, 60_000)

  test('passes its own tests, and those that every capability has to', () => {
    const said = run(bin('vitest'), 'run', 'capabilities/street-lamps', 'capabilities/every-capability.test.ts')
    expect(said).toMatch(/tests: \d+ passed, 0 failed/)
    expect(said).toContain('capabilities/street-lamps/journey.test.ts')
  }, 120_000)

  test('stands in the registry, and is not made twice', () => {
    expect(readFileSync(join(copy, 'capabilities/registry.ts'), 'utf8')).toMatch(/streetLamps,?\s*\]/)
    expect(() =>
      run(process.execPath, 'scripts/new-capability.ts', 'street-lamps', '路灯报修', 'Street lamps'),
    ).toThrow(/already/)
    expect(() => run(process.execPath, 'scripts/new-capability.ts', 'Street Lamps', 'x', 'y')).toThrow(/lower case/)
  })
})
