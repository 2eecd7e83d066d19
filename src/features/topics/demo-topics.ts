import { join } from 'node:path'
import { root } from '../../platform/root.ts'

const folder = join(root, 'src/features/topics/demo')

/** The topics of the first weeks of a round, in their order, written for the same. */
export const topicsOfWeeks: readonly string[] = [
  'getting-to-know-you.md',
  'library-spaces.md',
  'what-we-let-go.md',
  'open-to-read.md',
].map((file) => join(folder, file))

/** With which each round begins. */
export const firstTopic = join(folder, 'getting-to-know-you.md')
