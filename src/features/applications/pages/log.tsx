import { platformWords } from '../../../platform/say.ts'
import { Button, ButtonLink, Empty, Form, type Frame, OfficePage, Pager, Table } from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { cleanPath, logPath, undoPath, withQuery } from '../paths.ts'
import type { Batch } from '../queries/batches.ts'
import { batchInWords } from './desk.tsx'
import { backToNext } from './desk-keys.tsx'
import { crumbsOf, type Voice, voiceOf } from './saying.ts'

type Props = { frame: Frame; round: Round; batches: readonly Batch[]; page: number }
const perPage = 50

/** Everything that was done in the desk, newest first, each with its undo. */
export const LogPage = ({ frame, round, batches, page }: Props) => {
  const voice = voiceOf(frame, round)
  const { t, say } = voice
  const shown = batches.slice((page - 1) * perPage, page * perPage)
  const after = (batch: Batch) => shown[shown.indexOf(batch) + 1]?.id
  return (
    <OfficePage
      frame={frame}
      title={t('log.title')}
      lead={t('log.lead')}
      crumbs={crumbsOf(round, voice, 'applications', 'clean')}
    >
      <Table
        caption={t('log.title')}
        captionHidden
        keys
        rowId={({ id }) => id}
        rows={shown}
        empty={
          <Empty title={t('log.empty.title')} text={t('log.empty.text')}>
            <ButtonLink href={cleanPath(round.code)}>{t('clean.back')}</ButtonLink>
          </Empty>
        }
        columns={[
          { label: t('log.what'), head: true, cell: (batch) => batchInWords(batch, voice) },
          { label: t('log.who'), cell: ({ madeBy }) => madeBy ?? platformWords(frame.locale)('terminal') },
          { label: t('log.when'), cell: ({ madeAt }) => say.instant(madeAt) },
          {
            label: t('log.undo'),
            cell: (batch) => (
              <Undo
                batch={batch}
                round={round}
                back={backToNext(pageOf(round, page), after(batch))}
                voice={voice}
              />
            ),
          },
        ]}
      />
      {batches.length > perPage ? (
        <LogPager round={round} page={page} count={batches.length} voice={voice} />
      ) : null}
    </OfficePage>
  )
}

const pageOf = (round: Round, page: number) =>
  withQuery(logPath(round.code), { page: page === 1 ? undefined : page })

const Undo = ({ batch, round, back, voice }: { batch: Batch; round: Round; back: string; voice: Voice }) => {
  const { t, say } = voice
  if (batch.undoneAt) return <>{t('log.undone', { at: say.instant(batch.undoneAt) })}</>
  return (
    <Form action={undoPath(round.code)} hidden={{ batch: batch.id, back }}>
      <Button label={t('undo.label', { what: batchInWords(batch, voice) })} shortcut="u">
        {t('undo')}
      </Button>
    </Form>
  )
}

const LogPager = ({
  round,
  page,
  count,
  voice,
}: {
  round: Round
  page: number
  count: number
  voice: Voice
}) => {
  const { t, say } = voice
  const last = Math.min(page * perPage, count)
  return (
    <Pager
      label={t('pager.label')}
      position={t('pager.position', {
        first: say.number((page - 1) * perPage + 1),
        last: say.number(last),
        count: say.number(count),
      })}
      previous={page > 1 ? { href: pageOf(round, page - 1), label: t('pager.previous') } : undefined}
      next={last < count ? { href: pageOf(round, page + 1), label: t('pager.next') } : undefined}
    />
  )
}
