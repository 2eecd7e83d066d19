import type { Child } from 'hono/jsx'
import { AroundFields } from './form-context.ts'
import type { Link } from './frame.ts'
import { LabelAndText } from './joining.tsx'

/** Filters live in the address: a GET form whose fields are children, none of which must be filled in. */
export const Filters = (props: {
  action: string
  label: string
  submit: string
  clear?: Link
  children: Child
}) => (
  <search aria-label={props.label}>
    <form class="filters" method="get" action={props.action} novalidate>
      <AroundFields.Provider value={{ isFilter: true }}>{props.children}</AroundFields.Provider>
      <div class="actions">
        <button class="button quiet" type="submit">
          {props.submit}
        </button>
        {props.clear ? <a href={props.clear.href}>{props.clear.label}</a> : null}
      </div>
    </form>
  </search>
)

type PagerProps = {
  label: string
  position: string
  previous?: Link
  next?: Link
  /** Whether j and k go on and back. */
  keys?: boolean
}

/** `position` is finished: "Page 2 of 14" or "Rows 51 to 100 of 1,055". Nothing where there is no other page. */
export const Pager = (props: PagerProps) => (props.previous || props.next ? <Shown {...props} /> : null)

const Shown = (props: PagerProps) => (
  <nav class="pager" aria-label={props.label}>
    {props.previous ? (
      <a
        class="previous"
        href={props.previous.href}
        rel="prev"
        aria-keyshortcuts={props.keys ? 'k' : undefined}
      >
        {props.previous.label}
      </a>
    ) : (
      <span />
    )}
    <span class="position">{props.position}</span>
    {props.next ? (
      <a class="next" href={props.next.href} rel="next" aria-keyshortcuts={props.keys ? 'j' : undefined}>
        {props.next.label}
      </a>
    ) : (
      <span />
    )}
  </nav>
)

type BulkBarProps = {
  /** Id of the form that the checkboxes of the table, and the buttons here, name as theirs. */
  form: string
  /** What to do, for instance "Tick rows, then choose what happens to them." */
  hint: string
  /** Words beside the live count, for instance "Ticked", and beside the box that ticks all. Need JavaScript. */
  words: { ticked: string; all: string }
  /** Buttons, each with `form`. */
  children: Child
}

/** Acts on the ticked rows of a table; stays in sight at the end of the list. The form itself stands before the rows. */
export const BulkBar = (props: BulkBarProps) => (
  <div class="bulk-bar">
    <p class="hint">{props.hint}</p>
    <bulk-count for={props.form} hidden>
      <label>
        <input type="checkbox" /> {props.words.all}
      </label>
      <span>
        <LabelAndText label={props.words.ticked} />
        <output>0</output>
      </span>
    </bulk-count>
    <div class="actions">{props.children}</div>
  </div>
)

/**
 * Shows which keys work on this list and lets them work on the whole page, not only inside the list. Hidden
 * without JavaScript. The list itself says `keys` (a table) or `data-keys` (an `ol` or `ul`).
 */
export const KeyHints = (props: { keys: readonly { key: string; label: string }[]; everywhere: string }) => (
  <div class="key-hints" hidden>
    <ul class="inline-list">
      {props.keys.map(({ key, label }) => (
        <li>
          <kbd>{key}</kbd> {label}
        </li>
      ))}
      <li>
        <button class="link" type="button" aria-pressed="false">
          {props.everywhere}
        </button>
      </li>
    </ul>
  </div>
)
