import { setImmediate as turn } from 'node:timers/promises'

/** Where a turn of the event loop takes longer, in ms, others have much to do in this process: on most sites, those who read pages. */
const shortTurnMs = 5

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
  let took: number
  do took = await turnMs()
  while (took > shortTurnMs && performance.now() < giveUpAt)
}

async function turnMs(): Promise<number> {
  await turn()
  const since = performance.now()
  await turn()
  return performance.now() - since
}
