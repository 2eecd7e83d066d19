import {
  hoursChangeOn,
  type Reasons,
  reasonsBetween,
  scenarioWords,
  sentences,
  sharedHours,
  type TwoReasons,
  tell,
} from '../scenarios/index.ts'
import { type Told, toldTo } from './introduction.ts'
import type { Participant } from './queries/introductions.ts'
import type { Voice } from './words.ts'

/** A pairing as far as it says why; the reasons are those of the day of the release. */
type Paired = { reasons: readonly TwoReasons[] }

/**
 * What one partner is told about the other, with the reasons in whole sentences.
 *
 * @param on `day`: that of whose hours it speaks, as clocks may have changed since the release; `until`: the last of
 *   the round, for a change of clocks that is to come; both `YYYY-MM-DD`
 */
export function toldOf(
  own: Participant,
  partner: Participant,
  { reasons }: Paired,
  { day, until, voice }: { day: string; until: string; voice: Voice },
): Told & { sentences: string[] } {
  const kept = reasonsBetween(reasons, own.applicationId, partner.applicationId)
  const today: Reasons | null = kept && { ...kept, hours: sharedHours(own, partner, day) }
  const told = toldTo(own, partner, today ? sentences(own, partner, today) : [])
  // Said of hours that were told just before.
  const change = today && today.hours.minutes > 0 ? hoursChangeOn(own, partner, day, until) : null
  const { t, f } = voice
  const wishes = told.unmet.map(({ what, wish }) =>
    scenarioWords(voice.locale)('wish', { hope: `${what}_${wish}` }),
  )
  return {
    ...told,
    sentences: [
      ...tell(told.why, 'you', told.names, voice),
      ...(change ? [t('why.clocks', { day: f.shortDay(change) })] : []),
      ...(wishes.length > 0 ? [t('why.unmet', { wishes: f.list(wishes) })] : []),
    ],
  }
}
