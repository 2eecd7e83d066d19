import { formats } from '../../../../platform/formats.ts'
import type { FormField } from '../../../../platform/forms.ts'
import { Actions, Button, Disclosure, Field, Form, type Frame, Tag } from '../../../../ui/index.ts'
import { answerNotePath, noteActPath } from '../../paths.ts'
import type { DeskPost } from '../../queries/desk.ts'
import type { PostNote } from '../../queries/notes.ts'
import { words } from '../../words.ts'

type Props = {
  frame: Frame
  post: DeskPost
  note: PostNote
  /** The field of an answer; null where its reader may not, or where what they type elsewhere on the page would be lost. */
  answer: FormField | null
  mayWork: boolean
  /** The page that its forms lead back to: that of the notes, or where the text is written. */
  from?: 'write'
}

/** What was said of a passage, with its answers, and what can be done about it. One that is done is folded up. */
export const OnPassage = (props: Props) => {
  const { frame, post, note } = props
  const t = words(frame.locale)
  const say = formats(frame.locale, post.zone)
  return (
    <li
      class={note.resolvedAt ? 'passage-note done' : 'passage-note'}
      id={`note-${note.id}`}
      tabindex={-1}
      data-quote={note.resolvedAt ? undefined : note.quote}
      data-before={note.quoteBefore}
      data-after={note.quoteAfter}
    >
      {note.resolvedAt ? (
        <Disclosure
          summary={t('passages.done', {
            by: note.resolvedBy ?? frame.site.name,
            day: say.instant(note.resolvedAt),
          })}
        >
          <Body {...props} />
        </Disclosure>
      ) : (
        <Body {...props} />
      )}
    </li>
  )
}

const Body = (props: Props) => {
  const { frame, post, note, answer, mayWork, from } = props
  const t = words(frame.locale)
  const say = formats(frame.locale, post.zone)
  const along = from ? { from } : undefined
  return (
    <>
      <blockquote lang={post.locale} dir="auto">
        {shortened(note.quote)}
      </blockquote>
      {note.place === null ? <Tag tone="thread">{t('passages.gone')}</Tag> : null}
      {[note, ...note.answers].map(({ by, at, text }) => (
        <>
          <p class="hint">{t('passages.said', { by: by ?? frame.site.name, at: say.instant(at) })}</p>
          <p dir="auto">{text}</p>
        </>
      ))}
      {mayWork && answer ? (
        <>
          <Disclosure summary={t('passages.answer')} open={answer.error !== undefined}>
            <Form action={answerNotePath(post.id, note.id)} hidden={along} once>
              <Field
                type="textarea"
                rows={2}
                {...(answer.error ? {} : { id: `answer-${note.id}` })}
                {...answer}
              />
              <Actions>
                <Button>{t('passages.answer.save')}</Button>
              </Actions>
            </Form>
          </Disclosure>
          <Form action={noteActPath(post.id, note.id, note.resolvedAt ? 'reopen' : 'resolve')} hidden={along}>
            <Button>{t(note.resolvedAt ? 'passages.reopen' : 'passages.resolve')}</Button>
          </Form>
        </>
      ) : null}
    </>
  )
}

/** The beginning of a long passage is enough to know it by. */
const shortened = (quote: string) => (quote.length > 140 ? `${quote.slice(0, 140).trimEnd()}…` : quote)
