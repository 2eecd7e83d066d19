import { fieldId } from './field-id.ts'
import { describedBy, type FieldBase, FieldNotes, type Option } from './field-notes.tsx'
import { isRequired } from './form-context.ts'
import { Optional } from './joining.tsx'

export type ChoiceProps = FieldBase & {
  options: Option[]
  /** Side by side while there is room: for short answers such as yes and no. */
  row?: boolean
} & ({ type: 'radios'; value?: string } | { type: 'checkboxes'; value?: readonly string[] })

/** Radios or checkboxes under one legend; a single checkbox is a group of one. */
export const ChoiceGroup = (props: ChoiceProps) => {
  const id = props.id ?? fieldId(props.name)
  const isChosen = (value: string) =>
    props.type === 'radios' ? props.value === value : (props.value?.includes(value) ?? false)
  return (
    <fieldset class={props.error ? 'field wrong' : 'field'} aria-describedby={describedBy(id, props)}>
      <legend>
        {props.label}
        <Optional optional={props.optional} />
      </legend>
      <FieldNotes id={id} hint={props.hint} error={props.error} />
      <div class={props.row ? 'options row' : 'options'}>
        {props.options.map((option, index) => {
          const optionId = index === 0 ? id : `${id}-${index + 1}`
          return (
            <div class="option">
              <input
                type={props.type === 'radios' ? 'radio' : 'checkbox'}
                id={optionId}
                name={props.name}
                value={option.value}
                checked={isChosen(option.value)}
                disabled={option.disabled}
                required={props.type === 'radios' && isRequired(props)}
                aria-describedby={option.hint ? `${optionId}-hint` : undefined}
              />
              <label for={optionId}>{option.label}</label>
              {option.hint ? (
                <p class="hint" id={`${optionId}-hint`}>
                  {option.hint}
                </p>
              ) : null}
              {option.beneath ? <div class="beneath">{option.beneath}</div> : null}
            </div>
          )
        })}
      </div>
    </fieldset>
  )
}
