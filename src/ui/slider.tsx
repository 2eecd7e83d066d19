import { fieldId } from './field-id.ts'
import { describedBy, type FieldBase, FieldNotes } from './field-notes.tsx'
import { isRequired, withTyped } from './form-context.ts'
import { Optional } from './joining.tsx'

type SliderProps = FieldBase & {
  value?: number | string
  min: number
  max: number
  step?: number
  /** Short words beside the number: a unit. */
  suffix?: string
  /** What the two ends of the slider mean: "does not count" and "counts most". */
  ends?: { low: string; high: string }
}

/**
 * A number, and a slider that a script shows beside it and keeps in step. The number alone has a name, so it alone is
 * sent, with or without the script; for the same reason it alone is read to those who listen, and reached by the Tab key.
 */
export const Slider = (given: SliderProps) => {
  const props = withTyped(given)
  const { name, label, hint, error, optional, value, min, max, step, suffix, ends } = props
  const id = props.id ?? fieldId(name)
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={id}>
        {label}
        <Optional optional={optional} />
      </label>
      <FieldNotes id={id} hint={hint} error={error} />
      <number-slider>
        <span class="with-suffix">
          <input
            id={id}
            name={name}
            type="number"
            class="short"
            value={value}
            min={min}
            max={max}
            step={step}
            required={isRequired(props)}
            aria-describedby={describedBy(id, props)}
            aria-invalid={error ? 'true' : undefined}
          />
          {suffix ? (
            <span class="suffix" id={`${id}-suffix`}>
              {suffix}
            </span>
          ) : null}
        </span>
        <span class="slider" hidden aria-hidden="true">
          <input
            type="range"
            value={value}
            min={min}
            max={max}
            step={step}
            tabindex={-1}
            autocomplete="off"
          />
          {ends ? (
            <span class="slider-ends">
              <span>{ends.low}</span> <span>{ends.high}</span>
            </span>
          ) : null}
        </span>
      </number-slider>
    </div>
  )
}
