import {
  Actions,
  Button,
  ButtonLink,
  Disclosure,
  Facts,
  Field,
  Form,
  type Frame,
  Notice,
  OfficePage,
  Table,
} from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { fieldsOf, unusedTwins } from '../columns.ts'
import { type Encoding, encodings } from '../encodings.ts'
import { applicationsPath, importPath, importUploadPath, uploadPath } from '../paths.ts'
import type { ImportReport } from '../queries/imports.ts'
import type { FileReading, OutcomeCounts } from '../queries/readings.ts'
import { dateOrders } from '../timestamps.ts'
import { Counts, shortened } from './import-report.tsx'
import { datesInWords, encodingInWords, outsideInWords } from './reading-in-words.ts'
import { crumbsOf, type Voice, voiceOf } from './saying.ts'

type PreviewProps = {
  frame: Frame
  round: Round
  upload: { id: string; fileName: string }
  reading: FileReading
  /** Null while the columns cannot be read. */
  counts: OutcomeCounts | null
  /** When the very file was imported before. */
  before: ImportReport | undefined
}

/** What a file holds and what importing it would do; the columns can be put right first. */
export const ImportPreviewPage = ({ frame, round, upload, reading, counts, before }: PreviewProps) => {
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
      <ColumnsForm round={round} upload={upload} reading={reading} voice={voice} isOpen={counts === null} />
    </OfficePage>
  )
}

const Obstacles = ({ reading, voice }: { reading: FileReading; voice: Voice }) => {
  const { t, say } = voice
  const names = (fields: FileReading['missing']) =>
    say.list(fields.map((field) => t(`column-field.${field}`)))
  return (
    <>
      {reading.missing.length > 0 ? (
        <Notice tone="warning">{t('preview.missing', { fields: names(reading.missing) })}</Notice>
      ) : null}
      {reading.doubled.length > 0 ? (
        <Notice tone="warning">{t('preview.doubled', { fields: names(reading.doubled) })}</Notice>
      ) : null}
      {reading.isAmbiguous ? <Notice tone="warning">{t('preview.ambiguous')}</Notice> : null}
      {reading.shape.isUncertain ? <Notice tone="warning">{t('preview.encoding')}</Notice> : null}
      <Oddities reading={reading} voice={voice} />
    </>
  )
}

/** What does not stand in the way of importing, and should be seen before. */
const Oddities = ({ reading, voice: { t, say } }: { reading: FileReading; voice: Voice }) => {
  const twins = unusedTwins(reading.kind, reading.header, reading.columns)
  const outside = reading.outsideWindow
  const columns = twins.map(({ name, field }) =>
    t('preview.twin', { column: name, field: t(`column-field.${field}`) }),
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
  const leftOut = reading.header.filter((name, at) => name !== '' && reading.columns[at] === null)
  return [
    { term: t('reading.rows'), detail: say.number(reading.rowCount) },
    { term: t('reading.encoding'), detail: <bdi>{encodingInWords(reading, t)}</bdi> },
    { term: t('reading.delimiter'), detail: t(`delimiter.${delimiterNames[reading.shape.delimiter]}`) },
    ...(reading.kind === 'applications'
      ? [
          { term: t('reading.dates'), detail: datesInWords(reading, t, say) },
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

type Ready = { round: Round; upload: { id: string; fileName: string }; reading: FileReading; voice: Voice }

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

const ColumnsForm = ({ round, upload, reading, voice, isOpen }: Ready & { isOpen: boolean }) => {
  const { t } = voice
  const options = fieldsOf(reading.kind).map((field) => ({ value: field, label: t(`column-field.${field}`) }))
  const rows = reading.header.map((name, at) => ({
    name,
    at,
    samples: reading.samples.map((cells) => cells[at] ?? ''),
  }))
  return (
    <Disclosure summary={t('columns.title')} open={isOpen}>
      <p>{t('columns.lead')}</p>
      <form class="form columns-form" method="get" action={uploadPath(round.code, upload.id)}>
        <Table
          caption={t('columns.title')}
          captionHidden
          rows={rows}
          columns={[
            { label: t('columns.column'), head: true, cell: ({ name }) => <bdi>{name}</bdi> },
            {
              label: t('columns.samples'),
              cell: ({ samples }) => <bdi>{samples.map(shortened).filter(Boolean).join(' · ')}</bdi>,
            },
            {
              label: t('columns.means'),
              cell: ({ at, name }) => (
                <select name="columns" aria-label={t('columns.means.of', { column: name })}>
                  <option value="">{t('columns.left-out')}</option>
                  {options.map(({ value, label }) => (
                    <option value={value} selected={reading.columns[at] === value}>
                      {label}
                    </option>
                  ))}
                </select>
              ),
            },
          ]}
        />
        <EncodingField reading={reading} voice={voice} />
        {reading.kind === 'applications' ? <TimeFields reading={reading} voice={voice} /> : null}
        <Actions>
          <Button kind={isOpen ? 'primary' : 'quiet'}>{t('columns.submit')}</Button>
        </Actions>
      </form>
    </Disclosure>
  )
}

/** Those that may be meant come first, each with what it makes of the file. */
const EncodingField = ({ reading, voice: { t } }: { reading: FileReading; voice: Voice }) => {
  const { encoding, isUncertain, readings } = reading.shape
  const textIn = new Map(readings.map((one) => [one.encoding, one.text]))
  const offered = [...new Set([...readings.map((one) => one.encoding), ...encodings])]
  const label = (one: Encoding) => {
    const [name, text] = [t(`encoding.${one}`), textIn.get(one)]
    return text ? t('encoding.example', { name, text }) : name
  }
  return (
    <Field
      type="select"
      name="encoding"
      label={t('reading.encoding')}
      value={isUncertain ? '' : encoding}
      placeholder={isUncertain ? t('choose') : undefined}
      options={offered.map((one) => ({ value: one, label: label(one) }))}
    />
  )
}

const TimeFields = ({ reading, voice }: { reading: FileReading; voice: Voice }) => {
  const { t } = voice
  return (
    <>
      <Field
        type="select"
        name="dateOrder"
        label={t('reading.dates')}
        value={reading.isAmbiguous ? '' : reading.dateOrder}
        placeholder={reading.isAmbiguous ? t('choose') : undefined}
        options={dateOrders.map((order) => ({ value: order, label: t(`dates.${order}`) }))}
      />
      <Field
        type="text"
        name="zone"
        label={t('import.zone')}
        dir="ltr"
        width="medium"
        value={reading.zone}
        suggestions={voice.zones()}
      />
    </>
  )
}
