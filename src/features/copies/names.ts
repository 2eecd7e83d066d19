import { placeOf, twinOf } from './place.ts'

/** Gives an address its place; the same address always the same, and no two addresses one that differs by case alone. */
export type Names = (address: string, locale: string | null, isPage: boolean) => string

/** @param taken places that are the copy's own */
export function openNames(taken: readonly string[]): Names {
  const given = new Map<string, string>()
  const used = new Set(taken.map((place) => place.toLowerCase()))
  return (address, locale, isPage) => {
    const key = `${locale} ${isPage} ${address}`
    const known = given.get(key)
    if (known !== undefined) return known
    const plain = placeOf(address, locale, isPage)
    let place = plain
    for (let number = 2; used.has(place.toLowerCase()); number += 1) place = twinOf(plain, number)
    used.add(place.toLowerCase())
    given.set(key, place)
    return place
  }
}
