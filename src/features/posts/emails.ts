import { isolate } from '../../platform/bidi.ts'
import { formats } from '../../platform/formats.ts'
import type { Email } from '../../platform/mail/index.ts'
import { letterhead, type Network } from '../../platform/network/index.ts'
import { letter } from '../../ui/index.ts'
import { officePostPath, postPath, writeNotedPath, writePostPath } from './paths.ts'
import { words } from './words.ts'

/** Somebody who is written to about a post. */
export type Reader = { id: string; name: string; givenName: string; email: string; locale: string }

/** What happened, so that somebody else is next or should know, along the way of a post. */
export const tidings = [
  ...(['assigned', 'handed-over', 'submitted', 'taken-back', 'given-back'] as const),
  ...(['scheduled', 'published', 'unscheduled', 'withheld', 'withdrawn', 'restored'] as const),
] as const
export type Told = (typeof tidings)[number]

/** What is told: of which post, who did it, and what they said of it. */
export type Occasion = {
  post: { id: string; slug: string; title: string; zone: string }
  by: string
  /** In their own words; empty for none. */
  note: string
  /** How many notes on passages of it are open. */
  notes: number
  /** `YYYY-MM-DD` */
  dueOn: string | null
  publishAt: Date | null
}

/** The page on which one goes on: the text to write, the post to read, or the public page. */
const placeOf = (told: Told, { id, slug }: Occasion['post'], isAuthor: boolean): string => {
  if (isAuthor) return postPath(slug)
  if (told === 'given-back') return writeNotedPath(id)
  return told === 'assigned' ? writePostPath(id) : officePostPath(id)
}

/**
 * Tells the next person what happened to a post, and leads to the very page where they go on.
 *
 * @param isAuthor they signed it and may not see the office: they are led to the public page
 */
export function postEmail(
  told: Told,
  to: Reader & { isAuthor?: boolean },
  { post, by, note, notes, dueOn, publishAt, network }: Occasion & { network: Network },
): Email {
  const t = words(to.locale, network)
  const head = letterhead(to.locale, network)
  const say = formats(to.locale, post.zone)
  const said = {
    ...{ title: post.title, by: isolate(by || head.site.name, to.locale), site: head.site.name },
    day: dueOn ? say.day(dueOn) : '',
    at: publishAt ? say.instant(publishAt) : '',
  }
  const isAuthor = to.isAuthor === true
  const subject = t(`mail.${told}.subject`, said)
  return letter({
    ...head,
    kind: 'post',
    to: { ...to, personId: to.id },
    subject,
    heading: subject,
    greeting: t('mail.hello', { name: isolate(to.givenName, to.locale) }),
    why: t(`mail.${told}.why`, said),
    blocks: [
      ...(told === 'withheld' ? [{ kind: 'text' as const, text: t('mail.withheld.next') }] : []),
      ...(dueOn && told === 'assigned' ? [{ kind: 'text' as const, text: t('mail.due', said) }] : []),
      ...(note ? [{ kind: 'text' as const, text: t('mail.note', { by: said.by, note }) }] : []),
      ...(notes > 0 ? [{ kind: 'text' as const, text: t('mail.notes', { count: notes }) }] : []),
    ],
    button: {
      href: network.origin + placeOf(told, post, isAuthor),
      label: t(isAuthor ? 'mail.author.button' : `mail.${told}.button`),
      below: t('mail.below'),
    },
    footer: { text: t(isAuthor ? 'mail.author.footer' : 'mail.footer', said) },
  })
}
