import { isolate } from '../../platform/bidi.ts'
import { formats } from '../../platform/formats.ts'
import type { Email } from '../../platform/mail/index.ts'
import { letterhead, type Network } from '../../platform/network/index.ts'
import { linkMinutes } from '../../platform/sign-in/index.ts'
import { sayAct } from '../../platform/words.ts'
import { type Block, letter } from '../../ui/index.ts'
import { takeBackHours } from './address-change.ts'
import type { Grant } from './grant.ts'
import {
  chapterOf,
  confirmEmailPath,
  goingOn,
  journalPath,
  linkPath,
  officePath,
  signInPath,
  takeBackPath,
} from './paths.ts'
import type { InCharge } from './queries/in-charge.ts'
import type { RequestedLink } from './queries/links.ts'
import type { Watched } from './queries/watched.ts'
import { roleName, words } from './words.ts'

/** Who a note about an account is for. */
type Addressed = { personId: string; name: string; givenName: string; email: string; locale: string }

type Say = ReturnType<typeof words>

/** What a short note says: why it came, one link, and what to do when it was not asked for. */
type Note = {
  kind: string
  subject: string
  why: string
  blocks?: readonly Block[]
  button?: { href: string; label: string }
  after: string
  footer?: string
}

/** @param network who writes */
export function signInEmail(asked: RequestedLink, secret: string, network: Network): Email {
  return noteEmail(asked, network, (t, site) => ({
    kind: 'sign-in',
    subject: t('mail.sign-in.subject', { site }),
    why: t('mail.sign-in.why', { site }),
    button: { href: network.origin + goingOn(linkPath(secret), asked.next), label: t('mail.sign-in.button') },
    after: t('mail.sign-in.after', { minutes: linkMinutes }),
  }))
}

/** To the new address: it becomes the person's once the button is pressed. */
export function confirmEmailEmail(to: Addressed, token: string, network: Network): Email {
  return noteEmail(to, network, (t, site) => ({
    kind: 'confirm-email',
    subject: t('mail.confirm.subject', { site }),
    why: t('mail.confirm.why', { site }),
    button: { href: network.origin + confirmEmailPath(token), label: t('mail.confirm.button') },
    after: t('mail.confirm.after'),
  }))
}

type Changed = {
  /** The new address. */
  email: string
  /** Who of the office changed it; null when its person did. */
  by: string | null
  /** Of the link that takes it back. */
  secret: string
}

/** To the old address, so that nobody loses an account without hearing of it, and with the way to get it back. */
export function changedEmailEmail(to: Addressed, { email, by, secret }: Changed, network: Network): Email {
  return noteEmail(to, network, (t, site) => ({
    kind: 'email-changed',
    subject: t('mail.changed.subject', { site }),
    why: by ? t('mail.changed.why-by', { site, email, by }) : t('mail.changed.why', { site, email }),
    button: { href: network.origin + takeBackPath(secret), label: t('mail.changed.button') },
    after: t('mail.changed.after', { hours: takeBackHours }),
  }))
}

/** To an address that someone of the office entered for its person. */
export function enteredEmailEmail(to: Addressed, by: string, network: Network): Email {
  return noteEmail(to, network, (t, site) => ({
    kind: 'email-changed',
    subject: t('mail.entered.subject', { site }),
    why: t('mail.entered.why', { site, by }),
    button: { href: network.origin + signInPath, label: t('mail.sign-in.button') },
    after: t('mail.entered.after'),
  }))
}

/** To the address that a change had brought, and that is theirs no more. */
export function takenBackEmail(to: Addressed, network: Network): Email {
  return noteEmail(to, network, (t, site) => ({
    kind: 'email-changed',
    subject: t('mail.taken-back.subject', { site }),
    why: t('mail.taken-back.why', { site }),
    after: t('mail.taken-back.after'),
  }))
}

/** To someone whose address another account asked for: it stays theirs. */
export function wantedEmailEmail(owner: Addressed, network: Network): Email {
  return noteEmail(owner, network, (t, site) => ({
    kind: 'email-wanted',
    subject: t('mail.wanted.subject', { site }),
    why: t('mail.wanted.why', { site }),
    button: { href: network.origin + signInPath, label: t('mail.sign-in.button') },
    after: t('mail.wanted.after'),
  }))
}

