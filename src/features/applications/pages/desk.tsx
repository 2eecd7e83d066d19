import {
  Actions,
  Button,
  ButtonLink,
  Empty,
  Form,
  type Frame,
  Notice,
  OfficePage,
  PersonChip,
  Progress,
  Table,
} from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { type Desk, type DeskKind, type KindCount, kindCounts, leftOn, stateCounts } from '../desk.ts'
import type { Mend, Plan } from '../mends.ts'
import {
  acceptObviousPath,
  applicationsPath,
  capPath,
  cleanPath,
  duplicatesPath,
  importPath,
  logPath,
  obviousPath,
  problemsPath,
  sectorsPath,
  undoPath,
  withQuery,
} from '../paths.ts'
import type { Batch } from '../queries/batches.ts'
import { kindInWords } from './application.tsx'
import { changeInWords, chipOf, crumbsOf, type Voice, voiceOf } from './saying.ts'

type DeskProps = {
  frame: Frame
  round: Round
  desk: Desk
  settled: number
  latest: Batch | undefined
  badRowCount: number
}

/** How much is left to clean, by kind, and the way to do it. */
export const DeskPage = ({ frame, round, desk, settled, latest, badRowCount }: DeskProps) => {
  const voice = voiceOf(frame, round)
  const { t } = voice
  const left = leftOn(desk)
  return (
    <OfficePage
      frame={frame}
      title={t('clean.title')}
      kicker={round.title}
      lead={t('clean.lead')}
      crumbs={crumbsOf(round, voice, 'applications')}
    >
      {desk.applications.length === 0 ? (
        <Empty title={t('list.empty.title')} text={t('list.empty.text')}>
          <ButtonLink href={importPath(round.code)} kind="primary">
            {t('list.import')}
          </ButtonLink>
        </Empty>
      ) : (
        <>
          <LeftBar left={left} settled={settled} voice={voice} />
          <LatestChange round={round} latest={latest} back={cleanPath(round.code)} voice={voice} />
          {left === 0 ? (
            <AllClean round={round} desk={desk} voice={voice} />
          ) : (
            <Kinds round={round} desk={desk} voice={voice} />
          )}
          {badRowCount > 0 ? (
            <Notice actions={<a href={importPath(round.code)}>{t('clean.bad-rows.look')}</a>}>
              {t('clean.bad-rows', { count: badRowCount })}
            </Notice>
          ) : null}
          <p>
            <a href={logPath(round.code)}>{t('log.title')}</a>
          </p>
        </>
      )}
    </OfficePage>
  )
}

/** The bar that says how much is left. */
export const LeftBar = ({ left, settled, voice }: { left: number; settled: number; voice: Voice }) => {
  const { t, say } = voice
  const total = left + settled
  return (
    <Progress
      label={t('clean.bar')}
      done={settled}
      total={total}
      text={t('clean.bar.text', { done: say.number(settled), total: say.number(total), left })}
    />
  )
}

/** What was done last, with its undo at hand. */
export const LatestChange = ({
  round,
  latest,
  back,
  voice,
}: {
  round: Round
  latest: Batch | undefined
  back: string
  voice: Voice
}) => {
  const { t } = voice
  if (!latest || latest.undoneAt) return null
  return (
    <div class="latest-change">
      <Form action={undoPath(round.code)} hidden={{ batch: latest.id, back }}>
        <p>
          {t('latest', { what: batchInWords(latest, voice) })}{' '}
          <Button shortcut="u" label={t('undo.label', { what: batchInWords(latest, voice) })}>
            {t('undo')}
          </Button>
        </p>
      </Form>
    </div>
  )
}

/** "Bad address (7), duplicate merged (15)", or whom it concerned. */
export function batchInWords(batch: Batch, voice: Voice): string {
  const { t, say } = voice
  const kinds = batch.kinds.filter(({ kind }) => kind !== 'merged-answers')
  const parts = kinds.map(({ kind, count }) =>
    count === 1
      ? kindInWords(kind, voice)
      : t('batch.kind', { what: kindInWords(kind, voice), count: say.number(count) }),
  )
  const what = say.list(parts)
  return batch.name === null ? what : t('batch.of', { what, name: batch.name })
}

