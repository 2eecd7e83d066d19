import { join } from 'node:path'
import { root } from '../../platform/root.ts'

const folder = join(root, 'src/features/topics/demo')

/** Three topics for a network to look at, written for `writeTopicFromFile`. */
export const demoTopics: { code: string; number: number; file: string; publishAt: Date | null }[] = [
  {
    code: '2015B',
    number: 5,
    file: join(folder, 'serving-diverse-communities.md'),
    publishAt: new Date('2015-10-12T09:00:00Z'),
  },
  {
    code: '2015B',
    number: 6,
    file: join(folder, 'copyright.md'),
    publishAt: new Date('2015-10-26T09:00:00Z'),
  },
  { code: '2016A', number: 1, file: join(folder, 'getting-to-know-you.md'), publishAt: null },
]

/** The topics of the first weeks of a round, in their order, written for the same. */
export const topicsOfWeeks: readonly string[] = [
  'getting-to-know-you.md',
  'library-spaces.md',
  'what-we-let-go.md',
  'open-to-read.md',
].map((file) => join(folder, file))
