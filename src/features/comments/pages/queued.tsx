import { formats } from '../../../platform/formats.ts'
import { Button, type Frame } from '../../../ui/index.ts'
import { officePostPath } from '../../posts/index.ts'
import { decisions } from '../comment.ts'
import type { Weight } from '../filter.ts'
import { findPath, ofPostPath } from '../paths.ts'
import type { Queued } from '../queries/queue.ts'
import { type CommentWords, words } from '../words.ts'
import { CommentText, Elsewhere } from './comment.tsx'

/** The letters of what an editor decides, on a list that is walked with j and k. */
export const letters = { shown: 'a', spam: 's', removed: 'd' } as const

export const rowId = ({ number }: { number: number }) => `q${number}`

type Props = {
  frame: Frame
  zone: string
  comment: Queued
  /** Id of the form that ticks and buttons belong to. */
  form: string
  /** Id of the comment below it, where one goes on; empty for the last. */
  next: string
}

/** A comment as an editor decides about it: who, where, what, why it waits, and three buttons. */
export const QueuedComment = ({ frame, zone, comment, form, next }: Props) => {
  const t = words(frame.locale)
  const read = `${comment.number}.${comment.revision}.${comment.state}`
  const named = `${rowId(comment)}-who`
  return (
    <div class="desk-item">
      <p class="desk-item-who">
        <label>
          <input type="checkbox" name="comment[]" value={read} form={form} />{' '}
          <b id={named}>
            <bdi>{comment.name}</bdi>
          </b>
        </label>{' '}
        {comment.email ? <bdi class="quiet">{comment.email}</bdi> : null}
        <Elsewhere {...comment} />
      </p>
      <p class="hint">
        <Standing {...{ frame, zone, comment }} />
      </p>
      <CommentText text={comment.text} />
      {comment.flags.map((said) => (
        <p class="comment-flag" dir="auto">
          {said === '' ? t('flagged.without') : t('flagged.with', { words: said })}
        </p>
      ))}
      <Reasons comment={comment} t={t} />
      <div class="actions">
        {decisions
          .filter((decision) => decision !== comment.state || comment.flags.length > 0)
          .map((decision) => (
            <Button
              kind={decision === 'shown' ? 'primary' : 'quiet'}
              form={form}
              name="one"
              value={`${read}.${decision}.${next}`}
              shortcut={letters[decision]}
              about={named}
            >
              {t(comment.state === decision ? 'decide.keep' : `decide.${decision}`)}
            </Button>
          ))}
      </div>
    </div>
  )
}

/** Where it stands, what it answers, since when, and what else came from the same address. */
const Standing = ({ frame, zone, comment }: Pick<Props, 'frame' | 'zone' | 'comment'>) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, zone)
  const { shown, refused } = comment.others
  return (
    <>
      <a href={comment.isPublic ? ofPostPath(comment.slug) : officePostPath(comment.postId)} dir="auto">
        {comment.title}
      </a>
      {' · '}
      {comment.state === 'shown' && comment.isPublic ? (
        <a href={findPath(comment.number)}>{say.instant(comment.sentAt)}</a>
      ) : (
        say.instant(comment.sentAt)
      )}
      {comment.answers === null ? null : ` · ${t('answers', { name: comment.answers })}`}
      {` · ${t('others', { shown, refused })}`}
      {comment.decidedBy === null ? null : ` · ${t('decided-by', { name: comment.decidedBy })}`}
    </>
  )
}

/** Why it waits, and what the filter goes by: only so that editors can see when it is wrong. */
const Reasons = ({ comment, t }: { comment: Queued; t: CommentWords }) => {
  const { why, weights } = comment.reasons
  const whole = [...why.map((one) => t(`why.${one}`)), ...weights.map((one) => telling(one, t))]
  if (whole.length === 0) return null
  return (
    <ul class="inline-list hint" aria-label={t('why')}>
      {whole.map((one) => (
        <li>{one}</li>
      ))}
    </ul>
  )
}

function telling({ sign, weight }: Weight, t: CommentWords): string {
  const [kind = '', ...rest] = sign.split(':')
  const what = rest.join(':')
  const side = weight > 0 ? 'spam' : 'kept'
  if (kind === 'links') return t(`sign.links.${side}`, { count: Number(what) })
  if (kind === 'mixed') return t('sign.mixed')
  return t(`sign.${side}`, { word: rest.length > 0 ? what : sign })
}
