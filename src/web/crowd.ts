import { availableParallelism } from 'node:os'

/** One second of this process: the share of it that was spent at work, 0 to 1, and how many requests came beside several others. */
export type Moment = { busy: number; requests: number }

const crowded = { busy: 0.8, requests: 50, seconds: 3 }
const calm = { busy: 0.3, seconds: 60 }

/**
 * Says when a second process is to answer requests beside this one: after three seconds of many requests and no time left, and no
 * more after a calm minute. Work without requests, a thousand emails for instance, is no crowd. One processor has no time for two.
 */
export function crowdWatch(
  processors = availableParallelism(),
): (moment: Moment) => 'begins' | 'is over' | null {
  let [isCrowd, crowdedFor, calmFor] = [false, 0, 0]
  return ({ busy, requests }) => {
    crowdedFor = busy >= crowded.busy && requests >= crowded.requests ? crowdedFor + 1 : 0
    calmFor = busy < calm.busy ? calmFor + 1 : 0
    if (!isCrowd && processors > 1 && crowdedFor >= crowded.seconds) {
      isCrowd = true
      return 'begins'
    }
    if (isCrowd && calmFor >= calm.seconds) {
      isCrowd = false
      return 'is over'
    }
    return null
  }
}
