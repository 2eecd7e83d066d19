import { Field } from './field.tsx'

/** A field that no reader sees and programs fill in. With an error it is shown, so that a person can empty it. */
export const Trap = (props: { label: string; value: string; error: string | undefined }) => (
  <div class={props.error === undefined ? 'form-trap' : undefined}>
    <Field type="text" name="website" autocomplete="off" optional="" {...props} />
  </div>
)
