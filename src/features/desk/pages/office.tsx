import type { Child } from 'hono/jsx'
import { formats } from '../../../platform/formats.ts'
import { Actions, ButtonLink, Empty, Facts, type Frame, OfficePage, OwnWords } from '../../../ui/index.ts'
import { CountryPart, type CountryStanding } from '../../ambassadors/index.ts'
import { callWords, voicesPath } from '../../calls/index.ts'
import { certificatesPath } from '../../certificates/index.ts'
import { weeksPath } from '../../checkins/index.ts'
import { farewellOfficePath } from '../../farewells/index.ts'
import { hoursPath, hoursWords } from '../../hours/index.ts'
import type { OpenMatter } from '../../people/index.ts'
import { questionsPath, questionWords } from '../../questions/index.ts'
import { reportPath, reportWords } from '../../reports/index.ts'
import {
  cloneRoundPath,
  editRoundPath,
  newRoundPath,
  officeRoundPath,
  officeRoundsPath,
  type Phase,
  phaseInWords,
  type Round,
  roundInText,
  roundPath,
  roundTitle,
  roundWords,
  topicDaysOf,
  whenToApply,
} from '../../rounds/index.ts'
import { surveysPath } from '../../surveys/index.ts'
import { calendarPath, TopicCalendar, type TopicPlan } from '../../topics/index.ts'
import type { RoundStanding } from '../desk.ts'
import { words } from '../words.ts'
import { Matters } from './matters.tsx'
import { NextStep, RoundSteps } from './steps.tsx'

/** What someone sees of rounds by their roles, each part empty for anyone who has none of it. */
export type Seen = {
  matters: readonly OpenMatter[]
  /** Of rounds that need hands, for coordinators. */
  standings: readonly RoundStanding[]
  /** Of rounds that go on, for editors. */
  plans: readonly TopicPlan[]
  /** Of their countries, for ambassadors. */
  countries: readonly CountryStanding[]
}

type DeskProps = { frame: Frame; seen: Seen; zone: string; may: { open: boolean; act: boolean }; now: Date }

/** The office's front page: what waits for anyone who sits down. */
export const DeskPage = ({ frame, seen, zone, may, now }: DeskProps) => {
  const { matters, standings, plans, countries } = seen
  const t = words(frame.locale)
  return (
    <OfficePage frame={frame} title={t('title')} lead={t(may.act ? 'lead' : 'lead.country')}>
      <Matters frame={frame} matters={matters} namesRound />
      {may.act && matters.length === 0 ? <NothingOpen frame={frame} mayOpen={may.open} {...seen} /> : null}
      {standings.map((standing) => (
        <section>
          <h2>
            <a href={officeRoundPath(standing.round.code)}>
              <OwnWords>{roundTitle(frame.locale, standing.round)}</OwnWords>
            </a>
          </h2>
          <RoundSteps standing={standing} locale={frame.locale} />
        </section>
      ))}
      {plans.map((plan) => (
        <section>
          <h2>
            <a href={calendarPath(plan.round.code)}>
              {t('calendar', { round: roundInText(frame.locale, plan.round) })}
            </a>
          </h2>
          <TopicCalendar {...plan} frame={frame} now={now} mayWrite />
        </section>
      ))}
      {countries.map((standing) => (
        <CountryPart frame={frame} standing={standing} zone={zone} />
      ))}
      {!may.act && countries.length === 0 ? (
        <Empty title={t('country.none.title')} text={t('country.none.text')} />
      ) : null}
    </OfficePage>
  )
}

const NothingOpen = ({ frame, mayOpen, standings }: Seen & { frame: Frame; mayOpen: boolean }) => {
  const t = words(frame.locale)
  const isIdle = mayOpen && standings.length === 0
  return (
    <Empty title={t('empty.title')} text={t(isIdle ? 'empty.no-round' : 'empty.text')}>
      {isIdle ? (
        <ButtonLink href={newRoundPath} kind="primary">
          {roundWords(frame.locale)('new')}
        </ButtonLink>
      ) : null}
    </Empty>
  )
}

type RoundProps = { frame: Frame; round: Round; phase: Phase }

