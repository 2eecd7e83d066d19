import { zoneChoicesAmong } from '../../../platform/zones.ts'
import { Field, Fieldset } from '../../../ui/index.ts'
import { usualTimes, zonesOfCountry } from '../../applications/index.ts'
import { languageRows, listIn, textIn } from '../draft.ts'
import { languagesIn } from './choices.ts'
import type { FieldsProps } from './fields.tsx'

export const TalkingFields = (props: FieldsProps) => {
  const { field, values, voice } = props
  const { t } = voice
  return (
    <>
      <Languages {...props} />
      <Zone {...props} />
      <Field
        {...field('times')}
        type="checkboxes"
        name="times[]"
        hint={t('field.times.hint')}
        value={listIn(values, 'times')}
        options={usualTimes.map((value) => ({ value, label: t(`time.${value}`) }))}
      />
      <Field
        {...field('sharesEmail')}
        type="radios"
        hint={t('field.sharesEmail.hint')}
        options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`field.sharesEmail.${value}`) }))}
      />
    </>
  )
}

const Languages = ({ field, voice: { t, say } }: FieldsProps) => {
  const languages = languagesIn(say)
  return (
    <Fieldset legend={t('field.languages')} hint={t('field.languages.hint')} size="small">
      {languageRows.map((row) => (
        <div class="two-answers">
          <Field
            {...field(`language${row}`)}
            type="select"
            optional={row === 1 ? undefined : ''}
            placeholder={t('field.language.choose')}
            options={languages}
          />
          <Field
            {...field(`comfort${row}`)}
            type="select"
            optional=""
            options={(['talk', 'write'] as const).map((value) => ({ value, label: t(`comfort.${value}`) }))}
          />
        </div>
      ))}
    </Fieldset>
  )
}

/** Most countries have one, and nobody there is asked. */
const Zone = ({ field, values, frame, voice: { t, say, locale } }: FieldsProps) => {
  const country = textIn(values, 'country')
  const zones = country === '' ? [] : zonesOfCountry(country)
  if (zones.length < 2) return null
  return (
    <Field
      {...field('zone')}
      type="radios"
      hint={t('field.zone.hint', { country: say.country(country) })}
      options={zoneChoicesAmong(zones, locale, frame.now)}
    />
  )
}
