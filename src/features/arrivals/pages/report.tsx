import { formats } from '../../../platform/formats.ts'
import { platformWords } from '../../../platform/say.ts'
import {
  Disclosure,
  type Frame,
  Live,
  Notice,
  OfficePage,
  OwnWords,
  Progress,
  Table,
} from '../../../ui/index.ts'
import { libraryPath } from '../../media/index.ts'
import { officePostPath } from '../../posts/index.ts'
import { arrivalsPath, reportPath } from '../paths.ts'
import type { Report } from '../queries/report.ts'
import type { Arrival } from '../queries/uploads.ts'
import { bySort, saying } from './saying.ts'

/** So many texts are named below each sort of remark. */
const mostNamed = 50

type CountsProps = { frame: Frame; report: Report; zone: string; captionHidden?: boolean }

/** How much became what, and why. */
export const Counts = ({ frame, report, zone, captionHidden = false }: CountsProps) => {
  const { t, kind, outcome, reason } = saying(frame.locale)
  const say = formats(frame.locale, zone)
  return (
    <Table
      caption={t('counts.title')}
      captionHidden={captionHidden}
      rows={report.counts}
      empty={<p>{t('counts.none')}</p>}
      columns={[
        { label: t('column.kind'), head: true, cell: (one) => kind(one.kind) },
        { label: t('column.outcome'), cell: (one) => outcome(one.outcome) },
        { label: t('column.reason'), cell: (one) => (one.reason === '' ? '' : reason(one.reason)) },
        { label: t('column.count'), numeric: true, cell: (one) => say.number(one.count) },
      ]}
    />
  )
}

/** What could not come along as it was, each text with the way to where it is mended. */
export const Remarks = ({ frame, report }: { frame: Frame; report: Report }) => {
  const { t, remark } = saying(frame.locale)
  if (report.remarks.length === 0) return null
  return (
    <section>
      <h2>{t('remarks.title')}</h2>
      <p>{t('remarks.lead')}</p>
      {bySort(report.remarks).map(({ sort, list }) => (
        <Disclosure summary={t('remarks.sort', { what: remark(sort), count: list.length })}>
          <ul>
            {list.slice(0, mostNamed).map(({ title, what, postId }) => (
              <li>
                {postId ? (
                  <a href={officePostPath(postId)}>
                    <OwnWords lang="">{title}</OwnWords>
                  </a>
                ) : (
                  <OwnWords lang="">{title}</OwnWords>
                )}
                {what === '' ? null : (
                  <>
                    {frame.words.labelled('')}
                    <bdi>{what}</bdi>
                  </>
                )}
              </li>
            ))}
          </ul>
          {list.length > mostNamed ? <p>{t('remarks.more', { count: list.length - mostNamed })}</p> : null}
        </Disclosure>
      ))}
    </section>
  )
}

type ReportProps = { frame: Frame; arrival: Arrival; report: Report; total: number | null; zone: string }

/** What became of a blog: while it comes in, how far it is. */
export const ReportPage = (props: ReportProps) => {
  const { frame, arrival, report, zone } = props
  const { t } = saying(frame.locale)
  const say = formats(frame.locale, zone)
  const by = arrival.by ?? platformWords(frame.locale)('terminal')
  return (
    <OfficePage
      frame={frame}
      title={t('report.title', { site: arrival.site })}
      lead={t('report.lead', { file: arrival.fileName, by, at: say.instant(arrival.begunAt) })}
      crumbs={[{ href: arrivalsPath, label: t('list.title') }]}
    >
      {arrival.endedAt === null ? (
        <Live src={`${reportPath(arrival.id)}/progress`}>
          <HowFar {...props} />
        </Live>
      ) : (
        <Notice tone="success">
          <p>
            {t('report.ended', { at: say.instant(arrival.endedAt) })}{' '}
            <a href={`${libraryPath}?lacks=alt`}>{t('report.pictures')}</a>
          </p>
        </Notice>
      )}
      <Counts frame={frame} report={report} zone={zone} />
      <Remarks frame={frame} report={report} />
    </OfficePage>
  )
}

/** How many of all things are done with. */
export const HowFar = ({ frame, arrival, total, zone }: Omit<ReportProps, 'report'>) => {
  const { t } = saying(frame.locale)
  const say = formats(frame.locale, zone)
  const isOver = arrival.endedAt !== null
  const of = total ?? arrival.ordinal
  return (
    <Progress
      label={t('progress.label')}
      done={isOver ? of : arrival.ordinal}
      total={of}
      text={t('progress.text', { done: say.number(isOver ? of : arrival.ordinal), total: say.number(of) })}
      finished={isOver}
      labelled={frame.words.labelled}
      onward={reportPath(arrival.id)}
      note={<a href={reportPath(arrival.id)}>{t('progress.look')}</a>}
    />
  )
}
