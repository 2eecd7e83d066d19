import type { Child } from 'hono/jsx'
import { cardSize } from '../../../platform/card/index.ts'
import { formats } from '../../../platform/formats.ts'
import { joining } from '../../../platform/joining.ts'
import type { Network } from '../../../platform/network/index.ts'
import { numbering } from '../../../platform/words.ts'
import {
  Actions,
  ButtonLink,
  type Fact,
  Facts,
  type Frame,
  Live,
  Page,
  ShareTags,
} from '../../../ui/index.ts'
import { conductPath, howItWorksPath, privacyPath } from '../../pages/index.ts'
import {
  deadline,
  lastInstant,
  phaseInWords,
  phaseOf,
  type Round,
  roundInText,
  roundPath,
  roundTitle,
  roundWords,
  whenToApply,
} from '../../rounds/index.ts'
import { type Snapshot, standingIn } from '../call.ts'
import { applyPath, soFarPath, withVia } from '../paths.ts'
import type { Last } from '../queries/calls.ts'
import { words } from '../words.ts'
import { callLead, callPicture } from './card.ts'
import { Quote } from './voices.tsx'

type CallProps = {
  frame: Frame
  network: Network
  round: Round
  /** In which times are said first; they are said in UTC besides. */
  zone: string
  snapshot: Snapshot
  last: Last | null
  /** Rounds to which one can apply. */
  calls: readonly Round[]
  /** What is offered while there is none. */
  offers: Child
  /** The short address that led here. */
  via: string | null
}

/** One round for everyone: where it stands, whether one can apply, what it asks, and how it works. */
export const CallPage = (props: CallProps) => {
  const { frame, round, zone } = props
  const phase = phaseOf(round, frame.now)
  const standing = standingIn[phase]
  const lead = callLead(frame.locale, round, { now: frame.now, zone })
  const isOpen = standing === 'applying' && !frame.paused
  // While nobody can apply after all, what the page says on top for everyone is all there is to say.
  const isHalted = standing === 'applying' && !isOpen
  return (
    <Page
      frame={frame}
      title={roundTitle(frame.locale, round)}
      kicker={phaseInWords(frame, phase)}
      lead={isHalted ? null : lead}
      head={<Head {...props} />}
    >
      {isOpen ? <Apply {...props} /> : <Elsewhere {...props} />}
      {props.offers}
      <Facts facts={factsOf(props)} />
      <SoFar {...props} isOpen={isOpen} />
      <About {...props} />
      <LastRound {...props} />
    </Page>
  )
}

const Head = ({ frame, network, round }: CallProps) => {
  const { line, ...picture } = callPicture(network, frame.locale, { round, now: frame.now })
  return (
    <ShareTags
      frame={frame}
      origin={network.origin}
      title={roundTitle(frame.locale, round)}
      description={line}
      card={{ ...picture, ...cardSize }}
    />
  )
}

const Apply = ({ frame, round, via }: CallProps) => {
  const t = words(frame.locale)
  return (
    <div>
      <Actions>
        <ButtonLink kind="primary" href={withVia(applyPath(round.code), via)}>
          {t('call.apply', { round: roundInText(frame.locale, round) })}
        </ButtonLink>
      </Actions>
      <p class="hint">{t('call.apply.note')}</p>
    </div>
  )
}

/** Where one can apply, for whoever came too late for this round. */
const Elsewhere = ({ frame, zone, calls, via }: CallProps) =>
  calls.map((call) => (
    <p>
      <a href={withVia(roundPath(call.code), via)}>
        {words(frame.locale)('call.next', {
          round: roundInText(frame.locale, call),
          until: deadline(frame.locale, call, zone),
        })}
      </a>
    </p>
  ))

