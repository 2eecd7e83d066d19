import { formats } from '../../../platform/formats.ts'
import { branch } from '../../../platform/words.ts'
import { ButtonLink, Empty, type Frame, Notice } from '../../../ui/index.ts'
import { type Unanswered, UnansweredNotice } from '../../applications/index.ts'
import type { Round } from '../../rounds/index.ts'
import { matchingPath, releasePath, rematchPath } from '../../rounds/index.ts'
import { labPath, pairPath, runProgressPath, scenarioPath } from '../paths.ts'
import type { Naming } from '../queries/naming.ts'
import type { Scenario } from '../queries/scenarios.ts'
import { isStale, type Staleness } from '../scenario/scenario.ts'
import { type ScenarioWords, words } from '../words.ts'
import { type DeskCounts, DeskPage, RunForm } from './desk.tsx'
import { ComesAgain, Running } from './lab/running.tsx'
import { scenarioName } from './lab/telling.ts'
import { Proposal, partOf, type Shown } from './proposal.tsx'

type MatchingProps = {
  frame: Frame
  round: Round
  counts: DeskCounts
  /** How many people a run would match now. */
  people: number
  /** The newest run when it is not the one that is shown: it runs still, or failed. */
  running: Scenario | null
  failed: Scenario | null
  isReleased: boolean
  unanswered: Unanswered
  /** The weakest pair nobody has looked at, and how many there are. */
  unlooked: { id: string; left: number } | null
  /** Pairs in which somebody names their partner; none after the release. */
  namings: Naming[]
  shown: Shown | null
  /** The reader's, for times. */
  zone: string
  now: Date
}

/** About as many rows of pairs are seen at once. */
const pairsOnScreen = 5

/** The pairs of the proposal, weakest first; or how far the run is; or how to start. */
export const MatchingPage = (props: MatchingProps) => {
  const { frame, round, counts, shown, isReleased, zone } = props
  const t = words(frame.locale)
  const mayRelease = shown !== null && !isReleased && !isStale(shown.staleness) && !props.running
  return (
    <DeskPage
      frame={frame}
      round={round}
      part="pairs"
      counts={counts}
      title={t('matching.title')}
      listPart={shown ? partOf(frame.locale, shown) : undefined}
      lead={t(isReleased ? 'matching.lead.released' : 'matching.lead')}
      head={props.running ? <ComesAgain /> : undefined}
      isLong={(shown?.pairs.length ?? 0) > pairsOnScreen}
      actions={
        mayRelease ? (
          <ButtonLink href={releasePath(round.code)} kind="primary">
            {t('matching.to-release')}
          </ButtonLink>
        ) : null
      }
    >
      <Standing {...props} t={t} />
      {isReleased ? null : (
        <UnansweredNotice locale={frame.locale} round={round} unanswered={props.unanswered}>
          {t('matching.unanswered')}
        </UnansweredNotice>
      )}
      <Namings round={round} namings={props.namings} t={t} />
      {shown && counts.scenarios > 1 ? <WhichPlan {...props} plan={shown.scenario} /> : null}
      {props.unlooked && !isReleased ? (
        <p>
          <ButtonLink href={pairPath(round.code, props.unlooked.id)}>
            {t('look.start', { left: props.unlooked.left })}
          </ButtonLink>
        </p>
      ) : null}
      {shown ? <Proposal {...{ frame, round, shown, isReleased, zone }} hasRules={counts.rules > 0} /> : null}
    </DeskPage>
  )
}

/** People who may know each other, by what they wrote: no rule knows of it. */
const Namings = ({ round, namings, t }: { round: Round; namings: Naming[]; t: ScenarioWords }) => {
  const count = new Set(namings.map(({ pairId }) => pairId)).size
  if (count === 0) return null
  return (
    <Notice tone="warning" title={t('naming.title', { count })}>
      <p>{t('naming')}</p>
      <ul>
        {namings.map(({ pairId, writer, partner }) => (
          <li>
            <a href={pairPath(round.code, pairId)}>{t('naming.pair', { writer, partner })}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** Where there are several scenarios: the pairs of which one these are. */
const WhichPlan = ({ frame, round, zone, plan }: MatchingProps & { plan: Scenario }) => {
  const t = words(frame.locale)
  const voice = { t, f: formats(frame.locale, zone), locale: frame.locale }
  return (
    <p>
      {t('matching.plan')} <a href={scenarioPath(round.code, plan.number)}>{scenarioName(plan, voice)}</a>.{' '}
      <a href={labPath(round.code)}>{t('matching.to-lab')}</a>
    </p>
  )
}

/** What stands between now and a release: a run, a failure, changes since, or nothing. */
const Standing = (props: MatchingProps & { t: ScenarioWords }) => {
  const { frame, round, running, failed, shown, isReleased, people, now, t } = props
  const runLabel = t('run.people', { people })
  if (running) {
    return (
      <Running
        frame={frame}
        round={round}
        scenario={running}
        now={now}
        src={runProgressPath(round.code)}
        here={matchingPath(round.code)}
      />
    )
  }
  if (isReleased) {
    return (
      <Notice tone="success" title={t('matching.released.title')}>
        <p>
          {t('matching.released')} <a href={releasePath(round.code)}>{t('matching.released.link')}</a>
        </p>
        <p>
          <a href={rematchPath(round.code)}>{t('matching.released.rematch')}</a>
        </p>
      </Notice>
    )
  }
  // Where a plan stands, a run that was to stand beside it, or that someone cancelled, is no news here.
  const isNews = !shown || (failed?.chosenAt !== null && failed?.problem !== 'cancelled')
  if (failed && isNews) {
    return (
      <Notice
        tone="danger"
        title={t('run.failed.title')}
        actions={<RunForm round={round} label={t('run.again')} isPrimary />}
      >
        {t('run.failed', { problem: branch(failed.problem ?? 'lost') })}
      </Notice>
    )
  }
  if (!shown) {
    return people < 2 ? (
      <Empty title={t('matching.nobody.title')} text={t('matching.nobody')} />
    ) : (
      <Empty title={t('matching.empty.title')} text={t('matching.empty')}>
        <RunForm round={round} label={runLabel} isPrimary />
      </Empty>
    )
  }
  if (!isStale(shown.staleness)) return null
  return (
    <Notice
      tone="warning"
      title={t('stale.title')}
      actions={<RunForm round={round} label={t('run.again')} isPrimary />}
    >
      <Stale staleness={shown.staleness} t={t} />
    </Notice>
  )
}

export const Stale = ({ staleness, t }: { staleness: Staleness; t: ScenarioWords }) => (
  <ul>
    {(['joined', 'left', 'changed'] as const).map((what) =>
      staleness[what].length > 0 ? <li>{t(`stale.${what}`, { count: staleness[what].length })}</li> : null,
    )}
    {staleness.settings.map((setting) => (
      <li>{t('stale.setting', { setting })}</li>
    ))}
  </ul>
)
