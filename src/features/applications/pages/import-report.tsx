import type { ListPage } from '../../../platform/paging.ts'
import { pagerOf, platformWords } from '../../../platform/say.ts'
import {
  Actions,
  Button,
  ButtonLink,
  type Column,
  Empty,
  Field,
  Figures,
  Form,
  type Frame,
  OfficePage,
  Pager,
  Table,
} from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import type { FileKind } from '../columns.ts'
import { admitRowPath, applicationsPath, cleanPath, importPath, importReportPath } from '../paths.ts'
import type { BadRow, ImportReport } from '../queries/imports.ts'
import type { OutcomeCounts, UnreadableRow } from '../queries/readings.ts'
import { rowInWords, whyUnreadable } from './reading-in-words.ts'
import { crumbsOf, type Voice, voiceOf } from './saying.ts'

type ReportProps = { frame: Frame; round: Round; report: ImportReport; bad: ListPage<BadRow> }

/** What became of every row of a file. */
export const ImportReportPage = ({ frame, round, report, bad }: ReportProps) => {
  const voice = voiceOf(frame, round)
  const { t, say } = voice
  return (
    <OfficePage
      frame={frame}
      title={report.fileName}
      lead={t('report.lead', {
        at: say.instant(report.importedAt),
        who: report.importedBy ?? platformWords(frame.locale)('terminal'),
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
      <h2 id="unreadable">{t('report.bad')}</h2>
      <BadRows bad={bad} round={round} report={report} voice={voice} />
    </OfficePage>
  )
}

type BadRowsProps = { bad: ListPage<BadRow>; round: Round; report: ImportReport; voice: Voice }

const BadRows = ({ bad, round, report, voice }: BadRowsProps) => {
  const { t } = voice
  return (
    <>
      <Table
        caption={t('report.bad')}
        captionHidden
        rows={bad.shown}
        empty={<Empty title={t('report.none.title')} text={t('report.none.text')} />}
        columns={[
          ...unreadableColumns(voice),
          {
            label: t('admit'),
            cell: ({ number, problem }) =>
              problem === 'bad-time' ? (
                <Admit
                  number={number}
                  to={admitRowPath(round.code, report.id, bad.page)}
                  {...{ report, voice }}
                />
              ) : (
                t('admit.not')
              ),
          },
        ]}
      />
      <Pager {...pagerOf(voice.locale, bad, (page) => importReportPath(round.code, report.id, page))} />
    </>
  )
}

/** Which row it is, why nothing can be made of it, and what it says. */
export const unreadableColumns = ({ t, say }: Voice): Column<UnreadableRow>[] => [
  { label: t('report.row'), head: true, numeric: true, cell: ({ number }) => say.number(number) },
  { label: t('report.why'), cell: (row) => whyUnreadable(row, t) },
  { label: t('report.cells'), cell: ({ cells }) => <bdi>{rowInWords(cells)}</bdi> },
]

/** How many rows are new, known and not readable. */
export const Counts = ({ counts, kind, voice }: { counts: OutcomeCounts; kind: FileKind; voice: Voice }) => {
  const { t, say } = voice
  return (
    <Figures
      figures={[
        { value: say.number(counts.added), label: t(`preview.new.${kind}`, { count: counts.added }) },
        { value: say.number(counts.known), label: t('preview.known', { count: counts.known }) },
        ...(counts.corrected > 0
          ? [
              {
                value: say.number(counts.corrected),
                label: t('preview.corrected', { count: counts.corrected }),
              },
            ]
          : []),
        { value: say.number(counts.problems), label: t('preview.problems', { count: counts.problems }) },
      ]}
    />
  )
}

/** Someone may know when it was sent: from the form itself, or from the person. */
const Admit = ({
  number,
  to,
  report,
  voice,
}: {
  number: number
  to: string
  report: ImportReport
  voice: Voice
}) => {
  const { t, say } = voice
  return (
    <div class="admit">
      <Form action={to} hidden={{ row: String(number) }}>
        <Field
          type="datetime-local"
          name="sentAt"
          id={`sent-${number}`}
          label={t('admit.at', { zone: report.zone })}
        />
        <Button label={t('admit.row', { row: say.number(number) })}>{t('admit.submit')}</Button>
      </Form>
    </div>
  )
}
