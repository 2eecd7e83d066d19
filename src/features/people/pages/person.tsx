import type { Child } from 'hono/jsx'
import { formats } from '../../../platform/formats.ts'
import type { FormField, FormState } from '../../../platform/forms.ts'
import type { DeadAddress } from '../../../platform/mail/index.ts'
import { platformWords } from '../../../platform/say.ts'
import {
  Actions,
  Button,
  ButtonLink,
  Empty,
  Facts,
  Field,
  Form,
  type Frame,
  Notice,
  OfficePage,
  Table,
  Tag,
} from '../../../ui/index.ts'
import { type Actor, roles } from '../actor.ts'
import { type Grant, holds } from '../grant.ts'
import {
  disablePath,
  enablePath,
  endGrantPath,
  grantPath,
  peoplePath,
  personAddressPath,
  removeSecondFactorPath,
} from '../paths.ts'
import { mayChangeAddress, mayGrantRoles, mayRemoveSecondFactor } from '../policy.ts'
import type { PersonPage } from '../queries/people.ts'
import { type PeopleWords, roleName, words } from '../words.ts'
import { countryOptions } from './countries.ts'
import { inWords } from './form.ts'

type Props = {
  frame: Frame
  actor: Actor
  person: PersonPage
  /** Why emails do not reach them; undefined when they do. */
  dead: DeadAddress | undefined
  today: string
  form: FormState
}

/** One person, with their roles; a director gives and ends them here. */
export const OnePersonPage = (props: Props) => {
  const { frame, actor, person, dead, form } = props
  const t = words(frame.locale)
  const grant = inWords(frame, form, {
    role: t('person.role'),
    country: t('grant.country'),
    startsOn: t('person.from'),
    endsOn: t('person.until'),
  })
  const mayChange = mayGrantRoles(actor)
  return (
    <OfficePage
      frame={frame}
      title={person.name}
      crumbs={[{ href: peoplePath, label: t('people.title') }]}
      faults={grant.faults}
    >
      {person.disabledAt ? <Disabled frame={frame} person={person} mayEnable={mayChange} /> : null}
      {dead ? <Unreachable {...{ frame, actor, person, dead }} /> : null}
      <PersonFacts {...props} />
      <h2>{t('person.roles')}</h2>
      <Grants {...props} />
      {mayChange && !person.disabledAt ? (
        <GrantForm frame={frame} person={person} field={grant.field} />
      ) : null}
      {mayChange ? <Standing frame={frame} actor={actor} person={person} /> : null}
    </OfficePage>
  )
}

const Disabled = (props: { frame: Frame; person: PersonPage; mayEnable: boolean }) => {
  const t = words(props.frame.locale)
  return (
    <Notice tone="warning" title={t('person.disabled.title')}>
      <p>{t('person.disabled.text')}</p>
      {props.mayEnable ? (
        <Form action={enablePath(props.person.id)}>
          <Button>{t('person.enable')}</Button>
        </Form>
      ) : null}
    </Notice>
  )
}

const Unreachable = (props: Pick<Props, 'frame' | 'actor' | 'person'> & { dead: DeadAddress }) => {
  const { frame, actor, person, dead } = props
  const say = platformWords(frame.locale)
  const when = formats(frame.locale, actor.zone).instant(dead.returnedAt)
  return (
    <Notice tone="warning" title={say('address-dead.title', { name: person.name })}>
      <p>{say(`address-dead.${dead.verdict as 'hard'}`, { address: person.email, when })}</p>
      <p>{words(frame.locale)('person.address-dead')}</p>
    </Notice>
  )
}

