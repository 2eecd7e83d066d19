import { pagerOf } from '../../../platform/say.ts'
import {
  Actions,
  Button,
  ButtonLink,
  Facts,
  Form,
  type Frame,
  Notice,
  OfficePage,
  Pager,
  Table,
} from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { unusedTwins } from '../columns.ts'
import { applicationsPath, importPath, importUploadPath } from '../paths.ts'
import type { ImportReport } from '../queries/imports.ts'
import type { FileReading, Foreseen, OutcomeCounts } from '../queries/readings.ts'
import { fieldName } from '../words.ts'
import { ColumnsForm, type Ready } from './import-columns.tsx'
import { Counts, unreadableColumns } from './import-report.tsx'
import { datesInWords, encodingInWords, outsideInWords, readingInWords } from './reading-in-words.ts'
import { crumbsOf, type Voice, voiceOf } from './saying.ts'

type PreviewProps = {
  frame: Frame
  round: Round
  upload: { id: string; fileName: string }
  reading: FileReading
  /** Null while the columns cannot be read. */
  foreseen: Foreseen | null
  /** Where another page of the rows that cannot be read is. */
  unreadableAt: (page: number | undefined) => string
  /** When the very file was imported before. */
  before: ImportReport | undefined
}

/** What a file holds and what importing it would do; the columns can be put right first. */
export const ImportPreviewPage = (props: PreviewProps) => {
  const { frame, round, upload, reading, foreseen, before } = props
  const counts = foreseen?.counts ?? null
  const voice = voiceOf(frame, round)
  const { t, say } = voice
  return (
    <OfficePage
      frame={frame}
      title={t('preview.title', { file: upload.fileName })}
      lead={t('preview.lead')}
      crumbs={[
        ...crumbsOf(round, voice, 'applications'),
        { href: importPath(round.code), label: t('import.title') },
      ]}
    >
      {before ? <Notice>{t('preview.before', { at: say.instant(before.importedAt) })}</Notice> : null}
      <Obstacles reading={reading} voice={voice} />
      {counts ? <Counts counts={counts} kind={reading.kind} voice={voice} /> : null}
      <Facts facts={readingFacts(reading, voice)} />
      {counts && counts.added + counts.corrected > 0 ? (
        <ImportButton round={round} upload={upload} reading={reading} counts={counts} voice={voice} />
      ) : null}
      {counts && counts.added + counts.corrected === 0 ? (
        <ButtonLink href={applicationsPath(round.code)}>{t('preview.back')}</ButtonLink>
      ) : null}
      {foreseen && foreseen.counts.problems > 0 ? (
        <Unreadable rows={foreseen.unreadable} to={props.unreadableAt} voice={voice} />
      ) : null}
      <ColumnsForm round={round} upload={upload} reading={reading} voice={voice} isOpen={counts === null} />
    </OfficePage>
  )
}

type UnreadableProps = {
  rows: Foreseen['unreadable']
  to: PreviewProps['unreadableAt']
  voice: Voice
}

/** The rows of which nothing would be made, so that somebody can look before. */
const Unreadable = ({ rows, to, voice }: UnreadableProps) => (
  <section aria-labelledby="unreadable">
    <h2 id="unreadable">{voice.t('preview.unreadable')}</h2>
    <Table
      caption={voice.t('preview.unreadable')}
      captionHidden
      rows={rows.shown}
      columns={unreadableColumns(voice)}
    />
    <Pager {...pagerOf(voice.locale, rows, to)} />
  </section>
)

const Obstacles = ({ reading, voice }: { reading: FileReading; voice: Voice }) => {
  const { t, say } = voice
  const names = (fields: FileReading['missing']) =>
    say.list(fields.map((field) => fieldName(field, reading.questions, voice.locale)))
  return (
    <>
      {reading.missing.length > 0 ? (
        <Notice tone="warning">{t('preview.missing', { fields: names(reading.missing) })}</Notice>
      ) : null}
      {reading.doubled.length > 0 ? (
        <Notice tone="warning">{t('preview.doubled', { fields: names(reading.doubled) })}</Notice>
      ) : null}
      {reading.isAmbiguous ? <Notice tone="warning">{t('preview.ambiguous')}</Notice> : null}
      {reading.shape.isUncertain ? (
        <Notice tone="warning">
          <p>{t('preview.encoding')}</p>
          <ul>
            {reading.shape.readings.map((one) => (
              <li>{readingInWords(one, t)}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <Oddities reading={reading} voice={voice} />
    </>
  )
}

/** What does not stand in the way of importing, and should be seen before. */
const Oddities = ({ reading, voice: { t, say, locale } }: { reading: FileReading; voice: Voice }) => {
  const twins = unusedTwins(reading.kind, reading.header, reading.columns)
  const outside = reading.outsideWindow
  const columns = twins.map(({ name, field }) =>
    t('preview.twin', { column: name, field: fieldName(field, reading.questions, locale) }),
  )
  return (
    <>
      {twins.length > 0 ? (
        <Notice tone="warning">{t('preview.twins', { columns: say.list(columns) })}</Notice>
      ) : null}
      {outside.length > 0 ? <Notice tone="warning">{outsideInWords(outside, t, say)}</Notice> : null}
    </>
  )
}

const readingFacts = (reading: FileReading, { t, say }: Voice) => {
  const undecided = t('reading.undecided')
  const leftOut = reading.header.filter((name, at) => name !== '' && reading.columns[at] === null)
  return [
    { term: t('reading.rows'), detail: say.number(reading.rowCount) },
    ...(reading.headerLine > 1
      ? [{ term: t('reading.header'), detail: t('reading.header-at', { row: reading.headerLine }) }]
      : []),
    {
      term: t('reading.encoding'),
      detail: <bdi>{reading.shape.isUncertain ? undecided : encodingInWords(reading, t)}</bdi>,
    },
    { term: t('reading.delimiter'), detail: t(`delimiter.${delimiterNames[reading.shape.delimiter]}`) },
    ...(reading.kind === 'applications'
      ? [
          {
            term: t('reading.dates'),
            detail: reading.isAmbiguous ? undecided : datesInWords(reading, t, say),
          },
          { term: t('reading.zone'), detail: <bdi>{reading.zone}</bdi> },
        ]
      : []),
    ...(leftOut.length > 0 ? [{ term: t('reading.left-out'), detail: say.list(leftOut) }] : []),
  ]
}

const delimiterNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const

/** How the file is read, as hidden fields: what was looked at is what is imported. */
const readingValues = (reading: FileReading) => (
  <>
    <input type="hidden" name="zone" value={reading.zone} />
    <input type="hidden" name="dateOrder" value={reading.dateOrder} />
    <input type="hidden" name="encoding" value={reading.shape.encoding} />
    {reading.columns.map((field) => (
      <input type="hidden" name="columns[]" value={field ?? ''} />
    ))}
  </>
)

const ImportButton = ({ round, upload, reading, counts, voice }: Ready & { counts: OutcomeCounts }) => (
  <Form action={importUploadPath(round.code, upload.id)}>
    {readingValues(reading)}
    <Actions>
      <Button kind="primary">
        {counts.added > 0
          ? voice.t(`preview.submit.${reading.kind}`, { count: counts.added })
          : voice.t('preview.submit.corrections', { count: counts.corrected })}
      </Button>
      <a href={importPath(round.code)}>{voice.t('preview.other')}</a>
    </Actions>
  </Form>
)