const kindPath = (round: Round, kind: DeskKind) =>
  kind === 'duplicate'
    ? duplicatesPath(round.code)
    : kind === 'unknown-sector'
      ? sectorsPath(round.code)
      : problemsPath(round.code, kind)

const Kinds = ({ round, desk, voice }: { round: Round; desk: Desk; voice: Voice }) => {
  const { t, say } = voice
  const kinds = kindCounts(desk)
  const obvious = kinds.reduce((sum, kind) => sum + kind.obvious, 0)
  const rest = ({ count, obvious: plain }: KindCount) => count - plain
  return (
    <>
      {obvious > 0 ? (
        <Notice
          title={t('obvious.offer', { count: obvious })}
          actions={
            <ButtonLink href={obviousPath(round.code)} kind="primary">
              {t('obvious.look', { count: obvious })}
            </ButtonLink>
          }
        >
          {t('obvious.offer.text')}
        </Notice>
      ) : null}
      <Table
        caption={t('clean.kinds')}
        keys
        rows={kinds}
        columns={[
          {
            label: t('clean.kind'),
            head: true,
            cell: ({ kind }) => <a href={kindPath(round, kind)}>{t(`kind.${kind}`)}</a>,
          },
          { label: t('clean.about'), cell: ({ kind }) => t(`kind.${kind}.about`) },
          { label: t('clean.left'), numeric: true, cell: ({ count }) => say.number(count) },
          { label: t('clean.to-look'), numeric: true, cell: (kind) => say.number(rest(kind)) },
        ]}
      />
    </>
  )
}

const AllClean = ({ round, desk, voice }: { round: Round; desk: Desk; voice: Voice }) => {
  const { t } = voice
  const counts = stateCounts(desk)
  return (
    <Notice
      tone="success"
      title={t('clean.done')}
      actions={
        <ButtonLink href={capPath(round.code)} kind="primary">
          {t('list.cap')}
        </ButtonLink>
      }
    >
      {t('clean.done.text', {
        ready: counts.ready + counts.accepted + counts.waiting,
        merged: counts.merged,
        dropped: counts.dropped,
      })}
    </Notice>
  )
}

type ObviousProps = { frame: Frame; round: Round; desk: Desk; plan: Plan }

/** Everything nobody would doubt, to be looked through and accepted in one go. */
export const ObviousPage = ({ frame, round, desk, plan }: ObviousProps) => {
  const voice = voiceOf(frame, round)
  const { t } = voice
  const mends = plan.mends.filter(({ kind }) => kind !== 'merged' && kind !== 'merged-answers')
  const count = mends.length + plan.verdicts.length
  return (
    <OfficePage
      frame={frame}
      title={t('obvious.title')}
      kicker={round.title}
      lead={t('obvious.lead')}
      crumbs={crumbsOf(round, voice, 'applications', 'clean')}
    >
      {count === 0 ? (
        <Empty title={t('obvious.none.title')} text={t('obvious.none.text')}>
          <ButtonLink href={cleanPath(round.code)}>{t('clean.back')}</ButtonLink>
        </Empty>
      ) : (
        <>
          <Form action={acceptObviousPath(round.code)}>
            <Actions>
              <Button kind="primary" shortcut="a">
                {t('obvious.accept', { count })}
              </Button>
              <a href={cleanPath(round.code)}>{t('cancel')}</a>
            </Actions>
            <p class="hint">{t('obvious.undo')}</p>
          </Form>
          {[...Map.groupBy(mends, ({ kind }) => kind)].map(([kind, of]) => (
            <MendTable kind={kind} mends={of} round={round} desk={desk} voice={voice} />
          ))}
          <VerdictTable verdict="merge" plan={plan} round={round} desk={desk} voice={voice} />
          <VerdictTable verdict="keep-both" plan={plan} round={round} desk={desk} voice={voice} />
        </>
      )}
    </OfficePage>
  )
}

type Part = { round: Round; desk: Desk; voice: Voice }

const Who = ({ id, round, desk, voice }: Part & { id: string }) => {
  const application = desk.byId.get(id)
  return application ? <PersonChip {...chipOf(application, voice, round)} /> : null
}

