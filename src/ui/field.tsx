import { ChoiceGroup, type ChoiceProps } from './choice-group.tsx'
import { fieldId } from './field-id.ts'
import { describedBy, type FieldBase, FieldNotes, type Option } from './field-notes.tsx'
import { isRequired, withTyped } from './form-context.ts'
import { Optional } from './joining.tsx'

type LineProps = FieldBase & {
  type:
    | 'text'
    | 'email'
    | 'url'
    | 'tel'
    | 'search'
    | 'password'
    | 'date'
    | 'time'
    | 'datetime-local'
    | 'number'
  value?: string | number
  /** How wide the answer usually is. */
  width?: 'short' | 'medium' | 'full'
  autocomplete?: string
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'url' | 'search'
  /** `ltr` for addresses and codes on right-to-left pages; `auto` for names. */
  dir?: 'ltr' | 'rtl' | 'auto'
  min?: string | number
  max?: string | number
  step?: string | number
  /** Short words beside the control: a unit, or a zone. */
  suffix?: string
  /** Suggestions, found by their words as well; the reader may still type something else. */
  suggestions?: readonly Suggestion[]
  /** To be copied, not changed. */
  readonly?: boolean
  /** Id of `Suggestions` that stand on the page once for several fields. */
  list?: string
}

type Suggestion = { value: string; label?: string }

type TextareaProps = FieldBase & {
  type: 'textarea'
  value?: string
  rows?: number
  /** For posts: a taller sheet, set like the post. */
  sheet?: boolean
  /** Its text is Markdown, which is written so; on a page that is for writing it is shown as formatted text, without these words. */
  markdown?: string
  /** With `markdown`: where it is read, pictures in it are not shown, so that none is offered. */
  withoutPictures?: boolean
  /** How many letters are plenty: a script counts along, and nothing is cut. */
  plenty?: number
  /** Of what is written in it, where that is another than the page's. */
  lang?: string
  /** Where it is known; it follows what is typed otherwise. */
  dir?: 'ltr' | 'rtl'
}

type SelectProps = FieldBase & {
  type: 'select'
  value?: string
  options: Option[]
  /** Options under headings, after the plain ones. */
  groups?: { label: string; options: Option[] }[]
  /** The empty first choice, for instance "Choose a country". */
  placeholder?: string
  width?: 'short' | 'medium' | 'full'
}

type FileProps = FieldBase & { type: 'file'; accept?: string }

type FieldProps = LineProps | TextareaProps | SelectProps | FileProps | ChoiceProps

/**
 * Label above, hint below the label, error beside the field. No browser is told how long an answer may be: it would cut what is
 * pasted without a word, where the form refuses with a sentence and gives back all that was typed.
 */
export const Field = (given: FieldProps) => {
  const props = given.type === 'file' ? given : withTyped(given)
  if (props.type === 'radios' || props.type === 'checkboxes') return <ChoiceGroup {...props} />
  const id = props.id ?? fieldId(props.name)
  return (
    <div class={props.error ? 'field wrong' : 'field'}>
      <label for={id}>
        {props.label}
        <Optional optional={props.optional} />
      </label>
      <FieldNotes id={id} hint={props.hint} error={props.error} />
      <Control field={props} id={id} />
    </div>
  )
}

type ControlProps = { field: LineProps | TextareaProps | SelectProps | FileProps; id: string }

const Control = ({ field, id }: ControlProps) => {
  const shared = {
    id,
    name: field.name,
    required: isRequired(field),
    'aria-describedby': describedBy(id, field),
    'aria-invalid': field.error ? ('true' as const) : undefined,
  }
  if (field.type === 'textarea') {
    return (
      <>
        {field.markdown ? <p class="hint">{field.markdown}</p> : null}
        <textarea
          {...shared}
          class={field.sheet ? 'sheet' : undefined}
          rows={field.rows ?? (field.sheet ? 18 : 5)}
          data-plenty={field.plenty}
          data-markdown={field.markdown ? '' : undefined}
          data-without-pictures={field.withoutPictures ? '' : undefined}
          lang={field.lang}
          dir={field.dir ?? 'auto'}
        >
          {field.value ?? ''}
        </textarea>
        {field.plenty ? <p class="hint" /> : null}
      </>
    )
  }
  if (field.type === 'select') {
    return (
      <select {...shared} class={field.width ?? 'medium'}>
        <SelectOptions {...field} />
      </select>
    )
  }
  if (field.type === 'file') return <input {...shared} type="file" accept={field.accept} />
  return <Line field={field} shared={shared} />
}

/** Years have four digits: without an end, browsers wait for six, and who types on puts the hour into the year. */
const latest: Partial<Record<LineProps['type'], string>> = {
  date: '9999-12-31',
  'datetime-local': '9999-12-31T23:59',
}

const Line = ({
  field,
  shared,
}: {
  field: LineProps
  shared: { id: string; name: string; required: boolean }
}) => {
  const list = field.suggestions ? `${shared.id}-list` : field.list
  const input = (
    <input
      {...shared}
      class={field.width ?? 'full'}
      type={field.type}
      value={field.value}
      autocomplete={field.autocomplete}
      inputmode={field.inputmode}
      dir={field.dir ?? (field.type === 'text' || field.type === 'search' ? 'auto' : undefined)}
      readonly={field.readonly}
      min={field.min}
      max={field.max ?? latest[field.type]}
      step={field.step}
      list={list}
    />
  )
  return (
    <>
      {field.suffix ? (
        <span class="with-suffix" dir={field.dir}>
          {input}{' '}
          <span class="suffix" id={`${shared.id}-suffix`}>
            {field.suffix}
          </span>
        </span>
      ) : (
        input
      )}
      {field.suggestions ? <Suggestions id={`${shared.id}-list`} suggestions={field.suggestions} /> : null}
    </>
  )
}

/** What several fields of a page suggest: written once, as it may be long. */
export const Suggestions = ({ id, suggestions }: { id: string; suggestions: readonly Suggestion[] }) => (
  <datalist id={id}>
    {suggestions.map(({ value, label }) => (
      <option value={value}>{label}</option>
    ))}
  </datalist>
)

const SelectOptions = ({ options, groups = [], value, placeholder }: SelectProps) => {
  const item = (option: Option) => (
    <option value={option.value} selected={option.value === value} disabled={option.disabled}>
      {option.label}
    </option>
  )
  return (
    <>
      {placeholder ? <option value="">{placeholder}</option> : null}
      {options.map(item)}
      {groups.map((group) => (
        <optgroup label={group.label}>{group.options.map(item)}</optgroup>
      ))}
    </>
  )
}
