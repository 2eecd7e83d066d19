import { raw } from 'hono/html'
import { dayIn } from '../../../platform/days.ts'
import { formats } from '../../../platform/formats.ts'
import { dirOf } from '../../../platform/words.ts'
import { ButtonLink, Empty, type Frame, OwnWords, Page, PostBody, PostCard } from '../../../ui/index.ts'
import { creditText, pictureSource } from '../../media/index.ts'
import { postPath } from '../../posts/index.ts'
import { welcomeHtml } from '../emails/welcome.ts'
import { archivePath, issuePagePath, subscribePath } from '../paths.ts'
import type { PublicIssue, PublicIssueEntry } from '../queries/archive.ts'
import type { Told } from '../queries/news.ts'
import { words } from '../words.ts'

/** Past issues, the newest first. */
export const ArchivePage = ({ frame, issues }: { frame: Frame; issues: readonly PublicIssueEntry[] }) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  return (
    <Page
      frame={frame}
      title={t('archive.title')}
      lead={t('archive.lead')}
      head={<meta name="description" content={t('archive.lead')} />}
    >
      {frame.paused ? null : (
        <p>
          <ButtonLink kind="primary" href={subscribePath}>
            {t('archive.subscribe')}
          </ButtonLink>
        </p>
      )}
      {issues.length === 0 ? (
        <Empty title={t('archive.none')} text={t('archive.none.text')} />
      ) : (
        <ol class="issue-list" reversed>
          {issues.map(({ number, subject, locale, begunAt }) => (
            <li value={number}>
              <p class="byline">
                <span>{t('archive.kicker', { number })}</span>
                <span>{say.shortDay(dayIn(begunAt))}</span>
              </p>
              <a href={issuePagePath(number, locale)} lang={locale} dir={dirOf(locale)}>
                {subject}
              </a>
            </li>
          ))}
        </ol>
      )}
    </Page>
  )
}

/** An issue as everyone may read it. */
export const IssueArchivePage = ({
  frame,
  issue,
  origin,
}: {
  frame: Frame
  issue: PublicIssue
  origin: string
}) => {
  const { text, number } = issue
  const t = words(frame.locale)
  const said = text.locale === frame.locale ? {} : { lang: text.locale, dir: dirOf(text.locale) }
  const day = formats(frame.locale, 'UTC').shortDay(dayIn(issue.begunAt))
  return (
    <Page
      frame={frame}
      title={text.subject}
      heading={
        <header class="heading">
          <p class="kicker">
            <a href={archivePath}>{t('archive.kicker', { number })}</a>
          </p>
          <h1 {...said}>{text.subject}</h1>
          <p class="byline">{day}</p>
          <Languages issue={issue} />
        </header>
      }
      head={<ArchiveHead issue={issue} origin={origin} />}
    >
      {text.welcome === '' ? null : (
        <PostBody {...said}>{raw(welcomeHtml(text.welcome, text.locale, origin))}</PostBody>
      )}
      {issue.posts.map((post) => (
        <PostOfIssue post={post} frame={frame} />
      ))}
      {frame.paused ? null : (
        <p>
          <a href={subscribePath}>{t('archive.subscribe')}</a>
        </p>
      )}
    </Page>
  )
}

const ArchiveHead = ({ issue, origin }: { issue: PublicIssue; origin: string }) => (
  <>
    <meta name="description" content={issue.text.preview || issue.text.subject} />
    <link rel="canonical" href={origin + issuePagePath(issue.number, issue.text.locale)} />
    {issue.locales.length > 1
      ? issue.locales.map((locale) => (
          <link rel="alternate" hreflang={locale} href={origin + issuePagePath(issue.number, locale)} />
        ))
      : null}
  </>
)

/** The languages it is there in, each by its own name. */
const Languages = ({ issue }: { issue: PublicIssue }) => {
  if (issue.locales.length < 2) return null
  return (
    <ul class="inline-list">
      {issue.locales.map((locale) => {
        const name = <bdi lang={locale}>{formats(locale, 'UTC').language(locale)}</bdi>
        return (
          <li>
            {locale === issue.text.locale ? (
              <span aria-current="true">{name}</span>
            ) : (
              <a href={issuePagePath(issue.number, locale)} hreflang={locale}>
                {name}
              </a>
            )}
          </li>
        )
      })}
    </ul>
  )
}

const PostOfIssue = ({ post, frame: { locale, site } }: { post: Told; frame: Frame }) => {
  const day = formats(locale, post.zone).shortDay(dayIn(post.publishAt, post.zone))
  return (
    <PostCard
      href={postPath(post.slug)}
      title={<OwnWords lang={post.locale}>{post.title}</OwnWords>}
      summary={<OwnWords lang={post.locale}>{post.summary}</OwnWords>}
      byline={{
        by: words(locale)('mail.by', { author: post.byline || site.name }),
        date: { iso: post.publishAt.toISOString(), text: day },
        more: post.picture ? [creditText(post.picture, locale)].filter(Boolean) : [],
      }}
      picture={post.picture ? pictureSource(post.picture, 'card') : undefined}
    />
  )
}
