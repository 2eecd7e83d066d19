import { isolate } from '../../../platform/bidi.ts'
import {
  Actions,
  ButtonLink,
  Facts,
  type Frame,
  Live,
  OfficePage,
  OwnWords,
  Spread,
  type SpreadPage,
} from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { previewPath } from '../../rounds/index.ts'
import { alternativesPath, pairPath, pricesPath, reservePath } from '../paths.ts'
import type { Member, ProposedPair } from '../queries/pairs.ts'
import type { PersonInPlan } from '../queries/prices-person.ts'
import { factsOf, tellReserve, type Voice, voiceFor } from '../telling.ts'
import { sectorName } from '../words.ts'
import { deskCrumbs } from './desk.tsx'
import { asPages, pointsOf, sharedOf, Why, wishesInWords } from './pair.tsx'
import { OfferList } from './people-offers.tsx'
import { share } from './pricing.ts'

type PersonProps = { frame: Frame; round: Round; found: PersonInPlan }

/** One person in the plan: with whom they are and why, and whom else they could have at what price. */
export const PersonPage = ({ frame, round, found }: PersonProps) => {
  const voice = voiceFor(frame.locale)
  const { t } = voice
  const { person, pair, served, isReleased } = found
  return (
    <OfficePage
      frame={frame}
      title={person.name}
      lead={
        served === null
          ? t('person.lead.waits', { name: isolate(person.givenName, frame.locale) })
          : t('person.lead', {
              name: isolate(person.givenName, frame.locale),
              served: share(served, voice),
            })
      }
      crumbs={deskCrumbs(round, frame.locale)}
    >
      {pair ? (
        <Together round={round} person={person} pair={pair} voice={voice} />
      ) : (
        <Alone round={round} found={found} voice={voice} />
      )}
      {isReleased ? null : <Others frame={frame} round={round} found={found} voice={voice} />}
    </OfficePage>
  )
}

type TogetherProps = { round: Round; person: PersonInPlan['person']; pair: ProposedPair; voice: Voice }

/** The person and the partner on facing pages, and why they were paired. */
const Together = ({ round, person, pair, voice }: TogetherProps) => {
  const { t, f } = voice
  const own = pair.members.filter((one) => one.applicationId === person.applicationId)
  const partners = pair.members.filter((one) => one.applicationId !== person.applicationId)
  const [first, ...rest] = partners
  // In a trio the middle stands between the two others.
  const inRow = own.some(({ centre }) => centre) && first ? [first, ...own, ...rest] : [...own, ...partners]
  return (
    <>
      <Spread
        label={f.list(inRow.map(({ name }) => name))}
        pages={asPages(inRow.map((member) => leafOf(member, { round, person, pair, voice })))}
        shared={sharedOf(pair, voice)}
      />
      {pair.reasons
        .filter(({ a, b }) => [a, b].includes(person.applicationId))
        .map((two) => (
          <Why two={two} pair={pair} voice={voice} />
        ))}
      <Actions>
        <ButtonLink href={pairPath(round.code, pair.id)}>{t('person.to-pair')}</ButtonLink>
        <a href={previewPath(round.code, person.applicationId)}>
          {t('pair.preview', { name: person.givenName })}
        </a>
      </Actions>
    </>
  )
}

function leafOf(member: Member, { round, person, pair, voice }: TogetherProps): SpreadPage {
  const { t, f, locale } = voice
  const isOwn = member.applicationId === person.applicationId
  const others = pair.members.filter((one) => one !== member)
  const points = others.map((other) => share(pointsOf(pair.reasons, member, other), voice))
  return {
    name: member.name,
    href: isOwn ? undefined : alternativesPath(round.code, member.applicationId),
    kicker: isOwn ? undefined : t('person.partner', { name: isolate(person.givenName, locale) }),
    country: f.country(member.country),
    sector: sectorName(locale, member.sector),
    facts: [
      ...factsOf(member, round.startsOn, voice),
      ...wishes(member, voice),
      { term: t('fact.served'), detail: f.list(points) },
    ],
  }
}

const wishes = (person: PersonInPlan['person'], voice: Voice) => [
  { term: voice.t('fact.wishes'), detail: wishesInWords(person, voice) },
  ...(person.wishNote
    ? [
        {
          term: voice.t('fact.wish-note'),
          detail: <OwnWords>{person.wishNote}</OwnWords>,
        },
      ]
    : []),
]

type FoundProps = { round: Round; found: PersonInPlan; voice: Voice }

/** Why someone has no partner. */
const Alone = ({ round, found: { person, waits }, voice }: FoundProps) => (
  <section>
    <h2>{voice.t('person.alone')}</h2>
    {waits ? <p>{waits.isHeld ? voice.t('person.held') : tellReserve(waits.reason, 'they', voice)}</p> : null}
    <Facts facts={[...factsOf(person, round.startsOn, voice), ...wishes(person, voice)]} />
    <p>
      <a href={reservePath(round.code)}>{voice.t('person.to-reserve')}</a>
    </p>
  </section>
)

const Others = ({ frame, round, found, voice }: FoundProps & { frame: Frame }) => {
  const { person, figures } = found
  const list = <OfferList frame={frame} round={round} found={found} />
  return (
    <section id="partners">
      <h2>{voice.t('offers.title', { name: isolate(person.givenName, voice.locale) })}</h2>
      <p>{voice.t('offers.lead')}</p>
      {figures.isExact ? (
        list
      ) : (
        <Live src={pricesPath(round.code, person.applicationId)} everySeconds={1}>
          {list}
        </Live>
      )}
    </section>
  )
}