const PersonFacts = ({ frame, actor, person, today }: Props) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, actor.zone)
  return (
    <Facts
      facts={[
        { term: t('people.email'), detail: <bdi dir="ltr">{person.email}</bdi> },
        { term: t('person.language'), detail: say.language(person.locale) },
        { term: t('person.zone'), detail: say.zone(person.zone, today) },
        { term: t('person.known'), detail: say.instant(person.createdAt) },
        {
          term: t('people.seen'),
          detail: person.lastSeenAt ? say.instant(person.lastSeenAt) : t('people.seen.out'),
        },
        {
          term: t('factor.title'),
          detail: t(person.hasSecondFactor ? 'person.factor.on' : 'person.factor.off'),
        },
      ]}
    />
  )
}

const Grants = ({ frame, actor, person, today }: Props) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  return (
    <Table
      caption={t('person.roles')}
      captionHidden
      rows={person.grants}
      empty={<Empty title={t('person.roles.none')} text={t('person.roles.none.text')} />}
      columns={[
        { label: t('person.role'), head: true, cell: (grant) => roleName(t, say, grant) },
        { label: t('person.from'), cell: ({ startsOn }) => say.shortDay(startsOn) },
        {
          label: t('person.until'),
          cell: ({ endsOn }) => (endsOn ? say.shortDay(endsOn) : t('person.until.open')),
        },
        { label: t('person.state'), cell: (grant) => <State grant={grant} today={today} t={t} /> },
        ...(mayGrantRoles(actor)
          ? [
              {
                label: t('person.end.column'),
                cell: (grant: Grant): Child =>
                  grant.endsOn === null || grant.endsOn >= today ? (
                    <a href={endGrantPath(person.id, grant.id)}>{t('person.end')}</a>
                  ) : null,
              },
            ]
          : []),
      ]}
    />
  )
}

const State = ({ grant, today, t }: { grant: Grant; today: string; t: PeopleWords }) => {
  if (holds(grant, today)) return <Tag tone="leaf">{t('person.state.holds')}</Tag>
  return <Tag>{t(grant.startsOn > today ? 'person.state.later' : 'person.state.over')}</Tag>
}

type GrantFormProps = {
  frame: Frame
  person: PersonPage
  field: (name: 'role' | 'country' | 'startsOn' | 'endsOn') => FormField
}

const GrantForm = ({ frame, person, field }: GrantFormProps) => {
  const t = words(frame.locale)
  return (
    <>
      <h2>{t('grant.title')}</h2>
      <Form action={grantPath(person.id)}>
        <Field
          type="radios"
          options={roles.map((role) => ({
            value: role,
            label: t(`role.${role}`),
            hint: t(`role.${role}.hint`),
          }))}
          {...field('role')}
        />
        <Field
          type="select"
          placeholder={t('grant.country.none')}
          options={countryOptions(frame.locale)}
          optional={t('grant.country.optional')}
          {...field('country')}
        />
        <Field type="date" width="medium" {...field('startsOn')} />
        <Field
          type="date"
          width="medium"
          hint={t('grant.until.hint')}
          optional={platformWords(frame.locale)('form.optional')}
          {...field('endsOn')}
        />
        <Actions>
          <Button kind="primary">{t('grant.submit')}</Button>
        </Actions>
      </Form>
    </>
  )
}

const Standing = ({ frame, actor, person }: { frame: Frame; actor: Actor; person: PersonPage }) => {
  const t = words(frame.locale)
  const mayRemove = person.hasSecondFactor && mayRemoveSecondFactor(actor, person.id)
  const mayChange = mayChangeAddress(actor, person.id)
  if (person.disabledAt && !mayRemove && !mayChange) return null
  return (
    <>
      <h2>{t('person.access')}</h2>
      <Actions>
        {mayChange ? (
          <ButtonLink href={personAddressPath(person.id)}>{t('person.address')}</ButtonLink>
        ) : null}
        {mayRemove ? (
          <ButtonLink href={removeSecondFactorPath(person.id)}>{t('person.factor.remove')}</ButtonLink>
        ) : null}
        {person.disabledAt ? null : (
          <ButtonLink href={disablePath(person.id)} kind="danger">
            {t('person.disable')}
          </ButtonLink>
        )}
      </Actions>
    </>
  )
}
