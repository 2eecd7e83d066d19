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
  words: { copy: string; copied: string }
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
