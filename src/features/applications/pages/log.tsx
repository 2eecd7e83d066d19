import { joining } from '../../../platform/joining.ts'
import type { ListPage } from '../../../platform/paging.ts'
import { listPage } from '../../../platform/paging.ts'
import { withQuery } from '../../../platform/paths.ts'
import { pagerOf, platformWords } from '../../../platform/say.ts'
import { Button, ButtonLink, Empty, Form, type Frame, OfficePage, Pager, Table } from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { applicationPath, batchPath, cleanPath, logPath, undoPath } from '../paths.ts'
import { changesIn } from '../queries/batches.ts'
import type { MadeChange, ToldBatch } from '../queries/changes.ts'
import { backToNext } from './desk-keys.tsx'
import { toldAtOnce } from './per-page.ts'
import { crumbsOf, type Voice, voiceOf } from './saying.ts'
import { batchTold, changeTold } from './telling.ts'

type Props = { frame: Frame; round: Round; page: ListPage<ToldBatch> }

/** Everything that was done in the desk, newest first, told change by change, each batch with its undo. */
export const LogPage = ({ frame, round, page }: Props) => {
  const voice = voiceOf(frame, round)
  const { t, say } = voice
  const { shown, pages } = page
  const to = (number: number | undefined) => withQuery(logPath(round.code), { page: number })
  const pager = pagerOf(frame.locale, page, to)
  const back = to(page.page > 1 ? page.page : undefined)
  const after = (batch: ToldBatch) => shown[shown.indexOf(batch) + 1]?.id
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
        rows={shown}
        empty={
          <Empty title={t('log.empty.title')} text={t('log.empty.text')}>
            <ButtonLink href={cleanPath(round.code)}>{t('clean.back')}</ButtonLink>
          </Empty>
        }
        columns={[
          {
            label: t('log.what'),
            head: true,
            cell: (batch) => <First batch={batch} round={round} voice={voice} />,
          },
          { label: t('log.who'), cell: (batch) => byWhom(batch, voice) },
          { label: t('log.when'), cell: ({ madeAt }) => say.instant(madeAt) },
          {
            label: t('log.undo'),
            cell: (batch) => <Undo {...{ batch, round, voice }} back={backToNext(back, after(batch))} />,
          },
        ]}
      />
      <Pager {...pager} />
    </OfficePage>
  )
}

const byWhom = ({ madeBy }: ToldBatch, { locale }: Voice) => madeBy ?? platformWords(locale)('terminal')

const changesPerPage = 50
/** About as many are seen at once. */
const changesOnScreen = 15

type BatchProps = { frame: Frame; round: Round; batch: ToldBatch; page: number }

/** All that was done in one batch, with its undo. */
export const BatchPage = ({ frame, round, batch, page: asked }: BatchProps) => {
  const voice = voiceOf(frame, round)
  const { t, say } = voice
  const page = listPage(batch.changes, asked, changesPerPage)
  const pager = pagerOf(frame.locale, page, (number) => batchPath(round.code, batch.id, number))
  return (
    <OfficePage
      frame={frame}
      title={t('batch.title', { count: changesIn(batch) })}
      part={page.pages > 1 ? pager.position : undefined}
      lead={t('batch.made', { who: byWhom(batch, voice), at: say.instant(batch.madeAt) })}
      crumbs={[
        ...crumbsOf(round, voice, 'applications', 'clean'),
        { href: logPath(round.code), label: t('log.title') },
      ]}
      actions={<Undo {...{ batch, round, voice }} back={logPath(round.code)} />}
      isLong={page.shown.length > changesOnScreen}
    >
      <Told changes={page.shown} round={round} voice={voice} />
      <Pager {...pager} />
    </OfficePage>
  )
}

type FirstProps = { batch: ToldBatch; round: Round; voice: Voice }

/** The first changes of a batch, and the way to the others. */
const First = ({ batch, round, voice }: FirstProps) => {
  const more = changesIn(batch) - toldAtOnce
  return (
    <>
      <Told changes={batch.changes.slice(0, toldAtOnce)} round={round} voice={voice} />
      {more > 0 ? <a href={batchPath(round.code, batch.id)}>{voice.t('log.more', { count: more })}</a> : null}
    </>
  )
}

type ToldProps = { changes: readonly MadeChange[]; round: Round; voice: Voice }

/** Who, with the way to their application, and what became of it. */
const Told = ({ changes, round, voice }: ToldProps) => (
  <ul class="told">
    {changes.map((change) => (
      <li>
        <a href={applicationPath(round.code, change.applicationId)}>
          <bdi>{change.name || voice.t('nameless')}</bdi>
        </a>
        {joining(voice.locale).labelled('')}
        {changeTold(change, voice)}
      </li>
    ))}
  </ul>
)

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
