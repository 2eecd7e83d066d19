import { Actions, ButtonLink, Empty, Facts, Table } from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { ofCall, reportFilePath, reportPath } from '../paths.ts'
import { words } from '../words.ts'
import { CountryFrame, OtherCalls, type Place } from './frame.tsx'
import type { Report } from './report.ts'

type ReportProps = Place & { report: Report | null; round: Round | null; others: readonly Round[] }

/** The report on a page, as it stands in the file. */
export const ReportPage = ({ report, round, others, ...place }: ReportProps) => {
  const { frame, country } = place
  const t = words(frame.locale)
  if (!report || !round)
    return (
      <CountryFrame {...place} view="report">
        <Empty title={t('numbers.none')} text={t('numbers.none.text')} />
      </CountryFrame>
    )
  return (
    <CountryFrame {...place} view="report" lead={t('report.lead')}>
      <Actions>
        <ButtonLink href={ofCall(reportFilePath(country), round)} kind="primary">
          {t('report.file')}
        </ButtonLink>
      </Actions>
      <h2>{report.title}</h2>
      <p>{report.lead}</p>
      {report.sections.map(({ title, facts, table, hint }) => (
        <section>
          <h3>{title}</h3>
          <Facts facts={facts} />
          {table ? (
            <Table
              caption={title}
              captionHidden
              columns={table.columns.map((label, index) => ({
                label,
                head: index === 0,
                cell: (row: readonly string[]) => <bdi>{row[index]}</bdi>,
              }))}
              rows={table.rows}
            />
          ) : null}
          {hint ? <p class="hint">{hint}</p> : null}
        </section>
      ))}
      <OtherCalls {...{ frame, country, others }} pathOf={reportPath} />
    </CountryFrame>
  )
}
