import { formats } from '../../../platform/formats.ts'
import { locales } from '../../../platform/words.ts'
import { Actions, Button, Facts, Field, Form, type Frame, Page, Table, Tag } from '../../../ui/index.ts'
import { deviceOf } from '../device.ts'
import {
  changeEmailPath,
  endOtherSessionsPath,
  endSessionPath,
  mailChoicePath,
  mePath,
  secondFactorPath,
  signOutPath,
} from '../paths.ts'
import type { OwnAccountPage } from '../queries/account.ts'
import type { OwnSession } from '../queries/sessions.ts'
import { words } from '../words.ts'
import { Errors, errorsOf } from './errors.tsx'
import { zoneGroups } from './zones.ts'

type Props = {
  frame: Frame
  account: OwnAccountPage
  sessions: OwnSession[]
  /** Which of the sessions asks for this page. */
  currentKey: string | null
  form: { values: Record<string, string>; errors: Record<string, string> }
}

/** My page: what we know of the reader, corrected in place; other features have pages of their own, linked here. */
export const MePage = (props: Props) => {
  const { frame, account } = props
  const t = words(frame.locale)
  const others = (frame.person?.links ?? []).filter(({ href }) => href !== mePath)
  return (
    <Page frame={frame} title={t('me.title')} lead={t('me.lead')}>
      {others.length > 0 ? (
        <ul>
          {others.map(({ href, label }) => (
            <li>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      ) : null}
      <Details {...props} />
      <h2>{t('me.email.title')}</h2>
      <Facts facts={[{ term: t('me.email'), detail: <bdi dir="ltr">{account.email}</bdi> }]} />
      <p>
        <a href={changeEmailPath}>{t('me.email.change')}</a>
      </p>
      <MailChoice frame={frame} isWanted={account.wantsTopics} />
      {account.hasRole || account.secondFactor === 'on' ? (
        <>
          <h2>{t('factor.title')}</h2>
          <p>{t(account.secondFactor === 'on' ? 'me.factor.on' : 'me.factor.off')}</p>
          <p>
            <a href={secondFactorPath}>
              {t(account.secondFactor === 'on' ? 'me.factor.about' : 'factor.begin')}
            </a>
          </p>
        </>
      ) : null}
      <Sessions {...props} />
    </Page>
  )
}

const Details = ({ frame, form }: Props) => {
  const t = words(frame.locale)
  const said = errorsOf(frame, form.errors)
  const field = (name: string) => ({ name, value: form.values[name] ?? '', error: said[name] })
  return (
    <>
      <h2>{t('me.details')}</h2>
      <Errors frame={frame} errors={form.errors} />
      <Form action={mePath}>
        <Field
          type="text"
          label={t('me.name')}
          hint={t('me.name.hint')}
          autocomplete="name"
          {...field('name')}
        />
        <Field
          type="text"
          width="medium"
          label={t('me.given-name')}
          hint={t('me.given-name.hint')}
          autocomplete="given-name"
          {...field('givenName')}
        />
        <Field
          type="select"
          label={t('me.locale')}
          hint={t('me.locale.hint')}
          options={locales.map((locale) => ({ value: locale, label: ownName(locale) }))}
          {...field('locale')}
        />
        <Field
          type="select"
          label={t('me.zone')}
          hint={t('me.zone.hint')}
          options={[{ value: 'UTC', label: 'UTC' }]}
          groups={zoneGroups}
          {...field('zone')}
        />
        <Actions>
          <Button kind="primary">{t('me.save')}</Button>
        </Actions>
      </Form>
    </>
  )
}

/** Each language by its own name. */
const ownName = (locale: string) => new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale

const MailChoice = ({ frame, isWanted }: { frame: Frame; isWanted: boolean }) => {
  const t = words(frame.locale)
  return (
    <>
      <h2>{t('me.mail.title')}</h2>
      <Form action={mailChoicePath}>
        <Field
          type="radios"
          name="topics"
          label={t('me.mail.topics')}
          hint={t('me.mail.topics.hint')}
          value={isWanted ? 'yes' : 'no'}
          options={[
            { value: 'yes', label: t('yes') },
            { value: 'no', label: t('no') },
          ]}
          row
        />
        <Actions>
          <Button>{t('me.mail.save')}</Button>
        </Actions>
      </Form>
    </>
  )
}

const Sessions = ({ frame, account, sessions, currentKey }: Props) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, account.zone)
  const nameOf = ({ userAgent }: OwnSession) => {
    const device = deviceOf(userAgent)
    return device ? t('me.sessions.device', device) : t('me.sessions.unknown')
  }
  const isCurrent = ({ tokenHash }: OwnSession) => tokenHash === currentKey
  return (
    <>
      <h2>{t('me.sessions.title')}</h2>
      <p>{t('me.sessions.text')}</p>
      <Table
        caption={t('me.sessions.title')}
        captionHidden
        rows={sessions}
        columns={[
          {
            label: t('me.sessions.on'),
            head: true,
            cell: (session) => (
              <>
                {nameOf(session)} {isCurrent(session) ? <Tag tone="leaf">{t('me.sessions.this')}</Tag> : null}
              </>
            ),
          },
          { label: t('me.sessions.since'), cell: ({ createdAt }) => say.instant(createdAt) },
          { label: t('me.sessions.seen'), cell: ({ lastSeenAt }) => say.instant(lastSeenAt) },
          {
            label: t('me.sessions.end.column'),
            cell: (session) =>
              isCurrent(session) ? (
                <Form action={signOutPath}>
                  <Button>{t('me.sessions.sign-out')}</Button>
                </Form>
              ) : (
                <Form action={endSessionPath(session.id)}>
                  <Button label={t('me.sessions.end.label', { device: nameOf(session) })}>
                    {t('me.sessions.end')}
                  </Button>
                </Form>
              ),
          },
        ]}
      />
      {sessions.length > 1 ? (
        <Form action={endOtherSessionsPath}>
          <Actions>
            <Button>{t('me.sessions.end-others')}</Button>
          </Actions>
        </Form>
      ) : null}
    </>
  )
}
