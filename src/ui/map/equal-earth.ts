/** A point of the map in its own units: x to the east from 0 to `mapWidth`, y to the south from 0 to `mapHeight`. */
export type Point = { x: number; y: number }

/** The meridian in the middle of the map: at 11 degrees east the edge cuts only water, in the Bering Strait. */
const middle = 11
/** The map ends here, in degrees: north of Greenland, south of Cape Horn. Antarctica's people stand on the edge. */
const [north, south] = [84, -57]

/** Coefficients of the polynomial, and the x of its equator's end, in radii of the globe. */
const [a1, a2, a3, a4] = [1.340264, -0.081106, 0.000893, 0.003796]
const halfEquator = Math.PI * (2 / Math.sqrt(3) / a1)

export const mapWidth = 2000
const unit = mapWidth / 2 / halfEquator
export const mapHeight = Math.round((heightOf(north) - heightOf(south)) * unit)

/**
 * Where a place stands on the map, in the Equal Earth projection: areas are true, so that no part of the world
 * looks larger than it is.
 *
 * @param longitude degrees east, -180 to 180
 * @param latitude degrees north; what lies beyond the edges of the map is put on them
 * @source Šavrič, Patterson and Jenny, "The Equal Earth map projection", International Journal of
 *   Geographical Information Science 33(3), 2019 (online 2018), equations 5 to 8
 */
export function onMap(longitude: number, latitude: number): Point {
  const turned = ((longitude - middle + 540) % 360) - 180
  const shown = Math.min(Math.max(latitude, south), north)
  const theta = parametric(shown)
  const square = theta * theta
  const six = square ** 3
  const slope = 9 * a4 * six * square + 7 * a3 * six + 3 * a2 * square + a1
  const across = (2 * Math.sqrt(3) * (turned * (Math.PI / 180)) * Math.cos(theta)) / (3 * slope)
  return { x: mapWidth / 2 + across * unit, y: (heightOf(north) - heightOf(shown)) * unit }
}

function heightOf(latitude: number): number {
  const theta = parametric(latitude)
  const square = theta * theta
  const six = square ** 3
  return theta * (a4 * six * square + a3 * six + a2 * square + a1)
}

function parametric(latitude: number): number {
  return Math.asin((Math.sqrt(3) / 2) * Math.sin(latitude * (Math.PI / 180)))
}
