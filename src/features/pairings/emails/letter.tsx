import { isolate } from '../../../platform/bidi.ts'
import type { Email } from '../../../platform/mail/index.ts'
import { platformWords } from '../../../platform/say.ts'
import { dirOf } from '../../../platform/words.ts'
import { EmailFrame, EmailText } from '../../../ui/index.ts'
import type { Participant } from '../queries/introductions.ts'
import { words } from '../words.ts'
import type { Occasion } from './introduction.tsx'

/** What a plain letter to a participant says; `heading` is what it says in five words. */
export type Letter = { kind: string; subject: string; heading: string; why: string; paragraphs: string[] }

/** A mail without a partner in it: a greeting, why it came, a few paragraphs, a farewell. */
export function letterEmail(
  to: Pick<Participant, LetterTo>,
  letter: Letter,
  { round, origin }: Occasion,
): Email {
  const { kind, subject, heading, why, paragraphs } = letter
  const t = words(to.locale)
  const site = platformWords(to.locale)('site')
  const hello = t('intro.hello', { name: isolate(to.givenName, to.locale) })
  const footer = t('intro.footer', { site, round: round.title })
  const html = String(
    <EmailFrame
      locale={to.locale}
      dir={dirOf(to.locale)}
      subject={subject}
      preview={paragraphs[0]}
      site={{ name: site, href: origin }}
      heading={heading}
      why={why}
      closing={<EmailText>{t('reserve-mail.bye')}</EmailText>}
      footer={{ text: footer }}
    >
      <EmailText>{hello}</EmailText>
      {paragraphs.map((paragraph) => (
        <EmailText>{paragraph}</EmailText>
      ))}
    </EmailFrame>,
  )
  return {
    kind,
    to: to.email,
    toName: to.name,
    personId: to.personId,
    locale: to.locale,
    subject,
    text: `${[hello, why, ...paragraphs, t('reserve-mail.bye'), `--\n${footer}`].join('\n\n')}\n`,
    html,
  }
}

type LetterTo = 'personId' | 'name' | 'givenName' | 'email' | 'locale'
