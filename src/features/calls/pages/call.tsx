import type { Child } from 'hono/jsx'
import { formats } from '../../../platform/formats.ts'
import { Actions, ButtonLink, type Fact, Facts, type Frame, Page } from '../../../ui/index.ts'
import { conductPath, howItWorksPath, privacyPath } from '../../pages/index.ts'
import {
  deadline,
  phaseOf,
  type Round,
  roundInText,
  roundPath,
  roundTitle,
  roundWords,
  whenToApply,
} from '../../rounds/index.ts'
import { type Snapshot, standingIn } from '../call.ts'
import { applyPath } from '../paths.ts'
import { words } from '../words.ts'

type CallProps = {
  frame: Frame
  round: Round
  /** In which times are said first; they are said in UTC besides. */
  zone: string
  snapshot: Snapshot
  /** What is offered while nobody can apply to any round. */
  offers: Child
}

/** One round for everyone: where it stands, whether one can apply, what it asks, and how it works. */
export const CallPage = (props: CallProps) => {
  const { frame, round, zone } = props
  const t = words(frame.locale)
  const phase = phaseOf(round, frame.now)
  const standing = standingIn[phase]
  const lead = t(`call.lead.${standing}`, {
    from: formats(frame.locale, zone).instant(round.applyFrom),
    until: deadline(frame.locale, round, zone),
  })
  return (
    <Page
      frame={frame}
      title={roundTitle(frame.locale, round)}
      kicker={roundWords(frame.locale)(`phase.${phase}`)}
      lead={lead}
      head={<meta name="description" content={lead} />}
    >
      {standing === 'applying' ? <Apply {...props} /> : null}
      {props.offers}
      <Facts facts={factsOf(props)} />
      <Numbers {...props} />
      <About {...props} />
    </Page>
  )
}

const Apply = ({ frame, round }: CallProps) => {
  const t = words(frame.locale)
  return (
    <div>
      <Actions>
        <ButtonLink kind="primary" href={applyPath(round.code)}>
          {t('call.apply', { round: roundInText(frame.locale, round) })}
        </ButtonLink>
      </Actions>
      <p class="hint">{t('call.apply.note')}</p>
    </div>
  )
}

function factsOf({ frame, round, zone }: CallProps): Fact[] {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  const days = { from: say.day(round.startsOn), until: say.day(round.endsOn) }
  return [
    { term: t('call.when'), detail: whenToApply(frame.locale, round, zone) },
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

/** Nothing while there is too little to tell. */
const Numbers = ({ frame, snapshot }: CallProps) => {
  const { applications, countries, named } = snapshot
  if (applications === 0) return null
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  return (
    <section>
      <h2>{t('call.numbers.title')}</h2>
      <p>
        {t('call.numbers.applications', { count: applications })}{' '}
        {countries > 0 ? t('call.numbers.countries', { count: countries }) : null}{' '}
        {named.length > 0 ? t('call.numbers.named', { countries: say.list(named.map(say.country)) }) : null}
      </p>
    </section>
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
