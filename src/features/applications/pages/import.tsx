import type { FormState } from '../../../platform/forms.ts'
import { Actions, Button, Field, Form, type Frame, OfficePage, Table } from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { fileKinds } from '../columns.ts'
import { importPath, importReportPath } from '../paths.ts'
import type { ImportReport } from '../queries/imports.ts'
import { crumbsOf, type Voice, voiceOf } from './saying.ts'

type UploadProps = {
  frame: Frame
  round: Round
  imports: readonly ImportReport[]
  form: FormState
}

/** Asks for a file; below, what was imported before. */
export const ImportPage = ({ frame, round, imports, form }: UploadProps) => {
  const voice = voiceOf(frame, round)
  const { t } = voice
  const { field, faults } = voice.form(form, {
    kind: t('import.kind'),
    file: t('import.file'),
    zone: t('import.zone'),
  })
  return (
    <OfficePage
      frame={frame}
      title={t('import.title')}
      lead={t('import.lead')}
      crumbs={crumbsOf(round, voice, 'applications')}
      faults={faults}
    >
      <Form action={importPath(round.code)} upload>
        <Field
          type="radios"
          options={fileKinds.map((kind) => ({
            value: kind,
            label: t(`kind-of-file.${kind}`),
            hint: t(`kind-of-file.${kind}.hint`),
          }))}
          {...field('kind')}
        />
        <Field type="file" hint={t('import.file.hint')} accept=".csv,.tsv,.txt,text/csv" {...field('file')} />
        <Field
          type="text"
          hint={t('import.zone.hint')}
          dir="ltr"
          width="medium"
          suggestions={voice.zones()}
          {...field('zone')}
        />
        <Actions>
          <Button kind="primary">{t('import.look')}</Button>
        </Actions>
      </Form>
      <PastImports round={round} imports={imports} voice={voice} />
    </OfficePage>
  )
}

const PastImports = ({
  round,
  imports,
  voice,
}: {
  round: Round
  imports: readonly ImportReport[]
  voice: Voice
}) => {
  const { t, say } = voice
  if (imports.length === 0) return null
  return (
    <section>
      <h2>{t('import.past')}</h2>
      <Table
        caption={t('import.past')}
        captionHidden
        rows={imports}
        columns={[
          {
            label: t('import.column.file'),
            head: true,
            cell: (one) => <a href={importReportPath(round.code, one.id)}>{one.fileName}</a>,
          },
          { label: t('import.column.kind'), cell: (one) => t(`kind-of-file.${one.kind}`) },
          { label: t('import.column.at'), cell: (one) => say.instant(one.importedAt) },
          { label: t('import.column.rows'), numeric: true, cell: (one) => say.number(one.rows) },
          { label: t('import.column.new'), numeric: true, cell: (one) => say.number(one.added) },
          { label: t('import.column.problems'), numeric: true, cell: (one) => say.number(one.problems) },
        ]}
      />
    </section>
  )
}
