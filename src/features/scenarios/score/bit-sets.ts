/** Sets of codes as bits, one set for each position of a list. */
export type BitSets = {
  size(a: number): number
  shared(a: number, b: number): number
  /** The set of each position, where there are so few codes that one word holds all; null otherwise. */
  words: Int32Array | null
}

/** A bit for each code; sets of any size, in words of 32. */
export function bitSets(lists: readonly (readonly string[])[]): BitSets {
  const codes = [...new Set(lists.flat())].sort()
  const bitOf = new Map(codes.map((code, bit) => [code, bit]))
  const width = Math.max(1, Math.ceil(codes.length / 32))
  const words = new Int32Array(lists.length * width)
  lists.forEach((list, row) => {
    for (const code of list) {
      const bit = bitOf.get(code) ?? 0
      const word = row * width + (bit >> 5)
      words[word] = (words[word] ?? 0) | (1 << (bit & 31))
    }
  })

  // Most sets fit in one word.
  const inOne = (a: number, b: number) => bitCount((words[a] ?? 0) & (words[b] ?? 0))
  function inMany(a: number, b: number): number {
    let count = 0
    for (let word = 0; word < width; word++) {
      count += bitCount((words[a * width + word] ?? 0) & (words[b * width + word] ?? 0))
    }
    return count
  }
  const shared = width === 1 ? inOne : inMany
  return { shared, size: (a) => shared(a, a), words: width === 1 ? words : null }
}

function bitCount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
