import type { OwnMatter, OwnMatters } from '../../people/index.ts'
import { roundById, roundInText } from '../../rounds/index.ts'
import { certificatePath, ownPath } from '../paths.ts'
import { words } from '../words.ts'
import { ownCertificates } from './certificates.ts'
import { candidates, claimOf } from './own.ts'

/** Certificates that one has, and one that waits for the name. */
export const ownMatters: OwnMatters = async (db, actor, now) => {
  const t = words(actor.locale)
  const had = await ownCertificates(db, actor.id)
  const given = had.map(async (one): Promise<OwnMatter> => {
    const round = await roundById(db, one.roundId)
    const isValid = one.standing === 'valid'
    return {
      title: t('mine.title', { round: roundInText(actor.locale, round) }),
      text: [
        isValid
          ? t('own.ready', { name: one.nameWritten })
          : t(`mine.${one.standing === 'withdrawn' ? 'withdrawn' : 'being-made'}`),
      ],
      links: [
        { href: ownPath(round.code), label: t('mine.open') },
        ...(isValid ? [{ href: certificatePath(one.code), label: t('own.check') }] : []),
      ],
      place: isValid ? 28 : 9,
    }
  })
  const places = await candidates(db).where('participant.personId', '=', actor.id).execute()
  const toCome = places
    .filter(({ applicationId }) => !had.some((one) => one.applicationId === applicationId))
    .map(async (candidate): Promise<OwnMatter[]> => {
      const claim = await claimOf(db, candidate, now)
      if (!claim?.isEarned) return []
      const { round } = claim
      return [
        {
          title: t('mine.title', { round: roundInText(actor.locale, round) }),
          text: [t('mine.earned')],
          links: [{ href: ownPath(round.code), label: t('mine.write') }],
          place: 9,
        },
      ]
    })
  return [...(await Promise.all(toCome)).flat(), ...(await Promise.all(given))]
}
