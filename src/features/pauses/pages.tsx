import { dayIn } from '../../platform/days.ts'
import { formats } from '../../platform/formats.ts'
import { goesAt } from '../../platform/own-tables.ts'
import { Confirm, type Frame, Notice, OfficePage } from '../../ui/index.ts'
import { networkPath } from '../network/index.ts'
import { editRoundPath, officeRoundPath, type Round, roundTitle } from '../rounds/index.ts'
import { pausePath, wakePath } from './paths.ts'
import type { Standing } from './pause.ts'
import type { Outlook, Pause } from './queries.ts'
import { words } from './words.ts'

const around = (frame: Frame) => {
  const t = words(frame.locale)
  return {
    frame,
    crumbs: [
      { href: frame.office.home, label: frame.office.name },
      { href: networkPath, label: t('crumb.network') },
    ],
  }
}

const dayOf = (frame: Frame, at: Date, zone: string) => formats(frame.locale, zone).day(dayIn(at, zone))

const namesOf = (frame: Frame, rounds: readonly Round[]) =>
  formats(frame.locale, 'UTC').list(rounds.map((round) => roundTitle(frame.locale, round)))

type PauseProps = { frame: Frame; zone: string; outlook: Outlook }

/** What a pause will do, in numbers, before it is begun. */
export const PausePage = ({ frame, zone, outlook }: PauseProps) => {
  const t = words(frame.locale)
  const { closing, people, applications, drafts, waiting, readers, posts, scheduled } = outlook
  const day = dayOf(frame, goesAt(frame.now), zone)
  return (
    <OfficePage {...around(frame)} title={t('pause.title')} lead={t('pause.lead')}>
      <Confirm
        action={pausePath}
        words={{ what: t('pause.what'), whom: t('pause.whom'), undo: t('pause.undo') }}
        what={[
          ...(closing.length > 0
            ? [t('what.calls', { count: closing.length, rounds: namesOf(frame, closing) })]
            : []),
          t('what.closed'),
          t('what.quiet'),
          t('what.goes', { applications, drafts, day }),
          t('what.stays', { posts }),
          ...(scheduled > 0 ? [t('what.scheduled', { count: scheduled })] : []),
          t('what.kept', { waiting, readers }),
          t('what.sign-in'),
        ]}
        whom={t('whom', { count: people })}
        undo={t('undo', { day })}
        button={t('pause.button')}
        danger
        cancel={{ href: networkPath, label: t('pause.cancel') }}
      />
    </OfficePage>
  )
}

/** What must come to its end first, each with the way there. */
export const InTheWayPage = ({ frame, outlook }: { frame: Frame; outlook: Standing }) => {
  const t = words(frame.locale)
  return (
    <OfficePage {...around(frame)} title={t('pause.title')} lead={t('way.lead')}>
      <ul>
        {outlook.inTheWay.map(({ round, phase }) => (
          <li>
            <a href={officeRoundPath(round.code)}>{roundTitle(frame.locale, round)}</a>{' '}
            {phase === 'matching'
              ? t('way.matching')
              : t('way.running', { day: formats(frame.locale, round.zone).day(round.endsOn) })}{' '}
            <a href={editRoundPath(round.code)}>{t('way.dates')}</a>
          </li>
        ))}
      </ul>
    </OfficePage>
  )
}

type PausedProps = {
  frame: Frame
  zone: string
  pause: Pause
  told: number
  /** What has passed meanwhile, and needs new dates. */
  calls: readonly Round[]
  posts: readonly { title: string }[]
}

/** That it is paused, and what waking it up brings back and what not. */
export const PausedPage = ({ frame, zone, pause, told, calls, posts }: PausedProps) => {
  const t = words(frame.locale)
  const goes = goesAt(pause.pausedAt)
  const args = { day: dayOf(frame, goes, zone) }
  return (
    <OfficePage
      {...around(frame)}
      title={t('paused.title')}
      lead={t('paused.lead', { since: dayOf(frame, pause.pausedAt, zone) })}
    >
      <Notice>{t(pause.toldAt ? 'paused.told' : 'paused.telling', { count: told })}</Notice>
      <Confirm
        action={wakePath}
        words={{ what: t('wake.what'), whom: t('wake.gone'), undo: t('pause.undo') }}
        what={[
          t('wake.opens'),
          t('wake.resumes'),
          ...(calls.length > 0
            ? [t('wake.calls', { count: calls.length, rounds: namesOf(frame, calls) })]
            : []),
          ...(posts.length > 0 ? [t('wake.posts', { count: posts.length })] : []),
          t('wake.silent'),
        ]}
        whom={t(frame.now < goes ? 'wake.gone-not-yet' : 'wake.gone-since', args)}
        undo={t('wake.undo')}
        button={t('wake.button')}
        cancel={{ href: networkPath, label: t('wake.cancel') }}
      />
    </OfficePage>
  )
}
