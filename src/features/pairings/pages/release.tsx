import { formats } from '../../../platform/formats.ts'
import { fault } from '../../../platform/forms.ts'
import type { CampaignProgress } from '../../../platform/mail/index.ts'
import { confirmWords, platformWords } from '../../../platform/say.ts'
import { branch } from '../../../platform/words.ts'
import { Button, ButtonLink, Confirm, Empty, Field, Form, type Frame, Notice } from '../../../ui/index.ts'
import { UnansweredNotice, UnreachableNotice } from '../../applications/index.ts'
import { officeMailFor } from '../../mail/index.ts'
import type { Release, Round } from '../../rounds/index.ts'
import { matchingPath, officeRoundPath, releasePath, rematchPath } from '../../rounds/index.ts'
import { type DeskCounts, DeskPage, scenarioWords } from '../../scenarios/index.ts'
import { exportPath } from '../paths.ts'
import type { Rehearsal } from '../queries/rehearsal.ts'
import type { releaseDesk } from '../queries/release-desk.ts'
import { words } from '../words.ts'
import { Sending } from './sending.tsx'

type Proposal = NonNullable<Awaited<ReturnType<typeof releaseDesk>>>

type ReleaseProps = {
  frame: Frame
  round: Round
  counts: DeskCounts
  /** Null while there is nothing to release. */
  proposal: Proposal | null
  /** Code of what is wrong with the form that came back. */
  error?: string
  /** The reader's, for times. */
  zone: string
}

/** The page that the release has to itself: what will happen, to whom, and how it can be stopped. */
export const ReleasePage = ({ frame, round, counts, proposal, error, zone }: ReleaseProps) => {
  const t = words(frame.locale)
  return (
    <DeskPage
      frame={frame}
      round={round}
      part="release"
      counts={counts}
      title={t('release.title')}
      lead={t('release.lead')}
      faults={error ? [notTicked(frame.locale)] : []}
    >
      {proposal === null ? (
        <Empty title={t('release.empty.title')} text={scenarioWords(frame.locale)('release.empty')}>
          <ButtonLink href={matchingPath(round.code)}>
            {scenarioWords(frame.locale)('release.to-matching')}
          </ButtonLink>
        </Empty>
      ) : proposal.obstacle ? (
        <Notice
          tone="warning"
          title={t('release.not-yet')}
          actions={
            <ButtonLink href={matchingPath(round.code)}>
              {scenarioWords(frame.locale)('release.to-matching')}
            </ButtonLink>
          }
        >
          {t('release.obstacle', { obstacle: branch(proposal.obstacle.code) })}
        </Notice>
      ) : (
        <>
          <UnreachableNotice
            {...{ locale: frame.locale, round }}
            people={proposal.unreachable}
            waiting={proposal.waiting}
          />
          <RehearsalForm frame={frame} round={round} rehearsal={proposal.rehearsal} zone={zone} />
          <ConfirmRelease frame={frame} round={round} counts={counts} {...proposal} error={error} />
        </>
      )}
    </DeskPage>
  )
}

/** The box that says that someone has looked at what is released. */
export const notTicked = (locale: string) => {
  const t = words(locale)
  return fault(locale, t('release.agree.title'), 'agreed', t('error.tick-to-release'))
}

type RehearsalProps = { frame: Frame; round: Round; rehearsal: Rehearsal | null; zone: string }

const RehearsalForm = ({ frame, round, rehearsal, zone }: RehearsalProps) => {
  const t = words(frame.locale)
  return (
    <section>
      <h2>{t('rehearse.title')}</h2>
      <p>{t('rehearse.text')}</p>
      <Form action={`${releasePath(round.code)}/rehearse`}>
        <Button>{t('rehearse.button')}</Button>
      </Form>
      {rehearsal ? <LastRehearsal locale={frame.locale} rehearsal={rehearsal} zone={zone} /> : null}
    </section>
  )
}

const LastRehearsal = (props: { locale: string; rehearsal: Rehearsal; zone: string }) => {
  const { locale, rehearsal, zone } = props
  const name = rehearsal.by ?? platformWords(locale)('terminal')
  return (
    <>
      <p>{words(locale)('rehearse.last', { at: formats(locale, zone).instant(rehearsal.at), name })}</p>
      <ul>
        {rehearsal.examples.map(({ id, subject }, index) => (
          <li>
            <a href={officeMailFor(id)}>
              <bdi>{subject || words(locale)('rehearse.example', { number: index + 1 })}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

type ConfirmProps = Omit<ReleaseProps, 'proposal' | 'zone'> & Proposal

const ConfirmRelease = (props: ConfirmProps) => {
  const { frame, round, counts, scenario, counted, unanswered, error } = props
  const t = words(frame.locale)
  return (
    <Confirm
      action={releasePath(round.code)}
      hidden={{ scenario: String(scenario.number) }}
      words={confirmWords(frame.locale)}
      what={[
        t('release.what.pairings', { count: counted.pairs }),
        t('release.what.mails', { count: counted.people }),
        ...(counts.reserve > 0 ? [t('release.what.reserve', { count: counts.reserve })] : []),
        t('release.what.pages'),
        t('release.what.over'),
      ]}
      whom={t('release.whom.text', { people: counted.people, countries: counted.countries })}
      undo={t('release.undo.text')}
      button={t('release.button', { count: counted.people })}
      danger
      cancel={{ href: matchingPath(round.code), label: t('release.cancel') }}
    >
      <UnansweredNotice locale={frame.locale} round={round} unanswered={unanswered}>
        {t('release.unanswered')}
      </UnansweredNotice>
      <Field
        type="checkboxes"
        name="agreed"
        label={t('release.agree.title')}
        options={[{ value: 'yes', label: t('release.agree', { number: scenario.number }) }]}
        value={[]}
        error={error ? t('error.tick-to-release') : undefined}
      />
    </Confirm>
  )
}

type ReleasedProps = {
  frame: Frame
  round: Round
  counts: DeskCounts
  release: Release
  progress: CampaignProgress
  /** The reader's, for times. */
  zone: string
}

/** After the release: how far the introductions are, with a way to stop and to go on. */
export const ReleasedPage = ({ frame, round, counts, release, progress, zone }: ReleasedProps) => {
  const t = words(frame.locale)
  const f = formats(frame.locale, zone)
  return (
    <DeskPage
      frame={frame}
      round={round}
      part="release"
      counts={counts}
      title={t('released.title')}
      lead={t('released.lead', {
        at: f.instant(release.releasedAt),
        name: release.releasedBy ?? platformWords(frame.locale)('terminal'),
      })}
      actions={
        <ButtonLink href={exportPath(round.code)} download={`pairings-${round.code}.csv`}>
          {t('released.export')}
        </ButtonLink>
      }
    >
      <Sending
        frame={frame}
        progress={progress}
        page={releasePath(round.code)}
        release={releasePath(round.code)}
      />
      <NextSteps frame={frame} round={round} counts={counts} />
    </DeskPage>
  )
}

/** What a coordinator does once the introductions are on their way. */
const NextSteps = ({ frame, round, counts }: { frame: Frame; round: Round; counts: DeskCounts }) => {
  const t = words(frame.locale)
  return (
    <section>
      <h2>{t('released.next')}</h2>
      <ul>
        <li>
          <a href={rematchPath(round.code)}>{t('released.next.rematch', { count: counts.waiting })}</a>
        </li>
        <li>
          <a href={officeRoundPath(round.code)}>{t('released.next.round')}</a>
        </li>
      </ul>
    </section>
  )
}
