import { type Formats, formats } from '../../../platform/formats.ts'
import { Actions, Button, ButtonLink, Empty, Form, type Frame, OfficePage, Table } from '../../../ui/index.ts'
import { officeMailFor, officeMailPath, settleLetterPath } from '../paths.ts'
import type { latestReturns, MailboxState, openLetters } from '../queries/inbound.ts'
import { type MailWords, words } from '../words.ts'
import { MailboxFault, MailboxRead } from './own-mailbox.tsx'

type Letter = Awaited<ReturnType<typeof openLetters>>[number]
type Returned = Awaited<ReturnType<typeof latestReturns>>[number]
type Props = {
  frame: Frame
  zone: string
  letters: readonly Letter[]
  returns: readonly Returned[]
  /** Null where no mailbox is read. */
  mailbox: MailboxState | null
}
type Piece = { t: MailWords; say: Formats }

/** What came in: letters to be read, and emails that did not arrive. */
export const InboundPage = ({ frame, zone, letters, returns, mailbox }: Props) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, zone)
  return (
    <OfficePage
      frame={frame}
      title={t('inbound.title')}
      lead={t('inbound.lead')}
      crumbs={[
        { href: frame.office.home, label: frame.office.name },
        { href: officeMailPath, label: t('office.title') },
      ]}
    >
      <MailboxFault {...{ mailbox, t, say }} locale={frame.locale} />
      <MailboxRead {...{ mailbox, t, say }} />
      <h2 id="letters">{t('inbound.letters')}</h2>
      {letters.length === 0 ? (
        <Empty title={t('inbound.letters.none.title')} text={t('inbound.letters.none.text')} />
      ) : (
        <>
          <p>{t('inbound.letters.text')}</p>
          {letters.map((letter) => (
            <LetterIn {...{ letter, t, say }} />
          ))}
        </>
      )}
      <h2 id="returns">{t('inbound.returns')}</h2>
      <p>{t('inbound.returns.text')}</p>
      <Returns {...{ returns, t, say }} />
    </OfficePage>
  )
}

const LetterIn = ({ letter, t, say }: Piece & { letter: Letter }) => {
  const { fromAddress, fromName, subject, text, outboxId, about } = letter
  const from = { name: fromName || fromAddress, address: fromAddress, when: say.instant(letter.receivedAt) }
  return (
    <section>
      <h3>
        <bdi>{subject || t('inbound.no-subject')}</bdi>
      </h3>
      <p class="hint">{fromAddress === '' ? t('inbound.from.nobody', from) : t('inbound.from', from)}</p>
      {outboxId ? (
        <p class="hint">
          <a href={officeMailFor(outboxId)}>
            {t('inbound.about', { subject: about || t('inbound.about.emptied') })}
          </a>
        </p>
      ) : null}
      <pre class="letter" dir="auto">
        {text}
      </pre>
      <Actions>
        {fromAddress === '' ? null : (
          <ButtonLink href={answerTo(fromAddress, subject)}>{t('inbound.reply')}</ButtonLink>
        )}
        <Form action={settleLetterPath(letter.id)}>
          <Button kind="quiet">{t('inbound.settle')}</Button>
        </Form>
      </Actions>
    </section>
  )
}

/** Opens the reader's own mail program. */
const answerTo = (address: string, subject: string) =>
  `mailto:${encodeURIComponent(address)}?subject=${encodeURIComponent(subject)}`

const Returns = ({ returns, t, say }: Piece & { returns: readonly Returned[] }) => (
  <Table
    caption={t('inbound.returns.caption', { count: returns.length })}
    rows={returns}
    empty={<Empty title={t('inbound.returns.none.title')} text={t('inbound.returns.none.text')} />}
    columns={[
      {
        label: t('inbound.col.to'),
        head: true,
        cell: ({ outboxId, toName, address }) => (
          <a href={officeMailFor(outboxId)}>
            <bdi>{toName || address || t('mail.to.gone')}</bdi>
          </a>
        ),
      },
      { label: t('inbound.col.verdict'), cell: ({ verdict }) => t(`inbound.verdict.${verdict as 'hard'}`) },
      {
        label: t('inbound.col.said'),
        cell: ({ said }) => (
          <bdi class="hint" dir="auto">
            {said}
          </bdi>
        ),
      },
      { label: t('inbound.col.when'), cell: ({ returnedAt }) => say.instant(returnedAt) },
    ]}
  />
)
