import { expect, test } from 'vitest'
import { testApp } from '../../test/harness.ts'
import { keeper } from './kept.ts'

const { db } = await testApp('2016-02-20T12:00:00Z')

/** Keeps values of which two fit, and counts how often one is made. */
function aKeeper() {
  const keep = keeper<number>(2)
  let made = 0
  const ask = (key: string, version: string) => keep(db, { key, version }, async () => ++made)
  return { keep, ask }
}

test('a value is made once for each version, however many ask at the same time', async () => {
  const { ask } = aKeeper()

  const first = await Promise.all([ask('a', '1'), ask('a', '1')])
  const next = [await ask('a', '1'), await ask('a', '2'), await ask('a', '2')]

  expect([first, next]).toEqual([
    [1, 1],
    [1, 2, 2],
  ])
})

test('the value that was not asked for longest makes room', async () => {
  const { ask } = aKeeper()
  await ask('a', '1')
  await ask('b', '1')
  await ask('a', '1')
  await ask('c', '1')

  expect([await ask('a', '1'), await ask('b', '1')]).toEqual([1, 4])
})

test('many small values are kept in the place of a large one', async () => {
  const keep = keeper<number>(10, (value) => value)
  const ask = (key: string, value: number) => keep(db, { key, version: '1' }, async () => value)
  for (const key of ['a', 'b', 'c']) await ask(key, 3)

  await ask('large', 8)

  expect([await ask('a', 1), await ask('large', 2)]).toEqual([1, 8])
})

test('a failure is not kept', async () => {
  const { keep, ask } = aKeeper()
  const failing = keep(db, { key: 'a', version: '1' }, () => Promise.reject(new Error('no connection')))

  await expect(failing).rejects.toThrow('no connection')

  expect(await ask('a', '1')).toBe(1)
})

test('a transaction is given nothing that was kept, and leaves nothing behind', async () => {
  const { keep, ask } = aKeeper()
  await ask('a', '1')

  const inside = await db
    .transaction()
    .execute((tx) => keep(tx, { key: 'a', version: '1' }, async (former) => former ?? 7))

  expect([inside, await ask('a', '1')]).toEqual([7, 1])
})
