import { formats } from '../../../platform/formats.ts'
import type { Email } from '../../../platform/mail/index.ts'
import { platformWords } from '../../../platform/say.ts'
import { dirOf } from '../../../platform/words.ts'
import { EmailFrame, EmailText } from '../../../ui/index.ts'
import { isolate, tellReserve } from '../pages/telling.ts'
import type { Reserved } from '../queries/introductions.ts'
import { words } from '../words.ts'
import type { Occasion } from './introduction.tsx'

/** Tells someone that they wait in the reserve, why, and what happens next. Nobody is left without a word. */
export function reserveEmail({ person, reason }: Reserved, { round, origin }: Occasion): Email {
  const t = words(person.locale)
  const f = formats(person.locale, person.zone)
  const site = platformWords(person.locale)('site')
  const subject = t('reserve-mail.subject', { round: round.code })
  const hello = t('intro.hello', { name: isolate(person.givenName, person.locale) })
  const why = t('reserve-mail.why', { round: round.title })
  const paragraphs = [
    tellReserve(reason, 'you', { t, f, locale: person.locale }),
    t('reserve-mail.next'),
    t('reserve-mail.topics', { day: f.day(round.startsOn) }),
    t('reserve-mail.sorry'),
  ]
  const footer = t('intro.footer', { site, round: round.title })
  const html = String(
    <EmailFrame
      locale={person.locale}
      dir={dirOf(person.locale)}
      subject={subject}
      preview={paragraphs[0]}
      site={{ name: site, href: origin }}
      heading={t('reserve-mail.heading')}
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
    kind: 'reserve',
    to: person.email,
    toName: person.name,
    personId: person.personId,
    locale: person.locale,
    subject,
    text: `${[hello, why, ...paragraphs, t('reserve-mail.bye'), `--\n${footer}`].join('\n\n')}\n`,
    html,
  }
}
