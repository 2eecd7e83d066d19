import { type Kind, kinds, ladders } from './case.ts'

/** Whether somebody silent is asked once more by the clock, or by a coordinator. */
export const nudgers = ['clock', 'coordinator'] as const
type Nudger = (typeof nudgers)[number]

/** How many days each step of each kind of case has. */
export type Ladder = { days: Record<Kind, number[]>; nudges: Nudger }

/** What holds where nobody has said otherwise. */
export const usualLadder: Ladder = {
  days: {
    conduct: [1, 7],
    help: [1, 4],
    parted: [2],
    silence: [1, 4],
    contradiction: [2, 4, 7],
    bounce: [2, 5],
    absence: [2, 4],
  },
  nudges: 'clock',
}

/** A ladder as it is kept; what it does not say is as usual. */
export function ladderFrom(kept: { days: unknown; nudges: string } | undefined): Ladder {
  if (!kept) return usualLadder
  const said = kept.days as Partial<Record<Kind, number[]>>
  const days = kinds.map((kind) => {
    const own = said[kind]
    return [kind, own?.length === ladders[kind].length ? own : usualLadder.days[kind]] as const
  })
  return {
    days: Object.fromEntries(days) as Ladder['days'],
    nudges: kept.nudges === 'coordinator' ? 'coordinator' : 'clock',
  }
}
