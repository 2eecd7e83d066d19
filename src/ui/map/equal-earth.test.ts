import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mapHeight, mapWidth, onMap } from './equal-earth.ts'
import { land } from './land.ts'

const round = ({ x, y }: { x: number; y: number }) => ({ x: Math.round(x), y: Math.round(y) })

test('the map is as wide as the equator, and cut in the Bering Strait', () => {
  const equator = Math.round(onMap(0, 0).y)

  const points = [onMap(11, 0), onMap(-168.999, 0), onMap(-169.001, 0), onMap(11, 84), onMap(11, -57)]

  expect(points.map(round)).toEqual([
    { x: mapWidth / 2, y: equator },
    { x: 0, y: equator },
    { x: mapWidth, y: equator },
    { x: mapWidth / 2, y: 0 },
    { x: mapWidth / 2, y: mapHeight },
  ])
})

test('it is the projection that was published: a point half way north, to four figures', () => {
  const inRadii = (mapWidth / 2 / Math.PI) * (Math.sqrt(3) / 2) * 1.340264

  const { x, y } = onMap(101, 45)

  expect([(x - mapWidth / 2) / inRadii, (onMap(0, 0).y - y) / inRadii]).toEqual([
    expect.closeTo(1.1599, 4),
    expect.closeTo(0.8602, 4),
  ])
})

test('areas are true everywhere', () => {
  const sizeOf = (longitude: number, latitude: number) => {
    const [here, east, north] = [
      onMap(longitude, latitude),
      onMap(longitude + 0.01, latitude),
      onMap(longitude, latitude + 0.01),
    ]
    const across = { x: east.x - here.x, y: east.y - here.y }
    const up = { x: north.x - here.x, y: north.y - here.y }
    return Math.abs(across.x * up.y - across.y * up.x) / Math.cos(latitude * (Math.PI / 180))
  }

  fc.assert(
    fc.property(
      fc.double({ min: -168, max: 179, noNaN: true }),
      fc.double({ min: -56, max: 80, noNaN: true }),
      (longitude, latitude) => {
        expect(sizeOf(longitude, latitude) / sizeOf(11, 0)).toBeCloseTo(1, 2)
      },
    ),
  )
})

test('whoever lives beyond the edge stands on it', () => {
  expect(round(onMap(11, -80))).toEqual({ x: mapWidth / 2, y: mapHeight })
})

test('the land lies on the map', () => {
  const numbers = land.match(/-?\d+/g)?.map(Number) ?? []
  let [x, y] = [0, 0]
  const outside: number[][] = []

  for (const ring of land.split('z').filter(Boolean)) {
    const steps = ring.match(/-?\d+/g)?.map(Number) ?? []
    const start = { x: x + (steps[0] ?? 0), y: y + (steps[1] ?? 0) }
    for (let at = 0; at < steps.length; at += 2) {
      x += steps[at] ?? 0
      y += steps[at + 1] ?? 0
      if (x < 0 || x > mapWidth || y < 0 || y > mapHeight) outside.push([x, y])
    }
    ;[x, y] = [start.x, start.y]
  }

  expect(outside).toEqual([])
  expect(numbers.length).toBeGreaterThan(5000)
})
