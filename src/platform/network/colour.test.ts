import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contrast, grounds, isReadable, nearestReadable, shadesOf } from './colour.ts'

const colours = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`)

test.each([
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#ffffff', 1],
  ['#767676', '#ffffff', 4.54],
  ['#ff0000', '#ffffff', 3.99],
])('the contrast of %s and %s is %d to 1', (one, other, ratio) => {
  expect(contrast(one, other)).toBeGreaterThanOrEqual(ratio)
  expect(contrast(one, other)).toBeLessThan(ratio + 0.01)
})

test('a colour that can be read is taken as it is, and a paler one gets the nearest darker shade', () => {
  expect(['#1d5b3c', '#ffcc00', '#ffffff'].map(nearestReadable)).toEqual(['#1d5b3c', '#856901', '#6c6c6c'])
})

test('whatever the colour, what is made of it can be read by day and at night', () => {
  fc.assert(
    fc.property(colours, (colour) => {
      const accent = nearestReadable(colour)
      const { light, dark } = shadesOf(accent)

      expect(isReadable(accent)).toBe(true)
      for (const text of [light.text, light.deep])
        for (const ground of [...Object.values(grounds.light), light.wash])
          expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5)
      for (const text of [dark.text, dark.deep])
        for (const ground of [...Object.values(grounds.dark), dark.wash])
          expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5)
      for (const { fill } of [light, dark]) expect(contrast(fill, grounds.onFill)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(dark.fill, grounds.dark.paper)).toBeGreaterThanOrEqual(3)
    }),
  )
})

test('an accent is measured on the papers that pages have', () => {
  const css = readFileSync(new URL('../../../public/css/tokens.css', import.meta.url), 'utf8')
  const written = (token: string) => css.match(new RegExp(`--${token}: (.*);`))?.[1]

  expect(
    Object.fromEntries(['paper', 'page', 'wash', 'on-fill'].map((name) => [name, written(name)])),
  ).toEqual({
    paper: 'light-dark(oklch(0.976 0.009 85), oklch(0.205 0.007 75))',
    page: 'light-dark(oklch(0.992 0.005 90), oklch(0.24 0.008 75))',
    wash: 'light-dark(oklch(0.95 0.013 85), oklch(0.275 0.009 75))',
    'on-fill': 'oklch(0.992 0.005 90)',
  })
})
