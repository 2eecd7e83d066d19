import { dayIn } from '../../../platform/days.ts'
import { formats } from '../../../platform/formats.ts'
import { type Frame, OfficePage, Spread } from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { asPages } from '../../scenarios/index.ts'
import type { Pairing } from '../queries/rematch-pairings.ts'
import { words } from '../words.ts'
import { leafOf, rematchCrumbs } from './rematch-part.tsx'

/** A pairing that has ended, as the search and the journal lead to it: who they were, and from when to when. */
export const EndedPage = ({ frame, round, pairing }: { frame: Frame; round: Round; pairing: Pairing }) => {
  const { locale } = frame
  const t = words(locale)
  const f = formats(locale, 'UTC')
  const { members } = pairing
  const names = f.names(members.map(({ name }) => name))
  const days = {
    from: f.shortDay(dayIn(pairing.confirmedAt, round.zone)),
    until: f.shortDay(lastDay(pairing, round)),
  }
  return (
    <OfficePage
      frame={frame}
      title={names}
      lead={t('ended.lead', days)}
      crumbs={rematchCrumbs(round, locale)}
    >
      <Spread
        label={names}
        pages={asPages(members.map((member) => leafOf(member, { t, f, locale })))}
        shared={{ title: '', items: [] }}
      />
    </OfficePage>
  )
}

/** Of a pairing that nobody ended, that of its round. */
const lastDay = ({ dissolvedAt }: Pairing, { endsOn, zone }: Round): string =>
  dissolvedAt === null ? endsOn : dayIn(dissolvedAt, zone)
