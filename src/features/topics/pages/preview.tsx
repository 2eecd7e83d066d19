import { formats } from '../../../platform/formats.ts'
import type { Email } from '../../../platform/mail/index.ts'
import { ButtonLink, Facts, type Frame, Notice, OfficePage, Page, Tabs } from '../../../ui/index.ts'
import type { Picture } from '../../media/index.ts'
import { Article, type FullPost } from '../../posts/index.ts'
import type { Round } from '../../rounds/index.ts'
import { mailPreviewPath, previewPath, publishPath, topicPath } from '../paths.ts'
import { type Company, companies, type Topic } from '../topic.ts'
import { words } from '../words.ts'
import { topicCrumbs } from './crumbs.ts'

type Props = {
  frame: Frame
  round: Round
  topic: Topic
  /** Whether the reader may publish it as it is now. */
  mayPublish: boolean
}

const views = ['post', 'mail', 'feed'] as const
type View = (typeof views)[number]

type Place = { frame: Frame; code: string; number: number }

/** The ways to look at a topic. */
function viewsOf({ frame, code, number }: Place) {
  const hrefs: Record<View, string> = {
    post: previewPath(code, number, 'post'),
    mail: mailPreviewPath(code, number, 'pair'),
    feed: previewPath(code, number, 'feed'),
  }
  const t = words(frame.locale)
  return views.map((view) => ({ view, href: hrefs[view], label: t(`topic.look.${view}`) }))
}

export const PreviewLinks = (props: Place) => (
  <ul class="inline-list">
    {viewsOf(props).map(({ href, label }) => (
      <li>
        <a href={href}>{label}</a>
      </li>
    ))}
  </ul>
)

/** Leads from each preview to the others. */
const PreviewTabs = (props: Place & { current: View }) => (
  <Tabs
    label={words(props.frame.locale)('preview.views', { number: props.number })}
    tabs={viewsOf(props).map(({ view, href, label }) => ({ href, label, current: view === props.current }))}
  />
)

const PublishLink = ({ frame, round, topic: { number }, mayPublish }: Props) =>
  mayPublish ? (
    <ButtonLink href={publishPath(round.code, number)}>
      {words(frame.locale)('publish', { number })}
    </ButtonLink>
  ) : null

/** The post exactly as readers will see it, under a notice that they do not yet. */
export const PostPreviewPage = (props: Props & { post: FullPost; pictures: readonly Picture[] }) => {
  const { frame, round, topic, post, pictures } = props
  const t = words(frame.locale)
  const { number } = topic
  return (
    <Page
      frame={frame}
      title={topic.title}
      heading={
        <>
          <Notice
            actions={
              <>
                <a href={topicPath(round.code, number)}>{t('preview.back', { number })}</a>
                <PublishLink {...props} />
              </>
            }
          >
            {t('preview.post', { number })}
          </Notice>
          <PreviewTabs frame={frame} code={round.code} number={number} current="post" />
          <Article post={post} pictures={pictures} locale={frame.locale} site={frame.site.name} />
        </>
      }
    />
  )
}

/** The mail as the reader would get it with so many partners: headers, plain text, and a way to see it drawn. */
export const MailPreviewPage = (props: Props & { email: Email; company: Company }) => {
  const { frame, round, topic, email, company } = props
  const t = words(frame.locale)
  const { number } = topic
  const kilobytes = (Buffer.byteLength(email.text) + Buffer.byteLength(email.html)) / 1000
  return (
    <OfficePage
      frame={frame}
      title={t('preview.mail.title', { number })}
      lead={t('preview.mail.lead')}
      crumbs={topicCrumbs(props)}
      actions={
        <>
          <ButtonLink href={mailPreviewPath(round.code, number, company, true)}>
            {t('preview.mail.drawn')}
          </ButtonLink>
          <PublishLink {...props} />
        </>
      }
    >
      <PreviewTabs frame={frame} code={round.code} number={number} current="mail" />
      <Tabs
        label={t('preview.mail.companies')}
        tabs={companies.map((one) => ({
          href: mailPreviewPath(round.code, number, one),
          label: t(`preview.mail.${one}`),
          current: one === company,
        }))}
      />
      <Facts
        facts={[
          { term: t('preview.mail.subject'), detail: email.subject },
          { term: t('preview.mail.to'), detail: <bdi dir="ltr">{`${email.toName} <${email.to}>`}</bdi> },
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
  const { frame, round, topic, source } = props
  const t = words(frame.locale)
  return (
    <OfficePage
      frame={frame}
      title={t('preview.feed.title', { number: topic.number })}
      lead={t('preview.feed.lead')}
      crumbs={topicCrumbs(props)}
      actions={<PublishLink {...props} />}
    >
      <PreviewTabs frame={frame} code={round.code} number={topic.number} current="feed" />
      <h2>{t('preview.feed.source')}</h2>
      <pre class="plain-mail" dir="ltr" lang="en">
        {source}
      </pre>
    </OfficePage>
  )
}
