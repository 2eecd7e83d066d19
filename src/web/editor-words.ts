import { libraryPath, mayAddPictures } from '../features/media/index.ts'
import type { Actor } from '../features/people/index.ts'
import { LICENCES } from '../platform/licences.ts'
import { platformWords } from '../platform/say.ts'

/** Those with nothing to fill in. */
const sentences = [
  'toolbar',
  'bold',
  'italic',
  'link',
  'heading',
  'subheading',
  'list',
  'numbered',
  'picture',
  'quote',
  'table',
  'footnote',
  'note',
  'questions',
  'code',
  'rule',
  'undo',
  'redo',
  'more',
  'row-after',
  'row-remove',
  'column-after',
  'column-remove',
  'table-remove',
  'markdown',
  'apply',
  'cancel',
  'link-address',
  'link-hint',
  'link-remove',
  'picture-address',
  'picture-alt',
  'picture-alt-hint',
  'picture-caption',
  'block-raw',
  'block-note',
  'block-questions',
  'block-code',
  'differs',
  'too-long',
  'picture-find',
  'picture-choose',
  'picture-none',
  'picture-upload',
  'picture-file',
  'picture-file-hint',
  'picture-author',
  'picture-source',
  'picture-source-hint',
  'picture-licence',
  'picture-alt-missing',
  'picture-missing',
  'picture-not-sent',
] as const

/** What the editor says, by the names its script knows. The script fills in the counts. Without an address of the library, pictures are
 * given by theirs. */
export function editorWords(actor: Actor): Record<string, string> {
  const t = platformWords(actor.locale)
  return {
    ...Object.fromEntries(sentences.map((name) => [name, t(`editor.${name}`)])),
    library: mayAddPictures(actor) ? libraryPath : '',
    licences: JSON.stringify(LICENCES.map(({ id, name }) => ({ id, name }))),
    count: t('editor.count', { words: '{words}', minutes: '{minutes}' }),
  }
}
