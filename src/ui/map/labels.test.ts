import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mapHeight, mapWidth } from './equal-earth.ts'
import { placeLabels } from './labels.ts'

const beside = { across: 1, down: 0 }

test('a place has its label beside it, the way one reads', () => {
  const place = { x: 1000, y: 400, radius: 20, text: 'Chad 3' }

  expect(placeLabels([place], 1)).toEqual([{ place, side: beside, isForAll: true }])
  expect(placeLabels([place], -1)).toEqual([{ place, side: { across: -1, down: 0 }, isForAll: true }])
})

test('near the edge of the map a label grows inwards', () => {
  const place = { x: 1900, y: 400, radius: 20, text: 'Fiji 1' }

  expect(placeLabels([place], 1).map(({ side }) => side)).toEqual([{ across: -1, down: 0 }])
})

test('of two neighbours the smaller one waits for a wider map, and stands elsewhere there', () => {
  const places = [
    { x: 1000, y: 400, radius: 20, text: 'Germany 28' },
    { x: 1040, y: 420, radius: 10, text: 'Austria 3' },
  ]

  const labels = placeLabels(places, 1)

  expect(labels.map(({ place, isForAll }) => [place.text, isForAll])).toEqual([
    ['Germany 28', true],
    ['Austria 3', false],
  ])
  expect(labels[0]?.side).not.toEqual(labels[1]?.side)
})

test('a name as long as the map on a phone is shown where the map is wide', () => {
  const place = {
    x: 1000,
    y: 400,
    radius: 20,
    text: 'Maria Antonieta da Conceição Vasconcelos de Albuquerque',
  }

  expect(placeLabels([place], 1).map(({ isForAll }) => isForAll)).toEqual([false])
})

test('no place has two labels, and no crowd more than ten', () => {
  const place = fc.record({
    x: fc.integer({ min: 0, max: mapWidth }),
    y: fc.integer({ min: 0, max: mapHeight }),
    radius: fc.integer({ min: 6, max: 46 }),
    text: fc.string({ maxLength: 60 }),
  })
  fc.assert(
    fc.property(fc.array(place, { maxLength: 60 }), (places) => {
      const labels = placeLabels(places, 1)

      expect(labels.length).toBeLessThanOrEqual(10)
      expect(new Set(labels.map((label) => label.place)).size).toEqual(labels.length)
    }),
  )
})
