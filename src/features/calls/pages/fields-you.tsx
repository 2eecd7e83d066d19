import { Facts, Field } from '../../../ui/index.ts'
import { countriesIn } from './choices.ts'
import { DeviceField, type FieldsProps } from './fields.tsx'

export const YouFields = ({ field, values, isSignedIn, isOwnDevice, voice }: FieldsProps) => {
  const { t, say } = voice
  return (
    <>
      <Field type="text" autocomplete="name" hint={t('field.name.hint')} {...field('name')} />
      {isSignedIn ? (
        <div>
          <Facts facts={[{ term: t('field.email'), detail: <bdi dir="ltr">{values.email}</bdi> }]} />
          <p class="hint">{t('field.email.own')}</p>
        </div>
      ) : (
        <Field type="email" autocomplete="email" dir="ltr" hint={t('field.email.hint')} {...field('email')} />
      )}
      <Field
        type="select"
        width="full"
        hint={t('field.country.hint')}
        placeholder={t('field.country.choose')}
        options={countriesIn(say)}
        {...field('country')}
      />
      {isSignedIn ? null : <DeviceField isOwnDevice={isOwnDevice} voice={voice} />}
    </>
  )
}
