import { formats } from '../../../platform/formats.ts'
import { type FormState, formInWords } from '../../../platform/forms.ts'
import { errorWords, platformWords } from '../../../platform/say.ts'
import { Actions, Button, ButtonLink, Empty, Field, Form, Table, Tag } from '../../../ui/index.ts'
import { type Contact, contactKinds, standings } from '../contact.ts'
import { contactPath, contactsPath, newContactPath, removeContactPath } from '../paths.ts'
import { words } from '../words.ts'
import { CountryFrame, type Place } from './frame.tsx'

/** Libraries and groups that were asked to pass the call on, or are to be. */
export const ContactsPage = ({ contacts, ...place }: Place & { contacts: readonly Contact[] }) => {
  const { frame, country } = place
  const t = words(frame.locale)
  const add = (
    <ButtonLink href={newContactPath(country)} kind="primary">
      {t('contacts.add')}
    </ButtonLink>
  )
  return (
    <CountryFrame {...place} view="contacts" lead={t('contacts.lead')}>
      {contacts.length === 0 ? (
        <Empty title={t('contacts.none')} text={t('contacts.none.text')}>
          {add}
        </Empty>
      ) : (
        <>
          <Actions>{add}</Actions>
          <Table caption={t('contacts.caption')} columns={columnsFor(place)} rows={contacts} />
        </>
      )}
    </CountryFrame>
  )
}

function columnsFor({ frame, country }: Place) {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  return [
    {
      label: t('contact.name'),
      head: true,
      cell: ({ id, name }: Contact) => (
        <bdi>
          <a href={contactPath(country, id)}>{name}</a>
        </bdi>
      ),
    },
    { label: t('contact.kind'), cell: ({ kind }: Contact) => t(`kind.${kind}`) },
    {
      label: t('contact.standing'),
      cell: ({ standing }: Contact) => (
        <Tag tone={standing === 'passed-on' ? 'leaf' : undefined}>{t(`standing.${standing}`)}</Tag>
      ),
    },
    {
      label: t('contact.contactedOn'),
      cell: ({ contactedOn }: Contact) => (contactedOn ? say.shortDay(contactedOn) : ''),
    },
    {
      label: t('contact.notes'),
      cell: ({ notes }: Contact) => (
        <span class="copy" dir="auto">
          {notes}
        </span>
      ),
    },
  ]
}

type FormProps = Place & {
  form: FormState
  /** The one to be changed; null for a new one. */
  contact: Contact | null
}

/** One library or group: whom, when and how it went. */
export const ContactPage = ({ form, contact, ...place }: FormProps) => {
  const { frame, country } = place
  const t = words(frame.locale)
  const labels = {
    ...{ name: t('contact.name'), kind: t('contact.kind'), standing: t('contact.standing') },
    ...{ contactedOn: t('contact.contactedOn'), notes: t('contact.notes') },
  }
  const { field, faults } = formInWords(frame.locale, labels, form, errorWords(words, frame.locale))
  const kinds = contactKinds.map((value) => ({ value, label: t(`kind.${value}`) }))
  const results = standings.map((value) => ({ value, label: t(`standing.${value}`) }))
  return (
    <CountryFrame {...place} view="contacts" title={contact?.name ?? t('contact.new')} faults={faults}>
      <Form
        action={contact ? contactPath(country, contact.id) : newContactPath(country)}
        hidden={{ revision: String(contact?.revision ?? 0) }}
      >
        <Field type="text" dir="auto" hint={t('contact.name.hint')} {...field('name')} />
        <Field type="select" placeholder={t('choose')} options={kinds} {...field('kind')} />
        <Field type="radios" options={results} {...field('standing')} />
        <Field
          type="date"
          width="medium"
          hint={t('contact.contactedOn.hint')}
          optional={t('optional')}
          {...field('contactedOn')}
        />
        <Field type="textarea" hint={t('contact.notes.hint')} optional={t('optional')} {...field('notes')} />
        <Actions>
          <Button kind="primary">{t('contact.save')}</Button>
          <a href={contactsPath(country)}>{platformWords(frame.locale)('cancel')}</a>
        </Actions>
      </Form>
      {contact ? (
        <Form action={removeContactPath(country, contact.id)}>
          <Actions>
            <Button kind="danger">{t('contact.remove')}</Button>
          </Actions>
        </Form>
      ) : null}
    </CountryFrame>
  )
}
