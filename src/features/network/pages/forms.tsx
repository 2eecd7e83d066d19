import type { FormState } from '../../../platform/forms.ts'
import type { Network } from '../../../platform/network/index.ts'
import { platformWords } from '../../../platform/say.ts'
import { type Locale, locales } from '../../../platform/words.ts'
import { zoneGroups } from '../../../platform/zones.ts'
import { Actions, Button, Field, Fieldset, Form, type Frame, OfficePage } from '../../../ui/index.ts'
import { elsewherePath, languagesPath, namesPath, networkPath } from '../paths.ts'
import { linkPlaces } from '../schema.ts'
import { words } from '../words.ts'
import { crumbsOf, inWords, languageName } from './form.ts'

type Props = { frame: Frame; network: Network; form: FormState }

/** Saves, or leads back. */
export const Save = ({ frame }: { frame: Frame }) => (
  <Actions>
    <Button kind="primary">{words(frame.locale)('save')}</Button>
    <a href={networkPath}>{platformWords(frame.locale)('cancel')}</a>
  </Actions>
)

/** A field of each language, by names such as `name-es`. */
const inEach = <Field extends string>(
  offered: readonly Locale[],
  field: Field,
  label: string,
): Record<string, string> => Object.fromEntries(offered.map((locale) => [`${field}-${locale}`, label]))

/** What it is called, in each language that it offers. */
export const NamesPage = ({ frame, network, form }: Props) => {
  const t = words(frame.locale)
  const { faults } = inWords(frame, form, namesIn(frame, network.locales))
  return (
    <OfficePage
      frame={frame}
      title={t('names.title')}
      lead={t('names.lead')}
      crumbs={crumbsOf(frame)}
      faults={faults}
    >
      <Form action={namesPath}>
        {network.locales.map((locale) => (
          <NamesIn {...{ frame, network, form, locale }} />
        ))}
        <Save frame={frame} />
      </Form>
    </OfficePage>
  )
}

function namesIn(frame: Frame, offered: readonly Locale[]) {
  const t = words(frame.locale)
  return {
    ...inEach(offered, 'name', t('names.name')),
    ...inEach(offered, 'shortName', t('names.short')),
    ...inEach(offered, 'tagline', t('names.tagline')),
  }
}

const NamesIn = ({ frame, network, form, locale }: Props & { locale: Locale }) => {
  const t = words(frame.locale)
  const { field } = inWords(frame, form, namesIn(frame, network.locales))
  const [first] = network.locales
  const optional = platformWords(frame.locale)('form.optional')
  return (
    <Fieldset
      legend={languageName(frame, locale)}
      hint={locale === first ? undefined : t('names.else', { language: languageName(frame, first) })}
    >
      <Field type="text" {...(locale === first ? {} : { optional })} {...field(`name-${locale}`)} />
      <Field
        type="text"
        width="medium"
        hint={t('names.short.hint')}
        optional={optional}
        {...field(`shortName-${locale}`)}
      />
      <Field type="text" hint={t('names.tagline.hint')} optional={optional} {...field(`tagline-${locale}`)} />
    </Fieldset>
  )
}

/** Which languages pages are offered in, and which one is the network's own. */
export const LanguagesPage = ({
  frame,
  form,
  offered,
}: Omit<Props, 'network'> & { offered: readonly string[] }) => {
  const t = words(frame.locale)
  const { field, faults } = inWords(frame, form, {
    locales: t('languages.offered'),
    first: t('languages.first'),
    zone: t('languages.zone'),
  })
  const options = locales.map((locale) => ({ value: locale, label: languageName(frame, locale) }))
  return (
    <OfficePage
      frame={frame}
      title={t('languages.title')}
      lead={t('languages.lead')}
      crumbs={crumbsOf(frame)}
      faults={faults}
    >
      <Form action={languagesPath}>
        <Field {...field('locales')} name="locales[]" type="checkboxes" options={options} value={offered} />
        <Field type="radios" hint={t('languages.first.hint')} options={options} {...field('first')} />
        <Field
          type="select"
          hint={t('languages.zone.hint')}
          options={[{ value: 'UTC', label: 'UTC' }]}
          groups={zoneGroups(frame.locale, frame.now)}
          {...field('zone')}
        />
        <Save frame={frame} />
      </Form>
    </OfficePage>
  )
}

/** Where else the network is to be found. */
export const ElsewherePage = ({ frame, form }: Omit<Props, 'network'>) => {
  const t = words(frame.locale)
  const labels: Record<string, string> = {
    ...Object.fromEntries(
      linkPlaces.flatMap((place) => [
        [`label-${place}`, t('elsewhere.label')],
        [`href-${place}`, t('elsewhere.href')],
      ]),
    ),
    hub: t('elsewhere.hub'),
  }
  const { field, faults } = inWords(frame, form, labels)
  return (
    <OfficePage
      frame={frame}
      title={t('elsewhere.title')}
      lead={t('elsewhere.lead')}
      crumbs={crumbsOf(frame)}
      faults={faults}
    >
      <Form action={elsewherePath}>
        {linkPlaces.map((place) => (
          <Fieldset legend={t('elsewhere.link', { place })} size="small">
            <Field type="text" width="medium" optional="" {...field(`label-${place}`)} />
            <Field type="url" optional="" dir="ltr" {...field(`href-${place}`)} />
          </Fieldset>
        ))}
        <Field
          type="url"
          dir="ltr"
          hint={t('elsewhere.hub.hint')}
          optional={platformWords(frame.locale)('form.optional')}
          {...field('hub')}
        />
        <Save frame={frame} />
      </Form>
    </OfficePage>
  )
}
