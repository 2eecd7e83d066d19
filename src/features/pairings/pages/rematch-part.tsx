import { isolate } from '../../../platform/bidi.ts'
import { dayIn } from '../../../platform/days.ts'
import { type Formats, formats } from '../../../platform/formats.ts'
import { fault } from '../../../platform/forms.ts'
import { confirmWords } from '../../../platform/say.ts'
import { Confirm, Field, type Frame, OfficePage, Spread } from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { rematchPath } from '../../rounds/index.ts'
import { asPages, deskCrumbs, sectorName } from '../../scenarios/index.ts'
import { type Parting, waysToPart } from '../parting.ts'
import { partPath } from '../paths.ts'
import { livingMembers, type Pairing, type PairingMember } from '../queries/rematch-pairings.ts'
import { type PairingWords, words } from '../words.ts'

type PartProps = {
  frame: Frame
  round: Round
  pairing: Pairing
  /** Code of what is wrong with the form that came back. */
  error?: string
}

/** The page that the end of a pairing has to itself: what will happen to whom, and how to take it back. */
export const PartPage = ({ frame, round, pairing, error }: PartProps) => {
  const t = words(frame.locale)
  const f = formats(frame.locale, 'UTC')
  const members = livingMembers(pairing)
  const names = f.names(members.map(({ name }) => name))
  return (
    <OfficePage
      frame={frame}
      title={t('part.title', { names })}
      lead={t('part.lead', { day: f.shortDay(dayIn(pairing.confirmedAt, round.zone)) })}
      crumbs={rematchCrumbs(round, frame.locale)}
      faults={error ? [fault(frame.locale, t('part.who'), 'leaving', t('error.choose-who-leaves'))] : []}
    >
      <Spread
        label={names}
        pages={asPages(members.map((member) => leafOf(member, { t, f, locale: frame.locale })))}
        shared={{ title: '', items: [] }}
      />
      <Confirm
        action={partPath(round.code, pairing.id)}
        words={confirmWords(frame.locale)}
        what={[t('part.what.never'), t('part.what.left'), t('part.what.free'), t('part.what.mails')]}
        whom={t('part.whom.text', { names })}
        undo={t('part.undo')}
        button={t('part.button')}
        danger
        cancel={{ href: rematchPath(round.code), label: t('part.cancel') }}
      >
        <Field
          type="radios"
          name="leaving"
          label={t('part.who')}
          options={waysToPart(members.map(({ applicationId }) => applicationId)).map((way) => ({
            value: way.left.join(' ') || 'nobody',
            ...wayInWords(way, members, { t, f, locale: frame.locale }),
          }))}
          value=""
          error={error ? t('error.choose-who-leaves') : undefined}
        />
      </Confirm>
    </OfficePage>
  )
}

export const rematchCrumbs = (round: Round, locale: string) => [
  ...deskCrumbs(round, locale),
  { href: rematchPath(round.code), label: words(locale)('rematch.title') },
]

type Saying = { t: PairingWords; f: Formats; locale: string }

export function leafOf(member: PairingMember, { t, f, locale }: Saying) {
  return {
    name: member.name,
    country: f.country(member.country),
    sector: sectorName(locale, member.sector),
    facts: member.email === '' ? [] : [{ term: t('part.address'), detail: <bdi>{member.email}</bdi> }],
  }
}

function wayInWords({ left, together, free }: Parting, members: readonly PairingMember[], saying: Saying) {
  const { t, f, locale } = saying
  const names = (ids: readonly string[]) =>
    f.list(
      members
        .filter(({ applicationId }) => ids.includes(applicationId))
        .map(({ name }) => isolate(name, locale)),
    )
  const label =
    left.length === 0 ? t('part.way.nobody') : t('part.way.leave', { count: left.length, names: names(left) })
  const hint =
    together.length > 0
      ? t('part.way.together', { names: names(together) })
      : free.length > 0
        ? t('part.way.free', { count: free.length, names: names(free) })
        : t('part.way.none')
  return { label, hint }
}
