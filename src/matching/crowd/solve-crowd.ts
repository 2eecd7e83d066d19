import type { Crowd, CrowdOptions, CrowdPlan } from './crowd.ts'
import { type Answer, type Looker, lookerOf } from './look.ts'
import type { Question } from './looking.ts'
import { crowdSteps, type Found, type Pass, type Warm } from './steps.ts'

/**
 * Most pairs, then most points, proven over all feasible pairs without listing them.
 *
 * Solves on a few good candidates for each person. The resulting prices bound what any other pair could
 * bring, kinds and shared traits bound it without looking at the pair; pairs that could bring more are added
 * and the matching is improved, until there are none. Memory grows with people, not pairs.
 *
 * @throws RangeError when the crowd is none, as far as is seen on the way, or too large for exact numbers
 * @throws TooMuch when it takes more memory or time than the options allow
 * @source W. Cook, A. Rohe, "Computing minimum-weight perfect matchings" (1999), pricing
 */
export function solveCrowd(crowd: Crowd, options: CrowdOptions = {}): CrowdPlan {
  return solveFrom(crowd, options).plan
}

/** The same, with what is needed to go on from there; and from where an earlier one ended. */
export function solveFrom(crowd: Crowd, options: CrowdOptions, warm?: Warm): Found {
  const steps = crowdSteps(crowd, options, warm)
  let look: Looker | undefined
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    // Not before the first step, which refuses crowds that are too large.
    look ??= lookerOf(crowd)
    const { parts, question, tell } = step.value
    for (let part = 0; part < parts && tell(look(question(part))); part++);
  }
}

export type Elsewhere = {
  /** Asks someone who has the same crowd, such as a `lookerOf` it in another thread. */
  look(question: Question): Promise<Answer>
  /** Questions to have open at once; a few more than there are threads. */
  atOnce: number
}

/** The same plan as `solveCrowd`, while others go through the pairs. @throws the same, and what `look` throws */
export async function solveCrowdWith(
  crowd: Crowd,
  elsewhere: Elsewhere,
  options: CrowdOptions = {},
): Promise<CrowdPlan> {
  const steps = crowdSteps(crowd, options)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value.plan
    await goThrough(step.value, elsewhere)
  }
}

async function goThrough({ parts, question, tell }: Pass, { look, atOnce }: Elsewhere): Promise<void> {
  const open: Promise<Answer>[] = []
  let asked = 0
  try {
    for (let part = 0; part < parts; part++) {
      for (; asked < parts && asked < part + atOnce; asked++) open.push(look(question(asked)))
      if (!tell(await open.shift()!)) return
    }
  } finally {
    await Promise.allSettled(open)
  }
}
