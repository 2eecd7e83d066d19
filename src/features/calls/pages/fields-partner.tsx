import { platformWords } from '../../../platform/say.ts'
import { Field, Fieldset } from '../../../ui/index.ts'
import { listIn } from '../draft.ts'
import { formerPartner, wishFieldOf, wishFields } from './answers.ts'
import type { FieldsProps } from './fields.tsx'

/** How many letters say enough; nobody is stopped. */
const plentyAbout = 900
const plentyNote = 400

export const PartnerFields = (props: FieldsProps) => {
  const { field, voice } = props
  const { t, locale } = voice
  return (
    <>
      <Field {...field('about')} type="textarea" rows={7} plenty={plentyAbout} hint={t('field.about.hint')} />
      <Wishes {...props} />
      <Again {...props} />
      <Field
        {...field('wishNote')}
        type="textarea"
        rows={3}
        plenty={plentyNote}
        optional={platformWords(locale)('form.optional')}
        hint={t('field.wishNote.hint')}
      />
      <Field
        {...field('takesTwo')}
        type="checkboxes"
        name="takesTwo[]"
        optional=""
        hint={t('field.takesTwo.hint')}
        value={listIn(props.values, 'takesTwo')}
        options={[{ value: 'yes', label: t('field.takesTwo.yes') }]}
      />
    </>
  )
}

/** For those who come back, in one question; everyone is somebody new otherwise. */
const Again = ({ field, values, former, voice }: FieldsProps) =>
  former.length === 0 ? null : (
    <Field
      {...field('again')}
      type="checkboxes"
      name="again[]"
      optional={platformWords(voice.locale)('form.optional')}
      hint={voice.t('field.again.hint')}
      value={listIn(values, 'again')}
      options={former.map((one) => ({ value: one.id, label: formerPartner(one, voice) }))}
    />
  )

const Wishes = ({ field, values, voice: { t, named } }: FieldsProps) => (
  <Fieldset legend={t('field.wishes')} hint={t('field.wishes.hint')} size="small">
    {wishFields.map(([what, name]) => (
      <Field
        {...field(name)}
        type="radios"
        options={wishesAbout(what).map((value) => ({ value, label: named(`wish.mine.${value}`) }))}
      />
    ))}
    <Field
      {...field('dear')}
      type="checkboxes"
      name="dear[]"
      optional=""
      hint={t('field.dear.hint')}
      value={listIn(values, 'dear')}
      options={wishFields.map(([what]) => ({ value: what, label: t(`field.${wishFieldOf[what]}`) }))}
    />
  </Fieldset>
)

const wishesAbout = (what: 'sector' | 'stage' | 'interests') =>
  what === 'stage'
    ? (['like', 'earlier', 'later', 'different', 'any'] as const)
    : (['like', 'different', 'any'] as const)
