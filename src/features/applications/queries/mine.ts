import type { Db } from '../../../db/index.ts'
import { formats } from '../../../platform/formats.ts'
import type { OwnMatters } from '../../people/index.ts'
import { roundPath } from '../../rounds/index.ts'
import { words } from '../words.ts'

/** How many of one's applications are of interest still. */
const mostShown = 3

/** One's own applications, newest round first, each with what became of it. */
export const ownApplications: OwnMatters = async (db, actor) => {
  const t = words(actor.locale)
  return (await applicationsBy(db, actor.id)).map((one) => {
    const say = formats(actor.locale, one.zone)
    const days = {
      from: say.day(one.startsOn),
      until: say.day(one.endsOn),
      sent: say.instant(one.submittedAt),
    }
    const title = t('mine.title', { round: one.title })
    const link = { href: roundPath(one.code), label: t('mine.round', { round: one.title }) }
    return { title, text: [t(`mine.${answerTo(one)}`, days)], links: [link], place: 30 }
  })
}

type Answered = Awaited<ReturnType<typeof applicationsBy>>[number]

function answerTo({ withdrawnAt, droppedAt, acceptedAt, waitlistedAt }: Answered) {
  if (withdrawnAt) return 'withdrawn'
  if (droppedAt) return 'dropped'
  if (acceptedAt) return 'accepted'
  return waitlistedAt ? 'waiting' : 'sent'
}

const applicationsBy = (db: Db, personId: string) =>
  db
    .selectFrom('application')
    .innerJoin('round', 'round.id', 'application.roundId')
    .where('application.personId', '=', personId)
    .where('application.mergedInto', 'is', null)
    .where('round.announcedAt', 'is not', null)
    .select(['round.code', 'round.title', 'round.zone', 'round.startsOn', 'round.endsOn'])
    .select(['submittedAt', 'withdrawnAt', 'droppedAt', 'acceptedAt', 'waitlistedAt'])
    .orderBy('round.startsOn', 'desc')
    .orderBy('submittedAt')
    .limit(mostShown)
    .execute()
