import { dayIn } from '../../../platform/days.ts'
import { formats } from '../../../platform/formats.ts'
import type { Frame } from '../../../ui/index.ts'
import type { OwnMatters } from '../../people/index.ts'
import { roundById, roundInText } from '../../rounds/index.ts'
import { PartnersAtHome } from '../pages/home.tsx'
import { leaveRoundPath, partnerPath } from '../paths.ts'
import { waitingTitle, words } from '../words.ts'
import { pairingsOf } from './introductions.ts'
import { waitsOf } from './rematch.ts'

/** One's own partners, and rounds in which one waits for another. */
export const ownPairings: OwnMatters = async (db, actor, now, speaker) => {
  const t = words(actor.locale)
  const say = formats(actor.locale, actor.zone)
  const pairings = await pairingsOf(db, actor.id, now)
  const waits = await waitsOf(db, actor.id, now)
  const today = dayIn(now)
  const paired = pairings.map(async (pairing) => {
    const { roundId, members } = pairing
    const round = await roundById(db, roundId)
    const partners = members.filter(({ personId }) => personId !== actor.id)
    const who = partners.map(({ name, country }) => t('mine.who', { name, country: say.country(country) }))
    return {
      title: t('mine.title', { count: partners.length }),
      text: [t('mine.partner', { who: say.list(who), round: roundInText(actor.locale, round) })],
      shown: (frame: Frame) => PartnersAtHome({ frame, speaker, personId: actor.id, pairing, round, today }),
      links: [{ href: partnerPath, label: t('mine.link', { count: partners.length }) }],
      place: 10,
    }
  })
  const waiting = waits.map(async ({ roundId, because }) => {
    const { code, title } = await roundById(db, roundId)
    const round = roundInText(actor.locale, { code, title })
    return {
      title: t(waitingTitle(because)),
      text: [t(`partner.waiting.${because}`, { round })],
      links: [{ href: leaveRoundPath(code), label: t('leave-own.title', { round }) }],
      place: 10,
    }
  })
  return Promise.all([...paired, ...waiting])
}
