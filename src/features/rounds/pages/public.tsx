import { formats } from '../../../platform/formats.ts'
import { Facts, type Frame, OwnWords, Page } from '../../../ui/index.ts'
import { aboutPath, roundPath } from '../paths.ts'
import { phaseOf, type Round } from '../round.ts'
import { words } from '../words.ts'
import { whenToApply } from './telling.ts'

/** Every announced round, newest first. */
export const PublicRoundsPage = ({ frame, rounds, now }: { frame: Frame; rounds: Round[]; now: Date }) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  return (
    <Page frame={frame} title={t('list.title')} lead={t('list.lead')}>
      <p>
        <a href={aboutPath}>{t('page.how.more')}</a>
      </p>
      {rounds.length === 0 ? <p>{t('list.public.empty')}</p> : null}
      {rounds.map((round) => (
        <article>
          <p class="kicker">{t(`phase.${phaseOf(round, now)}`)}</p>
          <h2>
            <a href={roundPath(round.code)}>
              <OwnWords>{round.title}</OwnWords>
            </a>
          </h2>
          <p>{t('days.span', { from: say.shortDay(round.startsOn), until: say.shortDay(round.endsOn) })}</p>
        </article>
      ))}
    </Page>
  )
}

/** One round for everyone: where it stands, its dates, and how it works. */
export const PublicRoundPage = ({ frame, round, now }: { frame: Frame; round: Round; now: Date }) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  return (
    <Page frame={frame} title={round.title} kicker={t(`phase.${phaseOf(round, now)}`)}>
      <Facts
        facts={[
          {
            term: t('page.apply'),
            detail: whenToApply(frame.locale, round),
          },
          {
            term: t('page.mentoring'),
            detail: t('days.span', { from: say.day(round.startsOn), until: say.day(round.endsOn) }),
          },
          {
            term: t('page.topics'),
            detail: (
              <a href={`${roundPath(round.code)}/posts`}>
                {t('page.topics.count', { count: round.topicDays.length })}
              </a>
            ),
          },
        ]}
      />
      <h2>{t('page.how.title')}</h2>
      <ol>
        {(['page.how.1', 'page.how.2', 'page.how.3', 'page.how.4'] as const).map((key) => (
          <li>{t(key)}</li>
        ))}
      </ol>
      <p>
        <a href={aboutPath}>{t('page.how.more')}</a>
      </p>
      <p>{t('page.cap', { percent: say.percent(round.capPercent / 100) })}</p>
    </Page>
  )
}
