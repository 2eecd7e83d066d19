import { pagerOf, platformWords } from '../../../platform/say.ts'
import {
  Button,
  ButtonLink,
  Disclosure,
  Empty,
  Form,
  type Frame,
  OfficePage,
  Pager,
  Table,
} from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { applicationPath, cleanPath, logPath, undoPath, withQuery } from '../paths.ts'
import type { MadeChange, ToldBatch } from '../queries/changes.ts'
import { backToNext } from './desk-keys.tsx'
import { crumbsOf, type Voice, voiceOf } from './saying.ts'
import { batchTold, changeTold } from './telling.ts'

type Props = {
  frame: Frame
  round: Round
  batches: readonly ToldBatch[]
  page: number
  /** How many batches there are on all pages. */
  count: number
}

export const batchesPerPage = 25

/** So many changes of a batch are told at once; the others are a click away. */
const toldAtOnce = 3

/** Everything that was done in the desk, newest first, told change by change, each batch with its undo. */
export const LogPage = ({ frame, round, batches, page, count }: Props) => {
  const voice = voiceOf(frame, round)
  const { t, say } = voice
  const pages = Math.max(1, Math.ceil(count / batchesPerPage))
  const pager = pagerOf(frame.locale, { page, pages }, (number) => pageOf(round, number))
  const after = (batch: ToldBatch) => batches[batches.indexOf(batch) + 1]?.id
  return (
    <OfficePage
      frame={frame}
      title={t('log.title')}
      part={pages > 1 ? pager.position : undefined}
      lead={t('log.lead')}
      crumbs={crumbsOf(round, voice, 'applications', 'clean')}
    >
      <Table
        caption={t('log.title')}
        captionHidden
        keys
        rowId={({ id }) => id}
        rows={batches}
        empty={
          <Empty title={t('log.empty.title')} text={t('log.empty.text')}>
            <ButtonLink href={cleanPath(round.code)}>{t('clean.back')}</ButtonLink>
          </Empty>
        }
        columns={[
          {
            label: t('log.what'),
            head: true,
            cell: ({ changes }) => <Told changes={changes} round={round} voice={voice} />,
          },
          { label: t('log.who'), cell: ({ madeBy }) => madeBy ?? platformWords(frame.locale)('terminal') },
          { label: t('log.when'), cell: ({ madeAt }) => say.instant(madeAt) },
          {
            label: t('log.undo'),
            cell: (batch) => (
              <Undo {...{ batch, round, voice }} back={backToNext(pageOf(round, page), after(batch))} />
            ),
          },
        ]}
      />
      {pages > 1 ? <Pager {...pager} /> : null}
    </OfficePage>
  )
}

type ToldProps = { changes: readonly MadeChange[]; round: Round; voice: Voice }

/** Who, with the way to their application, and what became of it. */
const Told = ({ changes, round, voice }: ToldProps) => {
  const [first, more] = [changes.slice(0, toldAtOnce), changes.slice(toldAtOnce)]
  const list = (some: readonly MadeChange[]) => (
    <ul class="told">
      {some.map((change) => (
        <li>
          <a href={applicationPath(round.code, change.applicationId)}>
            <bdi>{change.name || voice.t('nameless')}</bdi>
          </a>
          {': '}
          {changeTold(change, voice)}
        </li>
      ))}
    </ul>
  )
  return (
    <>
      {list(first)}
      {more.length > 0 ? (
        <Disclosure summary={voice.t('log.more', { count: more.length })}>{list(more)}</Disclosure>
      ) : null}
    </>
  )
}

const pageOf = (round: Round, page: number) =>
  withQuery(logPath(round.code), { page: page === 1 ? undefined : page })

const Undo = ({
  batch,
  round,
  back,
  voice,
}: {
  batch: ToldBatch
  round: Round
  back: string
  voice: Voice
}) => {
  const { t, say } = voice
  if (batch.undoneAt) return <>{t('log.undone', { at: say.instant(batch.undoneAt) })}</>
  return (
    <Form action={undoPath(round.code)} hidden={{ batch: batch.id, back }}>
      <Button label={t('undo.label', { what: batchTold(batch, voice) })} shortcut="u">
        {t('undo')}
      </Button>
    </Form>
  )
}
