import { isolate } from '../../../platform/bidi.ts'
import type { Email } from '../../../platform/mail/index.ts'
import { platformWords } from '../../../platform/say.ts'
import { dirOf } from '../../../platform/words.ts'
import { EmailFrame, EmailText } from '../../../ui/index.ts'
import { partnerPath } from '../paths.ts'
import type { Participant } from '../queries/introductions.ts'
import { words } from '../words.ts'
import type { Occasion } from './introduction.tsx'

/** A note that one partner has passed on to the other, who does not know their address. */
export function noteEmail(
  from: Participant,
  to: Participant,
  note: string,
  { round, origin }: Occasion,
): Email {
  const t = words(to.locale)
  const site = platformWords(to.locale)('site')
  const name = isolate(from.name, to.locale)
  const subject = t('note-mail.subject', { name })
  const why = t('note-mail.why', { name, round: round.title })
  const link = origin + partnerPath
  const footer = t('note-mail.footer', { site })
  const html = String(
    <EmailFrame
      locale={to.locale}
      dir={dirOf(to.locale)}
      subject={subject}
      site={{ name: site, href: origin }}
      heading={subject}
      why={why}
      button={{ href: link, label: t('intro.button'), below: t('intro.button.below') }}
      footer={{ text: footer }}
    >
      {note.split(/\n{2,}/).map((paragraph) => (
        <EmailText>{paragraph}</EmailText>
      ))}
    </EmailFrame>,
  )
  return {
    kind: 'note',
    to: to.email,
    toName: to.name,
    personId: to.personId,
    locale: to.locale,
    subject,
    text: `${[why, note, link, `--\n${footer}`].join('\n\n')}\n`,
    html,
  }
}
