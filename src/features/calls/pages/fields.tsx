import { Field, type Frame } from '../../../ui/index.ts'
import type { Question } from '../../questions/index.ts'
import type { Round } from '../../rounds/index.ts'
import type { FormPage, Saved, Values } from '../draft.ts'
import type { FormerPartner } from '../queries/former.ts'
import type { Voice } from './voice.ts'

export type FormPageProps = {
  frame: Frame
  round: Round
  page: FormPage
  /** What the round asks of its own. */
  questions: readonly Question[]
  /** Whom they were partners with in other rounds. */
  former: readonly FormerPartner[]
  values: Values
  errors: Record<string, string>
  /** What of this page is saved, and the name under which it saves. */
  saved: Saved
  /** Whether the address is that of the account, and not asked for. */
  isSignedIn: boolean
  /** The reader's own, on which answers may be kept. */
  isOwnDevice: boolean
  /** What another device has saved here in the meantime. */
  theirs?: Values
  /** The short address that led to the form. */
  via: string | null
}

type FieldOf = (name: string) => {
  name: string
  label: string
  value: string
  error: string | undefined
}
export type FieldsProps = FormPageProps & { field: FieldOf; voice: Voice }

/** Whether answers may stay on this device when its browser is closed. */
export const DeviceField = ({ isOwnDevice, voice: { t } }: { isOwnDevice: boolean; voice: Voice }) => (
  <Field
    type="checkboxes"
    name="device[]"
    label={t('field.device')}
    optional=""
    value={isOwnDevice ? ['yes'] : []}
    options={[{ value: 'yes', label: t('field.device.yes') }]}
  />
)
