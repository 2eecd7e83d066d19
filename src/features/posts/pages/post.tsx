import { raw } from 'hono/html'
import { type Frame, Page } from '../../../ui/index.ts'
import type { Picture } from '../../media/index.ts'
import type { ShownBelow } from '../../people/index.ts'
import { postPath } from '../paths.ts'
import type { Published } from '../published.ts'
import type { Neighbour } from '../queries/public.ts'
import type { SignedPost } from '../queries/signed.ts'
import { words } from '../words.ts'
import { AfterPost } from './after.tsx'
import { Article, Said } from './article.tsx'
import { Translations } from './translations.tsx'

type Props = {
  frame: Frame
  post: SignedPost
  named: Published
  /** Of `headOfPost`. */
  head: string
  pictures: readonly Picture[]
  neighbours: { earlier: Neighbour | null; later: Neighbour | null }
  /** What features put below it. */
  below: readonly ShownBelow[]
}

/** The page of one post. */
export const PostPage = ({ frame, post, named, head, pictures, neighbours, below }: Props) => {
  const { locale } = frame
  return (
    <Page
      frame={frame}
      title={post.title}
      heading={
        <Article
          post={post}
          pictures={pictures}
          locale={locale}
          site={frame.site.name}
          more={<Translations translations={post.translations} locale={locale} />}
        />
      }
      head={
        <>
          {raw(head)}
          {below.map((one) => one.head)}
        </>
      }
    >
      <AfterPost {...{ locale, post, named }} />
      <Neighbours {...neighbours} locale={locale} />
      {below.map(({ shown }) => shown)}
    </Page>
  )
}

const Neighbours = (props: { earlier: Neighbour | null; later: Neighbour | null; locale: string }) => {
  const t = words(props.locale)
  const { earlier, later } = props
  if (!earlier && !later) return null
  return (
    <nav class="neighbours" aria-label={t('neighbours')}>
      {earlier ? <NeighbourLink post={earlier} word={t('neighbour.earlier')} rel="prev" /> : <span />}
      {later ? <NeighbourLink post={later} word={t('neighbour.later')} rel="next" /> : <span />}
    </nav>
  )
}

const NeighbourLink = ({ post, word, rel }: { post: Neighbour; word: string; rel: 'prev' | 'next' }) => (
  <a href={postPath(post.slug)} rel={rel}>
    <span class="kicker">{word}</span>
    <span class="neighbour-title">
      <Said text={post.title} post={post} />
    </span>
  </a>
)
