import type { BelowPost } from '../../people/index.ts'
import { SubscribeBelow } from './subscribe.tsx'

/** The field for an address below the text of a post; the same for everyone who reads in one language. */
export const subscribeBelow: BelowPost = {
  version: async () => '',
  read:
    async () =>
    ({ frame }) => ({ head: null, shown: frame.paused ? null : SubscribeBelow({ frame }) }),
}
