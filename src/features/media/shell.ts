import { mostPictureBytes } from '../../platform/pictures.ts'
import { everybody, type Feature } from '../people/index.ts'
import { ownData } from './own-data.ts'
import { mayAddPictures } from './policy.ts'
import { routes } from './routes.tsx'

export const shell: Feature = {
  name: 'media',
  ownData,
  tasks: {
    content: ['picture.added'],
  },
  routes,
  limits: [{ of: 'a picture', most: `${mostPictureBytes / 1e6} MB`, past: '422' }],
  abilities: [{ policy: mayAddPictures, may: 'add pictures with their credit', who: everybody.whoEdits }],
}
