import { scheduled } from '../../platform/jobs.ts'
import { askOutside, postOutside } from '../../platform/post-outside.ts'
import { type Send, tellHub } from './actions/hub.ts'
import { tellSearchEngines } from './actions/index-now.ts'

const send: Send = async (address, form) => {
  const status = await postOutside(address, form)
  if (status < 200 || status > 299) throw new Error(`the hub answered ${status}`)
}

/** Every five minutes: tells the hub of the feeds what is new, where the network has one. */
export const tellHubOfPosts = scheduled('posts.tell-hub', '*/5 * * * *', (app) => tellHub(app, send))

/** Every five minutes: tells search engines by IndexNow which posts are new, changed or withdrawn, where the network does. */
export const tellSearchEnginesOfPosts = scheduled('posts.tell-search-engines', '2-59/5 * * * *', (app) =>
  tellSearchEngines(app, askOutside),
)
