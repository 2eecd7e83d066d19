import { Field, PersonChip } from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { alternativesPath } from '../paths.ts'
import type { Named } from '../queries/people.ts'
import type { Voice } from '../telling.ts'
import { sectorName } from '../words.ts'

/** Someone by name, on the way to their other possible partners. */
export const NamedChip = ({ one, round, voice }: { one: Named | undefined; round: Round; voice: Voice }) =>
  one ? (
    <PersonChip
      name={one.name}
      country={voice.f.country(one.country)}
      sector={sectorName(voice.locale, one.sector)}
      href={alternativesPath(round.code, one.applicationId)}
    />
  ) : (
    <span>{voice.t('price.nobody-known')}</span>
  )

type Options = { value: string; label: string }[]

/** Lets a list be narrowed to a country. */
export const CountryField = ({ value, options, t }: { value?: string; options: Options; t: Voice['t'] }) => (
  <Field
    type="select"
    name="country"
    label={t('filter.country')}
    value={value ?? ''}
    placeholder={t('filter.all-countries')}
    options={options}
  />
)
