import { everybody, type Feature } from '../people/index.ts'
import { mayAddPictures } from './policy.ts'
import { routes } from './routes.tsx'

export const shell: Feature = {
  name: 'media',
  tables: ['media', 'mediaFile'],
  routes,
  abilities: [{ policy: mayAddPictures, may: 'add pictures with their credit', who: everybody.whoEdits }],
}
