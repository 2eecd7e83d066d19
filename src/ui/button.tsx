import type { Child } from 'hono/jsx'

/** One `primary` per page; `danger` for what is hard to take back; `quiet` for the rest. */
export type ButtonKind = 'primary' | 'quiet' | 'danger'

type ButtonProps = {
  kind?: ButtonKind
  /** What the form gets when this button sends it. */
  name?: string
  value?: string
  /** Another address than the form's. */
  formaction?: string
  /** Id of the form it sends, when it stands outside of it. */
  form?: string
  /** What comes of it opens beside this page, which stays as it is. */
  beside?: boolean
  /** Sends the form without the browser's own checks, for instance to save a draft. */
  unchecked?: boolean
  /** Fuller name for screen readers where many buttons say the same ("Undo: country of Ana"). */
  label?: string
  /** Id of what names whom or what it is about, where many buttons of one name are told apart by that alone. */
  about?: string
  /** Key that presses it on a list desk, for instance "a"; shown beside the words. */
  shortcut?: string
  children: Child
}

/** Says what it does: "Release 512 introductions", never "OK". */
export const Button = (props: ButtonProps) => (
  <button
    class={`button ${props.kind ?? 'quiet'}`}
    type="submit"
    name={props.name}
    value={props.value}
    formaction={props.formaction}
    formtarget={props.beside ? '_blank' : undefined}
    formnovalidate={props.unchecked}
    form={props.form}
    aria-label={props.label}
    aria-describedby={props.about}
    aria-keyshortcuts={props.shortcut}
  >
    {props.children}
  </button>
)

export const ButtonLink = (props: {
  href: string
  kind?: ButtonKind
  label?: string
  download?: string
  children: Child
}) => (
  <a
    class={`button ${props.kind ?? 'quiet'}`}
    href={props.href}
    aria-label={props.label}
    download={props.download}
  >
    {props.children}
  </a>
)

/** Buttons in a row, the most wanted first; they stack on a phone. */
export const Actions = ({ children }: { children: Child }) => <div class="actions">{children}</div>
