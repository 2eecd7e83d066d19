import type { App } from '../../platform/app.ts'
import { formats } from '../../platform/formats.ts'
import { type Email, unsubscribeLink } from '../../platform/mail/index.ts'
import { letterhead, type Network } from '../../platform/network/index.ts'
import { dirOf } from '../../platform/words.ts'
import { type Block, letter } from '../../ui/index.ts'
import { creditText, type Picture, picturePath } from '../media/index.ts'
import type { InCharge } from '../people/index.ts'
import { postPath } from '../posts/index.ts'
import type { Round } from '../rounds/index.ts'
import { topicPath } from './paths.ts'
import type { Recipient } from './queries/topics.ts'
import { type Company, companyOf, TOPICS_LIST, type Topic } from './topic.ts'
import { words } from './words.ts'

/** What the mail is about besides its topic: the round, and who writes. */
type Occasion = { round: Round; network: Network }

/**
 * Tells a participant about a new topic: what it is about, what to talk over, where to read it. Speaks of partners
 * only to those who have them.
 */
export function topicEmail(app: App, topic: Topic, { round, network }: Occasion, to: Recipient): Email {
  const t = words(to.locale, network)
  const head = letterhead(to.locale, network)
  const company = companyOf(to.partners)
  const drawn = letter({
    ...head,
    kind: 'topic',
    to,
    subject: t('mail.subject', { number: topic.number, title: topic.title }),
    preview: topic.summary,
    heading: saidIn(topic, topic.title),
    why: t(`mail.why.${company}`, { name: to.givenName, code: round.code }),
    blocks: topicBlocks(app, topic, company, { locale: to.locale, network }),
    button: { href: app.origin + postPath(topic.slug), label: t('mail.read'), below: t('mail.below') },
    closing: [t(`mail.closing.${company}`)],
    footer: {
      text: t('mail.footer', { site: head.site.name }),
      stop: { href: unsubscribeLink(app, to.personId, TOPICS_LIST), label: t('mail.stop') },
    },
  })
  return { ...drawn, list: TOPICS_LIST }
}

function topicBlocks(
  app: App,
  topic: Topic,
  company: Company,
  { locale, network }: { locale: string; network: Network },
): Block[] {
  const t = words(locale, network)
  const { summary, questions, hashtag } = topic
  return [
    ...(topic.picture ? [pictureOf(topic.picture, app, topic, locale)] : []),
    { kind: 'text', text: saidIn(topic, summary) },
    {
      kind: 'list',
      title: t(`mail.questions.${company}`),
      items: questions.map((question) => saidIn(topic, question)),
      numbered: true,
    },
    ...(hashtag ? [{ kind: 'text' as const, text: t('mail.hashtag', { hashtag }) }] : []),
  ]
}

/** Words of the topic in an email that may be in another language and run the other way. */
const saidIn = ({ locale }: Topic, text: string) => ({ text, lang: locale, dir: dirOf(locale) })

/** The same address for everyone: it shows the picture and tells us nothing. */
const pictureOf = (picture: Picture, app: App, topic: Topic, locale: string): Block => ({
  kind: 'picture',
  src:
    app.origin + picturePath(picture.id, picture.widths.find((kept) => kept >= 960) ?? picture.width, 'jpeg'),
  alt: picture.alt,
  lang: topic.locale,
  below: [saidIn(topic, picture.caption), creditText(picture, locale)],
})

/** Tells an editor that a topic came out and nobody was written to, and where to decide what is done about it. */
export function missedEmail(topic: Topic, { round, network }: Occasion, to: InCharge): Email {
  const t = words(to.locale)
  const head = letterhead(to.locale, network)
  const { number, title } = topic
  const { code } = round
  const at = topic.publishAt ? formats(to.locale, round.zone).instant(topic.publishAt) : ''
  const subject = t('missed-mail.subject', { number, code })
  return letter({
    ...head,
    kind: 'topic-missed',
    to: { ...to, personId: to.id },
    subject,
    heading: subject,
    why: t('missed-mail.why', { name: to.givenName, number, code, title, at }),
    blocks: [{ kind: 'text', text: t('missed-mail.next') }],
    button: {
      href: network.origin + topicPath(code, number),
      label: t('missed-mail.link', { number }),
      below: t('mail.below'),
    },
    footer: { text: t('missed-mail.footer', { site: head.site.name }) },
  })
}
