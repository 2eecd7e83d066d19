import type { Db } from '../../../db/index.ts'
import { addDays, dayIn, startOfDay } from '../../../platform/days.ts'
import { formats } from '../../../platform/formats.ts'
import type { Actor, OpenMatter, OpenMatters } from '../../people/index.ts'
import type { Ambassador } from '../country.ts'
import { handoverDays } from '../invitation.ts'
import { invitePath, notesPath } from '../paths.ts'
import { mayInviteAmbassadors, ownCountries } from '../policy.ts'
import { words } from '../words.ts'
import { ambassadorsOf, invitationsTo } from './countries.ts'
import { termsEnded } from './ended.ts'

type Ending = Ambassador & { country: string; endsOn: string }

/**
 * Terms that end soon or have ended lately, and that nobody follows: coordinators are asked to find someone, unless somebody
 * is invited, and who goes to write down what the next one needs.
 */
export const endingTerms: OpenMatters = async (db, actor, now) => {
  const own = ownCountries(actor)
  if (!mayInviteAmbassadors(actor) && own.length === 0) return []
  const speaking = await ambassadorsOf(db, now)
  const ending = termsThatEnd(speaking, now)
  const ofOthers = mayInviteAmbassadors(actor) ? await toFind(db, actor, { speaking, ending, now }) : []
  const ofOwn = ending
    .filter(({ personId }) => personId === actor.id)
    .map((one) => toHandOver(one, actor.locale))
  return [...ofOthers, ...ofOwn]
}

type Found = { speaking: readonly { country: string }[]; ending: readonly Ending[]; now: Date }

/** Countries for which nobody is invited and nobody will speak, or nobody does any more. */
async function toFind(db: Db, actor: Actor, { speaking, ending, now }: Found): Promise<OpenMatter[]> {
  const invited = new Set((await invitationsTo(db)).map(({ country }) => country))
  const led = new Set(speaking.map(({ country }) => country))
  const ended = await termsEnded(db, dayIn(now))
  return [
    ...ending.map((one) => toFollow(one, 'follow', actor.locale)),
    ...ended.filter(({ country }) => !led.has(country)).map((one) => toFollow(one, 'lapsed', actor.locale)),
  ].flatMap(({ country, ...matter }) => (invited.has(country) ? [] : [matter]))
}

function termsThatEnd(speaking: readonly (Ambassador & { country: string })[], now: Date): Ending[] {
  const soon = addDays(dayIn(now), handoverDays)
  const byCountry = Map.groupBy(speaking, ({ country }) => country)
  return [...byCountry.values()]
    .filter((those) => those.every(({ endsOn }) => endsOn !== null && endsOn <= soon))
    .flatMap((those) => those.map((one) => ({ ...one, endsOn: one.endsOn ?? soon })))
}

type Term = { name: string; country: string; endsOn: string }

function toFollow({ country, name, endsOn }: Term, how: 'follow' | 'lapsed', locale: string) {
  const t = words(locale)
  const say = formats(locale, 'UTC')
  return {
    country,
    text: t(`matter.${how}`, { name, country: say.country(country), day: say.shortDay(endsOn) }),
    act: { href: invitePath(country), label: t('matter.follow.act') },
    urgency: 'soon' as const,
    dueAt: startOfDay(endsOn, 'UTC'),
  }
}

function toHandOver({ country, endsOn }: Ending, locale: string): OpenMatter {
  const t = words(locale)
  const say = formats(locale, 'UTC')
  return {
    text: t('matter.hand-over', { country: say.country(country), day: say.shortDay(endsOn) }),
    act: { href: notesPath(country), label: t('matter.hand-over.act') },
    urgency: 'soon',
    dueAt: startOfDay(endsOn, 'UTC'),
  }
}