/** To somebody who was given a role. @param by who gave it @param today `YYYY-MM-DD` in UTC, as roles are */
export function roleGivenEmail(
  to: Addressed,
  { by, today, ...grant }: Omit<Grant, 'id'> & { by: string; today: string },
  network: Network,
): Email {
  const say = formats(to.locale, 'UTC')
  const days = { from: say.shortDay(grant.startsOn), until: grant.endsOn && say.shortDay(grant.endsOn) }
  return noteEmail(to, network, (t, site) => {
    const named = { site, role: roleName(t, say, grant) }
    const chapter = { href: network.origin + chapterOf[grant.role], label: t('mail.role.chapter') }
    return {
      kind: 'role-given',
      subject: t('mail.role.subject', named),
      why: t('mail.role.why', { ...named, by }),
      blocks: [
        {
          kind: 'text',
          text: days.until
            ? t('mail.role.from-until', { ...days, until: days.until })
            : t('mail.role.from', days),
        },
        {
          kind: 'list',
          title: t(grant.startsOn > today ? 'mail.role.later' : 'mail.role.now'),
          items: [t(`mail.role.${grant.role}`)],
        },
        { kind: 'text', text: { text: t('mail.role.handbook'), link: chapter } },
      ],
      button: { href: network.origin + goingOn(signInPath, officePath), label: t('mail.role.button') },
      after: t('mail.role.after'),
      footer: t('mail.role.footer', { site }),
    }
  })
}

/** To somebody whose role another person ended. @param today as above */
export function roleEndedEmail(
  to: Addressed,
  { by, today, ...grant }: Omit<Grant, 'id' | 'endsOn'> & { endsOn: string; by: string; today: string },
  network: Network,
): Email {
  const say = formats(to.locale, 'UTC')
  return noteEmail(to, network, (t, site) => {
    const said = { site, by, role: roleName(t, say, grant), day: say.shortDay(grant.endsOn) }
    const isOver = grant.endsOn < today
    const why = isOver ? t('mail.role-ended.why', said) : t('mail.role-ends.why', said)
    return {
      kind: 'role-ended',
      subject: isOver ? t('mail.role-ended.subject', said) : t('mail.role-ends.subject', said),
      why: grant.endsOn < grant.startsOn ? t('mail.role-undone.why', said) : why,
      after: t('mail.role-ended.after'),
      footer: t('mail.role-ended.footer', { site }),
    }
  })
}

/** To a director: what was done in a week that could do harm in the wrong hands. */
export function watchedEmail(
  to: InCharge,
  week: { from: string; until: string; acts: readonly Watched[] },
  network: Network,
): Email {
  const t = words(to.locale)
  const say = formats(to.locale, network.zone)
  const head = letterhead(to.locale, network)
  const days = { from: say.shortDay(week.from), until: say.shortDay(week.until) }
  const line = ({ act, count, by }: Watched) => {
    const names = by.map((name) => (name === null ? t('journal.by.nobody') : isolate(name, to.locale)))
    return t('mail.watched.line', { act: sayAct(to.locale, act) ?? act, count, names: say.names(names) })
  }
  return letter({
    ...head,
    kind: 'watched-acts',
    to: { ...to, personId: to.id },
    subject: t('mail.watched.subject', { site: head.site.name, ...days }),
    heading: t('mail.sign-in.heading', { name: to.givenName }),
    why: t('mail.watched.why', days),
    blocks: [
      { kind: 'list', items: week.acts.map(line) },
      { kind: 'text', text: t('mail.watched.next') },
    ],
    button: { href: network.origin + journalPath, label: t('mail.watched.button'), below: t('mail.below') },
    footer: { text: t('mail.watched.footer') },
  })
}

function noteEmail(to: Addressed, network: Network, say: (t: Say, site: string) => Note): Email {
  const t = words(to.locale)
  const head = letterhead(to.locale, network)
  const { after, button, blocks = [], footer = head.site.tagline, ...note } = say(t, head.site.name)
  return letter({
    ...head,
    ...note,
    ...(button ? { button: { ...button, below: t('mail.below') } } : {}),
    to,
    heading: t('mail.sign-in.heading', { name: to.givenName }),
    blocks,
    closing: [after],
    footer: { text: footer },
  })
}
