import { mapHeight, mapWidth, type Point } from './equal-earth.ts'

export type Labelled = Point & { radius: number; text: string }

export type Side = 'right' | 'left' | 'above' | 'below'

/** `isForAll`: also on a phone; the others only where the map is wide. */
export type PlacedLabel<P extends Labelled> = { place: P; side: Side; isForAll: boolean }

type Box = { left: number; right: number; top: number; bottom: number }

/** Units of the map per pixel on a phone, and on the narrowest map on which all labels show. */
const [onPhone, onDesk] = [mapWidth / 300, mapWidth / 640]
/** A generous guess at how wide a letter is, how high a line, and how far from its circle it begins; in pixels. */
const [letter, lineHeight, gap] = [8, 18, 5]

/**
 * Gives a label to each place that has room for one, the first ones first, so that no two touch and none leaves the
 * map. Labels that do not fit on a phone are tried again for wider maps.
 *
 * @param places the ones that should have a label, most wanted first
 * @param sides where a label may stand, best first
 */
export function placeLabels<P extends Labelled>(
  places: readonly P[],
  sides: readonly Side[],
): PlacedLabel<P>[] {
  const phone = greedy(places, sides, onPhone, [])
  const kept = phone.map(({ place, side }) => ({ place, side }))
  const rest = places.filter((place) => !kept.some((label) => label.place === place))
  const desk = greedy(rest, sides, onDesk, kept)
  return [
    ...phone.map((label) => ({ ...label, isForAll: true })),
    ...desk.map((label) => ({ ...label, isForAll: false })),
  ]
}

type Choice<P> = { place: P; side: Side }

function greedy<P extends Labelled>(
  places: readonly P[],
  sides: readonly Side[],
  unit: number,
  kept: readonly Choice<P>[],
): Choice<P>[] {
  const taken = kept.map(({ place, side }) => boxOf(place, side, unit))
  return places.flatMap((place) => {
    const side = sides.find((one) => {
      const box = boxOf(place, one, unit)
      return isOnMap(box) && !taken.some((other) => touch(box, other))
    })
    if (!side) return []
    taken.push(boxOf(place, side, unit))
    return [{ place, side }]
  })
}

function boxOf({ x, y, radius, text }: Labelled, side: Side, unit: number): Box {
  const width = text.length * letter * unit
  const height = lineHeight * unit
  const away = radius + gap * unit
  if (side === 'right') return around(x + away + width / 2, y, width, height)
  if (side === 'left') return around(x - away - width / 2, y, width, height)
  const up = side === 'above' ? -1 : 1
  return around(x, y + up * (away + height / 2), width, height)
}

const around = (x: number, y: number, width: number, height: number): Box => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
})

const isOnMap = (box: Box) =>
  box.left >= 0 && box.right <= mapWidth && box.top >= 0 && box.bottom <= mapHeight

const touch = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
