import { mapHeight, mapWidth, type Point } from './equal-earth.ts'

export type Labelled = Point & { radius: number; text: string }

/**
 * Where a label stands: above, beside or below its circle (`down` -1, 0 or 1), and growing to the left, both ways or to the
 * right from there (`across` -1, 0 or 1).
 */
type Side = { across: -1 | 0 | 1; down: -1 | 0 | 1 }

export type PlacedLabel<P extends Labelled> = {
  place: P
  side: Side
  /** Has room on a phone too; the others only where the map is wide. */
  isForAll: boolean
}

/** Units of the map per pixel, and how many of the places ask for a label: on a phone, and on the narrowest wide map. */
const phone = { unit: mapWidth / 300, labelled: 5 }
const desk = { unit: mapWidth / 640, labelled: 10 }
/** A generous guess at how wide a letter is, how high a line, and how far from its circle it begins; in pixels. */
const [letter, lineHeight, gap] = [6.8, 18, 5]

/**
 * Gives a label to each of the first places that has room for one, so that no two touch, none stands as near to
 * another of their circles as to its own, nor, where it can be helped, lies on any circle, and none leaves the map. A few
 * are tried for phones, then more for wider maps.
 *
 * @param places the one that most needs a label first
 * @param dir 1 where words are read to the right, -1 to the left
 */
export function placeLabels<P extends Labelled>(places: readonly P[], dir: 1 | -1): PlacedLabel<P>[] {
  const sides = sidesFor(dir)
  const forAll = greedy(places, sides, phone, [])
  return [
    ...forAll.map((label) => ({ ...label, isForAll: true })),
    ...greedy(places, sides, desk, forAll).map((label) => ({ ...label, isForAll: false })),
  ]
}

/** The best first: beside, the way one reads; then above and below. */
function sidesFor(dir: 1 | -1): Side[] {
  const back = dir === 1 ? -1 : 1
  return [
    { across: dir, down: 0 },
    { across: back, down: 0 },
    ...([-1, 1] as const).flatMap((down) => ([0, dir, back] as const).map((across) => ({ across, down }))),
  ]
}

type Choice<P> = { place: P; side: Side }

/** Labels for those that have none among the `kept`, none of which may be covered. */
function greedy<P extends Labelled>(
  places: readonly P[],
  sides: readonly Side[],
  { unit, labelled }: typeof phone,
  kept: readonly Choice<P>[],
): Choice<P>[] {
  const wanted = places.slice(0, labelled)
  const taken = kept.map(({ place, side }) => boxOf(place, side, unit))
  return wanted.flatMap((place) => {
    if (kept.some((label) => label.place === place)) return []
    const named = wanted.filter((one) => one !== place).map((one) => circleOf(one, 2 * gap * unit))
    const others = places.slice(labelled).map((one) => circleOf(one, gap * unit))
    const clear = sides.filter((side) => isClear(boxOf(place, side, unit), [...taken, ...named]))
    // The largest of all is never without its name: should every side be taken, it lies on smaller circles.
    const largest =
      place === places[0] ? sides.find((one) => isClear(boxOf(place, one, unit), taken)) : undefined
    const side = clear.find((one) => isClear(boxOf(place, one, unit), others)) ?? clear[0] ?? largest
    if (!side) return []
    taken.push(boxOf(place, side, unit))
    return [{ place, side }]
  })
}

const isClear = (box: Box, of: readonly Box[]) => isOnMap(box) && !of.some((other) => touch(box, other))

type Box = { left: number; right: number; top: number; bottom: number }

function boxOf({ x, y, radius, text }: Labelled, { across, down }: Side, unit: number): Box {
  const width = lettersIn(text) * letter * unit
  const height = lineHeight * unit
  const away = radius + gap * unit
  const besides = down === 0 ? away : 0
  return around(x + across * (besides + width / 2), y + down * (away + height / 2), width, height)
}

const circleOf = ({ x, y, radius }: Labelled, margin: number) =>
  around(x, y, 2 * (radius + margin), 2 * (radius + margin))

const around = (x: number, y: number, width: number, height: number): Box => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
})

/** Signs of Chinese, Japanese and Korean are as wide as two letters. */
const wide = /[\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]/g
const lettersIn = (text: string) => text.length + (text.match(wide)?.length ?? 0)

const isOnMap = (box: Box) =>
  box.left >= 0 && box.right <= mapWidth && box.top >= 0 && box.bottom <= mapHeight

const touch = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
