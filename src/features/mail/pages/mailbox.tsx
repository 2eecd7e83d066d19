import { formats } from '../../../platform/formats.ts'
import { Empty, Facts, Field, Filters, type Frame, Page, Table } from '../../../ui/index.ts'
import { linked } from '../linked.ts'
import { mailboxHtmlPath, mailboxMailPath, mailboxPath, mailboxSourcePath } from '../paths.ts'
import { type MailboxMail, type mailbox, mailboxPageSize } from '../queries/mailbox.ts'
import { words } from '../words.ts'
import { Pages } from './pages.tsx'

type MailboxProps = {
  frame: Frame
  box: Awaited<ReturnType<typeof mailbox>>
  page: number
  to: string
}

/** The demonstration's mailbox: what went out, whoever it was for. */
export const MailboxPage = ({ frame, box, page, to }: MailboxProps) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  return (
    <Page
      frame={frame}
      title={t('mailbox.title')}
      lead={t('mailbox.lead')}
      width="wide"
      head={<link rel="stylesheet" href={frame.assets.officeCss} />}
    >
      <Filters
        action={mailboxPath}
        label={t('mailbox.to')}
        submit={t('mailbox.show')}
        clear={to ? { href: mailboxPath, label: t('mailbox.clear') } : undefined}
      >
        <Field type="search" name="to" label={t('mailbox.to')} value={to} dir="auto" />
      </Filters>
      <Table
        caption={t('mailbox.caption')}
        columns={[
          {
            label: t('mailbox.col.subject'),
            head: true,
            cell: (mail) => (
              <a href={mailboxMailPath(mail.id)} dir="auto" lang={mail.locale}>
                {mail.subject}
              </a>
            ),
          },
          {
            label: t('mailbox.col.to'),
            cell: (mail) => <bdi>{mail.toName || mail.toAddress}</bdi>,
          },
          { label: t('mailbox.col.when'), cell: (mail) => (mail.sentAt ? say.instant(mail.sentAt) : '') },
        ]}
        rows={box.mails}
        empty={<Empty title={t('mailbox.empty.title')} text={t('mailbox.empty.text')} />}
      />
      <Pages
        frame={frame}
        path={mailboxPath}
        query={{ to }}
        {...{ page, total: box.total }}
        size={mailboxPageSize}
      />
    </Page>
  )
}

/** One mail of the mailbox, as text with links to follow. */
export const MailboxMailPage = ({
  frame,
  mail,
  from,
  unsubscribe,
}: {
  frame: Frame
  mail: MailboxMail
  from: string
  unsubscribe: string | null
}) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  return (
    <Page frame={frame} title={mail.subject}>
      <p>
        <a href={mailboxPath}>{t('mailbox.back')}</a>
      </p>
      <Facts
        facts={[
          { term: t('mailbox.from'), detail: <bdi>{from}</bdi> },
          {
            term: t('mailbox.col.to'),
            detail: (
              <>
                <bdi>{mail.toName}</bdi> <bdi>{mail.toAddress}</bdi>
              </>
            ),
          },
          { term: t('mailbox.col.when'), detail: mail.sentAt ? say.instant(mail.sentAt) : '' },
          { term: t('mailbox.message-id'), detail: <bdi class="code">{mail.messageId}</bdi> },
          ...(unsubscribe
            ? [
                {
                  term: t('mailbox.list'),
                  detail: (
                    <>
                      {mail.list} (<a href={unsubscribe}>{t('mailbox.leave')}</a>)
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
      <div class="actions">
        <a class="button quiet" href={mailboxHtmlPath(mail.id)}>
          {t('mailbox.as-html')}
        </a>
        <a href={mailboxSourcePath(mail.id)}>{t('mailbox.source')}</a>
      </div>
      <h2>{t('mailbox.text')}</h2>
      <LetterText text={mail.text} lang={mail.locale} />
    </Page>
  )
}

/** The text part of a mail, its line breaks kept and its addresses linked. */
export const LetterText = ({ text, lang }: { text: string; lang: string }) => (
  <pre class="letter" lang={lang} dir="auto">
    {linked(text).map((piece) =>
      'href' in piece ? (
        <a href={piece.href} dir="ltr">
          {piece.href}
        </a>
      ) : (
        piece.words
      ),
    )}
  </pre>
)
