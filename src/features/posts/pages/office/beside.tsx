import type { Child } from 'hono/jsx'
import { Actions, Button, Field, Form, type Frame } from '../../../../ui/index.ts'
import { addNotePath, notesPath } from '../../paths.ts'
import type { DeskPost } from '../../queries/desk.ts'
import { onPassages, type PostNote } from '../../queries/notes.ts'
import { words } from '../../words.ts'
import { OnPassage } from './note.tsx'

type Props = {
  frame: Frame
  post: DeskPost
  notes: readonly PostNote[]
  /** What stands above the notes. */
  children?: Child
}

/**
 * The notes on passages, beside the text that is written. What is typed there is kept by a script as one goes; without it,
 * sending a note from this page would lose it, so that notes are made and answered on a page of their own.
 */
export const Beside = ({ frame, post, notes, children }: Props) => {
  const t = words(frame.locale)
  const shown = onPassages(notes)
  const open = shown.filter(({ resolvedAt }) => resolvedAt === null)
  const done = shown.filter(({ resolvedAt }) => resolvedAt !== null)
  return (
    <section class="beside" id="notes" aria-labelledby="notes-title">
      {children}
      <h2 id="notes-title">{t('passages.beside')}</h2>
      <p>
        <a href={notesPath(post.id)}>{t('passages.open')}</a>
      </p>
      <div data-needs-script hidden>
        <p class="hint">{t('passages.select')}</p>
        <Form action={addNotePath(post.id)} hidden={{ from: 'write', before: '', after: '' }} once>
          <Field type="text" id="passage-words" name="words" label={t('passages.field.words')} />
          <Field type="textarea" rows={2} id="passage-note" name="note" label={t('passages.field.note')} />
          <Actions>
            <Button>{t('passages.save')}</Button>
          </Actions>
        </Form>
      </div>
      <ul class="post-notes">
        {[...open, ...done].map((note) => (
          <OnPassage
            {...{ frame, post, note }}
            mayWork
            from="write"
            answer={{ name: 'answer', label: t('passages.field.answer'), value: '', error: undefined }}
          />
        ))}
      </ul>
    </section>
  )
}
