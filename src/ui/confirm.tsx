import type { Child } from 'hono/jsx'
import { Button } from './button.tsx'
import { Form } from './form.tsx'
import type { Link } from './frame.ts'

type ConfirmProps = {
  action: string
  hidden?: Record<string, string>
  /** The three headings: what will happen, to whom, and how to take it back. */
  words: Record<'what' | 'whom' | 'undo', string>
  /** Each consequence a whole sentence with its numbers. */
  what: readonly Child[]
  whom: Child
  /** How, or that one cannot. */
  undo: Child
  /** Further fields, for instance a checkbox that must be ticked. */
  children?: Child
  button: string
  /** Red when it cannot be taken back. */
  danger?: boolean
  cancel: Link
}

/** Body of the page that a dangerous act has to itself. */
export const Confirm = (props: ConfirmProps) => (
  <Form action={props.action} hidden={props.hidden}>
    <div class="confirm">
      <section>
        <h2>{props.words.what}</h2>
        <ul>
          {props.what.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{props.words.whom}</h2>
        <Prose>{props.whom}</Prose>
      </section>
      <section>
        <h2>{props.words.undo}</h2>
        <Prose>{props.undo}</Prose>
      </section>
    </div>
    {props.children}
    <div class="actions">
      <Button kind={props.danger ? 'danger' : 'primary'}>{props.button}</Button>
      <a href={props.cancel.href}>{props.cancel.label}</a>
    </div>
  </Form>
)

const Prose = ({ children }: { children: Child }) =>
  typeof children === 'string' ? <p>{children}</p> : <div>{children}</div>

export type ChangedValue = { label: string; before: Child; after: Child }

/** What a change did or would do, field by field: before beside after. */
export const Changes = (props: {
  caption: string
  words: { field: string; before: string; after: string }
  changes: readonly ChangedValue[]
}) => (
  <table class="table changes">
    <caption>{props.caption}</caption>
    <thead>
      <tr>
        <th scope="col">{props.words.field}</th>
        <th scope="col">{props.words.before}</th>
        <th scope="col">{props.words.after}</th>
      </tr>
    </thead>
    <tbody>
      {props.changes.map(({ label, before, after }) => (
        <tr>
          <th scope="row">{label}</th>
          <td data-label={props.words.before}>
            <del>{before}</del>
          </td>
          <td data-label={props.words.after}>
            <ins>{after}</ins>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
