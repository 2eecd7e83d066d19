/** A growing list of edges in typed arrays. */
export type EdgeList = {
  size: number
  u: Int32Array
  v: Int32Array
  points: Int16Array
  /** Points and coin in one number. */
  weight: Float64Array
}

export function emptyEdges(room: number): EdgeList {
  return {
    size: 0,
    u: new Int32Array(room),
    v: new Int32Array(room),
    points: new Int16Array(room),
    weight: new Float64Array(room),
  }
}

export function addEdge(edges: EdgeList, u: number, v: number, points: number, weight: number): void {
  if (edges.size === edges.u.length) widen(edges)
  const e = edges.size++
  edges.u[e] = u
  edges.v[e] = v
  edges.points[e] = points
  edges.weight[e] = weight
}

function widen(edges: EdgeList): void {
  const wider = emptyEdges(Math.max(64, 2 * edges.size))
  wider.u.set(edges.u)
  wider.v.set(edges.v)
  wider.points.set(edges.points)
  wider.weight.set(edges.weight)
  Object.assign(edges, wider, { size: edges.size })
}
