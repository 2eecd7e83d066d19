import { expect, test } from 'vitest'
import { aPerson, aRound } from '../../../test/builders.ts'
import { siteAsking } from '../../../test/fediverse/site.ts'
import { commandNamed, testApp } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { aPublishedPost } from '../archive/archive.builder.ts'
import { leaveComments } from '../comments/actions/own.ts'
import { decideComments, sendComment } from '../comments/index.ts'
import { erasePerson } from '../own-data/actions/erasing.ts'
import { type Actor, visitor } from '../people/index.ts'
import { tellAnswers } from './actions/answering.ts'
import { addLanguages, moveAway, setKnownAs } from './actions/channels.ts'
import { deliverDue } from './actions/delivering.ts'
import { renewKeys } from './actions/keys.ts'
import { accountsTyped } from './actions/resolving.ts'
import { tellFollowers } from './actions/telling.ts'
import { anElsewhere } from './elsewhere.builder.ts'
import { mostOpenReports } from './limits.ts'
import { answerPath, channelPath, fediversePath, notePath, sharedInboxPath } from './paths.ts'
import { overview } from './queries/office.ts'

const app = await testApp('2016-03-01T12:00:00Z')
const blog = app.origin + channelPath('blog')
const glammr = anElsewhere(app.origin, { now: app.now, alsoKnownAs: [blog] })
const site = await siteAsking(app, glammr.ask)
const director = await aPerson(app, { role: 'director', name: 'Ruth Bader' })
const editor = await aPerson(app, { role: 'editor', name: 'Ed Moss' })

async function open(path: string, as = director, fields?: Record<string, string>) {
  const headers = await signedIn(app, as)
  const sent = fields && { method: 'POST', body: new URLSearchParams(fields) }
  const answer = await site.request(path, { headers, ...sent })
  return { status: answer.status, page: await answer.text() }
}
const knock = async (message: object) =>
  (await site.request(await glammr.sign(sharedInboxPath, message))).status
const delivered = async () => {
  await deliverDue(app, glammr.ask)
  return glammr.got.splice(0)
}

test('a director chooses a name, which stays; an editor sees what came of it', async () => {
  expect((await open(fediversePath, editor)).page).not.toContain('name="handle"')
  const bad = await open(`${fediversePath}/turn-on`, director, { handle: 'Our blog!' })
  expect([bad.status, bad.page.includes('value="Our blog!"')]).toEqual([422, true])
  expect((await open(`${fediversePath}/turn-on`, editor, { handle: 'blog' })).status).toBe(403)
  expect((await open(`${fediversePath}/turn-on`, director, { handle: '@Blog' })).status).toBe(303)
  expect((await open(fediversePath, editor)).page).toContain('@blog_es@localhost:3000')
  expect((await open('/subscribe', editor)).page).toContain('@blog@localhost:3000')
  const other = { of: 'no such tag', handle: 'tag' }
  expect((await open(`${fediversePath}/channels/add`, director, other)).status).toBe(422)
  const { code, topicDays } = await aRound(app)
  const topic = (number: number) => ({ of: `${code}/${number}`, handle: `topic_${number}` })
  const beyond = await open(`${fediversePath}/channels/add`, director, topic(topicDays.length + 1))
  const last = await open(`${fediversePath}/channels/add`, director, topic(topicDays.length))
  expect([beyond.status, last.status]).toEqual([422, 303])
  expect(beyond.page).toContain('No post has this tag, and no round this topic.')
})

test('a channel of a tag passes its posts on to those who follow it, and to them alone', async () => {
  const post = { tags: ['Open access'], updatedAt: app.now(), publishAt: new Date('2016-03-01T12:05:00Z') }
  const [tagged] = [
    await aPublishedPost(app, { ...post, slug: 'open' }),
    await aPublishedPost(app, { ...post, slug: 'closed', tags: [] }),
  ]
  await open(`${fediversePath}/channels/add`, director, { of: '#open access', handle: 'open_access' })

  expect(await knock(glammr.says('Follow', app.origin + channelPath('open_access')))).toBe(202)
  app.at('2016-03-01T12:06:00Z')
  await tellFollowers(app)
  // They go to two inboxes side by side: either may be there first.
  const got = (await delivered()).toSorted((one, other) => String(one.type).localeCompare(String(other.type)))
  expect(got).toMatchObject([
    { type: 'Accept' },
    {
      type: 'Announce',
      actor: app.origin + channelPath('open_access'),
      object: app.origin + notePath(tagged),
    },
  ])
  await app.db
    .updateTable('post')
    .set({ title: 'Wide open', updatedAt: app.now() })
    .where('id', '=', tagged)
    .execute()
  await tellFollowers(app)
  expect(await delivered()).toMatchObject([{ type: 'Update', actor: blog }])
})

