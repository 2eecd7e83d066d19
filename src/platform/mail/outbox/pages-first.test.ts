import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { pagesFirst } from './pages-first.ts'

/** Takes the processor for some milliseconds in each turn of the event loop, as many readers of pages do. */
function aCrowd(ms: number) {
  let isThere = true
  const come = async () => {
    while (isThere) {
      const since = performance.now()
      while (performance.now() - since < ms);
      await turn()
    }
  }
  void come()
  const leave = () => {
    isThere = false
  }
  return { leave }
}

/** How many emails have begun by the end of some work. */
async function begunDuring(work: () => Promise<void>): Promise<number> {
  const giveWay = pagesFirst()
  let begun = 0
  let isOver = false
  const strands = Array.from({ length: 3 }, async () => {
    while (!isOver) {
      await giveWay()
      if (!isOver) begun += 1
    }
  })
  await work()
  isOver = true
  await Promise.all(strands)
  return begun
}

const turns = (count: number) => async () => {
  for (let done = 0; done < count; done += 1) await turn()
}

test('emails leave as fast as they can while nobody asks for pages, and a few of them while many do', async () => {
  const alone = await begunDuring(turns(60))
  const crowd = aCrowd(20)
  const since = performance.now()
  const beside = await begunDuring(turns(30))
  const seconds = (performance.now() - since) / 1000
  crowd.leave()
  const afterwards = await begunDuring(turns(60))

  // One in each quarter of a second.
  expect(alone).toBeGreaterThan(10)
  expect(beside).toBeGreaterThan(0)
  expect(beside).toBeLessThanOrEqual(4 * seconds)
  expect(afterwards).toBeGreaterThan(10)
})
