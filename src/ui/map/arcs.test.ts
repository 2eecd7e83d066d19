import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Arc, curve, distinct } from './arcs.ts'
import { mapHeight, mapWidth, onMap } from './equal-earth.ts'

const at = (longitude: number, latitude: number) => ({ ...onMap(longitude, latitude), radius: 6 })

const australia = at(134, -25)
const newZealand = at(173, -41)
const belgium = at(4.6, 50.6)
const netherlands = at(5.6, 52.3)

test('of arcs that lie along each other the strongest is drawn, whichever way round they are given', () => {
  const arcs: Arc[] = [
    { from: belgium, to: australia, count: 2 },
    { from: australia, to: netherlands, count: 5 },
    { from: belgium, to: newZealand, count: 1 },
  ]

  expect(distinct(arcs)).toEqual([arcs[1], arcs[2]])
})

test('neighbours, and places whose circles touch, have no arc', () => {
  const large = { ...belgium, radius: 46 }
  const near = { ...belgium, x: belgium.x + 60 }

  const drawn = distinct([
    { from: belgium, to: netherlands, count: 9 },
    { from: large, to: { ...near, radius: 20 }, count: 9 },
    { from: belgium, to: belgium, count: 9 },
  ])

  expect(drawn).toEqual([])
})

const point = fc.record({
  x: fc.integer({ min: 0, max: mapWidth }),
  y: fc.integer({ min: 0, max: mapHeight }),
  radius: fc.integer({ min: 6, max: 46 }),
})

test('at most forty arcs are drawn, the strongest of all among them unless its ends are neighbours', () => {
  const arc = fc.record({ from: point, to: point, count: fc.integer({ min: 1, max: 50 }) })
  fc.assert(
    fc.property(fc.array(arc, { maxLength: 120 }), (arcs) => {
      const drawn = distinct(arcs)

      const strongest = arcs.toSorted((a, b) => b.count - a.count)[0]
      const isLong = strongest && distinct([strongest]).length === 1

      expect(drawn.length).toBeLessThanOrEqual(40)
      expect(isLong ? drawn[0] : undefined).toEqual(isLong ? strongest : undefined)
      expect(drawn.map((one) => one.count)).toEqual(drawn.map((one) => one.count).toSorted((a, b) => b - a))
    }),
  )
})

test('a curve leans to the nearer pole and stays on the map, whichever way round it is given', () => {
  const equator = onMap(0, 0).y
  fc.assert(
    fc.property(point, point, (from, to) => {
      fc.pre(from.x !== to.x)
      const path = curve({ from, to, count: 1 }, equator)
      const back = curve({ from: to, to: from, count: 1 }, equator)
      const [, startY = 0, , pullY = 0, , endY = 0] = path.match(/-?\d+/g)?.map(Number) ?? []
      const middle = (startY + endY) / 2
      const top = (middle + pullY) / 2

      expect(back).toEqual(path)
      expect(top).toBeGreaterThanOrEqual(-1)
      expect(top).toBeLessThanOrEqual(mapHeight + 1)
      expect(middle <= equator ? top <= middle + 1 : top >= middle - 1).toEqual(true)
    }),
  )
})
