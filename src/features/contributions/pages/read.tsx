import { ButtonLink, type Frame, Notice, Page } from '../../../ui/index.ts'
import type { Picture } from '../../media/index.ts'
import { Article, type FullPost } from '../../posts/index.ts'
import { ownPath } from '../paths.ts'
import { words } from '../words.ts'

type Props = { frame: Frame; secret: string; post: FullPost; pictures: readonly Picture[] }

/** The edited text as its readers will get it, for its author. */
export const ReadPage = ({ frame, secret, post, pictures }: Props) => {
  const t = words(frame.locale)
  return (
    <Page
      frame={frame}
      title={post.title}
      isUnlisted
      heading={
        <>
          <Notice actions={<ButtonLink href={ownPath(secret)}>{t('read.back')}</ButtonLink>}>
            {t('read.text')}
          </Notice>
          <Article {...{ post, pictures }} locale={frame.locale} site={frame.site.name} />
        </>
      }
    />
  )
}
