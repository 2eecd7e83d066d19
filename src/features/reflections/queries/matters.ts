import type { Db } from '../../../db/index.ts'
import type { Actor, OpenMatters } from '../../people/index.ts'
import { reflectionPath } from '../paths.ts'
import { mayTakeReflections } from '../policy.ts'
import type { Reflection } from '../reflection.ts'
import { words } from '../words.ts'
import { sharedReflections } from './reflections.ts'

/** Reflections that were offered to the blog and that no editor has looked after; none for anyone who may not take them. */
export async function reflectionsForBlog(db: Db, actor: Actor): Promise<Reflection[]> {
  if (!mayTakeReflections(actor)) return []
  return (await sharedReflections(db, actor)).filter(
    ({ audience, postId, readAt }) => audience === 'blog' && postId === null && readAt === null,
  )
}

/** The same, for the desk. */
export const offeredReflections: OpenMatters = async (db, actor) => {
  const t = words(actor.locale)
  return (await reflectionsForBlog(db, actor)).map(({ id, title, changedAt }) => ({
    text: t('matter.offered', { title }),
    act: { href: reflectionPath(id), label: t('matter.offered.act') },
    urgency: 'soon' as const,
    since: changedAt,
  }))
}
