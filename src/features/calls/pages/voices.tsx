import { formats } from '../../../platform/formats.ts'
import type { FormState } from '../../../platform/forms.ts'
import { platformWords } from '../../../platform/say.ts'
import type { Locale } from '../../../platform/words.ts'
import {
  Actions,
  Button,
  ButtonLink,
  Empty,
  Facts,
  Field,
  Form,
  type Frame,
  OfficePage,
} from '../../../ui/index.ts'
import {
  officeRoundPath,
  officeRoundsPath,
  type Round,
  roundInText,
  roundTitle,
  roundWords,
} from '../../rounds/index.ts'
import { removeVoicePath, showVoicePath, voicePath, voicesPath } from '../paths.ts'
import { consentWays, type OfficeVoice, type Voice, type VoicePlace, voicePlaces } from '../voice.ts'
import { words } from '../words.ts'
import { inWords } from './voice.ts'

/** What somebody says of a round, in the language in which they wrote it. */
export const Quote = ({ voice }: { voice: Voice }) => (
  <figure class="quote">
    <blockquote lang={voice.locale} dir="auto">
      <p>{voice.text}</p>
    </blockquote>
    <figcaption>
      <bdi>{voice.signed}</bdi>
    </figcaption>
  </figure>
)

type VoicesProps = { frame: Frame; round: Round; voices: readonly OfficeVoice[] }

/** What is quoted of a round, place by place, with who agreed to it, how and when. */
export const VoicesPage = ({ frame, round, voices }: VoicesProps) => {
  const t = words(frame.locale)
  const free = voicePlaces.find((place) => !voices.some((voice) => voice.place === place))
  return (
    <OfficePage
      frame={frame}
      title={t('voices.title', { round: roundInText(frame.locale, round) })}
      lead={t('voices.lead')}
      crumbs={crumbsOf(frame, round)}
      actions={
        free ? (
          <ButtonLink kind="primary" href={voicePath(round.code, free)}>
            {t('voices.add')}
          </ButtonLink>
        ) : null
      }
    >
      {voices.length === 0 ? <Empty title={t('voices.none')} text={t('voices.none.text')} /> : null}
      {voices.map((voice) => (
        <Shown {...{ frame, round, voice }} />
      ))}
    </OfficePage>
  )
}

const Shown = ({ frame, round, voice }: { frame: Frame; round: Round; voice: OfficeVoice }) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  const { place, name, consentOn, consentHow } = voice
  return (
    <section>
      <h2>{t('voice.place', { place })}</h2>
      <Quote voice={voice} />
      <Facts
        facts={[
          { term: t('voice.who'), detail: <bdi>{name}</bdi> },
          {
            term: t('voice.consent'),
            detail: t('voice.consent.said', { how: t(`voice.how.${consentHow}`), day: say.day(consentOn) }),
          },
        ]}
      />
      <Form action={removeVoicePath(round.code, place)}>
        <Actions>
          <ButtonLink href={voicePath(round.code, place)} label={t('voice.change.label', { name })}>
            {t('voice.change')}
          </ButtonLink>
          <Button label={t('voice.remove.label', { name })}>{t('voice.remove')}</Button>
        </Actions>
      </Form>
    </section>
  )
}

type VoiceProps = {
  frame: Frame
  round: Round
  place: VoicePlace
  form: FormState
  offered: readonly Locale[]
}

/** The form of one quote: whose it is, what they say, how they agreed, and what may stand below it. */
export const VoicePage = ({ frame, round, place, form, offered }: VoiceProps) => {
  const t = words(frame.locale)
  const { language } = formats(frame.locale, 'UTC')
  const names = ['email', 'text', 'locale', 'signed', 'consentHow', 'consentOn'] as const
  const labels = Object.fromEntries(names.map((name) => [name, t(`voice.field.${name}`)])) as Record<
    (typeof names)[number],
    string
  >
  const { field, faults } = inWords(frame.locale, form, labels)
  return (
    <OfficePage
      frame={frame}
      title={t('voice.place', { place })}
      lead={t('voice.lead')}
      crumbs={[
        ...crumbsOf(frame, round),
        {
          href: voicesPath(round.code),
          label: t('voices.title', { round: roundInText(frame.locale, round) }),
        },
      ]}
      faults={faults}
    >
      <Form action={showVoicePath(round.code, place)} guard>
        <Field type="email" dir="ltr" hint={t('voice.hint.email')} {...field('email')} />
        <Field type="textarea" rows={5} hint={t('voice.hint.text')} {...field('text')} />
        <Field
          type="select"
          options={offered.map((one) => ({ value: one, label: language(one) }))}
          {...field('locale')}
        />
        <Field type="text" dir="auto" hint={t('voice.hint.signed')} {...field('signed')} />
        <Field
          type="radios"
          options={consentWays.map((way) => ({ value: way, label: t(`voice.how.${way}`) }))}
          {...field('consentHow')}
        />
        <Field type="date" width="short" {...field('consentOn')} />
        <Actions>
          <Button kind="primary">{t('voice.show')}</Button>
          <a href={voicesPath(round.code)}>{platformWords(frame.locale)('cancel')}</a>
        </Actions>
      </Form>
    </OfficePage>
  )
}

const crumbsOf = (frame: Frame, round: Round) => [
  { href: officeRoundsPath, label: roundWords(frame.locale)('list.title') },
  { href: officeRoundPath(round.code), label: roundTitle(frame.locale, round) },
]
