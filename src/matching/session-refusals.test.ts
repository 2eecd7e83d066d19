import { describe, expect, test } from 'vitest'
import { openSession, type Session } from './session.ts'
import { verify } from './verify.ts'

describe('what cannot be done is refused, and changes nothing', () => {
  const opened = () => {
    const square = { n: 4, u: [0, 1, 2, 3], v: [1, 2, 3, 0], w: [5, 6, 7, 8] }
    const session = openSession(square, { objective: 'cardinality' })
    session.add([0, 1], [1, 1])
    session.drop(4)
    session.forbid(0, 1)
    session.pin(2, 3)
    return session
  }

  test.each<[string, (session: Session) => unknown]>([
    ['9 is no vertex', (session) => session.drop(9)],
    ['0.5 is no vertex', (session) => session.restore(0.5)],
    ['4 is gone', (session) => session.drop(4)],
    ['1 is not gone', (session) => session.restore(1)],
    ['1 and 1 are no pair', (session) => session.pin(1, 1)],
    ['3 is pinned', (session) => session.pin(0, 3)],
    ['4 is gone', (session) => session.pin(0, 4)],
    ['0 and 1 may not be paired', (session) => session.pin(0, 1)],
    ['0 and 3 are not pinned', (session) => session.unpin(0, 3)],
    ['1 and 0 are forbidden', (session) => session.forbid(1, 0)],
    ['1 and 3 are not joined', (session) => session.forbid(1, 3)],
    ['2 and 3 are pinned', (session) => session.forbid(2, 3)],
    ['1 and 2 are not forbidden', (session) => session.allow(1, 2)],
    ['-1 is no weight', (session) => session.setWeight(0, 3, -1)],
    ['1.5 is no weight', (session) => session.setWeight(0, 3, 1.5)],
    ['weights up to 4503599627370496 are too large', (session) => session.setWeight(0, 3, 2 ** 52)],
    ['to and w differ in length', (session) => session.add([0], [])],
    ['a neighbour is given twice', (session) => session.add([0, 0], [1, 1])],
    ['5 is no vertex', (session) => session.add([5], [1])],
    ['-3 is no bonus', (session) => session.resolve({ keepBonus: -3 })],
    ['weights up to 4503599627370504 are too large', (session) => session.resolve({ keepBonus: 2 ** 52 })],
  ])('%s', (reason, change) => {
    const session = opened()
    const before = session.graph()

    expect(() => change(session)).toThrow(reason)

    expect(session.graph()).toEqual(before)
    expect(verify(before, session.resolve())).toEqual({ ok: true, proves: 'cardinality' })
  })

  test('a weight, without a trace of those named before it', () => {
    const session = opened()

    expect(() => session.add([0, 1], [2 ** 48, -1])).toThrow('-1 is no weight')

    expect(session.resolve().certificate.bonus).toBe(opened().resolve().certificate.bonus)
  })

  test('pairs that weigh more together than can be counted exactly', () => {
    const [u, v] = [
      [0, 2, 4, 6, 8],
      [1, 3, 5, 7, 9],
    ]
    const heavy = (last: number) => ({ n: 10, u, v, w: [...new Array(4).fill(2 ** 51 - 1), last] })
    const session = openSession(heavy(3), { objective: 'weight' })
    session.setWeight(8, 9, 4)

    expect(session.result.weight).toBe(Number.MAX_SAFE_INTEGER)
    expect(() => session.resolve()).toThrow('more together than can be counted exactly')
    expect(() => openSession(heavy(4), { objective: 'weight' })).toThrow('more together')
    session.setWeight(8, 9, 2)
    expect(session.resolve().weight).toBe(Number.MAX_SAFE_INTEGER - 1)
  })

  test('a graph with a pair given twice', () => {
    const twice = { n: 3, u: [0, 2, 1], v: [1, 1, 0], w: [1, 2, 3] }

    expect(() => openSession(twice, { objective: 'weight' })).toThrow('edge 2 joins 1 and 0 again')
  })
})
