import type { Bar } from '../bars.tsx'
import { Distribution, SideBySide } from '../distribution.tsx'
import { DotRows } from '../dot-rows.tsx'
import type { Direction } from '../frame.ts'
import { Slider } from '../slider.tsx'
import { type Place, type PlaceLink, WorldMap } from '../world-map.tsx'
import type { GalleryWords } from './english.ts'

type LabProps = { words: GalleryWords; dir: Direction }

/** The drawings of the matching lab, and its sliders. */
export const Lab = (props: LabProps) => (
  <>
    <h2>{props.words.parts.lab}</h2>
    <Sliders {...props} />
    <Spreads {...props} />
    <Groups {...props} />
    <Maps {...props} />
  </>
)

const Sliders = ({ words: { lab, optional } }: LabProps) => (
  <>
    <Slider
      name="weight"
      label={lab.weight}
      hint={lab.weightHint}
      ends={lab.ends}
      value={7}
      min={0}
      max={10}
    />
    <Slider
      name="hours"
      label={lab.hours}
      suffix={lab.hour}
      value={25}
      min={0}
      max={24}
      error={lab.hoursError}
    />
    <Slider name="share" label={lab.share} suffix="%" optional={optional} min={0} max={100} step={5} />
  </>
)

/** How many people, for each of four scenarios, in twenty steps of 500 points. */
const spreads = [
  [0, 0, 0, 1, 3, 6, 11, 19, 31, 44, 63, 88, 104, 121, 133, 118, 96, 70, 41, 12],
  [0, 0, 0, 0, 0, 4, 14, 27, 41, 57, 72, 93, 107, 118, 127, 112, 90, 61, 31, 8],
  [2, 3, 6, 9, 12, 16, 22, 29, 36, 44, 55, 70, 86, 104, 121, 127, 111, 87, 54, 20],
  [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0],
]
const marks = [
  { worst: 1712, tenth: 4210 },
  { worst: 2540, tenth: 4105 },
  { worst: 180, tenth: 3050 },
  { worst: 8640, tenth: 8640 },
]

const Spreads = ({ words: { lab, asTable }, dir }: LabProps) => {
  const shared = {
    dir,
    scale: {
      from: 0,
      to: 10_000,
      most: 133,
      ticks: [0, 5_000, 10_000].map((at) => ({ at, text: number(at) })),
    },
    words: { label: lab.points, value: lab.people, asTable },
  }
  return (
    <>
      <SideBySide>
        {spreads.map((spread, index) => (
          <Distribution
            {...shared}
            title={lab.scenarios[index] ?? ''}
            sentence={lab.spreadSentences[index]}
            bins={binsOf(spread)}
            worst={{ at: marks[index]?.worst ?? 0, text: `${lab.worst} ${number(marks[index]?.worst ?? 0)}` }}
            lowestTenth={{ at: marks[index]?.tenth ?? 0, text: lab.tenth }}
          />
        ))}
      </SideBySide>
      <Distribution {...shared} title={lab.scenarios[0] ?? ''} sentence={lab.nobody} bins={[]} />
    </>
  )
}

const binsOf = (spread: readonly number[]): Bar[] =>
  spread.map((value, index) => ({
    label: `${number(index * 500)}–${number((index + 1) * 500)}`,
    value,
    text: String(value),
  }))

const number = (value: number) => value.toLocaleString('en')

/** Parts of a hundred, per group and scenario; the last group has nobody in the last scenario. */
const shares = [
  [97, 96, 99, 98],
  [94, 61, 88, 93],
  [78, 82, 41, 80],
  [100, 100, 100, 100],
  [0, 33, 67, 100],
  [50, 51, 49],
]
const counts = [412, 208, 143, 31, 3, 2]

const Groups = ({ words: { lab, region, people, asTable }, dir }: LabProps) => {
  const labels = [...people.slice(2, 4).map((one) => one.name), ...lab.groupNames]
  const shared = {
    title: lab.groups,
    ticks: [0, 50, 100].map((parts) => percent(parts, dir)),
    dir,
    words: { label: region, count: lab.people, asTable },
  }
  const rows = shares.map((row, index) => ({
    label: labels[index] ?? '',
    count: lab.count(counts[index] ?? 0),
    values: spreads.map((_, at) => (row[at] === undefined ? null : percent(row[at], dir))),
  }))
  return (
    <>
      <DotRows
        {...shared}
        sentence={lab.groupsSentence}
        series={lab.scenarios.map((name, index) => ({ mark: 'ABCD'[index] ?? '', name }))}
        rows={rows}
      />
      <DotRows
        {...shared}
        sentence={lab.groupsSentence}
        series={[{ mark: 'A', name: lab.scenarios[0] ?? '' }]}
        rows={rows.map((row) => ({ ...row, values: row.values.slice(0, 1) }))}
      />
      <DotRows {...shared} sentence={lab.nobody} series={[]} rows={[]} />
    </>
  )
}

const percent = (parts: number, dir: Direction) => ({
  share: parts / 100,
  text: new Intl.NumberFormat(localeOf(dir), { style: 'percent' }).format(parts / 100),
})

const localeOf = (dir: Direction) => (dir === 'rtl' ? 'ar-u-nu-latn' : 'en')

/** Degrees east and north, and people. */
const places: Record<string, [number, number, number]> = {
  AU: [134, -25, 250],
  US: [-98.6, 39.8, 118],
  GB: [-2, 54, 101],
  CA: [-100, 55, 57],
  ZA: [24, -29, 49],
  IN: [79, 22, 50],
  NZ: [173, -41, 50],
  IE: [-8, 53, 29],
  DE: [10, 51, 28],
  ES: [-4, 40, 26],
  FR: [2.5, 46.5, 20],
  SE: [15, 62, 13],
  RO: [25, 46, 12],
  BR: [-53, -11, 12],
  PH: [122, 13, 12],
  IT: [12.5, 43, 16],
  EG: [30, 27, 11],
  PK: [70, 30, 10],
  MX: [-102, 24, 8],
  JP: [138, 36, 6],
  NG: [8, 9.5, 6],
  FJ: [178, -17.8, 1],
  ST: [6.7, 0.3, 1],
}

const Maps = ({ words: { lab, country, asTable }, dir }: LabProps) => {
  const names = new Intl.DisplayNames(localeOf(dir), { type: 'region' })
  const all = Object.entries(places).map(
    ([id, [longitude, latitude, count]]): Place => ({
      id,
      label: names.of(id) ?? id,
      longitude,
      latitude,
      count,
      text: number(count),
    }),
  )
  const shared = {
    title: lab.map,
    dir,
    words: {
      place: country,
      people: lab.people,
      link: lab.between,
      pairs: lab.pairs,
      asTable,
      notDrawn: lab.notDrawn,
      otherPlaces: lab.otherPlaces,
      otherLinks: lab.otherLinks,
    },
  }
  return (
    <>
      <WorldMap
        {...shared}
        sentence={lab.mapSentence}
        places={all}
        links={linksAmong(all)}
        all={{ href: '#all', label: lab.allLinks }}
      />
      <WorldMap {...shared} sentence={lab.mapOfOne} places={all.slice(-1)} links={[]} />
      <WorldMap {...shared} sentence={lab.nobody} places={[]} links={[]} />
    </>
  )
}

/** As many pairs between two places as their people make likely. */
const linksAmong = (all: readonly Place[]): PlaceLink[] =>
  all.flatMap((from, index) =>
    all.slice(index + 1).flatMap((to) => {
      const count = Math.round((from.count * to.count) / 900)
      return count > 0 ? [{ from: from.id, to: to.id, count, text: String(count) }] : []
    }),
  )
