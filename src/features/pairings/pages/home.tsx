import { isolate } from '../../../platform/bidi.ts'
import { formats } from '../../../platform/formats.ts'
import { joining } from '../../../platform/joining.ts'
import { branch, type Speaker } from '../../../platform/words.ts'
import { Disclosure, type Frame, HoursOfWeek } from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { hoursChangeOn, hoursInWords, type SharedHours, sharedWeek, tell } from '../../scenarios/index.ts'
import { dayOfHours } from '../introduction.ts'
import type { OwnPairing, Participant } from '../queries/introductions.ts'
import { toldOf } from '../telling.ts'
import { type Voice, words } from '../words.ts'

type AtHomeProps = {
  frame: Frame
  speaker: Speaker
  personId: string
  pairing: OwnPairing
  round: Round
  /** `YYYY-MM-DD`: the week that begins on this day is drawn. */
  today: string
}

/** On someone's own front page: how to reach each partner, when both are awake, why they were paired, how to begin. */
export const PartnersAtHome = ({ frame, speaker, personId, pairing, round, today }: AtHomeProps) => {
  const own = pairing.members.find((member) => member.personId === personId)
  const partners = pairing.members.filter((member) => member !== own)
  if (!own) return null
  const t = words(frame.locale, speaker)
  const voice: Voice = { t, f: formats(frame.locale, own.zone), locale: frame.locale }
  const day = dayOfHours(round, today)
  return (
    <>
      {partners.map((partner) => (
        <AtHome {...{ frame, own, partner, day, voice }} {...{ pairing, until: round.endsOn }} />
      ))}
      <Disclosure summary={t('intro.start')}>
        <ol>
          {(['intro.start.1', 'intro.start.2', 'intro.start.3'] as const).map((key) => (
            <li>{t(key, { count: partners.length })}</li>
          ))}
        </ol>
      </Disclosure>
    </>
  )
}

type OneProps = {
  frame: Frame
  own: Participant
  partner: Participant
  pairing: OwnPairing
  day: string
  until: string
  voice: Voice
}

const AtHome = (props: OneProps) => {
  const { own, partner, pairing, day, until, voice } = props
  const told = toldOf(own, partner, pairing, { day, until, voice })
  const name = isolate(told.names.partner, voice.locale)
  return (
    <>
      <p>
        {voice.t('home.reach', { how: branch(told.contact), name })}{' '}
        {told.email ? (
          <a href={`mailto:${told.email}`}>
            <bdi dir="ltr">{told.email}</bdi>
          </a>
        ) : null}
      </p>
      <Hours {...props} names={told.names} />
      <Disclosure summary={voice.t('intro.reasons', { name })}>
        <ul>
          {told.sentences.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
      </Disclosure>
    </>
  )
}

const Hours = (props: OneProps & { names: { own: string; partner: string } }) => {
  const { frame, own, partner, day, names, voice } = props
  const { t, f, locale } = voice
  const name = isolate(names.partner, locale)
  const week = sharedWeek(own, partner, day)
  const inWords = (hours: SharedHours, clock: 'ownHours' | 'partnerHours') =>
    hours.minutes === 0 ? t('home.hours.none') : hoursInWords(hours, voice)[clock]
  const change = hoursChangeOn(own, partner, day, props.until)
  const said = [
    ...sayHours(week[0]?.hours, names, voice),
    ...(change ? [t('home.hours.change', { day: f.shortDay(change) })] : []),
  ]
  const clocks = { own: f.zone(own.zone, day), partner: f.zone(partner.zone, day) }
  return (
    <HoursOfWeek
      title={t('home.hours.title', { name })}
      sentence={joining(locale).joined([...said, t('home.hours.clocks', { name, ...clocks })])}
      dir={frame.dir}
      days={week.map((one) => ({
        label: f.weekday(one.day),
        day: f.day(one.day),
        stretches: one.hours.ranges.map((range) => range.own),
        own: inWords(one.hours, 'ownHours'),
        partner: inWords(one.hours, 'partnerHours'),
      }))}
      words={{
        day: t('home.hours.day'),
        own: t('home.hours.own'),
        partner: t('home.hours.partner', { name }),
        asTable: t('home.hours.table'),
      }}
    />
  )
}

const sayHours = (hours: SharedHours | undefined, names: { own: string; partner: string }, voice: Voice) =>
  hours ? tell([hours.minutes > 0 ? { say: 'hours', hours } : { say: 'no-hours' }], 'you', names, voice) : []
