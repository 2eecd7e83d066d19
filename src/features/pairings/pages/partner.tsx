import { isolate } from '../../../platform/bidi.ts'
import { formats } from '../../../platform/formats.ts'
import { fault } from '../../../platform/forms.ts'
import { branch, type Speaker } from '../../../platform/words.ts'
import {
  Button,
  Empty,
  Field,
  Form,
  type Frame,
  fieldId,
  Notice,
  Page,
  Spread,
  type SpreadPage,
} from '../../../ui/index.ts'
import { type FormAnswers, type OwnApplication, tellApplication } from '../../applications/index.ts'
import { conductPath } from '../../pages/index.ts'
import type { Round } from '../../rounds/index.ts'
import { roundInText } from '../../rounds/index.ts'
import {
  asPages,
  type Card,
  factsOf,
  interestName,
  scenarioWords,
  sectorName,
} from '../../scenarios/index.ts'
import { dayOfHours, toldTo } from '../introduction.ts'
import { notePath } from '../paths.ts'
import type { EndedPairing, OwnPairing, Participant } from '../queries/introductions.ts'
import type { Wait } from '../queries/rematch.ts'
import { toldOf } from '../telling.ts'
import type { Voice } from '../words.ts'
import { waitingTitle, words } from '../words.ts'

type PartnerProps = {
  frame: Frame
  speaker: Speaker
  personId: string
  zone: string
  pairings: { pairing: OwnPairing; round: Round }[]
  /** Rounds that go on, in which they have no partner now. */
  waits: { because: Wait['because']; round: Round }[]
  /** Pairings that ended with their rounds. */
  ended: (EndedPairing & { round: Round })[]
  /** What became of their applications to other rounds. */
  applications: { application: OwnApplication; round: Round }[]
  /** `YYYY-MM-DD`: the hours are those of this day. */
  today: string
  /** A note that came back, with the words for what is wrong. */
  again?: { pairing: string; to: string; note: string; error: string }
}

/** Someone's own page about their partner: the open book, why they were paired, and how to reach each other. */
export const PartnerPage = (props: PartnerProps) => {
  const { frame, zone, pairings, waits, ended, applications, again } = props
  const t = words(frame.locale)
  return (
    <Page
      frame={frame}
      title={t('mine.title', {
        count: Math.max(1, ...pairings.map(({ pairing }) => pairing.members.length - 1)),
      })}
      width="wide"
      faults={again ? [fault(frame.locale, t('note.title'), noteField(again.to), again.error)] : []}
    >
      {pairings.length + waits.length + ended.length + applications.length === 0 ? (
        <Empty title={t('partner.none.title')} text={t('partner.none')} />
      ) : null}
      {waits.map(({ because, round }) => (
        <Empty
          title={t(waitingTitle(because))}
          text={t(`partner.waiting.${because}`, { round: roundInText(frame.locale, round) })}
        />
      ))}
      {applications.map(({ application, round }) => (
        <Empty {...tellApplication(application, round, { locale: frame.locale, zone, now: frame.now })} />
      ))}
      {pairings.map(({ pairing, round }) => (
        <Pairing {...props} pairing={pairing} round={round} />
      ))}
      {ended.map((one) => (
        <Ended {...one} locale={frame.locale} />
      ))}
    </Page>
  )
}

/** Who it was with, and until when. */
const Ended = ({ partners, round, locale }: EndedPairing & { round: Round; locale: string }) => {
  const t = words(locale)
  const say = formats(locale, round.zone)
  const who = partners.map(({ name, country }) => t('mine.who', { name, country: say.country(country) }))
  return (
    <Empty
      title={t('partner.ended.title', { round: roundInText(locale, round) })}
      text={t('partner.ended', { who: say.list(who), day: say.day(round.endsOn) })}
    />
  )
}

/** A trio has two notes on one page. */
const noteField = (to: string) => `note-${to}`

type PairingProps = Omit<PartnerProps, 'pairings' | 'waits' | 'ended' | 'applications'> & {
  pairing: OwnPairing
  round: Round
}

