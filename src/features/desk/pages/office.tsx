import { formats } from '../../../platform/formats.ts'
import { Actions, ButtonLink, Empty, Facts, type Frame, OfficePage, Tag } from '../../../ui/index.ts'
import type { OpenMatter } from '../../people/index.ts'
import {
  cloneRoundPath,
  editRoundPath,
  newRoundPath,
  officeRoundPath,
  officeRoundsPath,
  roundWords,
  topicDaysOf,
} from '../../rounds/index.ts'
import type { RoundStanding } from '../desk.ts'
import { words } from '../words.ts'
import { SearchBox } from './search.tsx'
import { NextStep, Rematch, RoundSteps } from './steps.tsx'

type Role = 'coordinator' | 'editor' | 'ambassador'

/** The office's front page: what waits for whoever sits down. */
export const DeskPage = (props: {
  frame: Frame
  role: Role
  standings: RoundStanding[]
  matters: OpenMatter[]
  seesTopics: boolean
}) => {
  const { frame, role, standings, matters, seesTopics } = props
  const t = words(frame.locale)
  return (
    <OfficePage frame={frame} title={t('title')} lead={t(`lead.${role}`)}>
      <SearchBox locale={frame.locale} text="" />
      {matters.length > 0 ? <Matters matters={matters} title={t('matters.title')} /> : null}
      {role === 'coordinator' && standings.length === 0 ? (
        <Empty title={t('empty.title')} text={t('empty.text')}>
          <ButtonLink href={newRoundPath} kind="primary">
            {roundWords(frame.locale)('new')}
          </ButtonLink>
        </Empty>
      ) : null}
      {standings.map((standing, index) => (
        <section>
          <h2>
            <a href={officeRoundPath(standing.round.code)}>{standing.round.title}</a>
          </h2>
          <RoundSteps standing={standing} locale={frame.locale} seesTopics={seesTopics} />
          <NextStep standing={standing} locale={frame.locale} seesTopics={seesTopics} isFirst={index === 0} />
        </section>
      ))}
    </OfficePage>
  )
}

/** What is open, line by line, each with its next act. */
const Matters = ({ matters, title }: { matters: OpenMatter[]; title: string }) => (
  <section>
    <h2>{title}</h2>
    <ul>
      {matters.map(({ text, act, round }) => (
        <li>
          {round ? <Tag>{round.code}</Tag> : null} {text} <a href={act.href}>{act.label}</a>
        </li>
      ))}
    </ul>
  </section>
)

/** A round in the office: how far it is, what comes next, and its dates. */
export const RoundDeskPage = ({
  frame,
  standing,
  seesTopics,
}: {
  frame: Frame
  standing: RoundStanding
  seesTopics: boolean
}) => {
  const { round } = standing
  const t = words(frame.locale)
  const r = roundWords(frame.locale)
  return (
    <OfficePage
      frame={frame}
      title={round.title}
      kicker={r(`phase.${standing.phase}`)}
      crumbs={[{ href: officeRoundsPath, label: r('list.title') }]}
    >
      <RoundSteps standing={standing} locale={frame.locale} seesTopics={seesTopics} />
      <NextStep standing={standing} locale={frame.locale} seesTopics={seesTopics} isFirst level={2} />
      <Rematch standing={standing} locale={frame.locale} />
      <section>
        <h2>{t('facts.title')}</h2>
        <RoundFacts standing={standing} locale={frame.locale} />
        <Actions>
          <ButtonLink href={editRoundPath(round.code)}>{r('edit')}</ButtonLink>
          <ButtonLink href={cloneRoundPath(round.code)}>{r('clone')}</ButtonLink>
          {round.announcedAt ? <a href={officeRoundPath(round.code)}>{t('round.public')}</a> : null}
        </Actions>
      </section>
    </OfficePage>
  )
}

const RoundFacts = ({ standing, locale }: { standing: RoundStanding; locale: string }) => {
  const { round } = standing
  const t = words(locale)
  const say = formats(locale, round.zone)
  return (
    <Facts
      facts={[
        {
          term: t('fact.apply'),
          detail: t('span', { from: say.instant(round.applyFrom), until: say.instant(round.applyUntil) }),
        },
        {
          term: t('fact.mentoring'),
          detail: t('span', { from: say.day(round.startsOn), until: say.day(round.endsOn) }),
        },
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
  )
}
