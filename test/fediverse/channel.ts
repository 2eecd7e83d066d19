import { beforeEach } from 'vitest'
import { deliverDue } from '../../src/features/fediverse/actions/delivering.ts'
import { tellFollowers } from '../../src/features/fediverse/actions/telling.ts'
import { anElsewhere, type How } from '../../src/features/fediverse/elsewhere.builder.ts'
import { channelPath, sharedInboxPath } from '../../src/features/fediverse/paths.ts'
import { aPerson } from '../builders.ts'
import { testApp } from '../harness.ts'
import { siteAsking } from './site.ts'

const json = { Accept: 'application/activity+json' }

import { aPublishedPost } from '../../src/features/archive/archive.builder.ts'
import { turnOn } from '../../src/features/fediverse/actions/channels.ts'

/** For tests: the blog as it can be followed, and a server elsewhere that follows it. */
export async function aChannel() {
  const app = await testApp('2016-03-01T12:00:00Z', { BASE_URL: 'https://network.example' })
  const glammr = anElsewhere(app.origin, { now: app.now })
  const site = await siteAsking(app, glammr.ask)
  const director = await aPerson(app, { role: 'director' })
  const editor = await aPerson(app, { role: 'editor' })
  const blog = app.origin + channelPath('blog')

  async function get(path: string, headers: Record<string, string> = json) {
    const answer = await site.request(path, { headers: { Host: 'network.example', ...headers } })
    const text = await answer.text()
    return { status: answer.status, said: text.startsWith('{') ? JSON.parse(text) : text }
  }

  const knock = async (message: object, how?: How) =>
    (await site.request(await glammr.sign(sharedInboxPath, message, how))).status

  /** What the clock does each minute, but for what it does for others. */
  async function minute() {
    await tellFollowers(app)
    await deliverDue(app, glammr.ask)
    return glammr.got.splice(0)
  }

  const followers = async () => (await get(`${channelPath('blog')}/followers`)).said.totalItems
  beforeEach(() => glammr.answer(202))

  /** The channel is there, somebody follows it, and has heard of a post. @returns its id */
  async function aHeardPost() {
    await turnOn(app, director, 'blog')
    await knock(glammr.says('Follow', blog))
    const publishAt = new Date('2016-03-01T14:00:00Z')
    const post = await aPublishedPost(app, { slug: 'desks', title: 'Desks', publishAt, updatedAt: app.now() })
    app.at('2016-03-01T14:00:30Z')
    await minute()
    return post
  }

  return { app, glammr, site, director, editor, blog, get, knock, minute, followers, aHeardPost }
}
