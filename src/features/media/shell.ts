import { everybody, type Feature } from '../people/index.ts'
import { MAX_BYTES } from './image.ts'
import { mayAddPictures } from './policy.ts'
import { routes } from './routes.tsx'

export const shell: Feature = {
  name: 'media',
  tables: ['media', 'mediaFile'],
  routes,
  limits: [{ of: 'a picture', most: `${MAX_BYTES / 1e6} MB`, past: '422' }],
  abilities: [{ policy: mayAddPictures, may: 'add pictures with their credit', who: everybody.whoEdits }],
}
