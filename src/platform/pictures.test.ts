import { expect, test } from 'vitest'
import { inTurn } from './pictures.ts'

test('pictures are read one at a time, and a broken one holds nobody up', async () => {
  let now = 0
  let most = 0
  const read = (isBroken: boolean) => async () => {
    now += 1
    most = Math.max(most, now)
    await Promise.resolve()
    now -= 1
    if (isBroken) throw new Error('broken')
    return 'read'
  }

  const told = await Promise.allSettled([false, true, false].map((isBroken) => inTurn(read(isBroken))))

  expect([told.map(({ status }) => status), most]).toEqual([['fulfilled', 'rejected', 'fulfilled'], 1])
})
