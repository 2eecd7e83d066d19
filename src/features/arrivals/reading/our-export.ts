import { parse } from 'yaml'
import type { CameComment, CameFile, CameText } from '../arrival.ts'
import { isRow, type Row, rowsIn, said } from './rows.ts'

/** What an export of ours says beside its texts, in YAML, so that it comes in again as it was. */

/** In letters; more was written by something else. */
const mostLetters = 16_000_000

function rowsOf(yaml: string, name: string): Row[] {
  if (yaml === '' || yaml.length > mostLetters) return []
  try {
    const data: unknown = parse(yaml, {
      schema: 'core',
      uniqueKeys: false,
      maxAliasCount: 0,
      logLevel: 'error',
    })
    return isRow(data) ? rowsIn(data[name]) : []
  } catch {
    // Of another program, or cut off: the texts come in without it.
    return []
  }
}

/** What the library said of pictures, by their paths in the folder. */
export const wordsOfPictures = (yaml: string): ReadonlyMap<string, Row> =>
  new Map(rowsOf(yaml, 'pictures').map((row) => [said(row, 'file'), row]))

export const aboutPicture = (row: Row): Pick<CameFile, 'alt' | 'caption' | 'credit'> => ({
  ...{ alt: said(row, 'alt'), caption: said(row, 'caption') },
  credit: { author: said(row, 'author'), source: said(row, 'source'), licence: said(row, 'licence') },
})

/** What was said below a text. */
export const commentsIn = (yaml: string): CameComment[] =>
  rowsOf(yaml, 'comments').flatMap((row): CameComment[] => {
    const sourceId = said(row, 'number')
    const at = new Date(said(row, 'date'))
    if (sourceId === '') return []
    return [
      {
        ...{ sourceId, parentId: said(row, 'answers') || null, name: said(row, 'name') },
        ...{ email: said(row, 'email'), text: inHtml(said(row, 'text')), url: '', isPing: false },
        ...{ at: Number.isNaN(at.getTime()) ? null : at, state: stateOf(said(row, 'state')) },
        authorNumber: '',
      },
    ]
  })

/** Words as they stand, where HTML is read. */
export const inHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const stateOf = (name: string): CameComment['state'] =>
  name === 'removed' ? 'trash' : name === 'waiting' || name === 'spam' ? name : 'shown'

/** Where a text of ours belongs, as categories of the slugs that our exports give them; null for one that does not say. */
export function placed(data: Row): CameText['terms'] | null {
  const [round, part, topic] = ['round', 'part', 'topic'].map((name) => said(data, name))
  if (!round && !part) return null
  const category = (slug: string, name: string) => ({ taxonomy: 'category' as const, slug, name })
  const code = round?.toLowerCase() ?? ''
  return [
    ...(round ? [category(code, round)] : []),
    ...(round && topic ? [category(`${code}-topic-${topic}`, `${round}, ${topic}`)] : []),
    ...(part ? [category(`${part}-posts`, part)] : []),
  ]
}

/** What only texts of ours have. */
export function ourOwn(data: Row): Pick<CameText, 'translationKey' | 'questions' | 'hashtag'> {
  const [translationKey, hashtag] = [said(data, 'translationKey'), said(data, 'hashtag')]
  const list: unknown[] = Array.isArray(data.questions) ? data.questions : []
  const questions = list.flatMap((one) => (typeof one === 'string' ? [one] : []))
  return {
    ...(translationKey === '' ? {} : { translationKey }),
    ...(questions.length === 0 ? {} : { questions }),
    ...(hashtag === '' ? {} : { hashtag }),
  }
}
