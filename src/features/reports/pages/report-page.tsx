import { formats } from '../../../platform/formats.ts'
import {
  Actions,
  Bars,
  ButtonLink,
  Empty,
  Facts,
  type Frame,
  OfficePage,
  OwnWords,
} from '../../../ui/index.ts'
import { officeRoundPath, type Round, roundTitle } from '../../rounds/index.ts'
import { reportDataPath, reportFilePath, reportPackagePath } from '../paths.ts'
import { words } from '../words.ts'
import type { Said, Section } from './report.ts'

type ReportProps = { frame: Frame; round: Round; said: Said | null }

/** The report on a page, as it stands in the file; its tables are drawn. */
export const ReportPage = ({ frame, round, said }: ReportProps) => {
  const t = words(frame.locale)
  return (
    <OfficePage
      frame={frame}
      title={t('report.title')}
      lead={t('report.lead')}
      crumbs={[{ href: officeRoundPath(round.code), label: roundTitle(frame.locale, round) }]}
    >
      {said ? (
        <>
          <Actions>
            <ButtonLink href={reportFilePath(round.code)} kind="primary">
              {t('report.pdf')}
            </ButtonLink>
            <ButtonLink href={reportDataPath(round.code)}>{t('report.csv')}</ButtonLink>
            <a href={reportPackagePath(round.code)}>{t('report.package')}</a>
          </Actions>
          <h2>{said.title}</h2>
          <p>{said.lead}</p>
          {said.sections.map((section) => (
            <Part frame={frame} section={section} />
          ))}
        </>
      ) : (
        <Empty title={t('report.none')} text={t('report.none.text')} />
      )}
    </OfficePage>
  )
}

const Part = ({ frame, section }: { frame: Frame; section: Section }) => {
  const { title, facts, table, quotes = [], hint } = section
  return (
    <section>
      {table ? null : <h3>{title}</h3>}
      {facts.length > 0 ? <Facts facts={facts} /> : null}
      {table ? <Drawn frame={frame} title={title} table={table} /> : null}
      {quotes.map(({ text, by, lang }) => (
        <figure class="quote">
          <blockquote>
            <p>
              <OwnWords lang={lang}>{text}</OwnWords>
            </p>
          </blockquote>
          <figcaption>{by}</figcaption>
        </figure>
      ))}
      {hint ? <p class="hint">{hint}</p> : null}
    </section>
  )
}

type DrawnProps = { frame: Frame; title: string; table: NonNullable<Section['table']> }

const Drawn = ({ frame, title, table }: DrawnProps) => {
  const t = words(frame.locale)
  const { rows, counts, columns, most } = table
  const names = rows.flatMap(([name = ''], at) => (counts[at] === most ? [name] : []))
  const name = formats(frame.locale, 'UTC').list(names)
  return (
    <Bars
      title={title}
      sentence={most > 0 ? t('report.chart.most', { name }) : ''}
      dir={frame.dir}
      words={{ label: columns[0] ?? '', value: columns[1] ?? '', asTable: t('report.chart.table') }}
      bars={rows.map(([label = '', text = ''], at) => ({
        ...{ label, text, value: counts[at] ?? 0 },
        marked: most > 0 && counts[at] === most && names.includes(label),
      }))}
    />
  )
}
