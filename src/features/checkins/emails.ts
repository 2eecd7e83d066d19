import type { App } from '../../platform/app.ts'
import { isolate } from '../../platform/bidi.ts'
import { formats } from '../../platform/formats.ts'
import { type Email, unsubscribeLink } from '../../platform/mail/index.ts'
import { letterhead, type Network } from '../../platform/network/index.ts'
import { type Block, letter } from '../../ui/index.ts'
import { type Round, roundInText } from '../rounds/index.ts'
import { answers, checkInsList } from './checkin.ts'
import { answerPath, emailedPath } from './paths.ts'
import { checkInToken } from './policy.ts'
import type { Asked } from './queries/asked.ts'
import { words } from './words.ts'

type Occasion = { app: App; round: Round; network: Network }

/** The names of somebody's partners, in a sentence of theirs. */
export const partnersOf = ({ partners }: Pick<Asked, 'partners'>, locale: string): string =>
  formats(locale, 'UTC').names(partners)

/** Whether they have said before that they are in touch. */
export const sinceWhen = ({ answer }: Pick<Asked, 'answer'>) => (answer === 'yes' ? 'again' : 'first')

/** One question, three answers, each of which opens a page with one button. */
export function checkInEmail(asked: Asked, occasion: Occasion): Email {
  const t = words(asked.locale, occasion.network)
  const names = partnersOf(asked, asked.locale)
  const question = t(`question.${sinceWhen(asked)}`, { names })
  const round = roundInText(asked.locale, occasion.round)
  return askingEmail(asked, occasion, {
    kind: 'check-in',
    subject: question,
    why: t('mail.why', { names, round }),
    blocks: [],
  })
}

/** What the same question says when it is asked once more, unless somebody writes it anew. */
export function nudgeWords(
  asked: Asked,
  { round, network }: Pick<Occasion, 'round' | 'network'>,
): { subject: string; text: string } {
  const t = words(asked.locale, network)
  const names = partnersOf(asked, asked.locale)
  const text = [t('nudge.why', { names }), t('nudge.text')].join('\n\n')
  return { subject: t('nudge.subject', { round: roundInText(asked.locale, round) }), text }
}

/** The same question once more, to somebody who has not answered. @param said in other words than `nudgeWords` */
export function nudgeEmail(asked: Asked, occasion: Occasion, said = nudgeWords(asked, occasion)): Email {
  const [why = '', ...rest] = said.text.split(/\n{2,}/)
  const blocks = rest.map((text): Block => ({ kind: 'text', text }))
  return askingEmail(asked, occasion, { kind: 'check-in-nudge', subject: said.subject, why, blocks })
}

type Message = { kind: string; subject: string; why: string; blocks: Block[] }

function askingEmail(asked: Asked, { app, round, network }: Occasion, message: Message): Email {
  const t = words(asked.locale, network)
  const head = letterhead(asked.locale, network)
  const base = network.origin + emailedPath(checkInToken(app, asked.id))
  const names = partnersOf(asked, asked.locale)
  const drawn = letter({
    ...head,
    ...message,
    to: asked,
    heading: message.subject,
    greeting: t('mail.hello', { name: isolate(asked.givenName, asked.locale) }),
    blocks: [
      ...message.blocks,
      {
        kind: 'choices',
        choices: answers.map((answer) => ({ href: answerPath(base, answer), label: t(`answer.${answer}`) })),
      },
      { kind: 'text', text: t('privacy', { names }) },
    ],
    closing: [t('mail.closing'), ...(app.config.mail.bounceAddress === null ? [] : [t('mail.reply')])],
    footer: {
      text: t('mail.footer', { site: head.site.name, round: roundInText(asked.locale, round) }),
      stop: { href: unsubscribeLink(app, asked.personId, checkInsList), label: t('mail.stop') },
    },
  })
  return { ...drawn, list: checkInsList, repliesComeHere: true }
}

/** What partners are told: someone will be away, is back before it was over, or stays after all. */
export type AbsenceNews = { kind: 'away' | 'back' | 'stays'; id: string; from: string; until: string }

type Partner = { personId: string; name: string; givenName: string; email: string; locale: string }

/** Tells somebody that their partner is away, as far as the partner lets them know: the days, and no reason. */
export function absenceEmail(
  to: Partner,
  { kind, from, until }: AbsenceNews,
  { name, round, network }: { name: string; round: Round; network: Network },
): Email {
  const t = words(to.locale, network)
  const head = letterhead(to.locale, network)
  const say = formats(to.locale, round.zone)
  const said = {
    name: isolate(name, to.locale),
    ...{ from: say.day(from), until: say.day(until), round: roundInText(to.locale, round) },
  }
  const subject = t(`absence.${kind}.subject`, { name: said.name })
  return letter({
    ...head,
    kind: 'absence',
    to,
    subject,
    heading: subject,
    greeting: t('mail.hello', { name: isolate(to.givenName, to.locale) }),
    why: t(`absence.${kind}.why`, said),
    blocks: [{ kind: 'text', text: t(`absence.${kind}.next`) }],
    footer: { text: t('mail.footer', { site: head.site.name, round: said.round }) },
  })
}
