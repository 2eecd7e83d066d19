import type { Db } from '../../../db/index.ts'
import { dayIn } from '../../../platform/days.ts'
import { formats } from '../../../platform/formats.ts'
import type { OwnMatter, OwnMatters } from '../../people/index.ts'
import {
  ownApplicationPath,
  phaseOf,
  type Round,
  roundById,
  roundInText,
  roundPath,
} from '../../rounds/index.ts'
import { words } from '../words.ts'
import { mayWithdraw, type OwnApplication, ownApplicationsOf, pastPlacesOf } from './own.ts'

/** How many of one's applications are of interest still. */
const mostShown = 3

/** One's own applications, newest round first, each with what became of it and what there is to do. */
export const ownApplications: OwnMatters = async (db, actor, now) => {
  const { locale, zone } = actor
  const own = (await ownApplicationsOf(db, actor.id, now)).map(async (one) => {
    const round = await roundById(db, one.roundId)
    const matter = matterOf(round, tellApplication(one, round, { locale, zone, now }).text, locale)
    return { ...matter, links: [...wayTo(one, round, { locale, now }), ...matter.links] }
  })
  const past = (await pastPlacesOf(db, actor.id, now)).slice(0, mostShown)
  return (await Promise.all([...own, ...past.map(({ roundId }) => pastMatter(db, roundId, locale))])).slice(
    0,
    mostShown,
  )
}

/** The way to its page, as far as there is something to do on it. */
function wayTo(one: OwnApplication, round: Round, { locale, now }: { locale: string; now: Date }) {
  const isOpen = phaseOf(round, now) === 'applying' || one.state === 'unconfirmed'
  if (!isOpen && !mayWithdraw(one)) return []
  return [
    { href: ownApplicationPath(round.code), label: words(locale)(isOpen ? 'mine.open' : 'mine.withdraw') },
  ]
}

async function pastMatter(db: Db, roundId: string, locale: string): Promise<OwnMatter> {
  const round = await roundById(db, roundId)
  const say = formats(locale, round.zone)
  const days = { from: say.day(round.startsOn), until: say.day(round.endsOn) }
  return matterOf(round, words(locale)('mine.past', days), locale)
}

function matterOf(its: Round, text: string, locale: string): OwnMatter {
  const t = words(locale)
  const round = roundInText(locale, its)
  const link = { href: roundPath(its.code), label: t('mine.round', { round }) }
  return { title: t('mine.title', { round }), text: [text], links: [link], place: 30 }
}

/** What someone reads of their own application, with what there is to do: a heading, and sentences that stand alone. */
export function tellApplication(
  { state, submittedAt }: OwnApplication,
  round: Round,
  { locale, zone, now }: { locale: string; zone: string; now: Date },
): { title: string; text: string } {
  const t = words(locale)
  const say = formats(locale, zone)
  const text = t(`own.${state}`, {
    round: roundInText(locale, round),
    from: say.day(round.startsOn),
    until: say.day(round.endsOn),
    sent: say.instant(submittedAt),
    begun: String(dayIn(now, round.zone) >= round.startsOn),
  })
  return { title: t(`own.${state}.title`), text }
}
