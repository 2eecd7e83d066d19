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
  'picture-address-hint',
  'picture-alt',
  'picture-alt-hint',
  'picture-caption',
  'block-raw',
  'block-note',
  'block-questions',
  'block-code',
  'differs',
  'too-long',
] as const

/** What the editor says, by the names its script knows. The script fills in the counts. */
export function editorWords(locale: string): Record<string, string> {
  const t = platformWords(locale)
  return {
    ...Object.fromEntries(sentences.map((name) => [name, t(`editor.${name}`)])),
    count: t('editor.count', { words: '{words}', minutes: '{minutes}' }),
  }
}
