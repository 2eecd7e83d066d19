import { ButtonLink, type Frame, Notice, Page } from '../../../../ui/index.ts'
import type { Picture } from '../../../media/index.ts'
import { officePostPath } from '../../paths.ts'
import type { DeskPost } from '../../queries/desk.ts'
import type { FullPost } from '../../queries/public.ts'
import { words } from '../../words.ts'
import { Article } from '../article.tsx'

type Props = { frame: Frame; post: DeskPost; pictures: readonly Picture[]; now: Date }

/** A post as its readers will get it; a draft is shown as if it came out now. */
export const PreviewPage = ({ frame, post, pictures, now }: Props) => {
  const t = words(frame.locale)
  const picture = pictures.find(({ id }) => id === post.mediaId) ?? null
  const full: FullPost = { ...post, picture, publishAt: post.publishAt ?? now }
  return (
    <Page
      frame={frame}
      title={post.title}
      head={<meta name="robots" content="noindex" />}
      heading={
        <>
          <Notice actions={<ButtonLink href={officePostPath(post.id)}>{t('preview.back')}</ButtonLink>}>
            {t('preview.text')}
          </Notice>
          <Article post={full} pictures={pictures} locale={frame.locale} site={frame.site.name} />
        </>
      }
    />
  )
}
