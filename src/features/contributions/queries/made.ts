import type { Db } from '../../../db/index.ts'
import { formats } from '../../../platform/formats.ts'
import { type Picture, picturesByIds } from '../../media/index.ts'
import { type FullPost, type Revision, textAt } from '../../posts/index.ts'
import type { Contribution, MadePost } from './contributions.ts'

/**
 * What its author sent, as the first text of the post, and the newest; null while there is none. The summary is none of theirs:
 * the post began with one of ours.
 */
export async function comparedTexts(
  db: Db,
  post: MadePost | null,
): Promise<{ before: Revision; after: Revision } | null> {
  if (post === null) return null
  const [before, after] = await Promise.all([textAt(db, post.id, 1), textAt(db, post.id, post.revision)])
  return { before: { ...before, summary: '' }, after }
}

/** The post as readers will get it, as if it came out now; null while there is none. */
export async function madeText(
  db: Db,
  { post }: Pick<Contribution, 'post'>,
  now: Date,
): Promise<{ post: FullPost; pictures: Picture[] } | null> {
  if (post === null) return null
  const { authors, mediaId, ...text } = await textAt(db, post.id, post.revision)
  const pictures = await picturesByIds(db, mediaId === null ? [] : [mediaId])
  return {
    pictures,
    post: {
      ...{ id: post.id, slug: post.slug, title: text.title, summary: text.summary, body: text.body },
      ...{ locale: text.locale, hashtag: text.hashtag, questions: text.questions, tags: text.tags },
      ...{
        number: null,
        byline: formats(text.locale, 'UTC').list(authors),
        revision: post.revision,
        updatedAt: text.at,
      },
      ...{
        publishAt: post.publishAt ?? now,
        translationGroup: null,
        roundCode: null,
        zone: post.zone,
        picture: pictures[0] ?? null,
      },
    },
  }
}
