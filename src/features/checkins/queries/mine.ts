import { dayIn } from '../../../platform/days.ts'
import type { Frame } from '../../../ui/index.ts'
import type { OwnMatters } from '../../people/index.ts'
import { partnersOf } from '../emails.ts'
import { AskedAtHome, questionOf } from '../pages/answer.tsx'
import { ownCheckInPath } from '../paths.ts'
import { words } from '../words.ts'
import { latestOf } from './asked.ts'

/** The question that is open, in each pairing of one’s own, with what one has said to it. */
export const ownCheckIns: OwnMatters = async (db, actor, now) => {
  const t = words(actor.locale)
  const open = await latestOf(db, actor.id, dayIn(now))
  return open.map((asked) => ({
    title: questionOf(asked, actor.locale),
    text: [
      ...(asked.answer ? [`${t(`said.${asked.answer}`)} ${t(`next.${asked.answer}`)}`] : []),
      t('privacy', { names: partnersOf(asked, actor.locale) }),
    ],
    shown: (frame: Frame) => AskedAtHome({ frame, asked, base: ownCheckInPath(asked.id) }),
    links: [],
    place: 5,
  }))
}
