import type { OpenMatters } from '../../people/index.ts'
import { reflectionPath } from '../paths.ts'
import { mayTakeReflections } from '../policy.ts'
import { words } from '../words.ts'
import { sharedReflections } from './reflections.ts'

/** Reflections that were offered to the blog and that no editor has looked after. */
export const offeredReflections: OpenMatters = async (db, actor) => {
  if (!mayTakeReflections(actor)) return []
  const t = words(actor.locale)
  const offered = (await sharedReflections(db, actor)).filter(
    ({ audience, postId, readAt }) => audience === 'blog' && postId === null && readAt === null,
  )
  return offered.map(({ id, title, changedAt }) => ({
    text: t('matter.offered', { title }),
    act: { href: reflectionPath(id), label: t('matter.offered.act') },
    urgency: 'soon' as const,
    since: changedAt,
  }))
}
