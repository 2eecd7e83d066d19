/** Equal keys have the same number; `first` is the first position of each. */
export function numbered(keys: readonly string[]): { place: Int32Array; first: number[] } {
  const numbers = new Map<string, number>()
  const first: number[] = []
  const place = Int32Array.from(keys, (key, index) => {
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, first.length)
    return first.push(index) - 1
  })
  return { place, first }
}
