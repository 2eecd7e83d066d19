import type { Branch, Piece } from '../branches.ts'
import { markOf } from './spelled.ts'

/** A sentence with all its branches, in English and in another language. */
export type Message = {
  key: string
  /** Whether somebody went over it since its English was last changed. */
  isPassed: boolean
  /** Each branch in both languages, in the same order; the first is named by nothing where there is but one. */
  branches: readonly { source: Branch; target: Branch }[]
}

/** The sentences of one folder, by the word file in which they stand. */
export type Part = { folder: string; files: readonly { file: string; messages: readonly Message[] }[] }

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/**
 * Sentences as XLIFF 2.1: a file for each folder, a group for each word file and each sentence, and a unit for each of its
 * branches, so that every one is a whole sentence. Names that are filled in are placeholders.
 *
 * @source https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html
 */
export function xliffOf(parts: readonly Part[], language: string): string {
  const files = parts.map(
    ({ folder, files: inside }) =>
      `<file id="${idOf(folder)}" original="src/${folder}/words">\n${inside.map(groupOf).join('')}</file>\n`,
  )
  return [
    '<?xml version="1.0" encoding="utf-8"?>\n',
    `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="${language}" xml:space="preserve">\n`,
    ...files,
    '</xliff>\n',
  ].join('')
}

/** Units are of types that say what their translation was when the file was made. */
export const markPrefix = 'was:'

/** Ids hold no slashes. */
export const idOf = (folder: string) => folder.replaceAll('/', '.')

const groupOf = ({ file, messages }: Part['files'][number]) =>
  `<group id="file.${file}" name="${file}">\n${messages.map(messageOf).join('')}</group>\n`

const messageOf = ({ key, isPassed, branches }: Message) =>
  `<group id="${key}" name="${key}">\n${branches
    .map(
      ({ source, target }) =>
        `<unit id="${unitId(key, source)}"${nameOf(source)} type="${markPrefix}${markOf(target.pieces)}"><segment state="${isPassed ? 'final' : 'translated'}"><source>${content(source.pieces)}</source><target>${content(target.pieces)}</target></segment></unit>\n`,
    )
    .join('')}</group>\n`

/** `members--count.one--kind.draft`: ids hold no equals signs either. */
export const unitId = (key: string, { cases }: Pick<Branch, 'cases'>) =>
  [key, ...cases.map(({ name, is }) => `${name}.${is.replace('=', 'exactly-')}`)].join('--')

const nameOf = ({ cases }: Branch) =>
  cases.length === 0 ? '' : ` name="${cases.map(({ name, is }) => `${name} ${is}`).join(', ')}"`

/** A placeholder is known by its id; one that stands twice has a number behind it. */
function content(pieces: readonly Piece[]): string {
  const times = new Map<string, number>()
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return escaped(piece)
      const id = placeholderId(piece)
      const time = (times.get(id) ?? 0) + 1
      times.set(id, time)
      return `<ph id="${time === 1 ? id : `${id}.${time}`}" equiv="{${piece.name}}" disp="{${piece.name}}"/>`
    })
    .join('')
}

const placeholderId = ({ name, as }: Exclude<Piece, string>) => (as === 'argument' ? name : `${name}-${as}`)
