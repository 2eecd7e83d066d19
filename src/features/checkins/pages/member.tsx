import { formats } from '../../../platform/formats.ts'
import {
  Actions,
  ButtonLink,
  Facts,
  type Frame,
  type Link,
  OfficePage,
  OwnWords,
  PersonChip,
} from '../../../ui/index.ts'
import { partPath } from '../../pairings/index.ts'
import { phaseOf, type Round } from '../../rounds/index.ts'
import { memberPath } from '../paths.ts'
import type { History, MemberStanding } from '../queries/standings.ts'
import { words } from '../words.ts'
import { weeksCrumbs } from './weeks.tsx'

type MemberProps = {
  frame: Frame
  round: Round
  zone: string
  member: MemberStanding
  partners: readonly MemberStanding[]
  history: History
  /** What is open about the pair, and where somebody begins to look after it. */
  beside: readonly Link[]
}

/** Someone in a pair: what they said, who looks after it, and what a coordinator can do. */
export const MemberPage = (props: MemberProps) => {
  const { frame, round, zone, member, partners } = props
  const t = words(frame.locale)
  const say = formats(frame.locale, zone)
  return (
    <OfficePage
      frame={frame}
      title={member.name}
      kicker={t(`standing.${member.standing}`)}
      crumbs={weeksCrumbs(round, frame.locale)}
    >
      {member.standing === 'help' || member.standing === 'wrote' ? (
        <p>
          {t(`member.${member.standing}`, { at: member.since ? say.instant(member.since) : '' })}{' '}
          {member.words ? <OwnWords>{member.words}</OwnWords> : null}
        </p>
      ) : null}
      <Facts
        facts={[
          { term: t('member.country'), detail: say.country(member.country) },
          ...partners.map((one) => ({
            term: t('column.partner'),
            detail: (
              <PersonChip
                name={one.name}
                country={say.country(one.country)}
                note={t(`standing.${one.standing}`)}
                href={memberPath(round.code, one.applicationId)}
              />
            ),
          })),
        ]}
      />
      <Beside {...props} />
      {phaseOf(round, frame.now) === 'ended' ? null : (
        <section>
          <h2>{t('member.part')}</h2>
          <p>{t('member.part.text')}</p>
          <Actions>
            <ButtonLink href={partPath(round.code, member.pairingId)}>{t('member.part.link')}</ButtonLink>
          </Actions>
        </section>
      )}
      <Past {...props} />
    </OfficePage>
  )
}

/** Who looks after it, and where to begin: each feature says its own. */
const Beside = ({ frame, beside }: MemberProps) =>
  beside.length === 0 ? null : (
    <section>
      <h2>{words(frame.locale)('member.case')}</h2>
      <ul>
        {beside.map(({ href, label }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </section>
  )

/** All that happened, newest first. */
const Past = ({ frame, zone, history }: MemberProps) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, zone)
  const lines = [
    ...history.asked.map(({ day, askedAt }) => ({ at: askedAt, text: t('past.asked', { day }), own: '' })),
    ...history.asked.flatMap(({ nudgedAt }) =>
      nudgedAt ? [{ at: nudgedAt, text: t('past.nudged'), own: '' }] : [],
    ),
    ...history.said.map(({ answer, answeredAt, words: own }) => ({
      ...{ at: answeredAt, own, text: t('past.said', { answer: t(`answer.${answer}`) }) },
    })),
    ...history.absences.map(({ fromOn, untilOn, madeAt, toldAt }) => ({
      at: madeAt,
      text: t(toldAt ? 'past.away.told' : 'past.away', { from: say.day(fromOn), until: say.day(untilOn) }),
      own: '',
    })),
  ].toSorted((a, b) => b.at.getTime() - a.at.getTime())
  return lines.length === 0 ? null : (
    <section>
      <h2>{t('past.title')}</h2>
      <ul>
        {lines.map(({ at, text, own }) => (
          <li>
            {frame.words.labelled(say.instant(at), text)} {own ? <OwnWords>{own}</OwnWords> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
