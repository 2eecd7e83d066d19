import { mapHeight, type Point } from './equal-earth.ts'

/** Two circles of the map that belong together, and how strongly. */
export type Arc = { from: Point & { radius: number }; to: Point & { radius: number }; count: number }

/** About the width of a finger on a desk, and of a letter on a phone, in units of the map. */
const apart = 44
/** More than these are a tangle. */
const most = 40

/**
 * The strongest arcs that can be told apart: none that lies along a stronger one, both its ends beside the
 * other's, and none whose two circles touch.
 */
export function distinct<A extends Arc>(arcs: readonly A[]): A[] {
  const drawn: A[] = []
  for (const arc of arcs.toSorted((a, b) => b.count - a.count)) {
    const { from, to } = arc
    const isLong = distance(from, to) > Math.max(apart, from.radius + to.radius)
    if (isLong && !drawn.some((other) => isAlong(arc, other))) drawn.push(arc)
    if (drawn.length === most) break
  }
  return drawn
}

const isAlong = (a: Arc, b: Arc) =>
  (isNear(a.from, b.from) && isNear(a.to, b.to)) || (isNear(a.from, b.to) && isNear(a.to, b.from))

const isNear = (a: Point, b: Point) => distance(a, b) < apart

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)

/** How far the point that pulls an arc lies from its middle, as a part of its length; the curve comes half as far. */
const lean = 0.36

/**
 * A curve that leans towards the nearer pole, as the shortest way over the globe does, and stays on the map.
 *
 * @param equator its y
 */
export function curve({ from, to }: Arc, equator: number): string {
  const [west, east] = from.x <= to.x ? [from, to] : [to, from]
  const middle = { x: (west.x + east.x) / 2, y: (west.y + east.y) / 2 }
  const pull = middle.y <= equator ? lean : -lean
  const x = middle.x + pull * (east.y - west.y)
  const y = middle.y - pull * (east.x - west.x)
  const inside = Math.min(Math.max(y, -middle.y), 2 * mapHeight - middle.y)
  return `M${whole(west.x)} ${whole(west.y)}Q${whole(x)} ${whole(inside)} ${whole(east.x)} ${whole(east.y)}`
}

const whole = Math.round