test('whoever answered from elsewhere hears of an answer on the blog, and when it goes', async () => {
  const [{ id: post } = { id: '' }] = await app.db
    .selectFrom('post')
    .where('slug', '=', 'open')
    .select('id')
    .execute()
  const reply = glammr.note('<p>We too.</p>', app.origin + notePath(post))
  await knock(glammr.says('Create', reply))
  const number = async () =>
    Math.max(...(await app.db.selectFrom('comment').select('number').execute()).map((one) => one.number))
  const first = await number()
  await decideComments(app, editor, [{ number: first, revision: 1 }], 'shown')
  const said = { name: 'Ed Moss', email: editor.email, text: 'So do <we>.', follows: false, to: first }
  await sendComment(app, editor, said, { slug: 'open', network: 'n', locale: 'en', once: 'once' })
  await tellAnswers(app)
  expect(await delivered()).toEqual([])
  app.at('2016-03-01T12:12:00Z')
  await tellAnswers(app)
  await tellAnswers(app)

  expect(await delivered()).toMatchObject([
    {
      type: 'Create',
      object: {
        inReplyTo: reply.id,
        content: expect.stringContaining('So do &lt;we&gt;.'),
        tag: [{ type: 'Mention', href: glammr.address, name: '@ada@glammr.example' }],
      },
    },
  ])
  await decideComments(app, editor, [{ number: await number(), revision: 1 }], 'removed')
  await tellAnswers(app)
  expect(await delivered()).toMatchObject([{ type: 'Delete', object: { type: 'Tombstone' } }])
})

test('what another server reports stands on the desk until somebody has looked at it', async () => {
  await knock(glammr.says('Flag', [blog, 'https://other.example/x'], { content: '<p>Not nice</p>' }))
  const [report] = (await overview(app.db, editor, app.now())).reports
  expect(report).toMatchObject({ host: 'glammr.example', words: 'Not nice', about: [blog] })
  expect((await open('/office', editor)).page).toContain('Another server has reported something of ours.')
  expect((await open(`${fediversePath}/reports/${report?.id}/settle`, editor, {})).status).toBe(303)
  expect((await overview(app.db, editor, app.now())).reports).toEqual([])
})

test('one server has some reports open, and no more', async () => {
  const { id: _, ...one } = await app.db.selectFrom('fediverseReport').selectAll().executeTakeFirstOrThrow()
  const open = Array.from({ length: mostOpenReports - 1 }, (_, number) => ({
    ...{ ...one, settledAt: null, settledBy: null, address: `https://glammr.example/reports/${number}` },
  }))
  await app.db.insertInto('fediverseReport').values(open).execute()
  const count = async () => (await overview(app.db, editor, app.now())).reports.length

  for (const words of ['The last', 'One too many'])
    await knock(glammr.says('Flag', [blog], { content: words }))

  expect(await count()).toBe(mostOpenReports)
  await app.db.deleteFrom('fediverseReport').where('address', '<>', one.address).execute()
})

test('accounts that are typed are looked up side by side, and those that are not found are named', async () => {
  const going = { now: 0, most: 0 }
  const names = Array.from({ length: 9 }, (_, number) => `@a${number}@glammr.example`)
  const links = [{ rel: 'self', type: 'application/activity+json', href: glammr.address }]
  const known = await accountsTyped(app, [...names, '@gone@glammr.example'], async ({ address }) => {
    going.now += 1
    going.most = Math.max(going.most, going.now)
    for (let turn = 0; turn < 9; turn += 1) await new Promise(setImmediate)
    going.now -= 1
    return { status: address.includes('gone') ? 404 : 200, headers: {}, text: JSON.stringify({ links }) }
  })
  const typed = { accounts: 'nobody\nghost' }
  const several = await open(`${fediversePath}/known-as`, director, typed)
  const single = await open(`${fediversePath}/move`, director, { to: 'nobody' })

  expect([going.most, known]).toEqual([5, { addresses: [glammr.address], missing: ['@gone@glammr.example'] }])
  expect([several.status, single.status]).toEqual([422, 422])
  expect(several.page).toContain('These were not found: nobody and ghost.')
  expect(single.page).toContain('nobody was not found.')
})

test('the page of an account, and a slip, keep no whole server away', async () => {
  for (const who of ['https://glammr.example/@ada', 'glammr.example/@ada', '@ada @glammr.example', '@ada']) {
    const { status, page } = await open(`${fediversePath}/blocked/block`, editor, { who })
    expect([status, page.includes(`value="${who}"`)]).toEqual([422, true])
  }
  for (const who of ['https://spam.example/', '@eve@spam.example'])
    await open(`${fediversePath}/blocked/block`, editor, { who })

  const blocked = app.db.selectFrom('fediverseServer').where('blockedAt', 'is not', null).select('host')
  expect(await blocked.execute()).toEqual([{ host: 'spam.example' }])
})

test('our own server is not kept away, and nothing of it changes', async () => {
  const own = new URL(app.origin).host
  const before = await app.db.selectFrom('fediverseServer').selectAll().execute()

  for (const who of [own, `@blog@${own}`]) {
    const { status, page } = await open(`${fediversePath}/blocked/block`, editor, { who })
    expect([status, page.includes(`value="${who}"`)]).toEqual([422, true])
    expect(page).toContain('This is our own server, so there is nothing to block.')
  }
  expect(await app.db.selectFrom('fediverseServer').selectAll().execute()).toEqual(before)
})

