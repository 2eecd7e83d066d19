import { Actions, Button, Disclosure, Field, Table } from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { fieldsOf } from '../columns.ts'
import { type Encoding, encodings } from '../encodings.ts'
import { ownFieldOf } from '../own-columns.ts'
import { uploadPath } from '../paths.ts'
import type { FileReading } from '../queries/readings.ts'
import { type DateOrder, dateOrders, instantOf } from '../timestamps.ts'
import { fieldName } from '../words.ts'
import { datesInWords, readingInWords, shortened } from './reading-in-words.ts'
import type { Voice } from './saying.ts'

/** What the import pages look at together. */
export type Ready = {
  round: Round
  upload: { id: string; fileName: string }
  reading: FileReading
  voice: Voice
}

/** How a file is read, to be put right: what its columns are, its letters, its dates. */
export const ColumnsForm = ({ round, upload, reading, voice, isOpen }: Ready & { isOpen: boolean }) => {
  const { t } = voice
  const fields = [...fieldsOf(reading.kind), ...reading.questions.map(ownFieldOf)]
  const options = fields.map((field) => ({
    value: field,
    label: fieldName(field, reading.questions, voice.locale),
  }))
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
  const label = (one: Encoding) => readingInWords({ encoding: one, text: textIn.get(one) ?? '' }, t)
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

/** The reading of the dates in another order, with what it makes of the same example. */
function readIn(reading: FileReading, dateOrder: DateOrder) {
  const written = reading.dateExample?.written ?? ''
  const at = instantOf(written, dateOrder, reading.zone)
  return { dateOrder, dateExample: at && { written, at } }
}

const TimeFields = ({ reading, voice }: { reading: FileReading; voice: Voice }) => {
  const { t, say } = voice
  return (
    <>
      <Field
        type="select"
        name="dateOrder"
        label={t('reading.dates')}
        value={reading.isAmbiguous ? '' : reading.dateOrder}
        placeholder={reading.isAmbiguous ? t('choose') : undefined}
        options={dateOrders.map((order) => ({
          value: order,
          label: datesInWords(readIn(reading, order), t, say),
        }))}
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
