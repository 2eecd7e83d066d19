import { useContext } from 'hono/jsx'
import { Joins } from './joining.tsx'

export type CopyWords = { copy: string; copied: string }

/**
 * A text to take along: marked and copied by hand, or by the button that a script shows.
 *
 * @param lang of the text, which may be another than the page's
 */
export const CopyText = (props: {
  id: string
  label: string
  text: string
  lang: string
  dir: 'ltr' | 'rtl'
  rows: number
  words: CopyWords
}) => (
  <copy-text class="field" data-copied={props.words.copied}>
    <label for={props.id} id={`${props.id}-label`}>
      {props.label}
    </label>
    <textarea id={props.id} rows={props.rows} readonly lang={props.lang} dir={props.dir}>
      {props.text}
    </textarea>
    <button type="button" class="button quiet" hidden aria-describedby={`${props.id}-label`}>
      {props.words.copy}
    </button>{' '}
    <span role="status" />
  </copy-text>
)

/** The button of a `<copy-text>`, which a script shows. @param about what it copies, where there are several */
export const CopyPress = ({ words, about }: { words: CopyWords; about?: string }) => {
  const { labelled } = useContext(Joins)
  return (
    <>
      <button
        type="button"
        class="button quiet"
        hidden
        aria-label={about === undefined ? undefined : labelled(words.copy, about)}
      >
        {words.copy}
      </button>{' '}
      <span role="status" />
    </>
  )
}

/** A button that copies a text which need not be seen, as the address of the page; without a script there is none. */
export const CopyButton = ({ text, words }: { text: string; words: CopyWords }) => (
  <copy-text data-copied={words.copied}>
    <span data-copy hidden>
      {text}
    </span>
    <CopyPress words={words} />
  </copy-text>
)