test('a key that is lost is made anew, and what waited for it goes', async () => {
  await app.db.deleteFrom('fediverseSecret').execute()
  await knock(glammr.says('Follow', blog))
  expect(await delivered()).toEqual([])
  await renewKeys(app)
  await addLanguages(app)
  app.at('2016-03-01T12:15:00Z')
  expect(await delivered()).toMatchObject([{ type: 'Accept' }])
  const { json } = await commandNamed('fediverse status').run(app, {
    args: [],
    options: {},
    switches: new Set(),
    lists: {},
  })
  expect(json).toMatchObject({
    waiting: 0,
    channels: expect.arrayContaining([{ handle: '@blog@localhost:3000', followers: 1 }]),
  })
})

test('an old account is named by its page, and the blog says of it that it is the network’s as well', async () => {
  const typed = ['https://glammr.example/@ada', 'https://glammr.example/@nobody']
  const { addresses, missing } = await accountsTyped(app, typed, glammr.ask)
  await setKnownAs(app, director, 'blog', addresses)

  const headers = { Accept: 'application/activity+json' }
  const channel = await (await site.request(channelPath('blog'), { headers })).json()
  const told = await knock({ ...glammr.says('Move', glammr.address), target: blog })
  const slip = await open(`${fediversePath}/known-as`, director, { accounts: '' })

  expect([channel.alsoKnownAs, missing]).toEqual([[glammr.address], [typed[1]]])
  expect([told, slip.status]).toEqual([202, 303])
  expect((await (await site.request(channelPath('blog'), { headers })).json()).alsoKnownAs ?? []).toEqual([])
})

test('whoever goes for good goes there too: their answer, or the name over it', async () => {
  app.at('2016-03-01T12:20:00Z')
  const sol = await aPerson(app, { name: 'Sol Quispe' })
  const { number: to } = await app.db
    .selectFrom('comment')
    .where('handle', 'is not', null)
    .select('number')
    .executeTakeFirstOrThrow()
  const answer = async (actor: Actor, name: string, email: string) => {
    const said = { name, email, text: `Said by ${name[0]}.`, follows: false, to }
    const coming = { slug: 'open', network: name, locale: 'en', once: name }
    const id = await sendComment(app, actor, said, coming)
    await app.db.updateTable('comment').set({ state: 'shown' }).where('id', '=', id).execute()
    return id
  }
  const ids = [
    await answer(sol, 'Sol Quispe', sol.email),
    await answer(visitor('en'), 'Kim Roe', 'kim@lib.example'),
  ]
  app.at('2016-03-01T12:26:00Z')
  await tellAnswers(app)
  const told = await delivered()
  app.at('2016-03-01T12:27:00Z')
  const forgotten = { email: null, emailKey: null, followsSince: null }
  await app.db.updateTable('comment').set(forgotten).where('personId', '=', sol.id).execute()
  await app.db.transaction().execute(async (tx) => {
    await erasePerson(app, tx, sol.id)
    await leaveComments(app, tx, 'kim@lib.example', 'texts')
  })
  app.at('2016-03-01T12:33:00Z')
  await tellAnswers(app)
  const after = await delivered()

  expect(told).toMatchObject([{ type: 'Create' }, { type: 'Create' }])
  expect(after).toMatchObject([
    { type: 'Delete', object: { id: app.origin + answerPath(ids[0] ?? '') } },
    { type: 'Update', object: { id: app.origin + answerPath(ids[1] ?? '') } },
  ])
  expect(JSON.stringify(told)).toContain('Kim Roe')
  expect(JSON.stringify(after)).toContain('Name withdrawn')
  expect(JSON.stringify(after)).not.toContain('Kim Roe')
  const left = app.db.selectFrom('comment').where('id', 'in', ids).orderBy('number')
  expect(await left.select(['state', 'name', 'text', 'personId', 'emailKey']).execute()).toEqual([
    { state: 'withdrawn', name: '–', text: '', personId: null, emailKey: null },
    { state: 'shown', name: 'Name withdrawn', text: 'Said by K.', personId: null, emailKey: null },
  ])
})

test('followers are moved only to an account that says it is the network’s', async () => {
  const stranger = anElsewhere(app.origin, { now: app.now, host: 'stranger.example' })
  const away = (to: string, { ask } = glammr) => moveAway(app, director, { handle: 'blog', to }, ask)

  await expect(moveAway(app, editor, { handle: 'blog', to: glammr.address }, glammr.ask)).rejects.toThrow(
    'not-allowed',
  )
  await expect(away(stranger.address, stranger)).rejects.toThrow('not-known-there')
  await away(glammr.address)
  await expect(away(glammr.address)).rejects.toThrow('moved-already')
  expect(await delivered()).toMatchObject([{ type: 'Move', object: blog, target: glammr.address }])
  expect((await open(fediversePath)).page).toContain(glammr.address)
})
