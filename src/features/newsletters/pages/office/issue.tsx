import { dayIn } from '../../../../platform/days.ts'
import { formats } from '../../../../platform/formats.ts'
import { platformWords } from '../../../../platform/say.ts'
import { dirOf } from '../../../../platform/words.ts'
import {
  Actions,
  Button,
  ButtonLink,
  Disclosure,
  Field,
  Form,
  type Frame,
  Notice,
  OfficePage,
} from '../../../../ui/index.ts'
import { audiences, lacksOf, stateOf } from '../../issue.ts'
import { issueActPath, issuePreviewPath, issuesPath, issueTextPath, sendIssuePath } from '../../paths.ts'
import type { FullIssue, IssuePost } from '../../queries/issues.ts'
import type { Told } from '../../queries/news.ts'
import { words } from '../../words.ts'
import { Sent, type SentProps } from './sent.tsx'

export type IssueProps = {
  frame: Frame
  zone: string
  issue: FullIssue
  /** Languages that the network offers. */
  offered: readonly string[]
  /** Posts that may go into it. */
  posts: readonly Told[]
  /** What became of it; null for one that nobody has decided on. */
  sent: Omit<SentProps, 'frame' | 'zone' | 'issue'> | null
}

export const crumbs = (frame: Frame) => [{ href: issuesPath, label: words(frame.locale)('list.title') }]
export const titleOf = (frame: Frame, { texts }: Pick<FullIssue, 'texts'>) =>
  texts[0]?.subject ?? words(frame.locale)('issue.unnamed')

/** An issue: what it says, which posts it tells of, for whom it is; once it was decided, what became of it. */
export const IssuePage = (props: IssueProps) => {
  const { frame, zone, issue, sent } = props
  const t = words(frame.locale)
  const isDraft = stateOf(issue) === 'draft'
  return (
    <OfficePage
      frame={frame}
      title={titleOf(frame, issue)}
      lead={isDraft ? t('issue.lead') : undefined}
      crumbs={crumbs(frame)}
      actions={isDraft ? <SendLink {...props} /> : undefined}
    >
      {sent ? <Sent {...{ frame, zone, issue }} {...sent} /> : null}
      <Texts {...props} isDraft={isDraft} />
      <Posts {...props} isDraft={isDraft} />
      {isDraft ? <Choosing {...props} /> : null}
      {isDraft ? <ForWhom frame={frame} issue={issue} /> : null}
      {isDraft ? <Dropping frame={frame} id={issue.id} /> : null}
    </OfficePage>
  )
}

const SendLink = ({ frame, issue }: IssueProps) =>
  lacksOf(issue.texts, issue.posts.length).length > 0 ? null : (
    <ButtonLink kind="primary" href={sendIssuePath(issue.id)}>
      {words(frame.locale)('issue.send')}
    </ButtonLink>
  )

