import { addDays, dayIn } from '../../../platform/days.ts'
import type { Frame } from '../../../ui/index.ts'
import type { OwnMatters } from '../../people/index.ts'
import { openCalls, roundById } from '../../rounds/index.ts'
import { waitingId } from '../../subscribers/index.ts'
import { saidOf } from '../emails.ts'
import { toldForDays } from '../farewell.ts'
import { NextCallPart } from '../pages/farewell.tsx'
import { ownFarewellPath } from '../paths.ts'
import { words } from '../words.ts'
import { ownEndings } from './leavers.ts'

/** From the last day of a round: what was, and how to go on. */
export const ownFarewells: OwnMatters = async (db, actor, now, speaker) => {
  const endings = await ownEndings(db, actor.id, addDays(dayIn(now), -toldForDays))
  const rounds = await Promise.all(endings.map(({ roundId }) => roundById(db, roundId)))
  const reached = endings.flatMap((leaver, index) => {
    const round = rounds[index]
    return round && dayIn(now, round.zone) >= round.endsOn ? [{ leaver, round }] : []
  })
  if (reached.length === 0) return []
  const t = words(actor.locale)
  const mayAsk =
    (await openCalls(db, now)).length === 0 && actor.email !== null && !(await waitingId(db, actor.email))
  return reached.map(({ leaver, round }, index) => {
    const said = saidOf(leaver, round, actor.locale, now)
    const base = ownFarewellPath(round.code)
    return {
      title: t('mine.title', said),
      text: [
        words(actor.locale, speaker)(`end.${leaver.ending}`, said),
        ...(leaver.partners.length > 0 ? [t('touch', said)] : []),
      ],
      shown: (frame: Frame) =>
        mayAsk && index === 0 ? NextCallPart({ frame, next: { kind: 'ask' }, base }) : null,
      links: [{ href: base, label: t('mine.link') }],
      place: 8,
    }
  })
}
