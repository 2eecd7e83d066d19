import { Actions, ButtonLink, Empty, Figures, type Frame, OfficePage, Table } from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import type { FileKind } from '../columns.ts'
import { applicationsPath, cleanPath, importPath } from '../paths.ts'
import type { BadRow, ImportReport } from '../queries/imports.ts'
import type { OutcomeCounts } from '../queries/readings.ts'
import { crumbsOf, type Voice, voiceOf } from './saying.ts'

type ReportProps = { frame: Frame; round: Round; report: ImportReport; bad: readonly BadRow[] }

/** What became of every row of a file. */
export const ImportReportPage = ({ frame, round, report, bad }: ReportProps) => {
  const voice = voiceOf(frame, round)
  const { t, say } = voice
  return (
    <OfficePage
      frame={frame}
      title={report.fileName}
      kicker={round.title}
      lead={t('report.lead', {
        at: say.instant(report.importedAt),
        who: report.importedBy ?? t('history.terminal'),
        rows: report.rows,
      })}
      crumbs={[
        ...crumbsOf(round, voice, 'applications'),
        { href: importPath(round.code), label: t('import.title') },
      ]}
    >
      <Counts counts={report} kind={report.kind} voice={voice} />
      {report.kind === 'applications' ? (
        <Actions>
          <ButtonLink href={cleanPath(round.code)} kind="primary">
            {t('list.clean')}
          </ButtonLink>
          <ButtonLink href={applicationsPath(round.code)}>{t('report.list')}</ButtonLink>
        </Actions>
      ) : null}
      <h2>{t('report.bad')}</h2>
      <BadRows bad={bad} voice={voice} />
    </OfficePage>
  )
}

const BadRows = ({ bad, voice }: { bad: readonly BadRow[]; voice: Voice }) => {
  const { t, say } = voice
  return (
    <Table
      caption={t('report.bad')}
      captionHidden
      rows={bad}
      empty={<Empty title={t('report.none.title')} text={t('report.none.text')} />}
      columns={[
        { label: t('report.row'), head: true, numeric: true, cell: ({ number }) => say.number(number) },
        { label: t('report.why'), cell: ({ problem }) => t(`row-problem.${problem as 'bad-time'}`) },
        {
          label: t('report.cells'),
          cell: ({ cells }) => <bdi>{cells.filter(Boolean).map(shortened).join(' · ')}</bdi>,
        },
      ]}
    />
  )
}

/** How many rows are new, known and not readable. */
export const Counts = ({ counts, kind, voice }: { counts: OutcomeCounts; kind: FileKind; voice: Voice }) => {
  const { t, say } = voice
  return (
    <Figures
      figures={[
        { value: say.number(counts.added), label: t(`preview.new.${kind}`, { count: counts.added }) },
        { value: say.number(counts.known), label: t('preview.known', { count: counts.known }) },
        { value: say.number(counts.problems), label: t('preview.problems', { count: counts.problems }) },
      ]}
    />
  )
}

/** A cell as a glimpse. */
export const shortened = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text)
