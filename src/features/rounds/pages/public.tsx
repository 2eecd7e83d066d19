import type { Child } from 'hono/jsx'
import { formats } from '../../../platform/formats.ts'
import { type Frame, OwnWords, Page } from '../../../ui/index.ts'
import { howItWorksPath } from '../../pages/index.ts'
import { roundPath } from '../paths.ts'
import { type Phase, phaseOf, type Round } from '../round.ts'
import { words } from '../words.ts'
import { phaseInWords, roundTitle } from './telling.ts'

type RoundsProps = { frame: Frame; rounds: readonly Round[]; now: Date; offers: Child }

/** Every announced round, newest first. @param offers what is offered while nobody can apply */
export const PublicRoundsPage = ({ frame, rounds, now, offers }: RoundsProps) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  return (
    <Page frame={frame} title={t('list.title')} lead={t('list.lead')}>
      <p>
        <a href={howItWorksPath}>{t('page.how.more')}</a>
      </p>
      {offers}
      {rounds.length === 0 ? <p>{t('list.public.empty')}</p> : null}
      {rounds.map((round) => (
        <article>
          <Kicker frame={frame} phase={phaseOf(round, now)} />
          <h2>
            <a href={roundPath(round.code)}>
              <OwnWords>{roundTitle(frame.locale, round)}</OwnWords>
            </a>
          </h2>
          <p>{t('days.span', { from: say.shortDay(round.startsOn), until: say.shortDay(round.endsOn) })}</p>
        </article>
      ))}
    </Page>
  )
}

const Kicker = ({ frame, phase }: { frame: Frame; phase: Phase }) => {
  const standing = phaseInWords(frame, phase)
  return standing === null ? null : <p class="kicker">{standing}</p>
}
