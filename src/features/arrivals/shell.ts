import { everybody, type Feature } from '../people/index.ts'
import { oldKeys } from './arrival.ts'
import { commands } from './commands.ts'
import { bringUploadIn, rehearseUpload } from './jobs.ts'
import { ownData } from './own-data.ts'
import { arrivalsPath } from './paths.ts'
import { mayBringIn } from './policy.ts'
import { leadsTo } from './queries/former.ts'
import { office } from './routes.tsx'
import { mostMegabytes } from './schema.ts'
import { words } from './words.ts'

export const shell: Feature = {
  name: 'arrivals',
  ownData,
  tasks: { content: ['arrival.begun', 'arrival.ended'] },
  commands,
  office,
  jobs: [rehearseUpload, bringUploadIn],
  largestBody: { at: /^\/office\/arrivals\/upload$/, megabytes: mostMegabytes },
  limits: [
    { of: 'the file of a blog that is brought in on a page', most: `${mostMegabytes} MB`, past: '413' },
  ],
  nav: {
    office: [{ href: arrivalsPath, label: (locale) => words(locale)('nav'), may: mayBringIn, place: 48 }],
  },
  formerly: { queries: oldKeys, leadsTo: (app, url) => leadsTo(app.db, app.now(), url) },
  abilities: [
    {
      policy: mayBringIn,
      may: 'bring in a blog that was kept elsewhere, with its comments and pictures',
      who: everybody.whoEdits,
    },
  ],
}
