import { dayIn } from '../../../platform/days.ts'
import { tokensOf } from '../../archive/index.ts'
import type { ToFind } from '../queries.ts'

/** The folder of what makes a copy's search. */
export const searchFolder = 'copy'
export const indexPlace = (locale: string) => `${searchFolder}/posts-${locale}.js`

/** A post as it is found: where it stands below the folder of a language, and what is told of it. */
export type Findable = { id: string; title: string; text: string; summary: string; by: string; on: string }

/** What is looked through, and what is told of what was found. */
const fields = ['title', 'text'] as const
const told = ['title', 'summary', 'by', 'on'] as const

/**
 * The index of the posts in one language as a script, in pieces: what a page opened from a folder may not fetch it may still run.
 * Words are told apart as the site's own search does. It is what MiniSearch would write of itself, which would take half a
 * gigabyte for the index of two thousand posts.
 *
 * @source `toJSON` of MiniSearch, `serializationVersion` 2
 */
export async function* indexScript(locale: string, posts: readonly Findable[]): AsyncGenerator<string> {
  yield `self.twinleafIndex(${JSON.stringify(locale)}, "`
  let said = ''
  for (const piece of indexOf(posts)) {
    said += JSON.stringify(piece).slice(1, -1)
    if (said.length < mostAtOnce) continue
    yield said
    said = ''
  }
  yield `${said}")\n`
}

/** In letters. */
const mostAtOnce = 100_000

/** In which posts a word stands and how often, one number after the other, by field. */
type Places = number[][]

/** As JSON. */
export function* indexOf(posts: readonly Findable[]): Generator<string> {
  const words = new Map<string, Places>()
  const lengths = posts.map((post, number) =>
    fields.map((field, at) => addWords(words, post[field], number, at)),
  )
  const about = {
    documentCount: posts.length,
    nextId: posts.length,
    documentIds: { ...posts.map(({ id }) => id) },
    fieldIds: Object.fromEntries(fields.map((field, at) => [field, at])),
    fieldLength: { ...lengths },
    averageFieldLength: fields.map(
      (_, at) => lengths.reduce((sum, one) => sum + (one[at] ?? 0), 0) / Math.max(1, posts.length),
    ),
    storedFields: {
      ...posts.map((post) => Object.fromEntries(told.map((name) => [name, post[name]]))),
    },
    dirtCount: 0,
    serializationVersion: 2,
  }
  yield `${JSON.stringify(about).slice(0, -1)},"index":[`
  let before = ''
  for (const word of [...words.keys()].sort()) {
    yield `${before}[${JSON.stringify(word)},${textOf(words.get(word) ?? [])}]`
    before = ','
  }
  yield ']}'
}

/** @returns how many different words there are */
function addWords(words: Map<string, Places>, text: string, number: number, at: number): number {
  const counts = new Map<string, number>()
  for (const { folded } of tokensOf(text)) counts.set(folded, (counts.get(folded) ?? 0) + 1)
  for (const [word, count] of counts) {
    const places = words.get(word) ?? fields.map(() => [])
    words.set(word, places)
    places[at]?.push(number, count)
  }
  return counts.size
}

function textOf(places: Places): string {
  const said = places.flatMap((numbers, at) => {
    const pairs = []
    for (let next = 0; next < numbers.length; next += 2) pairs.push(`"${numbers[next]}":${numbers[next + 1]}`)
    return pairs.length === 0 ? [] : [`"${at}":{${pairs.join(',')}}`]
  })
  return `{${said.join(',')}}`
}

/** @param text what the page of a post says, by its address */
export const findable = (
  { title, summary, byline, publishAt }: ToFind,
  id: string,
  text: string,
): Findable => ({ id, title, text, summary, by: byline, on: dayIn(publishAt) })

/** Old addresses of the front page by their query, as a script: `?p=12` leads on where no server can. */
export const oldScript = (ways: Readonly<Record<string, string>>): string =>
  `self.twinleafOld(${JSON.stringify(ways)})\n`
