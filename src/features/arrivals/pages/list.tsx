import { formats } from '../../../platform/formats.ts'
import { type FormState, formInWords } from '../../../platform/forms.ts'
import { errorWords, platformWords } from '../../../platform/say.ts'
import { Actions, Button, Field, Form, type Frame, OfficePage, Table } from '../../../ui/index.ts'
import { reportPath, sentPath, uploadPath } from '../paths.ts'
import type { Arrival, waitingFiles } from '../queries/uploads.ts'
import { words } from '../words.ts'

type ListProps = {
  frame: Frame
  form: FormState
  waiting: Awaited<ReturnType<typeof waitingFiles>>
  arrivals: readonly Arrival[]
  zone: string
}

/** Asks for the file of a blog; below, what waits and what came in. */
export const ListPage = (props: ListProps) => {
  const { frame, form } = props
  const t = words(frame.locale)
  const labels = { file: t('list.file') }
  const { field, faults } = formInWords(frame.locale, labels, form, errorWords(words, frame.locale))
  return (
    <OfficePage frame={frame} title={t('list.title')} lead={t('list.lead')} faults={faults}>
      <Form action={uploadPath} upload>
        <Field
          type="file"
          hint={t('list.file.hint')}
          accept=".xml,.json,text/xml,application/xml,application/json"
          {...field('file')}
        />
        <p class="hint">{t('list.promise')}</p>
        <Actions>
          <Button kind="primary">{t('list.send')}</Button>
        </Actions>
      </Form>
      <Waiting {...props} />
      <Past {...props} />
    </OfficePage>
  )
}

const Waiting = ({ frame, waiting, zone }: ListProps) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, zone)
  if (waiting.length === 0) return null
  return (
    <section>
      <h2>{t('waiting.title')}</h2>
      <ul>
        {waiting.map(({ id, fileName, uploadedAt }) => (
          <li>
            <a href={sentPath(id)}>
              <bdi>{fileName}</bdi>
            </a>{' '}
            · {say.instant(uploadedAt)}
          </li>
        ))}
      </ul>
    </section>
  )
}

const Past = ({ frame, arrivals, zone }: ListProps) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, zone)
  if (arrivals.length === 0) return null
  return (
    <section>
      <h2>{t('past.title')}</h2>
      <Table
        caption={t('past.title')}
        captionHidden
        rows={arrivals}
        columns={[
          {
            label: t('column.site'),
            head: true,
            cell: (one) => (
              <a href={reportPath(one.id)}>
                <bdi>{one.site}</bdi>
              </a>
            ),
          },
          { label: t('column.file'), cell: (one) => <bdi>{one.fileName}</bdi> },
          { label: t('column.begun'), cell: (one) => say.instant(one.begunAt) },
          { label: t('column.by'), cell: (one) => one.by ?? platformWords(frame.locale)('terminal') },
          {
            label: t('column.ended'),
            cell: (one) => (one.endedAt ? say.instant(one.endedAt) : t('past.under-way')),
          },
        ]}
      />
    </section>
  )
}
