import type { Email } from '../../platform/mail/index.ts'
import { platformWords } from '../../platform/say.ts'
import { linkMinutes } from '../../platform/sign-in/index.ts'
import { dirOf } from '../../platform/words.ts'
import { EmailFrame, EmailText } from '../../ui/index.ts'
import { confirmEmailPath, goingOn, linkPath } from './paths.ts'
import type { RequestedLink } from './queries/links.ts'
import { words } from './words.ts'

/** What a short mail says: why it came, one link, and what to do when it was not asked for. */
type Note = {
  subject: string
  heading: string
  why: string
  button: { href: string; label: string; below: string } | undefined
  after: string
}

/** @param origin scheme and host, no final slash: an email's links are absolute. */
export function signInEmail(asked: RequestedLink, secret: string, origin: string): Email {
  const { locale } = asked
  const t = words(locale)
  const site = platformWords(locale)('site')
  return {
    kind: 'sign-in',
    to: asked.email,
    toName: asked.name,
    personId: asked.personId,
    locale,
    ...written(locale, origin, {
      subject: t('mail.sign-in.subject', { site }),
      heading: t('mail.sign-in.heading', { name: asked.givenName }),
      why: t('mail.sign-in.why', { site }),
      button: {
        href: origin + goingOn(linkPath(secret), asked.next),
        label: t('mail.sign-in.button'),
        below: t('mail.below'),
      },
      after: t('mail.sign-in.after', { minutes: linkMinutes }),
    }),
  }
}

type NewAddress = { personId: string; name: string; givenName: string; email: string; locale: string }

/** To the new address: it becomes the person's once the button is pressed. */
export function confirmEmailEmail(to: NewAddress, token: string, origin: string): Email {
  const t = words(to.locale)
  const site = platformWords(to.locale)('site')
  return {
    kind: 'confirm-email',
    to: to.email,
    toName: to.name,
    personId: to.personId,
    locale: to.locale,
    ...written(to.locale, origin, {
      subject: t('mail.confirm.subject', { site }),
      heading: t('mail.sign-in.heading', { name: to.givenName }),
      why: t('mail.confirm.why', { site }),
      button: {
        href: origin + confirmEmailPath(token),
        label: t('mail.confirm.button'),
        below: t('mail.below'),
      },
      after: t('mail.confirm.after'),
    }),
  }
}

/** To the old address, so that nobody loses an account without hearing of it. */
export function changedEmailEmail(to: NewAddress, newEmail: string, origin: string): Email {
  const t = words(to.locale)
  const site = platformWords(to.locale)('site')
  return {
    kind: 'email-changed',
    to: to.email,
    toName: to.name,
    personId: to.personId,
    locale: to.locale,
    ...written(to.locale, origin, {
      subject: t('mail.changed.subject', { site }),
      heading: t('mail.sign-in.heading', { name: to.givenName }),
      why: t('mail.changed.why', { site, email: newEmail }),
      button: undefined,
      after: t('mail.changed.after'),
    }),
  }
}

function written(locale: string, origin: string, note: Note): Pick<Email, 'subject' | 'text' | 'html'> {
  const footer = platformWords(locale)('frame.footer')
  const { button } = note
  const text = [
    note.heading,
    note.why,
    ...(button ? [`${button.label}:\n${button.href}`] : []),
    note.after,
    `-- \n${platformWords(locale)('site')}\n${footer}`,
  ]
  return {
    subject: note.subject,
    text: `${text.join('\n\n')}\n`,
    html: String(
      <EmailFrame
        locale={locale}
        dir={dirOf(locale)}
        subject={note.subject}
        site={{ name: platformWords(locale)('site'), href: origin }}
        heading={note.heading}
        why={note.why}
        button={button}
        closing={<EmailText>{note.after}</EmailText>}
        footer={{ text: footer }}
      />,
    ),
  }
}
