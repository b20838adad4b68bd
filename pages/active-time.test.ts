import { expect, test } from 'vitest'
import { NOT_BEGUN, paused, secondsOf, touched } from './active-time.ts'

const IDLE = 60_000
type Sign = readonly ['touch' | 'pause', second: number]
const after = (signs: readonly Sign[]): number =>
  secondsOf(signs.reduce((time, [kind, s]) => (kind === 'touch' ? touched : paused)(time, s * 1000, IDLE), NOT_BEGUN))

test.each<readonly [string, readonly Sign[], number]>([
  ['opened, and nothing else', [['touch', 0]], 0],
  [
    'from the opening to the sending',
    [
      ['touch', 0],
      ['touch', 10],
      ['pause', 25],
    ],
    25,
  ],
  [
    'just not idle',
    [
      ['touch', 0],
      ['touch', 60],
    ],
    60,
  ],
  [
    'a second more stands still',
    [
      ['touch', 0],
      ['touch', 61],
    ],
    60,
  ],
  [
    'a lunch break is one idle while',
    [
      ['touch', 0],
      ['touch', 5400],
      ['pause', 5410],
    ],
    70,
  ],
  [
    'hidden time does not count',
    [
      ['touch', 0],
      ['pause', 10],
      ['touch', 40],
      ['pause', 45],
    ],
    15,
  ],
  [
    'hidden twice in a row counts once',
    [
      ['touch', 0],
      ['pause', 10],
      ['pause', 50],
    ],
    10,
  ],
  ['paused before it began', [['pause', 10]], 0],
  [
    'a clock set back counts nothing',
    [
      ['touch', 100],
      ['touch', 40],
      ['touch', 50],
    ],
    10,
  ],
  [
    'whole seconds only',
    [
      ['touch', 0],
      ['touch', 9.999],
    ],
    9,
  ],
])('%s', (_why, signs, seconds) => expect(after(signs)).toBe(seconds))
