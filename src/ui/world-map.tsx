import type { Child } from 'hono/jsx'
import { percent } from './along.ts'
import type { Direction } from './frame.ts'
import { Disclosure } from './guidance.tsx'
import { LabelAndText } from './joining.tsx'
import { type Arc, curve, distinct } from './map/arcs.ts'
import { mapHeight, mapWidth, onMap } from './map/equal-earth.ts'
import { type Labelled, type PlacedLabel, placeLabels } from './map/labels.ts'
import { land } from './map/land.ts'
import { Table } from './table.tsx'

/** Degrees east and north; `count` people, and the same as people read it: "143 people". */
export type Place = {
  id: string
  label: string
  longitude: number
  latitude: number
  count: number
  text: string
}

/** `count` pairs between two places by their ids, all of them in one link, and the same as people read it: "12 pairs". */
export type PlaceLink = { from: string; to: string; count: number; text: string }

/** What a row says. */
type Rest = { label: string; text: string }

type WorldMapProps = {
  title: string
  /** What to see in it, in one sentence. */
  sentence: Child
  places: readonly Place[]
  links: readonly PlaceLink[]
  dir: Direction
  /** Where the tables are whole: here they have the largest, and all others in one row. */
  all?: { href: string; label: string }
  words: {
    place: string
    people: string
    link: string
    pairs: string
    asTable: string
    /** A sentence for the links that have no arc, and the pairs in them: "Not drawn: 120 pairs of 87 links …". */
    notDrawn: (links: number, pairs: number) => string
    /** One row for so many other places or links, of so many people or pairs together. */
    otherPlaces: (places: number, people: number) => Rest
    otherLinks: (links: number, pairs: number) => Rest
  }
}

/** In units of the map. The largest circle, the widest arc, and what is still seen on a phone. */
const radius = { most: 46, least: 6 }
const width = { most: 16, least: 2.5 }
/** Below these the largest is drawn smaller, so that a few people do not look like many. */
const crowd = { people: 16, pairs: 8 }

/** People as circles where they live, pairs as arcs between them. Drawn the same way round in all languages. */
export const WorldMap = (props: WorldMapProps) => {
  const { title, sentence, places, links, words } = props
  const circles = circlesOf(places)
  const arcs = distinct(arcsOf(links, circles))
  const left = links.filter((link) => !arcs.some((arc) => arc.link === link))
  const pairs = left.reduce((sum, link) => sum + link.count, 0)
  return (
    <figure class="chart world-chart">
      <figcaption>
        <span class="chart-title">{title}</span> <span>{sentence}</span>
        {left.length > 0 ? <span class="not-drawn"> {words.notDrawn(left.length, pairs)}</span> : null}
      </figcaption>
      <Drawing title={title} circles={circles} arcs={arcs} dir={props.dir} />
      {places.length > 0 ? (
        <Disclosure summary={words.asTable}>
          <Tables {...props} />
        </Disclosure>
      ) : null}
    </figure>
  )
}

/** `text` is what its label says. */
type Circle = Place & Labelled
type Link = Arc & { link: PlaceLink; from: Circle; to: Circle }

/** The largest first, so that the small ones lie on top of them. */
function circlesOf(places: readonly Place[]): Circle[] {
  const most = Math.max(crowd.people, ...places.map((place) => place.count))
  return places
    .toSorted((a, b) => b.count - a.count)
    .map((place) => ({
      ...place,
      ...onMap(place.longitude, place.latitude),
      text: `${place.label} ${place.text}`,
      radius: Math.max(radius.least, radius.most * Math.sqrt(place.count / most)),
    }))
}

/** A link to or from a place that is not there has no arc. */
function arcsOf(links: readonly PlaceLink[], circles: readonly Circle[]): Link[] {
  const byId = new Map(circles.map((circle) => [circle.id, circle]))
  return links.flatMap((link) => {
    const [from, to] = [byId.get(link.from), byId.get(link.to)]
    return from && to ? [{ link, from, to, count: link.count }] : []
  })
}

const equator = onMap(0, 0).y

type DrawingProps = { title: string; circles: readonly Circle[]; arcs: readonly Link[]; dir: Direction }

