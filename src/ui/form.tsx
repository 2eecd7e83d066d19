import { type Child, useContext } from 'hono/jsx'
import { fieldId } from './field-id.ts'
import { AroundFields, Kept } from './form-context.ts'

type FormProps = {
  action: string
  id?: string
  /** With a file field. */
  upload?: boolean
  /** Hidden values that travel along. */
  hidden?: Record<string, string>
  /** It makes something: sent twice, it makes it once. */
  once?: boolean
  /** Asks before the page is left with something typed; needs JavaScript. */
  guard?: boolean
  children: Child
}

/** Posts. `novalidate`, because our own errors are in the reader's language and say how to mend them. */
export const Form = (props: FormProps) => {
  const { action, id, upload = false, once = false, guard = false, children } = props
  const hidden = { ...props.hidden, ...(once ? { once: crypto.randomUUID() } : {}) }
  const kept = useContext(Kept)
  const typed = kept?.action === action ? kept.typed : undefined
  return (
    <form
      class="form"
      method="post"
      action={action}
      id={id ?? (typed ? 'kept' : undefined)}
      enctype={upload ? 'multipart/form-data' : undefined}
      novalidate
      data-guard={guard ? '' : undefined}
    >
      {id && typed ? <span id="kept" /> : null}
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <AroundFields.Provider value={{ typed }}>{children}</AroundFields.Provider>
    </form>
  )
}

/** Fields that belong together under one question. `size` is that of its legend. */
export const Fieldset = (props: {
  legend: string
  hint?: Child
  size?: 'small' | 'large'
  children: Child
}) => {
  const hintId = props.hint ? `${fieldId(props.legend)}-hint` : undefined
  return (
    <fieldset class="fieldset" aria-describedby={hintId}>
      <legend class={props.size ?? 'large'}>{props.legend}</legend>
      {props.hint ? (
        <p class="hint" id={hintId}>
          {props.hint}
        </p>
      ) : null}
      {props.children}
    </fieldset>
  )
}

/** One entry of the summary. Without a `name` it concerns the form as a whole. */
export type FormError = { name?: string; message: string }

/** On top of a form that came back: what to mend, each with a link to its field. Nothing without errors. */
export const ErrorSummary = ({ title, errors }: { title: string; errors: readonly FormError[] }) =>
  errors.length === 0 ? null : (
    <div class="error-summary" role="alert" tabindex={-1} id="errors" aria-labelledby="errors-title">
      <h2 id="errors-title">{title}</h2>
      <ul>
        {errors.map(({ name, message }) => (
          <li>{name ? <a href={`#${fieldId(name)}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  )
