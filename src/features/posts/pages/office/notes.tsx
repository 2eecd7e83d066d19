import { type FormState, formInWords } from '../../../../platform/forms.ts'
import type { Place } from '../../../../platform/passages.ts'
import { platformWords, refusalOrErrorWords } from '../../../../platform/say.ts'
import {
  Actions,
  Button,
  ButtonLink,
  Disclosure,
  Empty,
  Field,
  Form,
  type Frame,
  OfficePage,
} from '../../../../ui/index.ts'
import { marked, paragraphsOf } from '../../passage.ts'
import { addNotePath, deskPath, officePostPath, writePostPath } from '../../paths.ts'
import type { DeskPost } from '../../queries/desk.ts'
import { onPassages, type PostNote } from '../../queries/notes.ts'
import { words } from '../../words.ts'
import { OnPassage } from './note.tsx'

export type NotesProps = {
  frame: Frame
  post: DeskPost
  notes: readonly PostNote[]
  /** A form that came back: of a new note with its `paragraph`, or of an answer with the note it answers in `to`. */
  form: FormState
  mayWork: boolean
}

/** The text of a post, paragraph by paragraph, with what was said of each beside it. */
export const NotesPage = (props: NotesProps) => {
  const { frame, post, mayWork } = props
  const t = words(frame.locale)
  const notes = onPassages(props.notes)
  const gone = notes.filter(({ place }) => place === null)
  const paragraphs = paragraphsOf(post.body)
  const { faults } = formInWords(frame.locale, labels(frame.locale), props.form, saying(frame.locale))
  return (
    <OfficePage
      frame={frame}
      title={t('passages.title', { title: post.title })}
      lead={t('passages.lead')}
      crumbs={[
        { href: deskPath, label: t('desk.title') },
        { href: officePostPath(post.id), label: post.title },
      ]}
      actions={
        mayWork ? <ButtonLink href={writePostPath(post.id)}>{t('passages.write')}</ButtonLink> : undefined
      }
      faults={faults}
    >
      {paragraphs.length === 0 ? <Empty title={t('passages.empty')} text={t('passages.empty.text')} /> : null}
      {gone.length > 0 ? (
        <section>
          <h2>{t('passages.gone.title')}</h2>
          <p class="hint">{t('passages.gone.text')}</p>
          <List {...props} notes={gone} />
        </section>
      ) : null}
      <ol class="noted-text">
        {paragraphs.map((paragraph, index) => (
          <Paragraph {...props} notes={notes} paragraph={paragraph} index={index} />
        ))}
      </ol>
    </OfficePage>
  )
}

const names = ['note', 'words', 'answer'] as const
const labels = (locale: string) => {
  const t = words(locale)
  return Object.fromEntries(names.map((name) => [name, t(`passages.field.${name}`)])) as Record<
    (typeof names)[number],
    string
  >
}
/** Why a passage is not found is a refusal, said beside its field. */
const saying = (locale: string) => refusalOrErrorWords(words, locale)

const List = (props: NotesProps) => (
  <ul class="post-notes">
    {props.notes.map((note) => (
      <OnPassage {...props} note={note} answer={answerIn(props, note.id)} />
    ))}
  </ul>
)

/** The field of an answer, with what is wrong with it where this one came back. */
function answerIn({ frame, form }: NotesProps, noteId: string) {
  const isThis = form.values.to === noteId
  const state = isThis ? form : { values: {}, errors: {} }
  return formInWords(frame.locale, labels(frame.locale), state, saying(frame.locale)).field('answer')
}

type ParagraphProps = NotesProps & { paragraph: Place & { text: string }; index: number }

const Paragraph = (props: ParagraphProps) => {
  const { post, paragraph, mayWork } = props
  const here = props.notes.filter(
    ({ place }) => place !== null && place.from >= paragraph.from && place.from < paragraph.to,
  )
  const open = here.flatMap(({ place, resolvedAt }) => (place && resolvedAt === null ? place : []))
  return (
    <li>
      <p class="post-paragraph" lang={post.locale} dir="auto">
        {marked(paragraph, open).map(({ text, isMarked }) => (isMarked ? <mark>{text}</mark> : text))}
      </p>
      <div>
        {here.length > 0 ? <List {...props} notes={here} /> : null}
        {mayWork ? <Add {...props} /> : null}
      </div>
    </li>
  )
}

const Add = ({ frame, post, form, index }: ParagraphProps) => {
  const t = words(frame.locale)
  const isThis = form.values.paragraph === String(index)
  const state = isThis ? form : { values: {}, errors: {} }
  const { field } = formInWords(frame.locale, labels(frame.locale), state, saying(frame.locale))
  return (
    <Disclosure summary={t('passages.add')} open={isThis}>
      <Form action={addNotePath(post.id)} hidden={{ paragraph: String(index) }} once>
        <Field type="textarea" rows={3} {...idOf(isThis, `note-${index}`)} {...field('note')} />
        <Field
          type="text"
          hint={t('passages.field.words.hint')}
          optional={platformWords(frame.locale)('form.optional')}
          {...idOf(isThis, `words-${index}`)}
          {...field('words')}
        />
        <Actions>
          <Button>{t('passages.save')}</Button>
        </Actions>
      </Form>
    </Disclosure>
  )
}

/** The form that came back has the names that the summary above leads to; the others, names of their own. */
const idOf = (isThis: boolean, id: string) => (isThis ? {} : { id })
