import { setTimeout as pause } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import { expect, test } from 'vitest'
import { aPublishedPost } from '../../src/features/archive/archive.builder.ts'
import { sendComment } from '../../src/features/comments/index.ts'
import { tellAnswers } from '../../src/features/fediverse/actions/answering.ts'
import { setKnownAs, turnOn } from '../../src/features/fediverse/actions/channels.ts'
import { deliverDue } from '../../src/features/fediverse/actions/delivering.ts'
import { tellFollowers } from '../../src/features/fediverse/actions/telling.ts'
import { channelPath, notePath } from '../../src/features/fediverse/paths.ts'
import { overview } from '../../src/features/fediverse/queries/office.ts'
import type { Ask } from '../../src/platform/post-outside.ts'
import { aPerson } from '../builders.ts'
import { toClose } from '../closing.ts'
import { testApp } from '../harness.ts'
import { until } from '../outbox/until.ts'
import { freePort } from '../running/free-port.ts'
import { signedIn } from '../signed-in.ts'
import { siteAsking } from './site.ts'
import { aSnac, hasSnac } from './snac.ts'

const port = await freePort()
const app = await testApp(new Date().toISOString(), { BASE_URL: `http://localhost:${port}` })
/** Signatures are of the moment: other programs know no other clock. */
let aheadMinutes = 0
const now = () => app.at(new Date(Date.now() + aheadMinutes * 60_000).toISOString())

/** As `askOutside`, but on this machine. */
const ask: Ask = async ({ address, method, headers = {}, body, waitMs = 10_000 }) => {
  const { Host: _, host: __, ...sent } = headers
  const signal = AbortSignal.timeout(waitMs)
  const answer = await fetch(address, {
    method,
    headers: sent,
    redirect: 'manual',
    signal,
    ...(body && { body: String(body) }),
  })
  return { status: answer.status, headers: Object.fromEntries(answer.headers), text: await answer.text() }
}

const site = await siteAsking(app, ask)
const director = await aPerson(app, { role: 'director', name: 'Ruth Bader' })
await turnOn(app, director, 'blog')
const blog = app.origin + channelPath('blog')

const seen = async () => overview(app.db, director, app.now())
const followers = async () =>
  (await seen()).channels.find(({ channel }) => channel.kind === 'blog')?.followers
const comments = () => app.db.selectFrom('comment').selectAll().orderBy('number').execute()

/** Goes on once it has come true; what is due is done meanwhile. */
const comes = (isTrue: () => Promise<boolean> | boolean) =>
  until(async () => {
    now()
    await deliverDue(app, ask)
    // It looks into its queue every few seconds, so that to ask more often only costs.
    await pause(100)
    return isTrue()
  })

const server = serve({ fetch: site.fetch, port, hostname: 'localhost' })
toClose.add(() => new Promise((resolve) => server.close(() => resolve())))

/** Its server wakes up every three seconds, nine times in all: most of it is waiting, and a busy machine adds to it. */
const timeout = 180_000

test.skipIf(!hasSnac && !process.env.CI)(
  'a server that others have written follows, hears, answers, is answered, likes, shares, forgets and leaves',
  { timeout },
  async () => {
    const ada = await aSnac('ada')
    await ada.run('follow', blog)
    await comes(async () => (await followers()) === 1)
    await comes(() => ada.follows().includes('Accept'))

    const post = await aPublishedPost(app, {
      ...{ slug: 'desks', title: 'Desks', summary: 'Where we work.', tags: ['open access'] },
      ...{ publishAt: app.now(), updatedAt: app.now() },
    })
    const note = app.origin + notePath(post)
    await tellFollowers(app)
    await comes(() => ada.kept().includes('<strong>Desks</strong>'))
    await app.db
      .updateTable('post')
      .set({ title: 'Chairs', updatedAt: new Date() })
      .where('id', '=', post)
      .execute()
    await tellFollowers(app)
    await comes(() => ada.kept().includes('<strong>Chairs</strong>'))

    await ada.press('/admin/note', { content: 'We do this too.', in_reply_to: note })
    await comes(async () => (await comments()).length === 1)
    const [reply] = await comments()
    expect(reply).toMatchObject({ state: 'waiting', text: 'We do this too.', name: 'ada' })
    const pressed = new URLSearchParams({ one: `${reply?.number}.1.shown.`, back: '/office/comments' })
    const decided = await site.request('/office/comments/decide', {
      ...{ method: 'POST', headers: await signedIn(app, director), body: pressed },
    })
    expect([decided.status, (await comments())[0]?.state]).toEqual([303, 'shown'])
    await sendComment(app, director, answerTo(reply?.number ?? 0), coming)
    // An answer can be taken back for five minutes before anyone hears of it.
    aheadMinutes = 6
    now()
    await tellAnswers(app)
    await comes(() => ada.kept().includes('So do we in Cairo.'))

    await ada.press('/admin/action', { id: note, actor: blog, action: 'Like' })
    await ada.run('boost', note)
    await comes(async () => {
      const [back] = (await seen()).reactions
      return back?.likes === 1 && back.shares === 1
    })
    await app.db.updateTable('post').set({ withdrawnAt: new Date() }).where('id', '=', post).execute()
    await tellFollowers(app)
    await comes(() => !ada.kept().includes('<strong>Chairs</strong>'))

    await ada.run('unfollow', blog)
    await comes(async () => (await followers()) === 0)
  },
)

test.skipIf(!hasSnac && !process.env.CI)(
  'an account elsewhere moves here once the blog says that it is the network’s as well, and its followers come along',
  { timeout },
  async () => {
    const bo = await aSnac('bo')
    const old = await bo.another('iln')
    await bo.run('follow', old.address)
    await comes(() => bo.follows().includes('Accept'))
    const moves = async (to: string) => {
      await old.run('alias', to)
      return old.run('migrate')
    }

    const tooSoon = await moves(app.origin + channelPath('blog_es')).catch(String)
    await setKnownAs(app, director, 'blog', [old.address])
    const then = await moves(blog)

    expect(tooSoon).toContain('Cannot migrate')
    expect(then).not.toContain('Cannot migrate')
    await comes(async () => (await followers()) === 1)
    await comes(() => bo.follows().includes(object(blog)) && !bo.follows().includes(object(old.address)))
  },
)

/** As its server writes down whom somebody follows. */
const object = (address: string) => `"object": "${address}"`

const coming = { slug: 'desks', network: 'test', locale: 'en', once: 'once' }
const answerTo = (to: number) => ({
  ...{ name: 'Ruth Bader', email: director.email, text: 'So do we in Cairo.', follows: false, to },
})
