import { dayIn } from '../../../platform/days.ts'
import { formats } from '../../../platform/formats.ts'
import { type FormState, formInWords } from '../../../platform/forms.ts'
import { errorWords } from '../../../platform/say.ts'
import { Actions, Button, Field, Form, Notice } from '../../../ui/index.ts'
import { notesPath } from '../paths.ts'
import type { CountryNote } from '../queries/contacts.ts'
import { words } from '../words.ts'
import { CountryFrame, type Place } from './frame.tsx'

type NotesProps = Place & {
  note: CountryNote
  form: FormState
}

/** What whoever speaks for the country next should know. */
export const NotesPage = ({ note, form, ...place }: NotesProps) => {
  const { frame, actor, country } = place
  const t = words(frame.locale)
  const isLate = form.errors.body === 'changed-meanwhile'
  const { field, faults } = formInWords(
    frame.locale,
    { body: t('notes.body') },
    form,
    errorWords(words, frame.locale),
  )
  return (
    <CountryFrame {...place} view="notes" lead={t('notes.lead')} faults={faults}>
      {isLate ? (
        <Notice tone="warning" title={t('notes.theirs')}>
          <p class="copy" dir="auto">
            {note.body}
          </p>
        </Notice>
      ) : null}
      <Form action={notesPath(country)} hidden={{ revision: String(note.revision) }} guard>
        <Field type="textarea" rows={14} hint={t('notes.hint')} {...field('body')} />
        <Actions>
          <Button kind="primary">{t('notes.save')}</Button>
        </Actions>
      </Form>
      {note.writtenAt ? (
        <p class="hint">{writtenLine(note, frame.locale, dayIn(note.writtenAt, actor.zone))}</p>
      ) : null}
    </CountryFrame>
  )
}

function writtenLine({ writer }: CountryNote, locale: string, on: string): string {
  const day = formats(locale, 'UTC').shortDay(on)
  return writer
    ? words(locale)('notes.written-by', { day, name: writer })
    : words(locale)('notes.written', { day })
}
