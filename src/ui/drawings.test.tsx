import { describe, expect, test } from 'vitest'
import { Distribution } from './distribution.tsx'
import { DotRows } from './dot-rows.tsx'
import type { Direction } from './frame.ts'
import { Slider } from './slider.tsx'
import { type Place, type PlaceLink, WorldMap } from './world-map.tsx'

const sentence = 'What to see.'
const words = { label: 'Points', value: 'People', count: 'People', asTable: 'As a table' }

describe('a distribution', () => {
  const draw = (values: number[], dir: Direction = 'ltr') =>
    String(
      <Distribution
        title="As planned"
        sentence={sentence}
        bins={values.map((value, index) => ({ label: `step ${index}`, value, text: `${value} people` }))}
        scale={{ from: 0, to: 100, most: 50, ticks: [{ at: 0, text: 'none' }] }}
        worst={{ at: 10, text: 'lowest 10' }}
        dir={dir}
        words={words}
      />,
    )

  const columns = (html: string) => html.match(/<rect class="column"[^>]*>/g) ?? []
  const numbers = (html: string, name: string) =>
    columns(html).map((one) => one.match(new RegExp(` ${name}="([^"]*)"`))?.[1])

  test('has a column for each step in which there is somebody, as high on the common scale as all the others', () => {
    const html = draw([0, 1, 25, 50])

    expect(numbers(html, 'height')).toEqual(['2', '42', '84'])
    expect(numbers(html, 'x')).toEqual(['25%', '50%', '75%'])
  })

  test('starts at the right where one reads from there', () => {
    const html = draw([0, 1, 25, 50], 'rtl')

    expect(numbers(html, 'x')).toEqual(['50%', '25%', '0%'])
  })

  test('of nobody is a sentence', () => {
    const html = draw([0, 0])

    expect(html).toContain(sentence)
    expect(html).not.toMatch(/<svg|<table/)
  })
})

describe('rows of dots', () => {
  const draw = (shares: (number | null)[]) =>
    String(
      <DotRows
        title="Placed"
        sentence={sentence}
        series={shares.map((_, index) => ({ mark: 'ABCD'[index] ?? '', name: `Scenario ${index + 1}` }))}
        rows={[
          {
            label: 'School library',
            count: '31 people',
            values: shares.map((share) => (share === null ? null : { share, text: `${share * 100} %` })),
          },
        ]}
        ticks={[]}
        dir="ltr"
        words={words}
      />,
    )

  const dots = (html: string) =>
    [...html.matchAll(/<svg x="([^"]*)" y="([^"]*)" class="dot-at"/g)].map(([, x, y]) => [x, y])

  test('lie on one line while they can be told apart, and beneath each other where they cannot', () => {
    expect(dots(draw([0.5, 0.1, 0.9]))).toEqual([
      ['10%', '13'],
      ['50%', '13'],
      ['90%', '13'],
    ])
    expect(dots(draw([0.5, 0.5, 0.52, 0.6]))).toEqual([
      ['50%', '13'],
      ['50%', '35'],
      ['52%', '57'],
      ['60%', '13'],
    ])
  })

  test('are missing where a scenario says nothing, in the drawing and in the table', () => {
    const html = draw([0.5, null])

    expect(dots(html)).toEqual([['50%', '13']])
    expect(html).toContain('data-label="Scenario 2"></td>')
  })

  test('say their value beside them when there is one series', () => {
    expect(draw([0.5])).toContain('50 %</text>')
    expect(draw([0.5, 0.9])).not.toContain('50 %</text>')
  })
})

describe('a map', () => {
  const place = (id: string, longitude: number, latitude: number, count: number): Place => ({
    id,
    label: `<${id}>`,
    longitude,
    latitude,
    count,
    text: String(count),
  })
  const places = [place('AU', 134, -25, 25), place('BE', 4.6, 50.6, 4), place('NL', 5.6, 52.3, 100)]

  const draw = (links: PlaceLink[]) =>
    String(
      <WorldMap
        title="Pairs"
        sentence={sentence}
        places={places}
        links={links}
        dir="ltr"
        words={{
          place: 'Country',
          people: 'People',
          link: 'Between',
          pairs: 'Pairs',
          asTable: 'As a table',
          notDrawn: (count, pairs) => `${pairs} pairs of ${count} links are not drawn.`,
          otherPlaces: (count, people) => ({ label: `${count} other countries`, text: `${people} people` }),
          otherLinks: (count, pairs) => ({ label: `${count} other links`, text: `${pairs} pairs` }),
        }}
      />,
    )

  const link = (from: string, to: string, count: number) => ({ from, to, count, text: `${count} pairs` })

  test('says how many pairs it does not draw, and has them in the table', () => {
    const html = draw([link('AU', 'NL', 9), link('AU', 'BE', 4), link('NL', 'BE', 2), link('NL', 'XX', 1)])

    expect(html.match(/class="arc"/g)).toHaveLength(1)
    expect(html).toContain('7 pairs of 3 links are not drawn.')
    expect(html.match(/data-label="Pairs"/g)).toHaveLength(4)
  })

  test('has the largest in its table, and all others in one row', () => {
    const many = Array.from({ length: 15 }, (_, at) => link('AU', `X${at}`, at + 1))

    const html = draw(many)

    expect(html).toContain('5 other links</th><td class="numeric" data-label="Pairs">15 pairs</td>')
    expect(html.match(/data-label="Pairs"/g)).toHaveLength(11)
  })

  test('says nothing about arcs when all are drawn', () => {
    expect(draw([link('AU', 'NL', 9)])).not.toContain('not drawn')
  })

  test('has circles whose areas are as the numbers of people', () => {
    const radii = [...draw([]).matchAll(/ r="([^"]*)"/g)].map(([, radius]) => Number(radius))

    expect(radii).toEqual([46, 23, 9.2])
  })

  test('does not take a name for markup', () => {
    expect(draw([])).not.toContain('<AU>')
  })
})

test('a slider sends one value: that of its number', () => {
  const html = String(<Slider name="weight" label="Weight" value={7} min={0} max={10} error="Too high" />)

  expect(html.match(/ name="[^"]*"/g)).toEqual([' name="weight"'])
  expect(html).toContain('<span class="slider" hidden="" aria-hidden="true">')
  expect(html.match(/aria-describedby="([^"]*)"/)?.[1]).toEqual('f-weight-error')
})
