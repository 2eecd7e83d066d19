import type { Child } from 'hono/jsx'
import type { Email } from '../../../../platform/mail/index.ts'
import { ButtonLink, Facts, type Frame, Notice, OwnWords, Page, Tabs } from '../../../../ui/index.ts'
import type { Picture } from '../../../media/index.ts'
import { cardPreviewPath, drawnPreviewPath, officePostPath, previewPostPath } from '../../paths.ts'
import type { DeskPost } from '../../queries/desk.ts'
import type { FullPost } from '../../queries/signed.ts'
import { words } from '../../words.ts'
import { Article } from '../article.tsx'

/** The ways to look at a post before readers do. */
export const previews = ['post', 'phone', 'card', 'mail'] as const
type Preview = (typeof previews)[number]

type Props = {
  frame: Frame
  post: DeskPost
  pictures: readonly Picture[]
  as: Preview
  /** What the card says; null where we have no letters for its title. */
  card: { alt: string } | null
  /** As subscribers get it; null where nothing writes to them. */
  email: Email | null
  now: Date
}

/** A post as its readers will get it; a draft is shown as if it came out now. */
export const PreviewPage = (props: Props) => {
  const { frame, post, as, email } = props
  const t = words(frame.locale)
  return (
    <Page
      frame={frame}
      title={post.title}
      isUnlisted
      head={<link rel="stylesheet" href={frame.assets.officeCss} />}
      heading={
        <>
          <Notice actions={<ButtonLink href={officePostPath(post.id)}>{t('preview.back')}</ButtonLink>}>
            {t('preview.text')}
          </Notice>
          <Tabs
            label={t('preview.views')}
            tabs={previews
              .filter((one) => one !== 'mail' || email !== null)
              .map((one) => ({
                href: previewPostPath(post.id, one),
                label: t(`preview.${one}`),
                current: one === as,
              }))}
          />
          {shown(props)}
        </>
      }
    />
  )
}

function shown(props: Props): Child {
  if (props.as === 'card') return <AsCard {...props} />
  if (props.as === 'mail' && props.email) return <AsMail {...props} email={props.email} />
  return props.as === 'phone' ? (
    <div class="on-a-phone">
      <AsPost {...props} />
    </div>
  ) : (
    <AsPost {...props} />
  )
}

const AsPost = ({ frame, post, pictures, now }: Props) => {
  const picture = pictures.find(({ id }) => id === post.mediaId) ?? null
  const full: FullPost = { ...post, picture, publishAt: post.publishAt ?? now }
  return <Article post={full} pictures={pictures} locale={frame.locale} site={frame.site.name} />
}

/** What other sites draw where somebody passes on a link to it. */
const AsCard = ({ frame, post, card }: Props) => {
  const t = words(frame.locale)
  return (
    <div class="shared-link">
      <p class="hint">{t('preview.card.text')}</p>
      {card ? (
        <img src={cardPreviewPath(post.id)} alt={card.alt} width={1200} height={630} />
      ) : (
        <p>{t('preview.card.none')}</p>
      )}
      <p>
        <strong>
          <OwnWords lang={post.locale}>{post.title}</OwnWords>
        </strong>
      </p>
      <p>
        <OwnWords lang={post.locale}>{post.summary}</OwnWords>
      </p>
    </div>
  )
}

const AsMail = ({ frame, post, email }: Props & { email: Email }) => {
  const t = words(frame.locale)
  return (
    <>
      <Facts facts={[{ term: t('preview.mail.subject'), detail: email.subject }]} />
      <p>
        <ButtonLink href={drawnPreviewPath(post.id)}>{t('preview.mail.drawn')}</ButtonLink>
      </p>
      <h2>{t('preview.mail.plain')}</h2>
      <pre class="plain-mail" lang={email.locale} dir="auto">
        {email.text}
      </pre>
    </>
  )
}
