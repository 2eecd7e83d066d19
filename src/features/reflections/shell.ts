import { everybody, type Feature } from '../people/index.ts'
import { ownData } from './own-data.ts'
import { reflectionsPath } from './paths.ts'
import { mayReadReflections, mayTakeReflections } from './policy.ts'
import { offeredReflections } from './queries/matters.ts'
import { ownReflectionMatters } from './queries/mine.ts'
import { office } from './routes/office.tsx'
import { routes } from './routes/writing.tsx'
import { words } from './words.ts'

export const shell: Feature = {
  name: 'reflections',
  ownData,
  tasks: { content: ['reflection.drafted', 'reflection.set-aside'] },
  routes,
  office,
  desk: offeredReflections,
  mine: ownReflectionMatters,
  mailKinds: { reflection: (locale) => words(locale)('mail-kind.reflection') },
  nav: {
    office: [
      {
        href: reflectionsPath,
        label: (locale) => words(locale)('nav'),
        may: mayReadReflections,
        place: 45,
      },
    ],
  },
  abilities: [
    {
      policy: mayReadReflections,
      may: 'read the reflections that participants shared: coordinators all of those, editors what was offered to the blog',
      who: ['editor', 'coordinator', 'director'],
    },
    {
      policy: mayTakeReflections,
      may: 'begin a post from a reflection, or set it aside',
      who: everybody.whoEdits,
    },
  ],
}
