import { formats } from '../../../platform/formats.ts'
import { Facts, type Frame, OfficePage } from '../../../ui/index.ts'
import { officeMailPath } from '../paths.ts'
import type { returnsOf } from '../queries/inbound.ts'
import type { OneMail } from '../queries/outbox.ts'
import { type MailWords, words } from '../words.ts'
import { LetterText } from './mailbox.tsx'
import { StateOf } from './office.tsx'

type OneMailProps = {
  frame: Frame
  zone: string
  mail: OneMail
  returns: Awaited<ReturnType<typeof returnsOf>>
  kind: string
  mayRead: boolean
}

/** One mail: to whom, when, what became of it, and what it says for those who may read it. */
export const OneMailPage = ({ frame, zone, mail, returns, kind, mayRead }: OneMailProps) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, zone)
  return (
    <OfficePage
      frame={frame}
      title={mail.subject || kind}
      crumbs={[
        { href: frame.office.home, label: frame.office.name },
        { href: officeMailPath, label: t('office.title') },
      ]}
    >
      <Facts
        facts={[
          {
            term: t('mail.to'),
            detail: (
              <>
                <bdi>{mail.toName || (mail.toAddress ? '' : t('mail.to.gone'))}</bdi>{' '}
                <bdi>{mail.toAddress}</bdi>
              </>
            ),
          },
          { term: t('mail.state'), detail: <StateOf mail={mail} t={t} /> },
          { term: t('mail.kind'), detail: kind },
          { term: t('mail.queued-at'), detail: say.instant(mail.createdAt) },
          mail.sentAt
            ? { term: t('mail.sent-at'), detail: say.instant(mail.sentAt) }
            : { term: t('mail.due-at'), detail: say.instant(mail.dueAt) },
          ...returns.map(({ verdict, said, returnedAt }) => ({
            term: t('mail.returned'),
            detail: (
              <>
                {t('mail.returned.detail', {
                  verdict: t(`inbound.verdict.${verdict as 'hard'}`),
                  when: say.instant(returnedAt),
                })}
                <br />
                <bdi class="hint">{said}</bdi>
              </>
            ),
          })),
          { term: t('mail.attempts'), detail: say.number(mail.attempts) },
          { term: t('mail.message-id'), detail: <Code>{mail.messageId}</Code> },
          { term: t('mail.reference'), detail: <Code>{mail.id}</Code> },
        ]}
      />
      <h2>{t('mail.text')}</h2>
      <Contents {...{ mail, mayRead, t }} />
    </OfficePage>
  )
}

const Contents = ({ mail, mayRead, t }: Pick<OneMailProps, 'mail' | 'mayRead'> & { t: MailWords }) => {
  if (mail.isEmptied)
    return <p>{t(mail.state === 'sent' ? 'mail.emptied.text' : 'mail.emptied.unsent.text')}</p>
  return mayRead ? <LetterText text={mail.text} lang={mail.locale} /> : <p>{t('mail.text-hidden')}</p>
}

const Code = ({ children }: { children: string }) => (
  <code class="token" dir="ltr">
    {children}
  </code>
)
