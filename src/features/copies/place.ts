/**
 * Where what stands at an address stands in a copy. Names fit every file system that a stick may have: exFAT takes no `?:*"<>|`,
 * Windows no point or space at an end and none of its devices' names.
 */

/** @param locale the folder of a language; null for the network's own one, and for what is the same in all */
export function placeOf(address: string, locale: string | null, isPage: boolean): string {
  const url = new URL(address, 'http://copy.invalid')
  const folders = [...(locale === null ? [] : [locale]), ...partsOf(url.pathname)]
  // A version is there for caches: servers of files leave it unread.
  const asked = [...url.searchParams]
    .filter(([name]) => isPage || name !== 'v')
    .map(([name, value]) => fitting(`${name}-${value}`))
  if (isPage) return [...folders, ...asked, 'index.html'].join('/')
  const file = folders.pop() ?? 'file'
  return [...folders, [...asked, file].join('-')].join('/')
}

const partsOf = (path: string): string[] =>
  path
    .split('/')
    .filter((part) => part !== '')
    .map((part) => fitting(decoded(part)))

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    // Old blogs cut addresses in the middle of a letter.
    return part
  }
}

const longest = 80

function fitting(part: string): string {
  const plain = part
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: file systems refuse them
    .replaceAll(/[\u0000-\u001f\u007f\\/:*?"<>|%#]/g, '_')
    .replace(/[. ]+$/, (end) => '_'.repeat(end.length))
  const short = [...plain].slice(0, longest).join('')
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(short) ? `_${short}` : short
}

/** The same place for another address: names that differ by case alone are one on a stick. */
export function twinOf(place: string, number: number): string {
  const [, folder = '', file = ''] = /^(.*\/)?([^/]+)$/.exec(place) ?? []
  return file === 'index.html' ? `${folder}${number}/${file}` : `${folder}${number}-${file}`
}

/** The way from one file to another, as a link says it. */
export const linkFrom = (from: string, to: string): string => wayBetween(from.split('/'), pathOf(to))

/** A place by its parts, as they are and as a link says them. */
export type Path = { parts: readonly string[]; said: readonly string[] }

export function pathOf(place: string): Path {
  const parts = place.split('/')
  // A name with a colon in front would be read as a scheme.
  return { parts, said: parts.map(encodeURIComponent) }
}

/** @param here the parts of the place from which it leads */
export function wayBetween(here: readonly string[], { parts, said }: Path): string {
  let same = 0
  while (same < here.length - 1 && same < parts.length - 1 && here[same] === parts[same]) same += 1
  return '../'.repeat(here.length - 1 - same) + said.slice(same).join('/')
}
