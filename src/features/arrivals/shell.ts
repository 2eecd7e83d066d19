import { everybody, type Feature } from '../people/index.ts'
import { oldKeys } from './arrival.ts'
import { commands } from './commands.ts'
import { ownData } from './own-data.ts'
import { mayBringIn } from './policy.ts'
import { leadsTo } from './queries/former.ts'

export const shell: Feature = {
  name: 'arrivals',
  ownData,
  tasks: { content: ['arrival.begun', 'arrival.ended'] },
  commands,
  formerly: { queries: oldKeys, leadsTo: (app, url) => leadsTo(app.db, app.now(), url) },
  abilities: [
    {
      policy: mayBringIn,
      may: 'bring in a blog that was kept elsewhere, with its comments and pictures',
      who: everybody.whoEdits,
    },
  ],
}
