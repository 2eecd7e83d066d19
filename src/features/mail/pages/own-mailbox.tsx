import { isolate } from '../../../platform/bidi.ts'
import type { Formats } from '../../../platform/formats.ts'
import { Notice } from '../../../ui/index.ts'
import type { MailboxState } from '../queries/inbound.ts'
import type { MailWords } from '../words.ts'

type Props = { mailbox: MailboxState | null; t: MailWords; say: Formats }

/** That what comes back cannot be read, and why. */
export const MailboxFault = ({ mailbox, locale, t, say }: Props & { locale: string }) =>
  mailbox?.failingSince ? (
    <Notice tone="warning" title={t('mailbox.fails')}>
      {t('mailbox.fails.text', {
        since: say.instant(mailbox.failingSince),
        fault: isolate(mailbox.fault, locale),
      })}
    </Notice>
  ) : null

/** When the mailbox was last read, and what was left in it. */
export const MailboxRead = ({ mailbox, t, say }: Props) =>
  mailbox ? (
    <p class="hint">
      {mailbox.readAt ? t('mailbox.read', { when: say.instant(mailbox.readAt) }) : t('mailbox.never')}{' '}
      {mailbox.left > 0 ? t('mailbox.left', { count: mailbox.left }) : null}
    </p>
  ) : null
