import { dayIn } from '../../../platform/days.ts'
import { formats } from '../../../platform/formats.ts'
import type { FormState } from '../../../platform/forms.ts'
import { Actions, Button, Facts, Form, type Frame, Notice, Page } from '../../../ui/index.ts'
import { contactPath } from '../../pages/index.ts'
import { keptLink } from '../../people/index.ts'
import { leaveOtherPath, subscribePath, subscriptionActPath } from '../paths.ts'
import type { Subscription, Subscriptions } from '../queries/subscriptions.ts'
import { nextDigest } from '../rhythm.ts'
import { words } from '../words.ts'
import { Choices, inWords } from './subscribe.tsx'

type Props = {
  frame: Frame
  token: string
  subscriptions: Subscriptions
  /** Whether emails to the address come back. */
  isUnreachable: boolean
  form: FormState
  offered: readonly string[]
  now: Date
}

/** All that an address gets from us without an account, and each way to change it. */
export const SubscriptionsPage = ({ subscriptions, ...props }: Props) => {
  const { frame, form, token, isUnreachable } = props
  const { email, newsletter, isAsked, others } = subscriptions
  const t = words(frame.locale)
  const getsNothing = newsletter === null && others.length === 0
  const own = keptLink(frame.locale)
  return (
    <Page
      frame={frame}
      title={t('own.title')}
      lead={t(getsNothing ? 'own.lead.nothing' : 'own.lead', { email })}
      isUnlisted
      faults={inWords(frame, form).faults}
    >
      {isUnreachable && !getsNothing ? <Unreachable frame={frame} email={email} /> : null}
      {newsletter ? (
        <Newsletter {...props} newsletter={newsletter} />
      ) : (
        <NoNewsletter frame={frame} isAsked={isAsked} />
      )}
      {others.map(({ list }) => (
        <section>
          <h2>{t(list === 'calls' ? 'own.calls' : 'own.replies')}</h2>
          <p>{t(list === 'calls' ? 'own.calls.text' : 'own.replies.text')}</p>
          <Form action={leaveOtherPath(token, list)}>
            <Actions>
              <Button>{t(list === 'calls' ? 'own.calls.leave' : 'own.replies.leave')}</Button>
            </Actions>
          </Form>
        </section>
      ))}
      <p>
        <a href={own.href}>{own.label}</a>
      </p>
    </Page>
  )
}

/** Before what is said of the next email: it would not arrive. */
const Unreachable = ({ frame, email }: { frame: Frame; email: string }) => {
  const t = words(frame.locale)
  return (
    <Notice tone="warning">
      {t('own.unreachable', { email })} <a href={contactPath}>{t('own.contact')}</a>
    </Notice>
  )
}

const NoNewsletter = ({ frame, isAsked }: { frame: Frame; isAsked: boolean }) => {
  const t = words(frame.locale)
  return (
    <section>
      <h2>{t('own.newsletter')}</h2>
      <p>
        {t(isAsked ? 'own.asked' : 'own.none')} <a href={subscribePath}>{t('own.none.link')}</a>
      </p>
    </section>
  )
}

const Newsletter = (props: Omit<Props, 'subscriptions'> & { newsletter: Subscription }) => {
  const { frame, token, newsletter, form, offered, isUnreachable, now } = props
  const t = words(frame.locale)
  const isPaused = newsletter.pausedAt !== null
  return (
    <section>
      <h2>{t('own.newsletter')}</h2>
      {isPaused ? (
        <Notice tone="info">{t('own.paused')}</Notice>
      ) : isUnreachable ? null : (
        <Facts facts={[{ term: t('own.next'), detail: comesNext(frame.locale, newsletter, now) }]} />
      )}
      <Form action={subscriptionActPath(token, 'change')}>
        <Choices {...{ frame, form, offered }} />
        <Actions>
          <Button kind="primary">{t('own.save')}</Button>
        </Actions>
      </Form>
      <Form action={subscriptionActPath(token, isPaused ? 'resume' : 'pause')}>
        <Actions>
          <Button>{t(isPaused ? 'own.resume' : 'own.pause')}</Button>
        </Actions>
        <p class="hint">{t(isPaused ? 'own.resume.hint' : 'own.pause.hint')}</p>
      </Form>
      <Form action={subscriptionActPath(token, 'leave')}>
        <Actions>
          <Button>{t('own.leave')}</Button>
        </Actions>
        <p class="hint">{t('own.leave.hint')}</p>
      </Form>
    </section>
  )
}

/** When the next email comes, if there is something new. */
function comesNext(locale: string, { rhythm }: Subscription, now: Date): string {
  const t = words(locale)
  if (rhythm === 'each') return t('own.next.each')
  const day = dayIn(nextDigest(rhythm, now))
  return t('own.next.digest', { day: formats(locale, 'UTC').day(day) })
}

/** After the list was left. */
export const LeftPage = ({ frame }: { frame: Frame }) => {
  const t = words(frame.locale)
  return (
    <Page frame={frame} title={t('left.title')} lead={t('left.lead')} isUnlisted>
      <p>
        {t('left.mistake')} <a href={subscribePath}>{t('left.again')}</a>
      </p>
    </Page>
  )
}

/** Where a link leads whose subscription has ended: what there is to know, and how to begin anew. */
export const EndedPage = ({ frame }: { frame: Frame }) => {
  const t = words(frame.locale)
  return (
    <Page frame={frame} title={t('ended.title')} lead={t('ended.lead')} isUnlisted>
      <p>
        <a href={subscribePath}>{t('left.again')}</a>
      </p>
    </Page>
  )
}
