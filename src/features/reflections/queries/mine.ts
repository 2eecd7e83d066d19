import { addDays, dayIn } from '../../../platform/days.ts'
import type { OwnMatters } from '../../people/index.ts'
import { beginsWithinDays } from '../actions/writing.ts'
import { ownReflectionPath, ownReflectionsPath } from '../paths.ts'
import { agrees } from '../reflection.ts'
import { words } from '../words.ts'
import { occasionsOf, ownReflections } from './reflections.ts'

/** From how many days before the end of a round one is invited to look back. */
const looksBackDays = 14

/** An invitation to write when a round comes to its end; and what waits for one’s agreement. */
export const ownReflectionMatters: OwnMatters = async (db, actor, now) => {
  const today = dayIn(now, actor.zone)
  const [occasions, own] = await Promise.all([
    occasionsOf(db, actor.id, addDays(today, -beginsWithinDays)),
    ownReflections(db, actor.id),
  ])
  const t = words(actor.locale)
  const waiting = own.filter((one) => {
    const mine = one.authors.find(({ personId }) => personId === actor.id)
    return mine !== undefined && !agrees(one, mine) && one.authors.some((author) => agrees(one, author))
  })
  const near = occasions.some(({ endsOn }) => addDays(endsOn, -looksBackDays) <= today)
  if (!near && own.length === 0) return []
  return [
    {
      title: t('mine.title'),
      text: waiting.length > 0 ? waiting.map(({ title }) => t('mine.waits', { title })) : [t('mine.text')],
      links: [
        ...waiting.map(({ id, title }) => ({
          href: ownReflectionPath(id),
          label: t('mine.waits.link', { title }),
        })),
        { href: ownReflectionsPath, label: t(own.length > 0 ? 'mine.link' : 'mine.begin') },
      ],
      place: 30,
    },
  ]
}