const MendTable = ({ kind, mends, round, desk, voice }: Part & { kind: string; mends: readonly Mend[] }) => {
  const { t, say } = voice
  const inWords = ({ applicationId }: Mend, change: Mend['after']) => {
    const application = desk.byId.get(applicationId)
    return application ? <bdi>{changeInWords(application, change, voice)}</bdi> : null
  }
  return (
    <Table
      caption={t('batch.kind', { what: kindInWords(kind, voice), count: say.number(mends.length) })}
      rows={mends}
      columns={[
        {
          label: t('column.person'),
          head: true,
          cell: ({ applicationId }) => <Who id={applicationId} round={round} desk={desk} voice={voice} />,
        },
        { label: t('history.before'), cell: (mend) => inWords(mend, mend.before) },
        { label: t('history.after'), cell: (mend) => inWords(mend, mend.after) },
      ]}
    />
  )
}

const VerdictTable = ({
  verdict,
  plan,
  round,
  desk,
  voice,
}: Part & { verdict: 'merge' | 'keep-both'; plan: Plan }) => {
  const { t } = voice
  const rows = plan.verdicts.filter((one) => one.verdict === verdict)
  if (rows.length === 0) return null
  return (
    <Table
      caption={t(`obvious.${verdict}`, { count: rows.length })}
      rows={rows}
      columns={[
        {
          label: t('duplicates.first'),
          head: true,
          cell: ({ first }) => <Who id={first} round={round} desk={desk} voice={voice} />,
        },
        {
          label: t('duplicates.second'),
          cell: ({ second }) => <Who id={second} round={round} desk={desk} voice={voice} />,
        },
        {
          label: t('field.email'),
          cell: ({ first, second }) => (
            <bdi>
              {[...new Set([first, second].map((id) => desk.byId.get(id)?.email.toLowerCase()))].join(' · ')}
            </bdi>
          ),
        },
      ]}
    />
  )
}

type LogProps = { frame: Frame; round: Round; batches: readonly Batch[]; page: number }
const perPage = 50

/** Everything that was done in the desk, newest first, each with its undo. */
export const LogPage = ({ frame, round, batches, page }: LogProps) => {
  const voice = voiceOf(frame, round)
  const { t, say } = voice
  const shown = batches.slice((page - 1) * perPage, page * perPage)
  const back = withQuery(logPath(round.code), { page: page === 1 ? undefined : page })
  return (
    <OfficePage
      frame={frame}
      title={t('log.title')}
      kicker={round.title}
      lead={t('log.lead')}
      crumbs={crumbsOf(round, voice, 'applications', 'clean')}
    >
      <Table
        caption={t('log.title')}
        captionHidden
        keys
        rows={shown}
        empty={
          <Empty title={t('log.empty.title')} text={t('log.empty.text')}>
            <ButtonLink href={applicationsPath(round.code)}>{t('list.title')}</ButtonLink>
          </Empty>
        }
        columns={[
          { label: t('log.what'), head: true, cell: (batch) => batchInWords(batch, voice) },
          { label: t('log.who'), cell: ({ madeBy }) => madeBy ?? t('history.terminal') },
          { label: t('log.when'), cell: ({ madeAt }) => say.instant(madeAt) },
          {
            label: t('log.undo'),
            cell: (batch) =>
              batch.undoneAt ? (
                t('log.undone', { at: say.instant(batch.undoneAt) })
              ) : (
                <Form action={undoPath(round.code)} hidden={{ batch: batch.id, back }}>
                  <Button label={t('undo.label', { what: batchInWords(batch, voice) })} shortcut="u">
                    {t('undo')}
                  </Button>
                </Form>
              ),
          },
        ]}
      />
      {batches.length > perPage ? (
        <p>
          {page > 1 ? (
            <a href={withQuery(logPath(round.code), { page: page - 1 })}>{t('pager.previous')}</a>
          ) : null}{' '}
          {page * perPage < batches.length ? (
            <a href={withQuery(logPath(round.code), { page: page + 1 })}>{t('pager.next')}</a>
          ) : null}
        </p>
      ) : null}
    </OfficePage>
  )
}
