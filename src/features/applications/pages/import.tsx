import {
  Actions,
  Button,
  ErrorSummary,
  Field,
  Form,
  type Frame,
  OfficePage,
  Table,
} from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { fileKinds } from '../columns.ts'
import { importPath, importReportPath } from '../paths.ts'
import type { ImportReport } from '../queries/imports.ts'
import { crumbsOf, type Voice, voiceOf } from './saying.ts'

const zoneNames = Intl.supportedValuesOf('timeZone')

type UploadProps = {
  frame: Frame
  round: Round
  imports: readonly ImportReport[]
  values: { kind: string; zone: string }
  errors: Record<string, string>
}

/** Asks for a file; below, what was imported before. */
export const ImportPage = ({ frame, round, imports, values, errors }: UploadProps) => {
  const voice = voiceOf(frame, round)
  const { t } = voice
  const list = Object.entries(errors).map(([name, code]) => ({ name, message: voice.error(code) ?? code }))
  return (
    <OfficePage
      frame={frame}
      title={t('import.title')}
      titlePrefix={list.length > 0 ? t('error.prefix') : undefined}
      kicker={round.title}
      lead={t('import.lead')}
      crumbs={crumbsOf(round, voice, 'applications')}
    >
      <ErrorSummary title={t('error.title')} errors={list} />
      <Form action={importPath(round.code)} upload>
        <Field
          type="radios"
          name="kind"
          label={t('import.kind')}
          value={values.kind}
          options={fileKinds.map((kind) => ({
            value: kind,
            label: t(`kind-of-file.${kind}`),
            hint: t(`kind-of-file.${kind}.hint`),
          }))}
          error={voice.error(errors.kind)}
        />
        <Field
          type="file"
          name="file"
          label={t('import.file')}
          hint={t('import.file.hint')}
          accept=".csv,.tsv,.txt,text/csv"
          error={voice.error(errors.file)}
        />
        <Field
          type="text"
          name="zone"
          label={t('import.zone')}
          hint={t('import.zone.hint')}
          dir="ltr"
          width="medium"
          value={values.zone}
          suggestions={zoneNames}
          error={voice.error(errors.zone)}
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