/** Land, arcs and circles grow with the page; the words on top of them keep the size of the page's words. */
const Drawing = ({ title, circles, arcs, dir }: DrawingProps) => {
  const most = Math.max(crowd.pairs, ...arcs.map((arc) => arc.count))
  return (
    <svg class="world-map" width="100%" role="img" aria-label={title}>
      <svg viewBox={`0 0 ${mapWidth} ${mapHeight}`} width="100%" height="100%" aria-hidden="true">
        <path class="land" d={land} />
        {arcs.toReversed().map((arc) => (
          <ArcPath arc={arc} share={arc.count / most} />
        ))}
        {circles.map((circle) => (
          <circle cx={Math.round(circle.x)} cy={Math.round(circle.y)} r={Math.round(circle.radius * 10) / 10}>
            <title>{circle.text}</title>
          </circle>
        ))}
      </svg>
      {placeLabels(circles, dir === 'rtl' ? -1 : 1).map((label) => (
        <Label label={label} dir={dir} />
      ))}
    </svg>
  )
}

/** The fewer pairs, the thinner and the quieter. */
const ArcPath = ({ arc, share }: { arc: Link; share: number }) => (
  <path
    class="arc"
    d={curve(arc, equator)}
    stroke-width={Math.round(Math.max(width.least, width.most * share) * 10) / 10}
    stroke-opacity={Math.round((0.3 + 0.5 * share) * 100) / 100}
  >
    <title>
      <LabelAndText label={`${arc.from.label} – ${arc.to.label}`} text={arc.link.text} />
    </title>
  </path>
)

const Label = ({ label, dir }: { label: PlacedLabel<Circle>; dir: Direction }) => {
  const { place, side, isForAll } = label
  const { across, down } = side
  const isBeside = down === 0
  const isForwards = (across === 1) === (dir === 'ltr')
  return (
    <text
      class={isForAll ? 'place-words' : 'place-words roomy'}
      x={percent(((place.x + (isBeside ? across * place.radius : 0)) / mapWidth) * 100)}
      y={percent(((place.y + down * place.radius) / mapHeight) * 100)}
      dx={isBeside ? across * 5 : undefined}
      dy={lower[down]}
      text-anchor={across === 0 ? 'middle' : isForwards ? 'start' : 'end'}
      direction={dir}
    >
      {place.text}
    </text>
  )
}

/** From the edge of the circle down to the foot of the letters, in pixels. */
const lower = { [-1]: -7, 0: 5, 1: 17 }

const rowsAtMost = 10

/** The largest, and all others together; the same where there is but one other. */
function largest<Row extends Rest & { count: number }>(
  rows: readonly Row[],
  restOf: (rows: number, count: number) => Rest,
): Rest[] {
  const inOrder = rows.toSorted((a, b) => b.count - a.count)
  const rest = inOrder.slice(rowsAtMost)
  if (rest.length < 2) return inOrder
  return [
    ...inOrder.slice(0, rowsAtMost),
    restOf(
      rest.length,
      rest.reduce((sum, { count }) => sum + count, 0),
    ),
  ]
}

const Tables = ({ places, links, all, words }: WorldMapProps) => {
  const labels = new Map(places.map((place) => [place.id, place.label]))
  const between = links.map((link) => ({
    ...link,
    label: `${labels.get(link.from) ?? link.from} – ${labels.get(link.to) ?? link.to}`,
  }))
  return (
    <>
      <TwoColumns head={words.place} value={words.people} rows={largest(places, words.otherPlaces)} />
      {links.length > 0 ? (
        <TwoColumns head={words.link} value={words.pairs} rows={largest(between, words.otherLinks)} />
      ) : null}
      {all ? (
        <p>
          <a href={all.href}>{all.label}</a>
        </p>
      ) : null}
    </>
  )
}

const TwoColumns = ({ head, value, rows }: { head: string; value: string; rows: readonly Rest[] }) => (
  <Table
    caption={value}
    slim
    columns={[
      { label: head, head: true, cell: ({ label }) => label },
      { label: value, numeric: true, cell: ({ text }) => text },
    ]}
    rows={rows}
  />
)
