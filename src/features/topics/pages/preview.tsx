import { formats } from '../../../platform/formats.ts'
import type { Email } from '../../../platform/mail/index.ts'
import { ButtonLink, Facts, type Frame, Notice, OfficePage, Page } from '../../../ui/index.ts'
import type { Picture } from '../../media/index.ts'
import { Article, type FullPost } from '../../posts/index.ts'
import type { Round } from '../../rounds/index.ts'
import { calendarPath, previewPath, topicPath } from '../paths.ts'
import type { Topic } from '../topic.ts'
import { words } from '../words.ts'

type Props = { frame: Frame; round: Round; topic: Topic }

const crumbs = ({ frame, round, topic }: Props) => [
  { href: calendarPath(round.code), label: words(frame.locale)('topic.crumb', { code: round.code }) },
  { href: topicPath(round.code, topic.number), label: topic.title },
]

/** The post exactly as readers will see it, under a notice that they do not yet. */
export const PostPreviewPage = (props: Props & { post: FullPost; pictures: readonly Picture[] }) => {
  const { frame, round, topic, post, pictures } = props
  const t = words(frame.locale)
  return (
    <Page
      frame={frame}
      title={topic.title}
      heading={
        <>
          <Notice actions={<a href={topicPath(round.code, topic.number)}>{t('preview.back')}</a>}>
            {t('preview.post', { number: topic.number })}
          </Notice>
          <Article post={post} pictures={pictures} locale={frame.locale} site={frame.site.name} />
        </>
      }
    />
  )
}

/** The mail as this editor would get it: headers, plain text, and a way to see it drawn. */
export const MailPreviewPage = (props: Props & { email: Email }) => {
  const { frame, round, topic, email } = props
  const t = words(frame.locale)
  const { number } = topic
  const kilobytes = (Buffer.byteLength(email.text) + Buffer.byteLength(email.html)) / 1000
  return (
    <OfficePage
      frame={frame}
      title={t('preview.mail.title', { number })}
      lead={t('preview.mail.lead')}
      crumbs={crumbs(props)}
      actions={
        <ButtonLink href={previewPath(round.code, number, 'mail/drawn')}>
          {t('preview.mail.drawn')}
        </ButtonLink>
      }
    >
      <Facts
        facts={[
          { term: t('preview.mail.subject'), detail: email.subject },
          { term: t('preview.mail.to'), detail: `${email.toName} <${email.to}>` },
          {
            term: t('preview.mail.size'),
            detail: t('preview.mail.kilobytes', {
              size: formats(frame.locale, 'UTC').number(Math.ceil(kilobytes)),
            }),
          },
        ]}
      />
      <h2>{t('preview.mail.text')}</h2>
      <pre class="plain-mail" lang={email.locale} dir="auto">
        {email.text}
      </pre>
    </OfficePage>
  )
}

/** The entry of the feeds: what readers of feeds see, and the source. */
export const FeedPreviewPage = (props: Props & { source: string }) => {
  const { frame, topic, source } = props
  const t = words(frame.locale)
  return (
    <OfficePage
      frame={frame}
      title={t('preview.feed.title', { number: topic.number })}
      lead={t('preview.feed.lead')}
      crumbs={crumbs(props)}
    >
      <h2>{t('preview.feed.source')}</h2>
      <pre class="plain-mail" dir="ltr" lang="en">
        {source}
      </pre>
    </OfficePage>
  )
}
