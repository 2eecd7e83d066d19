import { expect, test } from 'vitest'
import { things } from '../bench/hostile/things.ts'

// What each costs, and the giants, are measured by `node bench/hostile/index.ts`.
test.each(things.filter(({ isLarge }) => !isLarge))(
  '$what becomes harmless, or is refused',
  async (thing) => {
    expect(await thing.meet(await thing.make())).toEqual(thing.becomes)
  },
)
