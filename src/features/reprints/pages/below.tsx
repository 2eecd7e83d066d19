import { formats } from '../../../platform/formats.ts'
import type { Frame } from '../../../ui/index.ts'
import type { BelowPost } from '../../people/index.ts'
import { askPath } from '../paths.ts'
import { type Appeared, type Reprinted, reprintedPost } from '../queries/below.ts'
import { words } from '../words.ts'
import { licenceSentence } from './licence.ts'

/** Where a post was reprinted, and the way to ask for it. */
export const reprintsBelow: BelowPost = {
  place: 10,
  // What it shows is told of by triggers, as posts are.
  version: async () => '',
  async read(app, postId) {
    const post = await reprintedPost(app.db, postId)
    return ({ frame }) => ({ head: null, shown: <Below frame={frame} post={post} /> })
  },
}

const Below = ({ frame, post }: { frame: Frame; post: Reprinted }) => {
  const t = words(frame.locale)
  const licence = licenceSentence(frame.locale, post.licence)
  if (frame.paused && post.appeared.length === 0 && !licence) return null
  return (
    <section
      class="reprints"
      aria-labelledby="reprints"
      data-living={post.appeared.length === 0 && !licence ? '' : undefined}
    >
      <h2 id="reprints">{t(post.appeared.length > 0 ? 'below.title' : 'below.none')}</h2>
      {post.appeared.length > 0 ? (
        <ul>
          {post.appeared.map((one) => (
            <li>
              <Where {...{ frame, post, one }} />
            </li>
          ))}
        </ul>
      ) : null}
      <p>
        {licence ? `${licence} ` : null}
        {frame.paused ? null : (
          <a href={askPath(post.slug)} rel="nofollow">
            {t(licence ? 'below.tell' : 'below.ask')}
          </a>
        )}
      </p>
    </section>
  )
}

const Where = ({ frame, post, one }: { frame: Frame; post: Reprinted; one: Appeared }) => {
  const say = formats(frame.locale, post.zone)
  const name = <bdi lang={one.language}>{one.publication}</bdi>
  return (
    <>
      {one.url ? (
        <a href={one.url} rel="noopener">
          {name}
        </a>
      ) : (
        name
      )}
      {', '}
      <time datetime={one.on}>{say.shortDay(one.on)}</time>
      {one.language === post.locale ? null : (
        <span class="hint">{frame.words.aside('', say.language(one.language))}</span>
      )}
    </>
  )
}
