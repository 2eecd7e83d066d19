import { formats } from '../../../platform/formats.ts'
import type { FormState } from '../../../platform/forms.ts'
import { confirmWords, platformWords } from '../../../platform/say.ts'
import { Actions, Button, Confirm, Field, Form, type Frame, OfficePage } from '../../../ui/index.ts'
import { takeBackHours } from '../address-change.ts'
import type { Grant } from '../grant.ts'
import {
  disablePath,
  endGrantPath,
  peoplePath,
  personAddressPath,
  personPath,
  removeSecondFactorPath,
} from '../paths.ts'
import type { PersonPage } from '../queries/people.ts'
import { type PeopleWords, roleName, words } from '../words.ts'
import { inWords } from './form.ts'

type EndProps = {
  frame: Frame
  person: PersonPage
  grant: Grant
  form: FormState
}

/** When a role ends: a day before today ends it at once. */
export const EndGrantPage = (props: EndProps) => {
  const { frame, person, grant, form } = props
  const t = words(frame.locale)
  const { field, faults } = inWords(frame, form, { endsOn: t('person.until') })
  const role = roleName(t, formats(frame.locale, 'UTC'), grant)
  return (
    <OfficePage
      frame={frame}
      title={t('end.title', { role })}
      lead={t('end.lead', { name: person.name })}
      crumbs={personCrumbs(t, person)}
      faults={faults}
    >
      <Form action={endGrantPath(person.id, grant.id)}>
        <Field type="date" width="medium" hint={t('end.hint')} {...field('endsOn')} />
        <Actions>
          <Button kind="danger">{t('end.submit')}</Button>
          <a href={personPath(person.id)}>{platformWords(frame.locale)('cancel')}</a>
        </Actions>
      </Form>
    </OfficePage>
  )
}

/** Another address for someone whose mailbox is gone, with what comes of it. */
export const PersonAddressPage = (props: { frame: Frame; person: PersonPage; form: FormState }) => {
  const { frame, person, form } = props
  const t = words(frame.locale)
  const { field, faults } = inWords(frame, form, { email: t('me.email.new') })
  return (
    <OfficePage
      frame={frame}
      title={t('address.title', { name: person.name })}
      lead={t('address.lead', { email: person.email })}
      crumbs={personCrumbs(t, person)}
      faults={faults}
    >
      <Form action={personAddressPath(person.id)}>
        <Field type="email" dir="ltr" autocomplete="off" {...field('email')} />
        <h2>{confirmWords(frame.locale).what}</h2>
        <ul>
          <li>{t('address.told', { hours: takeBackHours })}</li>
          <li>{t('sure.remove-factor.now')}</li>
          <li>{t('address.sure')}</li>
        </ul>
        <Actions>
          <Button kind="danger">{t('address.submit')}</Button>
          <a href={personPath(person.id)}>{platformWords(frame.locale)('cancel')}</a>
        </Actions>
      </Form>
    </OfficePage>
  )
}

/** What exactly happens, to whom, and how to take it back, before it is done. */
export const SurePage = (props: { frame: Frame; person: PersonPage; what: 'disable' | 'remove-factor' }) => {
  const { frame, person, what } = props
  const t = words(frame.locale)
  const { name } = person
  return (
    <OfficePage frame={frame} title={t(`sure.${what}.title`, { name })} crumbs={personCrumbs(t, person)}>
      <Confirm
        action={what === 'disable' ? disablePath(person.id) : removeSecondFactorPath(person.id)}
        words={confirmWords(frame.locale)}
        what={[t(`sure.${what}.now`), t(`sure.${what}.then`)]}
        whom={<PersonLine person={person} />}
        undo={t(`sure.${what}.undo`)}
        button={t(`sure.${what}.submit`)}
        danger
        cancel={{ href: personPath(person.id), label: platformWords(frame.locale)('cancel') }}
      />
    </OfficePage>
  )
}

const PersonLine = ({ person }: { person: PersonPage }) => (
  <p>
    <bdi>{person.name}</bdi>, <bdi dir="ltr">{person.email}</bdi>
  </p>
)

const personCrumbs = (t: PeopleWords, person: PersonPage) => [
  { href: peoplePath, label: t('people.title') },
  { href: personPath(person.id), label: person.name },
]