const Pairing = ({ frame, speaker, personId, pairing, round, today, again }: PairingProps) => {
  const own = pairing.members.find((member) => member.personId === personId)
  const partners = pairing.members.filter((member) => member !== own)
  const t = words(frame.locale, speaker)
  if (!own || partners.length === 0) return null
  const voice: Voice = { t, f: formats(frame.locale, own.zone), locale: frame.locale }
  const day = dayOfHours(round, today)
  return (
    <>
      <Spread
        label={t('partner.book', {
          names: voice.f.names(partners.map((partner) => partner.name)),
          round: roundInText(frame.locale, round),
        })}
        pages={asPages([
          ...partners.map((one) => leafOf(one, { kicker: t('intro.partner'), day }, voice)),
          leafOf(own, { kicker: t('intro.you'), day }, voice),
        ])}
        shared={{
          title: scenarioWords(voice.locale)('pair.shared'),
          items: partners.length === 1 ? sharedItems(own, partners, voice) : [],
        }}
      />
      {partners.map((partner) => {
        const told = toldOf(own, partner, pairing, { day, until: round.endsOn, voice })
        return (
          <>
            <Reach
              {...{ frame, partner, pairing, again, told }}
              title={t('intro.reach', { name: nameIn(told, voice) })}
            />
            <Why told={told} title={t('intro.reasons', { name: nameIn(told, voice) })} />
          </>
        )
      })}
      <h2>{t('intro.ice')}</h2>
      <ul>
        {(['intro.ice.1', 'intro.ice.2', 'intro.ice.3', 'intro.ice.4', 'intro.ice.5'] as const).map((key) => (
          <li>{t(key)}</li>
        ))}
      </ul>
      <p>
        {t('partner.code', { count: partners.length })} <a href={conductPath}>{t('partner.code.link')}</a>
      </p>
    </>
  )
}

/** What somebody's partner will be told of them: their page of the book, and the address if it may be given. */
export function leafFor(
  answers: FormAnswers & Pick<Card, 'own'>,
  { kicker, day, locale }: { kicker: string; day: string; locale: string },
): SpreadPage {
  const t = words(locale)
  const voice: Voice = { t, f: formats(locale, 'UTC'), locale }
  const name = `${answers.givenName} ${answers.familyName}`.trim()
  const sharesEmail = answers.sharesEmail === true
  const { email } = toldTo(nobody, { ...answers, name, sharesEmail }, [])
  const { country, zone, sector, stage } = answers
  // The form has asked for all of these.
  const known = {
    country: country ?? '',
    zone: zone ?? 'UTC',
    sector: sector ?? 'other',
    stage: stage ?? 'mid',
  } as const
  const leaf = leafOf({ ...answers, ...known, name }, { kicker, day }, voice)
  const address = {
    term: t('preview.email'),
    detail: email ? <bdi dir="ltr">{email}</bdi> : t('preview.no-email'),
  }
  return { ...leaf, facts: [...leaf.facts, address] }
}
const nobody = { name: '', givenName: '', email: '', sharesEmail: true }

/** As much of someone as stands on their page of the book. */
type Shown = Card & Pick<Participant, 'name' | 'country' | 'sector' | 'links' | 'about'>

function leafOf(person: Shown, { kicker, day }: { kicker: string; day: string }, voice: Voice) {
  const { t, f } = voice
  return {
    kicker,
    name: person.name,
    country: f.country(person.country),
    sector: sectorName(voice.locale, person.sector),
    facts: [
      ...factsOf(person, day, voice),
      ...(person.links ? [{ term: t('fact.links'), detail: <bdi>{person.links}</bdi> }] : []),
    ],
    words: person.about || undefined,
  }
}

function sharedItems(own: Participant, [partner]: Participant[], { f, locale }: Voice): string[] {
  if (!partner) return []
  const interests = own.interests.filter((interest) => partner.interests.includes(interest))
  return [
    ...interests.map((interest) => interestName(locale, interest)),
    ...own.languages.filter((language) => partner.languages.includes(language)).map(f.language),
  ]
}

const nameIn = ({ names }: ReturnType<typeof toldOf>, { locale }: Voice) => isolate(names.partner, locale)

type WhyProps = { told: ReturnType<typeof toldOf>; title: string }

/** Why they were paired; what could not be met comes last and in one sentence. */
const Why = ({ told, title }: WhyProps) => (
  <section>
    <h2>{title}</h2>
    <ul>
      {told.sentences.map((sentence) => (
        <li>{sentence}</li>
      ))}
    </ul>
  </section>
)

type ReachProps = Pick<PairingProps, 'frame' | 'pairing' | 'again'> & {
  title: string
  partner: Participant
  told: ReturnType<typeof toldOf>
}

const Reach = ({ frame, title, partner, pairing, again, told }: ReachProps) => {
  const t = words(frame.locale)
  const name = isolate(told.names.partner, frame.locale)
  const back = again?.pairing === pairing.pairingId && again.to === partner.applicationId ? again : undefined
  return (
    <section>
      <h2>{title}</h2>
      <p>
        {t('partner.contact', { how: branch(told.contact), name })}{' '}
        {told.email ? <a href={`mailto:${told.email}`}>{told.email}</a> : null}
      </p>
      {told.email ? null : (
        <Form action={notePath} hidden={{ pairing: pairing.pairingId, to: partner.applicationId }} guard>
          <Field
            type="textarea"
            name="note"
            id={fieldId(noteField(partner.applicationId))}
            label={t('note.label', { name })}
            hint={t('note.hint', { name })}
            value={back?.note ?? ''}
            error={back?.error}
          />
          <Notice>{t('note.privacy')}</Notice>
          <Button kind="primary">{t('note.send', { name })}</Button>
        </Form>
      )}
    </section>
  )
}
