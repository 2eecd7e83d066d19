import type { Child } from 'hono/jsx'
import { type Column, PersonChip, Table } from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { fullName } from '../application.ts'
import type { Desk } from '../desk.ts'
import type { Mend, Plan } from '../mends.ts'
import { type ObviousRow, standingOf } from '../obvious.ts'
import { acceptObviousPath } from '../paths.ts'
import { kindInWords } from './history.tsx'
import { changeInWords, chipOf, shownFields, type Voice } from './saying.ts'

export type Part = { round: Round; desk: Desk; plan: Plan; voice: Voice; form: string }

type TableProps = Part & { rows: readonly ObviousRow[] }

/** Rows to be ticked, ticked to begin with; nothing where there are none. */
const Ticked = ({
  caption,
  rows,
  columns,
  nameOf,
  round,
  voice,
  form,
}: TableProps & { caption: string; columns: Column<ObviousRow>[]; nameOf: (row: ObviousRow) => string }) =>
  rows.length === 0 ? null : (
    <Table
      caption={caption}
      keys
      rows={rows}
      columns={columns}
      select={{
        form,
        action: acceptObviousPath(round.code),
        name: 'rows[]',
        value: ({ key }) => key,
        label: (row) => voice.t('obvious.tick', { what: nameOf(row) }),
        isTicked: () => true,
      }}
    />
  )

const captionOf = (kind: string, count: number, { t, say }: Voice) =>
  t('batch.kind', { what: kindInWords(kind, { t } as Voice), count: say.number(count) })

const Who = ({ id, round, desk, voice }: Pick<Part, 'round' | 'desk' | 'voice'> & { id: string }) => {
  const application = desk.byId.get(id)
  return application ? <PersonChip {...chipOf(application, voice, round)} /> : null
}

const personNamed = (id: string | undefined, { desk, voice }: Part) => {
  const application = desk.byId.get(id ?? '')
  return (application && (fullName(application) || application.email)) || voice.t('nameless')
}

export const MendTable = ({ kind, ...props }: TableProps & { kind: string }) => {
  const { t } = props.voice
  const mendOf = ({ mends }: ObviousRow) => mends[0]
  const inWords = (mend: Mend | undefined, change: Mend['after'] | undefined) => {
    const application = props.desk.byId.get(mend?.applicationId ?? '')
    return application && change ? <bdi>{changeInWords(application, change, props.voice)}</bdi> : null
  }
  return (
    <Ticked
      {...props}
      caption={captionOf(kind, props.rows.length, props.voice)}
      nameOf={(row) => personNamed(mendOf(row)?.applicationId, props)}
      columns={[
        {
          label: t('column.person'),
          head: true,
          cell: (row) => <Who {...props} id={mendOf(row)?.applicationId ?? ''} />,
        },
        { label: t('history.before'), cell: (row) => inWords(mendOf(row), mendOf(row)?.before) },
        { label: t('history.after'), cell: (row) => inWords(mendOf(row), mendOf(row)?.after) },
      ]}
    />
  )
}

/** Like answers in one row: what matters here is the word, not who wrote it. */
export const SectorTable = (props: TableProps) => {
  const { t, say } = props.voice
  const written = ({ mends }: ObviousRow) =>
    props.desk.byId.get(mends[0]?.applicationId ?? '')?.sectorWritten ?? ''
  const count = props.rows.reduce((sum, { mends }) => sum + mends.length, 0)
  return (
    <Ticked
      {...props}
      caption={captionOf('unknown-sector', count, props.voice)}
      nameOf={written}
      columns={[
        { label: t('history.before'), head: true, cell: (row) => <bdi>{written(row)}</bdi> },
        {
          label: t('history.after'),
          cell: ({ mends }) => props.voice.sector(mends[0]?.after.sector ?? null),
        },
        { label: t('obvious.people'), numeric: true, cell: ({ mends }) => say.number(mends.length) },
      ]}
    />
  )
}

/** Which answers of the one that goes are taken over stands beside the two. */
export const MergeTable = (props: TableProps) => {
  const { t, say } = props.voice
  const fieldsOf = ({ mends }: ObviousRow) => {
    const taken = mends.filter(({ kind }) => kind === 'merged-answers').map(({ after }) => after)
    return shownFields
      .filter((field) => taken.some((after) => field in after))
      .map((field) => t(`field.${field}`))
  }
  return (
    <PairTable
      {...props}
      caption={t('obvious.merge', { count: props.rows.length })}
      more={[
        {
          label: t('obvious.taken'),
          cell: (row) => say.list(fieldsOf(row)) || t('obvious.taken.nothing'),
        },
      ]}
    />
  )
}

export const ApartTable = (props: TableProps) => (
  <PairTable
    {...props}
    caption={props.voice.t('obvious.keep-both', { count: props.rows.length })}
    more={[]}
  />
)

const PairTable = ({
  caption,
  more,
  ...props
}: TableProps & { caption: string; more: Column<ObviousRow>[] }) => {
  const { t } = props.voice
  const standing = ({ verdicts }: ObviousRow) => (verdicts[0] ? standingOf(verdicts[0], props.plan) : '')
  return (
    <Ticked
      {...props}
      caption={caption}
      nameOf={(row) => personNamed(standing(row), props)}
      columns={[
        { label: t('column.person'), head: true, cell: (row) => <Who {...props} id={standing(row)} /> },
        { label: t('duplicates.first'), cell: (row) => aboutEach(row, 'first', props) },
        { label: t('duplicates.second'), cell: (row) => aboutEach(row, 'second', props) },
        ...more,
      ]}
    />
  )
}

/** Where somebody works and how they are reached, of one side of each pair. */
function aboutEach({ verdicts }: ObviousRow, side: 'first' | 'second', { desk }: Part): Child {
  const ids = [...new Set(verdicts.map((verdict) => verdict[side]))]
  return ids.map((id) => {
    const application = desk.byId.get(id)
    return application ? (
      <div>
        <bdi>{application.workplace}</bdi>, <bdi dir="ltr">{application.email}</bdi>
      </div>
    ) : null
  })
}
