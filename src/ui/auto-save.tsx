import type { Child } from 'hono/jsx'

/** What it says while one types: finished sentences. `count` has `{n}` and `{plenty}` in it; `out` is for who has to be signed in. */
export type AutoSaveWords = Record<'saved' | 'unsaved' | 'elsewhere' | 'restored' | 'count', string> & {
  out?: string
}

/**
 * Around one form: a script saves what is typed as one goes, and keeps it in the window while there is no connection.
 * The form works without. `isOwnDevice`: the reader has said that it may be kept when the window is closed.
 */
export const AutoSave = (props: { words: AutoSaveWords; isOwnDevice: boolean; children: Child }) => (
  <auto-save
    {...Object.fromEntries(Object.entries(props.words).map(([name, text]) => [`data-${name}`, text]))}
    data-device={props.isOwnDevice ? '' : undefined}
  >
    {props.children}
    <p class="hint" role="status" />
  </auto-save>
)

/** On the page after such a form: nothing that was sent stays in the window. `all`: nor what was not. */
export const AfterSaving = ({ all = false }: { all?: boolean }) => (
  <auto-save data-all={all ? '' : undefined} hidden />
)
