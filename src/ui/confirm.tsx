import type { Child } from 'hono/jsx'
import { Button } from './button.tsx'
import { Form } from './form.tsx'
import type { Link } from './frame.ts'

type ConfirmProps = {
  action: string
  hidden?: Record<string, string>
  /** "What will happen": each consequence a whole sentence with its numbers. */
  what: { title: string; items: readonly Child[] }
  /** "To whom". */
  whom: { title: string; body: Child }
  /** "How to take it back", or that one cannot. */
  undo: { title: string; body: Child }
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
        <h2>{props.what.title}</h2>
        <ul>
          {props.what.items.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{props.whom.title}</h2>
        <Prose>{props.whom.body}</Prose>
      </section>
      <section>
        <h2>{props.undo.title}</h2>
        <Prose>{props.undo.body}</Prose>
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
