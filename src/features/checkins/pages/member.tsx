import { formats } from '../../../platform/formats.ts'
import {
  Actions,
  Button,
  ButtonLink,
  Disclosure,
  Facts,
  Field,
  Form,
  type Frame,
  OfficePage,
  OwnWords,
  PersonChip,
} from '../../../ui/index.ts'
import { partPath } from '../../pairings/index.ts'
import type { Round } from '../../rounds/index.ts'
import { memberPath, notePath, nudgePath } from '../paths.ts'
import type { History, MemberStanding } from '../queries/standings.ts'
import { mostNoteLetters } from '../schema.ts'
import { words } from '../words.ts'
import { weeksCrumbs } from './weeks.tsx'

type MemberProps = {
  frame: Frame
  round: Round
  zone: string
  member: MemberStanding
  partners: readonly MemberStanding[]
  history: History
  /** The email that would ask once more; null where it was sent, or nothing was asked yet. */
  ready: { subject: string; text: string } | null
  /** A note that came back. */
  again?: { body: string; error: string }
}

/** Someone in a pair: what they said, what was done, and what a coordinator can do. */
export const MemberPage = (props: MemberProps) => {
  const { frame, round, zone, member, partners, again } = props
  const t = words(frame.locale)
  const say = formats(frame.locale, zone)
  return (
    <OfficePage
      frame={frame}
      title={member.name}
      kicker={t(`standing.${member.standing}`)}
      crumbs={weeksCrumbs(round, frame.locale)}
      faults={again ? [{ name: 'body', message: again.error }] : []}
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
      <Notes {...props} />
      <Nudge {...props} />
      <section>
        <h2>{t('member.part')}</h2>
        <p>{t('member.part.text')}</p>
        <Actions>
          <ButtonLink href={partPath(round.code, member.pairingId)}>{t('member.part.link')}</ButtonLink>
        </Actions>
      </section>
      <Past {...props} />
    </OfficePage>
  )
}

/** For a coordinator to have read, or done something. */
const isWaiting = ({ standing }: MemberStanding) => standing === 'help' || standing === 'wrote'

const Notes = ({ frame, round, member, again }: MemberProps) => {
  const t = words(frame.locale)
  return (
    <section>
      <h2>{t('note.title')}</h2>
      <Form action={notePath(round.code, member.applicationId)} guard>
        <Field
          type="textarea"
          name="body"
          label={t(isWaiting(member) ? 'note.done' : 'note.label')}
          hint={t('note.hint')}
          value={again?.body ?? ''}
          error={again?.error}
          maxlength={mostNoteLetters}
          rows={3}
        />
        <Actions>
          <Button kind={isWaiting(member) ? 'primary' : 'quiet'}>{t('note.button')}</Button>
        </Actions>
      </Form>
    </section>
  )
}

const Nudge = ({ frame, round, member, ready }: MemberProps) => {
  const t = words(frame.locale)
  return (
    <section>
      <h2>{t('nudge.title')}</h2>
      {ready ? (
        <Form action={nudgePath(round.code, member.applicationId)}>
          <Disclosure summary={t('nudge.read')}>
            <p>
              <strong>{ready.subject}</strong>
            </p>
            <p class="copy" dir="auto">
              {ready.text}
            </p>
          </Disclosure>
          <Actions>
            <Button>{t('nudge.button')}</Button>
          </Actions>
        </Form>
      ) : (
        <p>{t('nudge.none')}</p>
      )}
    </section>
  )
}

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
    ...history.notes.map(({ body, writtenAt, writer }) => ({
      ...{ at: writtenAt, own: body, text: t('past.noted', { who: writer ?? t('past.somebody') }) },
    })),
  ].toSorted((a, b) => b.at.getTime() - a.at.getTime())
  return lines.length === 0 ? null : (
    <section>
      <h2>{t('past.title')}</h2>
      <ul>
        {lines.map(({ at, text, own }) => (
          <li>
            {say.instant(at)}: {text} {own ? <OwnWords>{own}</OwnWords> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
