import countries from 'i18n-iso-countries'
import { expect, test } from 'vitest'
import { placeOf } from './places.ts'

const codes = Object.keys(countries.getAlpha2Codes())

test('every country has a place on the globe, and no two the same', () => {
  const places = codes.map((code) => placeOf(code))

  const lost = codes.filter((_, index) => {
    const place = places[index]
    return !place || !(Math.abs(place.longitude) <= 180) || !(Math.abs(place.latitude) <= 90)
  })

  expect(lost).toEqual([])
  expect(new Set(places.map((place) => JSON.stringify(place))).size).toEqual(codes.length)
})

test('what is not a country has no place', () => {
  expect([placeOf('ZZ'), placeOf(''), placeOf('au')]).toEqual([null, null, null])
})

test('countries on the date line stand on the side where their people live', () => {
  const hemispheres = ['FJ', 'KI', 'TV', 'NZ', 'RU', 'TO', 'WS', 'US'].map((code) =>
    (placeOf(code)?.longitude ?? 0) > 0 ? `${code} east` : `${code} west`,
  )

  expect(hemispheres).toEqual([
    'FJ east',
    'KI east',
    'TV east',
    'NZ east',
    'RU east',
    'TO west',
    'WS west',
    'US west',
  ])
})
