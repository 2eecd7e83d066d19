import { everybody, type Feature } from '../people/index.ts'
import { maySeeHours } from './policy.ts'
import { office } from './routes.tsx'

export const shell: Feature = {
  name: 'hours',
  office,
  abilities: [
    {
      policy: maySeeHours,
      may: 'see about how many hours of volunteers a round has cost, by the kind of work',
      who: everybody.whoCoordinates,
    },
  ],
}
