import { expect, test } from 'vitest'
import { zoneChoices, zoneGroups } from './zones.ts'

const now = new Date('2016-02-20T03:35:00Z')
const labelOf = (locale: string, zone: string) =>
  zoneChoices(locale, now).find(({ value }) => value === zone)?.label

test('a zone is named by its places, with the time there', () => {
  expect([
    labelOf('en', 'UTC'),
    labelOf('en', 'Australia/Sydney'),
    labelOf('es', 'America/Argentina/Buenos_Aires') ?? labelOf('es', 'America/Buenos_Aires'),
  ]).toEqual([
    'UTC · 03:35',
    expect.stringMatching(/^Sydney, .*Australia · 14:35$/),
    expect.stringMatching(/^Buenos Aires, .*Argentina · 00:35$/),
  ])
})

test('every zone is offered once, under its part of the world', () => {
  const grouped = zoneGroups('en', now).flatMap(({ options }) => options.map(({ value }) => value))

  expect(['UTC', ...grouped]).toEqual(zoneChoices('en', now).map(({ value }) => value))
  expect(new Set(grouped).size).toBe(grouped.length)
})