/** A round in the office: how far it is, what comes next, what else is open, and its dates. */
export const RoundDeskPage = (props: {
  frame: Frame
  standing: RoundStanding
  matters: readonly OpenMatter[]
}) => {
  const { frame, standing, matters } = props
  const { round, phase } = standing
  const r = roundWords(frame.locale)
  const t = words(frame.locale)
  return (
    <RoundFrame frame={frame} round={round} phase={phase}>
      <RoundSteps standing={standing} locale={frame.locale} />
      <NextStep standing={standing} locale={frame.locale} isAllDone={matters.length === 0} />
      <Matters frame={frame} matters={matters} />
      {round.releasedAt ? (
        <Actions>
          <ButtonLink href={weeksPath(round.code)}>{t('weeks')}</ButtonLink>
          <ButtonLink href={farewellOfficePath(round.code)}>{t('farewell')}</ButtonLink>
          <ButtonLink href={surveysPath(round.code)}>{t('surveys')}</ButtonLink>
          <ButtonLink href={voicesPath(round.code)}>{callWords(frame.locale)('voices.link')}</ButtonLink>
          <ButtonLink href={certificatesPath(round.code)}>{t('certificates')}</ButtonLink>
          <ButtonLink href={reportPath(round.code)}>{reportWords(frame.locale)('report.title')}</ButtonLink>
        </Actions>
      ) : null}
      <RoundFacts frame={frame} round={round} phase={phase}>
        <ButtonLink href={editRoundPath(round.code)}>{r('edit')}</ButtonLink>
        <ButtonLink href={questionsPath({ code: round.code, sheet: 'application' })}>
          {questionWords(frame.locale)('list.title.application')}
        </ButtonLink>
        <ButtonLink href={cloneRoundPath(round.code)}>{r('clone')}</ButtonLink>
        <ButtonLink href={hoursPath(round.code)}>{hoursWords(frame.locale)('title')}</ButtonLink>
      </RoundFacts>
    </RoundFrame>
  )
}

/** The same for those who do not run rounds: what of it is theirs to see. */
export const RoundSeenPage = ({ frame, round, phase, seen, zone, now }: RoundProps & SeenProps) => (
  <RoundFrame frame={frame} round={round} phase={phase}>
    <Matters frame={frame} matters={seen.matters} />
    {seen.plans.map((plan) => (
      <TopicCalendar {...plan} frame={frame} now={now} mayWrite />
    ))}
    {seen.countries.map((standing) => (
      <CountryPart frame={frame} standing={standing} zone={zone} />
    ))}
    <RoundFacts frame={frame} round={round} phase={phase} />
  </RoundFrame>
)

type SeenProps = { seen: Seen; zone: string; now: Date }

const RoundFrame = ({ frame, round, phase, children }: RoundProps & { children: Child }) => {
  const r = roundWords(frame.locale)
  return (
    <OfficePage
      frame={frame}
      title={roundTitle(frame.locale, round)}
      kicker={phaseInWords(frame, phase)}
      crumbs={[{ href: officeRoundsPath, label: r('list.title') }]}
    >
      {children}
    </OfficePage>
  )
}

const RoundFacts = ({ frame, round, children }: RoundProps & { children?: Child }) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, round.zone)
  const span = (from: string, until: string) => t('span', { from, until })
  return (
    <section>
      <h2>{t('facts.title')}</h2>
      <Facts
        facts={[
          {
            term: t('fact.apply'),
            detail: whenToApply(frame.locale, round),
          },
          { term: t('fact.mentoring'), detail: span(say.day(round.startsOn), say.day(round.endsOn)) },
          { term: t('fact.cap'), detail: say.percent(round.capPercent / 100) },
          {
            term: t('fact.topics'),
            detail: t('fact.topics.detail', {
              count: round.topicDays.length,
              day: say.shortDay(topicDaysOf(round)[0] ?? round.startsOn),
            }),
          },
        ]}
      />
      <Actions>
        {children}
        {round.announcedAt ? <a href={roundPath(round.code)}>{t('round.public')}</a> : null}
      </Actions>
    </section>
  )
}
