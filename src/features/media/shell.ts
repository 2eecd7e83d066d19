import { mostPictureBytes } from '../../platform/pictures/index.ts'
import { everybody, type Feature } from '../people/index.ts'
import { commands } from './commands.ts'
import { addAvif, putPicturesAway, tidyStore } from './jobs.ts'
import { ownData } from './own-data.ts'
import { libraryPath } from './paths.ts'
import { mayAddPictures } from './policy.ts'
import { pictureMatters } from './queries/pictures.ts'
import { routes } from './routes/files.tsx'
import { office } from './routes/library.tsx'
import { words } from './words.ts'

export const shell: Feature = {
  name: 'media',
  ownData,
  views: ['pictureShown'],
  tasks: {
    content: ['picture.added', 'picture.described', 'picture.focused', 'picture.replaced'],
  },
  routes,
  office,
  // With what is said of it.
  largestBody: { at: /^\/office\/pictures(\/|$)/, megabytes: 11 },
  jobs: [addAvif],
  clockwork: [putPicturesAway, tidyStore],
  commands,
  desk: pictureMatters,
  nav: {
    office: [
      { href: libraryPath, label: (locale) => words(locale)('nav.pictures'), may: mayAddPictures, place: 22 },
    ],
  },
  limits: [{ of: 'a picture', most: `${mostPictureBytes / 1e6} MB`, past: '422' }],
  abilities: [
    {
      policy: mayAddPictures,
      may: 'look after the library of pictures: add, describe, focus and replace them',
      who: everybody.whoEdits,
    },
  ],
}