const Texts = ({ frame, issue, offered, isDraft }: IssueProps & { isDraft: boolean }) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  const missing = offered.filter((locale) => !issue.texts.some((text) => text.locale === locale))
  return (
    <section>
      <h2>{t('issue.texts')}</h2>
      {issue.texts.length === 0 ? <p>{t('issue.texts.none')}</p> : null}
      {issue.texts.map(({ locale, subject }) => (
        <section class="issue-text" aria-label={say.language(locale)}>
          <h3>
            {frame.words.labelled(say.language(locale))}
            <span lang={locale} dir={dirOf(locale)}>
              {subject}
            </span>
          </h3>
          <ul class="inline-list">
            {isDraft ? (
              <li>
                <a href={issueTextPath(issue.id, locale)}>{t('issue.text.change')}</a>
              </li>
            ) : null}
            <li>
              <a href={issuePreviewPath(issue.id, locale)}>{t('issue.text.preview')}</a>
            </li>
          </ul>
        </section>
      ))}
      {isDraft && missing.length > 0 ? (
        <ul class="inline-list">
          {missing.map((locale) => (
            <li>
              <a href={issueTextPath(issue.id, locale)}>
                {t('issue.text.add', { language: say.language(locale) })}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}

const Posts = ({ frame, zone, issue, isDraft }: IssueProps & { isDraft: boolean }) => {
  const t = words(frame.locale)
  return (
    <section>
      <h2>{t('issue.posts')}</h2>
      {issue.posts.length === 0 ? (
        <p>{t('issue.posts.none')}</p>
      ) : (
        <ol>
          {issue.posts.map((post, index) => (
            <li class="issue-post">
              <span id={`post-${post.id}`} lang={post.locale} dir={dirOf(post.locale)}>
                {post.title}
              </span>{' '}
              <span class="hint">{whenOut(frame.locale, zone, post)}</span>
              {isDraft ? <Moving {...{ frame, issue, post, index }} /> : null}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

function whenOut(locale: string, zone: string, { isPublic, publishAt }: IssuePost): string {
  const say = formats(locale, zone)
  return isPublic
    ? words(locale)('issue.post.public', { at: say.shortDay(dayIn(publishAt, zone)) })
    : words(locale)('issue.post.comes', { at: say.instant(publishAt) })
}

type MovingProps = { frame: Frame; issue: FullIssue; post: IssuePost; index: number }

/** Buttons, so that an order is made by keyboard and without scripts. */
const Moving = ({ frame, issue, post, index }: MovingProps) => {
  const t = words(frame.locale)
  const { title, id: postId } = post
  const to = [
    ...(index > 0 ? (['up'] as const) : []),
    ...(index < issue.posts.length - 1 ? (['down'] as const) : []),
    'remove' as const,
  ]
  return (
    <Form action={issueActPath(issue.id, 'move')} hidden={{ postId }}>
      <Actions>
        {to.map((one) => (
          <Button
            name="to"
            value={one === 'remove' ? 'out' : one}
            label={t(`issue.post.${one}.label`, { title })}
          >
            {t(`issue.post.${one}`)}
          </Button>
        ))}
      </Actions>
    </Form>
  )
}

const Choosing = ({ frame, zone, issue, posts }: IssueProps) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, zone)
  if (posts.length === 0) return null
  return (
    <Disclosure summary={t('issue.choose')} open={issue.posts.length === 0}>
      <Form action={issueActPath(issue.id, 'add')}>
        <Field
          type="checkboxes"
          name="postId[]"
          label={t('issue.choose.label')}
          hint={t('issue.choose.hint')}
          optional={platformWords(frame.locale)('form.optional')}
          options={posts.map((post) => ({
            value: post.id,
            label: post.title,
            hint: [post.byline, say.instant(post.publishAt)].filter((one) => one !== '').join(' · '),
          }))}
        />
        <Actions>
          <Button>{t('issue.choose.button')}</Button>
        </Actions>
      </Form>
    </Disclosure>
  )
}

const ForWhom = ({ frame, issue }: Pick<IssueProps, 'frame' | 'issue'>) => {
  const t = words(frame.locale)
  return (
    <section>
      <Form action={issueActPath(issue.id, 'audience')}>
        <Field
          type="radios"
          name="audience"
          label={t('issue.audience')}
          value={issue.audience}
          options={audiences.map((value) => ({
            value,
            label: t(`issue.audience.${value}`),
            hint: t(`issue.audience.${value}.hint`),
          }))}
        />
        <Actions>
          <Button>{t('issue.audience.save')}</Button>
        </Actions>
      </Form>
    </section>
  )
}

const Dropping = ({ frame, id }: { frame: Frame; id: string }) => {
  const t = words(frame.locale)
  return (
    <Disclosure summary={t('issue.drop')}>
      <Form action={issueActPath(id, 'drop')}>
        <p>{t('issue.drop.hint')}</p>
        <Actions>
          <Button kind="danger">{t('issue.drop')}</Button>
        </Actions>
      </Form>
    </Disclosure>
  )
}

/** Told on top of a page when an issue cannot be sent yet. */
export const Lacking = ({ frame, issue }: { frame: Frame; issue: FullIssue }) => {
  const t = words(frame.locale)
  return lacksOf(issue.texts, issue.posts.length).map((lack) => (
    <Notice tone="warning">{t(`lack.${lack}`)}</Notice>
  ))
}
