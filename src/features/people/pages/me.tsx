import { formats } from '../../../platform/formats.ts'
import type { FormField, FormState } from '../../../platform/forms.ts'
import { zoneGroups } from '../../../platform/zones.ts'
import { Actions, Button, Facts, Field, Form, type Frame, Page, Table, Tag } from '../../../ui/index.ts'
import {
  changeEmailPath,
  endOtherSessionsPath,
  endSessionPath,
  mailChoicePath,
  secondFactorPath,
  settingsPath,
  signOutPath,
} from '../paths.ts'
import type { OwnAccountPage } from '../queries/account.ts'
import type { OwnSession } from '../queries/sessions.ts'
import { words } from '../words.ts'
import { deviceName } from './device.ts'
import { inWords } from './form.ts'

type Props = {
  frame: Frame
  account: OwnAccountPage
  sessions: OwnSession[]
  /** Which of the sessions asks for this page. */
  currentKey: string | null
  form: FormState
}

/** What we know of the reader, corrected in place. */
export const SettingsPage = (props: Props) => {
  const { frame, account, form } = props
  const t = words(frame.locale)
  const { field, faults } = inWords(frame, form, {
    name: t('me.name'),
    givenName: t('me.given-name'),
    locale: t('me.locale'),
    zone: t('me.zone'),
  })
  return (
    <Page frame={frame} title={t('me.settings')} lead={t('me.lead')} faults={faults}>
      <Details frame={frame} account={account} field={field} />
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

type DetailsProps = Pick<Props, 'frame' | 'account'> & {
  field: (name: 'name' | 'givenName' | 'locale' | 'zone') => FormField
}

const Details = ({ frame, account, field }: DetailsProps) => {
  const t = words(frame.locale)
  return (
    <>
      <h2>{t('me.details')}</h2>
      <Form action={settingsPath}>
        <Field type="text" hint={t('me.name.hint')} autocomplete="name" {...field('name')} />
        <Field
          type="text"
          width="medium"
          hint={t('me.given-name.hint')}
          autocomplete="given-name"
          {...field('givenName')}
        />
        <Field
          type="select"
          hint={t('me.locale.hint')}
          options={languagesFor(frame, account.locale)}
          {...field('locale')}
        />
        <Field
          type="select"
          hint={t('me.zone.hint')}
          options={[{ value: 'UTC', label: 'UTC' }]}
          groups={zoneGroups(frame.locale, frame.now)}
          {...field('zone')}
        />
        <Actions>
          <Button kind="primary">{t('me.save')}</Button>
        </Actions>
      </Form>
    </>
  )
}

/** Says that one stays signed in; opens in a window of its own, beside the page one is busy with. */
export const StayPage = ({ frame }: { frame: Frame }) => {
  const t = words(frame.locale)
  return (
    <Page frame={frame} title={t('stay.title')} lead={t('stay.lead')}>
      {frame.session ? <p>{frame.session.until}</p> : null}
    </Page>
  )
}

/** Those on offer, and one's own where it is no longer: nobody's changes unasked. */
const languagesFor = ({ preferences }: Frame, own: string) =>
  preferences.languages.some(({ value }) => value === own)
    ? preferences.languages
    : [...preferences.languages, { value: own, label: ownName(own) }]

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
  const nameOf = ({ userAgent }: OwnSession) => deviceName(frame, userAgent)
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
