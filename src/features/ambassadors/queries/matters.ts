import type { Db } from '../../../db/index.ts'
import { addDays, dayIn, startOfDay } from '../../../platform/days.ts'
import { formats } from '../../../platform/formats.ts'
import type { OpenMatter, OpenMatters } from '../../people/index.ts'
import type { Ambassador } from '../country.ts'
import { handoverDays } from '../invitation.ts'
import { invitePath, notesPath } from '../paths.ts'
import { mayInviteAmbassadors, ownCountries } from '../policy.ts'
import { words } from '../words.ts'
import { ambassadorsOf, invitationsTo } from './countries.ts'

type Ending = Ambassador & { country: string; endsOn: string }

/**
 * Terms that end soon and that nobody follows: coordinators are asked to find someone, unless somebody is invited, and who
 * goes to write down what the next one needs.
 */
export const endingTerms: OpenMatters = async (db, actor, now) => {
  const own = ownCountries(actor)
  if (!mayInviteAmbassadors(actor) && own.length === 0) return []
  const ending = await termsThatEnd(db, now)
  const invited = new Set((await invitationsTo(db)).map(({ country }) => country))
  const ofOthers = mayInviteAmbassadors(actor)
    ? ending.filter(({ country }) => !invited.has(country)).map((one) => toFollow(one, actor.locale))
    : []
  const ofOwn = ending
    .filter(({ personId }) => personId === actor.id)
    .map((one) => toHandOver(one, actor.locale))
  return [...ofOthers, ...ofOwn]
}

async function termsThatEnd(db: Db, now: Date): Promise<Ending[]> {
  const soon = addDays(dayIn(now), handoverDays)
  const byCountry = Map.groupBy(await ambassadorsOf(db, now), ({ country }) => country)
  return [...byCountry.values()]
    .filter((those) => those.every(({ endsOn }) => endsOn !== null && endsOn <= soon))
    .flatMap((those) => those.map((one) => ({ ...one, endsOn: one.endsOn ?? soon })))
}

function toFollow({ country, name, endsOn }: Ending, locale: string): OpenMatter {
  const t = words(locale)
  const say = formats(locale, 'UTC')
  return {
    text: t('matter.follow', { name, country: say.country(country), day: say.shortDay(endsOn) }),
    act: { href: invitePath(country), label: t('matter.follow.act') },
    urgency: 'soon',
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
