import { formats } from '../../../platform/formats.ts'
import type { FormState } from '../../../platform/forms.ts'
import { pagesOf } from '../../../platform/paging.ts'
import { withQuery } from '../../../platform/paths.ts'
import { pagerOf, platformWords } from '../../../platform/say.ts'
import {
  Actions,
  Button,
  ButtonLink,
  Empty,
  Field,
  Filters,
  Form,
  type Frame,
  OfficePage,
  Pager,
  Table,
  Tag,
} from '../../../ui/index.ts'
import { type Actor, roles } from '../actor.ts'
import { holds } from '../grant.ts'
import { newPersonPath, peoplePath, peopleSettingsPath, personPath } from '../paths.ts'
import { mayChangeSettings, mayGrantRoles } from '../policy.ts'
import { type PeopleFilter, type PersonRow, peoplePerPage } from '../queries/people.ts'
import { words } from '../words.ts'
import { inWords } from './form.ts'

type Props = {
  frame: Frame
  actor: Actor
  filter: PeopleFilter
  people: PersonRow[]
  total: number
  /** `YYYY-MM-DD` in UTC. */
  today: string
}

/** Everyone we know, with the roles they have today. */
export const PeoplePage = (props: Props) => {
  const { frame, actor, filter, total } = props
  const t = words(frame.locale)
  return (
    <OfficePage
      frame={frame}
      title={t('people.title')}
      part={total > peoplePerPage ? positionOf(frame, filter, total) : undefined}
      actions={
        <>
          {mayGrantRoles(actor) ? <ButtonLink href={newPersonPath}>{t('people.new')}</ButtonLink> : null}
          {mayChangeSettings(actor) ? <a href={peopleSettingsPath}>{t('settings.title')}</a> : null}
        </>
      }
    >
      <Filters
        action={peoplePath}
        label={t('people.filter')}
        submit={t('people.show')}
        clear={filter.text || filter.role ? { href: peoplePath, label: t('people.all') } : undefined}
      >
        <Field type="search" name="text" label={t('people.text')} value={filter.text} />
        <Field
          type="select"
          name="role"
          label={t('people.role')}
          value={filter.role}
          placeholder={t('people.role.all')}
          options={[
            { value: 'any', label: t('people.role.any') },
            ...roles.map((role) => ({ value: role, label: t(`role.${role}`) })),
          ]}
        />
      </Filters>
      <PeopleTable {...props} />
      {total > peoplePerPage ? <PeoplePager frame={frame} filter={filter} total={total} /> : null}
    </OfficePage>
  )
}

const PeopleTable = ({ frame, actor, people, total, today }: Props) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, actor.zone)
  return (
    <Table
      caption={t('people.caption', { count: total })}
      rows={people}
      keys
      empty={<Empty title={t('people.empty.title')} text={t('people.empty.text')} />}
      columns={[
        {
          label: t('people.name'),
          head: true,
          cell: (person) => (
            <bdi>
              <a href={personPath(person.id)}>{person.name}</a>
            </bdi>
          ),
        },
        { label: t('people.email'), cell: (person) => <bdi dir="ltr">{person.email}</bdi> },
        { label: t('people.roles'), cell: (person) => <Roles frame={frame} person={person} today={today} /> },
        {
          label: t('people.seen'),
          cell: ({ lastSeenAt }) => (lastSeenAt ? say.instant(lastSeenAt) : t('people.seen.out')),
        },
      ]}
    />
  )
}

const Roles = ({ frame, person, today }: { frame: Frame; person: PersonRow; today: string }) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  const held = person.grants.filter((grant) => holds(grant, today))
  if (person.disabledAt) return <Tag tone="thread">{t('person.disabled')}</Tag>
  if (held.length === 0) return <>{t('role.member')}</>
  return (
    <>
      {say.list(
        held.map(({ role, country }) =>
          country ? t('role.ambassador.of', { country: say.country(country) }) : t(`role.${role}`),
        ),
      )}
    </>
  )
}

const positionOf = (frame: Frame, { page }: PeopleFilter, total: number) =>
  platformWords(frame.locale)('pager.position', { page, pages: pagesOf(total, peoplePerPage) })

const PeoplePager = ({ frame, filter, total }: { frame: Frame; filter: PeopleFilter; total: number }) => {
  const pages = pagesOf(total, peoplePerPage)
  const at = (page: number | undefined) =>
    withQuery(peoplePath, { text: filter.text, role: filter.role, page })
  return <Pager {...pagerOf(frame.locale, { page: filter.page, pages }, at)} />
}

/** Adds someone who did not apply, for instance a new volunteer. */
export const NewPersonPage = ({ frame, form }: { frame: Frame; form: FormState }) => {
  const t = words(frame.locale)
  const { field, faults } = inWords(frame, form, {
    name: t('people.name'),
    email: t('people.email'),
    locale: t('people.new.locale'),
  })
  return (
    <OfficePage
      frame={frame}
      title={t('people.new')}
      lead={t('people.new.lead')}
      crumbs={[{ href: peoplePath, label: t('people.title') }]}
      faults={faults}
    >
      <Form action={newPersonPath}>
        <Field type="text" {...field('name')} />
        <Field type="email" dir="ltr" {...field('email')} />
        <Field
          type="select"
          options={frame.preferences.languages.map(({ value }) => ({
            value,
            label: formats(frame.locale, 'UTC').language(value),
          }))}
          {...field('locale')}
        />
        <Actions>
          <Button kind="primary">{t('people.new.submit')}</Button>
          <a href={peoplePath}>{platformWords(frame.locale)('cancel')}</a>
        </Actions>
      </Form>
    </OfficePage>
  )
}

/** What a director may switch for all people. */
export const PeopleSettingsPage = (props: {
  frame: Frame
  isRequired: boolean
  /** People with a role today, and how many of them have no second factor. */
  count: { withRole: number; without: number }
}) => {
  const { frame, isRequired, count } = props
  const t = words(frame.locale)
  return (
    <OfficePage
      frame={frame}
      title={t('settings.title')}
      crumbs={[{ href: peoplePath, label: t('people.title') }]}
    >
      <Form action={peopleSettingsPath}>
        <Field
          type="radios"
          name="requireSecondFactor"
          label={t('settings.factor')}
          hint={t('settings.factor.hint', count)}
          value={isRequired ? 'yes' : 'no'}
          options={[
            { value: 'yes', label: t('yes') },
            { value: 'no', label: t('no') },
          ]}
        />
        <Actions>
          <Button kind="primary">{t('settings.save')}</Button>
        </Actions>
      </Form>
    </OfficePage>
  )
}
