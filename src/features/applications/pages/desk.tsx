import {
  Button,
  ButtonLink,
  Empty,
  Form,
  type Frame,
  Notice,
  OfficePage,
  Progress,
  Table,
} from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { type Desk, type DeskKind, type KindCount, kindCounts, leftOn, stateCounts } from '../desk.ts'
import {
  capPath,
  cleanPath,
  duplicatesPath,
  importPath,
  logPath,
  obviousPath,
  problemsPath,
  sectorsPath,
  undoPath,
} from '../paths.ts'
import type { ToldBatch } from '../queries/changes.ts'
import { AskedTable } from './asking.tsx'
import { crumbsOf, type Voice, voiceOf } from './saying.ts'
import { batchTold } from './telling.ts'

type DeskProps = {
  frame: Frame
  round: Round
  desk: Desk
  /** How many things nobody would doubt. */
  obvious: number
  settled: number
  latest: ToldBatch | undefined
  lostRowCount: number
  /** Which page of those who were asked. */
  askedPage: number
}

/** How much is left to clean, by kind, and the way to do it. */
export const DeskPage = (props: DeskProps) => {
  const { frame, round, desk } = props
  const voice = voiceOf(frame, round)
  const { t } = voice
  return (
    <OfficePage
      frame={frame}
      title={t('clean.title')}
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
        <Work {...props} voice={voice} />
      )}
    </OfficePage>
  )
}

const Work = ({
  round,
  desk,
  obvious,
  settled,
  latest,
  lostRowCount,
  askedPage,
  voice,
}: DeskProps & { voice: Voice }) => {
  const { t } = voice
  const left = leftOn(desk)
  return (
    <>
      <LeftBar left={left} settled={settled} voice={voice} />
      <LatestChange round={round} latest={latest} back={cleanPath(round.code)} voice={voice} />
      {obvious > 0 ? <ObviousOffer round={round} count={obvious} voice={voice} /> : null}
      {left === 0 ? (
        <AllClean round={round} desk={desk} voice={voice} />
      ) : (
        <Kinds round={round} desk={desk} voice={voice} />
      )}
      <AskedTable round={round} desk={desk} voice={voice} page={askedPage} />
      {lostRowCount > 0 ? (
        <Notice actions={<a href={importPath(round.code)}>{t('matter.lost.act')}</a>}>
          {t('matter.lost', { count: lostRowCount })}
        </Notice>
      ) : null}
      <p>
        <a href={logPath(round.code)}>{t('log.title')}</a>
      </p>
    </>
  )
}

/** Stands in the place of a list that has been worked through. */
export const NothingLeft = ({ round, voice: { t } }: { round: Round; voice: Voice }) => (
  <Empty title={t('problems.none.title')} text={t('problems.none.text')}>
    <ButtonLink href={cleanPath(round.code)} kind="primary">
      {t('clean.back')}
    </ButtonLink>
  </Empty>
)

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
  latest: ToldBatch | undefined
  back: string
  voice: Voice
}) => {
  const { t } = voice
  if (!latest || latest.undoneAt) return null
  const what = batchTold(latest, voice)
  return (
    <div class="latest-change">
      <Form action={undoPath(round.code)} hidden={{ batch: latest.id, back }}>
        <p>{t('latest', { what })}</p>
        <Button shortcut="u" label={t('undo.label', { what })}>
          {t('undo')}
        </Button>
      </Form>
    </div>
  )
}

const ObviousOffer = ({ round, count, voice }: { round: Round; count: number; voice: Voice }) => {
  const { t } = voice
  const look = (
    <ButtonLink href={obviousPath(round.code)} kind="primary">
      {t('obvious.look', { count })}
    </ButtonLink>
  )
  return (
    <Notice title={t('obvious.offer', { count })} actions={look}>
      {t('obvious.offer.text')}
    </Notice>
  )
}

const kindPath = (round: Round, kind: DeskKind) =>
  kind === 'duplicate'
    ? duplicatesPath(round.code)
    : kind === 'unknown-sector'
      ? sectorsPath(round.code)
      : problemsPath(round.code, kind)

const Kinds = ({ round, desk, voice }: { round: Round; desk: Desk; voice: Voice }) => {
  const { t, say } = voice
  const toLook = ({ count, obvious }: KindCount) => count - obvious
  return (
    <Table
      caption={t('clean.kinds')}
      keys
      rows={kindCounts(desk)}
      columns={[
        {
          label: t('clean.kind'),
          head: true,
          cell: ({ kind }) => <a href={kindPath(round, kind)}>{t(`kind.${kind}`)}</a>,
        },
        { label: t('clean.about'), cell: ({ kind }) => t(`kind.${kind}.about`) },
        { label: t('clean.left'), numeric: true, cell: ({ count }) => say.number(count) },
        { label: t('clean.to-look'), numeric: true, cell: (kind) => say.number(toLook(kind)) },
      ]}
    />
  )
}

const AllClean = ({ round, desk, voice }: { round: Round; desk: Desk; voice: Voice }) => {
  const { t } = voice
  const { ready, accepted, waiting, merged, dropped } = stateCounts(desk)
  const next = (
    <ButtonLink href={capPath(round.code)} kind="primary">
      {t('list.cap')}
    </ButtonLink>
  )
  return (
    <Notice tone="success" title={t('clean.done', { asked: desk.parked.length })} actions={next}>
      {t('clean.done.text', { ready: ready + accepted + waiting, merged, dropped })}
    </Notice>
  )
}
