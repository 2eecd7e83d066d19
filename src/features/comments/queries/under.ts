import type { UnderAddress } from '../../people/index.ts'
import type { CommentState } from '../comment.ts'
import { ownPath } from '../paths.ts'
import { ownToken } from '../policy.ts'
import { words } from '../words.ts'

/** The comments of an address, each with the way to its page. */
export const commentsUnder: UnderAddress = async (app, key, locale) => {
  const t = words(locale)
  const rows = await app.db
    .selectFrom('comment')
    .innerJoin('post', 'post.id', 'comment.postId')
    .where('emailKey', '=', key)
    .select(['comment.id', 'state', 'title'])
    .orderBy('sentAt')
    .orderBy('comment.id')
    .execute()
  return rows.map(({ id, state, title }) => ({
    ...{ what: t('under.comment'), title, isPublic: state === 'shown' },
    standing: t(`own.${state as CommentState}.title`),
    way: { href: ownPath(ownToken(app, id)), label: t('under.open') },
  }))
}
