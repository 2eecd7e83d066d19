import { searchPath } from '../../archive/index.ts'
import type { Visit } from './beside.ts'
import type { Folder } from './folder.ts'
import type { CopyHand } from './hands.ts'
import type { LastRun } from './last-run.ts'
import type { Met } from './met.ts'
import { pageKey, placeIn, type Walked } from './walk.ts'
import { standing } from './ways.ts'

/** The visits of one run, by their addresses. */
export type Visits = {
  all: Map<string, Visit>
  /** Addresses where all is as the last run met it, so that nothing was drawn. */
  same: Set<string>
}

/** Visits as a hand makes them in a walk. */
export const visitsBy =
  ({ all, same }: Visits, hand: CopyHand, last: LastRun) =>
  async (address: string): Promise<Met[]> => {
    // What stands below the box of the search is of the copy itself.
    const former = address === searchPath ? undefined : last.visits.get(address)
    const visited = await hand.visit(address, former?.grounds ?? null)
    const visit = visited ?? former ?? { met: [], grounds: null }
    all.set(address, kept(visit))
    if (visited === null) same.add(address)
    return visit.met
  }

const kept = ({ met, grounds }: Visit): Visit => ({ met: met.map(withoutBytes), grounds })

const withoutBytes = (met: Met): Met =>
  met.stands.kind === 'file' ? { ...met, stands: { kind: 'file', bytes: null } } : met

type Moving = { folder: Folder; hands: readonly CopyHand[]; last: LastRun; walked: Walked }

/**
 * Draws what is as it was met, but would not stand in the copy as it did: where a link leads elsewhere, or nowhere any more, or its
 * file is not there. All other files of what is as it was are left as they are.
 */
export async function drawMoved(
  { all, same }: Visits,
  { folder, hands, last, walked }: Moving,
): Promise<void> {
  const isMoved = movedIn(last.found, walked)
  const placesOf = (met: readonly Met[]) => met.flatMap((one) => placeIn(walked, one) ?? [])
  const stays = (met: readonly Met[]) => !met.some(isMoved) && placesOf(met).every(folder.share.has)
  const due: string[] = []
  for (const address of same) {
    const { met } = all.get(address) ?? { met: [] }
    if (stays(met)) for (const place of placesOf(met)) folder.share.leave(place)
    else due.push(address)
  }
  const draw = async (hand: CopyHand) => {
    for (let address = due.pop(); address !== undefined; address = due.pop()) {
      const visit = await hand.visit(address, null)
      if (visit === null) continue
      all.set(address, kept(visit))
      for (const one of visit.met) {
        const place = placeIn(walked, one)
        if (one.stands.kind === 'file' && one.stands.bytes !== null && place !== undefined)
          await folder.put(place, one.stands.bytes)
      }
    }
  }
  await Promise.all(hands.map(draw))
}

type Found = LastRun['found']

/** Whether what was met stands elsewhere than in the last run, or anything to which it leads. */
function movedIn(before: Found, after: Found): (met: Met) => boolean {
  const locales = new Set([...before.places.keys()].map((key) => key.split(' ', 1)[0] ?? ''))
  const known = new Map<string, boolean>()
  const isMoved = (address: string, locale: string): boolean => {
    const key = pageKey(locale, address)
    const answer = known.get(key) ?? standing(before, address, locale) !== standing(after, address, locale)
    known.set(key, answer)
    return answer
  }
  return ({ address, locale, stands }) => {
    if (stands.kind === 'file') return isMoved(address, locale)
    if (stands.kind !== 'page') return false
    // A page names itself in each language.
    return (
      [...locales].some((one) => isMoved(address, one)) || stands.links.some((link) => isMoved(link, locale))
    )
  }
}
