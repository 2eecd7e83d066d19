import type { App } from '../../platform/app.ts'
import type { Command } from '../../platform/commands.ts'
import { formats } from '../../platform/formats.ts'
import type { Site } from './copying/copy.ts'
import { publish } from './copying/publish.ts'
import { publishWacz } from './copying/wacz.ts'

/** @param open a site that answers in this process, as the shell builds it */
export const copyCommandOf = (open: (app: App) => Promise<Site>): Command => ({
  name: 'archive publish',
  summary:
    'Write all that a visitor can read into a folder that needs no server: it opens from a stick, and any web server serves it. Again into the same folder, it writes what has changed and removes what is gone. Into a file that ends in .wacz, in the network’s own language, for web archives.',
  args: ['PATH'],
  options: {
    cards: {
      help: 'also the pictures that stand for posts where links to them are shared, for a copy that takes the place of the site; each is drawn once',
    },
  },
  async run(app, { args: [path = ''], switches }) {
    const { number } = formats('en', 'UTC')
    const site = await open(app)
    if (path.endsWith('.wacz')) {
      const archived = await publishWacz(app, site, path).finally(site.close)
      const { pages, records, bytes } = archived
      return {
        text: `${number(pages)} pages, ${number(records)} records: ${number(Math.ceil(bytes / 1e6))} MB in ${path}.`,
        json: archived,
      }
    }
    const published = await publish(app, site, path, switches.has('cards')).finally(site.close)
    const { pages, posts, oldAddresses, files, written, removed, bytes } = published
    return {
      text: [
        `${number(pages)} pages, ${number(posts)} posts, ${number(oldAddresses)} old addresses: ${number(files)} files of ${number(Math.ceil(bytes / 1e6))} MB.`,
        `Written: ${number(written)}. Removed: ${number(removed)}. Open index.html in ${path}.`,
      ].join('\n'),
      json: published,
    }
  },
})
