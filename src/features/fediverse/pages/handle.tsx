import type { FormField } from '../../../platform/forms.ts'
import type { Network } from '../../../platform/network/index.ts'
import { Field, type Frame } from '../../../ui/index.ts'
import { words } from '../words.ts'

/** Where the name of a channel is chosen, with our host behind it. */
export const HandleField = (props: { frame: Frame; network: Network; field: FormField }) => (
  <Field
    type="text"
    dir="ltr"
    width="medium"
    autocomplete="off"
    hint={words(props.frame.locale)('on.handle.hint')}
    suffix={`@${new URL(props.network.origin).host}`}
    {...props.field}
  />
)