function factsOf({ frame, round, zone }: CallProps): Fact[] {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  const days = { from: say.day(round.startsOn), until: say.day(round.endsOn) }
  const when = {
    term: t('call.when'),
    detail: (
      <>
        {whenToApply(frame.locale, round, zone)}{' '}
        <own-clock
          at={lastInstant(round, zone).toISOString()}
          say={t('call.own-clock', { time: '{time}' })}
          zone={zone}
          tag={numbering(frame.locale)}
        />
      </>
    ),
  }
  return [
    ...(frame.paused ? [] : [when]),
    { term: t('call.mentoring'), detail: roundWords(frame.locale)('days.span', days) },
    {
      term: t('call.topics'),
      detail: (
        <a href={`${roundPath(round.code)}/posts`}>
          {t('call.topics.count', { count: round.topicDays.length })}
        </a>
      ),
    },
    { term: t('call.hours'), detail: t('call.hours.text') },
  ]
}

/**
 * How many have applied. While one can apply it asks for itself anew as long as somebody looks; it is spoken only when
 * the numbers are others.
 */
const SoFar = ({ frame, round, snapshot, isOpen }: CallProps & { isOpen: boolean }) => {
  if (!isOpen && snapshot.applications === 0) return null
  const numbers = <Numbers locale={frame.locale} snapshot={snapshot} isOpen={isOpen} />
  return (
    <Part title={words(frame.locale)('call.numbers.title')}>
      {isOpen ? (
        <Live src={soFarPath(round.code)} everySeconds={60}>
          {numbers}
        </Live>
      ) : (
        numbers
      )}
    </Part>
  )
}

type NumbersProps = { locale: string; snapshot: Snapshot; isOpen: boolean }

export const Numbers = ({ locale, snapshot, isOpen }: NumbersProps) => {
  const { applications, countries, named } = snapshot
  const t = words(locale)
  const say = formats(locale, 'UTC')
  const text = joining(locale).joined([
    applications > 0 ? t('call.numbers.applications', { count: applications }) : t('call.numbers.few'),
    ...(countries > 0 ? [t('call.numbers.countries', { count: countries })] : []),
    ...(named.length > 0 ? [t('call.numbers.named', { countries: say.list(named.map(say.country)) })] : []),
  ])
  return (
    <p data-say={text} data-done={isOpen ? undefined : ''}>
      {text}
    </p>
  )
}

/** What the last round came to. Nothing where nobody has been introduced yet, or too few. */
const LastRound = ({ frame, last }: CallProps) => {
  if (last === null) return null
  const t = words(frame.locale)
  const { round, outcome, voices } = last
  return (
    <>
      {outcome.people === 0 ? null : (
        <Part title={t('call.last.title', { round: roundTitle(frame.locale, round) })}>
          <p>
            {joining(frame.locale).joined([
              t(outcome.countries > 0 ? 'call.last.countries' : 'call.last.people', outcome),
              ...(outcome.pairings > 0 ? [t('call.last.pairings', { count: outcome.pairings })] : []),
            ])}
          </p>
        </Part>
      )}
      {voices.length === 0 ? null : (
        <Part title={t('call.voices', { round: roundInText(frame.locale, round) })}>
          {voices.map((voice) => (
            <Quote voice={voice} />
          ))}
        </Part>
      )}
    </>
  )
}

const About = ({ frame, round }: CallProps) => {
  const t = words(frame.locale)
  const percent = formats(frame.locale, 'UTC').percent(round.capPercent / 100)
  return (
    <>
      <Part title={t('call.who.title')}>
        <p>{t('call.who.text')}</p>
        <p>{t('call.cap', { percent })}</p>
      </Part>
      <Part title={t('call.read.title')}>
        <ul>
          <li>
            <a href={howItWorksPath}>{t('call.read.how')}</a>
          </li>
          <li>
            <a href={privacyPath}>{t('call.read.privacy')}</a>
          </li>
          <li>
            <a href={conductPath}>{t('call.read.code')}</a>
          </li>
        </ul>
      </Part>
    </>
  )
}

const Part = ({ title, children }: { title: string; children: Child }) => (
  <section>
    <h2>{title}</h2>
    {children}
  </section>
)
