import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises'
import { isMachineFull } from '../../rush.ts'

/** Where a turn of the event loop takes longer, in ms, others have much to do in this process: on most sites, those who read pages. */
const shortTurnMs = 5

/** While all processors are in use, it is looked so often, in ms, whether they still are. */
const fullMs = 50

/** However much they have, an email leaves so often, in ms. */
const patienceMs = 250

/**
 * Emails give way to pages, which somebody sits and waits for. Each email waits for a short turn of the event loop, one
 * after the other, so that no more than one begins in each; in a process that only sends, that is at once.
 */
export function pagesFirst(): () => Promise<void> {
  let last = Promise.resolve()
  return () => {
    last = last.then(untilShortTurn)
    return last
  }
}

async function untilShortTurn(): Promise<void> {
  const giveUpAt = performance.now() + patienceMs
  while ((await turnMs()) > shortTurnMs && performance.now() < giveUpAt);
  // Turns are short again once a second process answers, though neither has time to spare.
  while (isMachineFull() && performance.now() < giveUpAt) await pause(fullMs)
}

async function turnMs(): Promise<number> {
  await turn()
  const since = performance.now()
  await turn()
  return performance.now() - since
}
