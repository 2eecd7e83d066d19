import { afterAll, expect, test } from 'vitest'
import { aPerson } from '../../../test/builders.ts'
import { testApp } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { parsedForm } from '../../platform/forms.ts'
import type { Ask } from '../../platform/post-outside.ts'
import { Forbidden, Unacceptable } from '../../platform/refusals.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { aPicture } from '../topics/topic.builder.ts'
import { addOutlet, removeOutlet, tryOutlet } from './actions/keeping.ts'
import { tellAgain, tellOutlets } from './actions/telling.ts'
import { openOutlets, outlets } from './queries/outlets.ts'
import { outletForm } from './schema.ts'
import { aBluesky, aMastodon } from './service.builder.ts'

const app = await testApp('2016-03-01T12:00:00Z')
const site = createSite(app, await buildAssets())
const director = await aPerson(app, { role: 'director' })
const editor = await aPerson(app, { role: 'editor' })
const [mastodon, bluesky] = await Promise.all([aMastodon(), aBluesky()])
afterAll(() => Promise.all([mastodon.stop(), bluesky.stop()]))

const ask: Ask = (asked) =>
  asked.address.startsWith('https://social.example/') ? mastodon.ask(asked) : bluesky.ask(asked)
const tell = () => tellOutlets(app, ask)
const kept = { name: '', token: 'right' }
const onMastodon = { kind: 'mastodon' as const, server: 'https://social.example', locales: ['en' as const] }
const onBluesky = {
  ...{ kind: 'bluesky' as const, server: 'https://bsky.example', locales: ['en' as const, 'es' as const] },
  key: { name: 'iln.bsky.example', token: 'abcd-efgh-ijkl-mnop' },
}

async function aPost(slug: string, publishAt: string, more: Record<string, unknown> = {}) {
  const at = new Date(publishAt)
  const { id } = await app.db
    .insertInto('post')
    .values({
      ...{ slug, title: `Post ${slug}`, summary: '', publishAt: at, createdAt: at, updatedAt: at },
      ...more,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const onSocial = async () => (await outlets(app.db)).find(({ kind }) => kind === 'mastodon')
const saidOnMastodon = () => [...mastodon.posts.values()].map(({ status }) => String(status).split('\n')[0])

test('only a director adds an account, and only with a token that opens it; no token is kept readable', async () => {
  await expect(addOutlet(app, editor, { ...onMastodon, key: kept }, ask)).rejects.toEqual(
    new Forbidden('not-allowed'),
  )
  const wrong = addOutlet(app, director, { ...onMastodon, key: { name: '', token: 'wrong' } }, ask)
  await expect(wrong).rejects.toEqual(new Unacceptable('outlet-token'))
  const nowhere = { ...onMastodon, server: 'https://nobody.example', key: kept }
  await expect(addOutlet(app, director, nowhere, ask)).rejects.toEqual(new Unacceptable('outlet-unreachable'))

  await addOutlet(app, director, { ...onMastodon, key: kept }, ask)
  await addOutlet(app, director, onBluesky, ask)
  await addOutlet(app, director, onBluesky, ask)

  expect((await outlets(app.db)).map(({ handle, isOpen }) => `${handle} ${isOpen}`).sort()).toEqual([
    ...['@iln.bsky.example true', '@iln@social.example true'],
  ])
  const sealed = await app.db.selectFrom('outletToken').select('sealed').execute()
  expect(sealed.filter(({ sealed: bytes }) => bytes.includes('right') || bytes.includes('abcd'))).toEqual([])
})

test('each account tells once of each post of its languages that comes out from then on', async () => {
  const { id: mediaId, ...credit } = await aPicture(app, editor)
  await app.db.updateTable('media').set(credit).where('id', '=', mediaId).execute()
  await aPost('before', '2016-03-01T11:00:00Z')
  await aPost('brought', '2016-03-01T12:00:00Z', { broughtAt: app.now() })
  await aPost('desks', '2016-03-01T12:05:00Z', { tags: ['open access'], mediaId })
  await aPost('mesas', '2016-03-01T12:06:00Z', { locale: 'es', tags: ['préstamo'] })
  await aPost('to-come', '2016-03-01T13:00:00Z')
  app.at('2016-03-01T12:10:00Z')
  await tell()
  await tell()

  expect(saidOnMastodon()).toEqual(['Post desks'])
  const [first] = mastodon.posts.values()
  expect(first?.status).toBe(`Post desks\n\n${app.origin}/posts/desks\n\n#OpenAccess`)
  expect(String(first?.alt)).toMatch(/\S \(.*CC.*\)$/)
  expect([...bluesky.posts.values()].map(({ langs }) => langs)).toEqual([['en'], ['es']])
  expect([mastodon.faults, bluesky.faults]).toEqual([[], []])
})

test('what a service took and could not say so is there once', async () => {
  mastodon.fail = { times: 1, status: 502, after: true }
  bluesky.fail = { times: 1, status: 502, after: true }
  app.at('2016-03-01T13:00:00Z')
  await tell()
  app.at('2016-03-01T13:03:00Z')
  await tell()

  expect(saidOnMastodon()).toEqual(['Post desks', 'Post to-come'])
  expect(bluesky.posts.size).toBe(3)
})

test('a worker that was killed leaves what it had in hand to the next', async () => {
  await aPost('killed', '2016-03-01T13:04:00Z')
  app.at('2016-03-01T13:04:00Z')
  const never: Ask = () => new Promise(() => {})
  void tellOutlets(app, never)
  const taken = async () =>
    (await app.db.selectFrom('outletMessage').where('leasedUntil', 'is not', null).select('key').execute())
      .length
  while ((await taken()) === 0) await new Promise(setImmediate)
  await tell()
  const before = saidOnMastodon()
  app.at('2016-03-01T13:09:00Z')
  await tell()

  expect([before.includes('Post killed'), saidOnMastodon().includes('Post killed')]).toEqual([false, true])
})

test('what was withdrawn is taken away, also after the service was away', async () => {
  await app.db
    .updateTable('post')
    .set({ withdrawnAt: app.now() })
    .where('slug', 'in', ['desks', 'mesas'])
    .execute()
  mastodon.fail = { times: 1, status: 503 }
  await tell()
  app.at('2016-03-01T13:12:00Z')
  await tell()
  await tell()

  expect(saidOnMastodon()).toEqual(['Post to-come', 'Post killed'])
  expect(bluesky.posts.size).toBe(2)
})

test('what a service refuses waits for an editor, who sees why and tries again', async () => {
  mastodon.fail = { times: 1, status: 422 }
  const postId = await aPost('refused', '2016-03-01T13:13:00Z')
  app.at('2016-03-01T13:13:00Z')
  await tell()
  app.at('2016-03-01T15:00:00Z')
  await tell()
  const open = await openOutlets(app.db, editor, app.now())
  const page = await (await site.request('/office/outlets', { headers: await signedIn(app, editor) })).text()
  const account = await onSocial()
  await tellAgain(app, editor, { outletId: account?.id ?? '', postId })
  await tell()

  expect(open.map(({ text }) => text)).toEqual(['One message on Mastodon or Bluesky failed.'])
  expect(page).toContain('The service refused it:')
  expect(page).toContain('422 Try later')
  expect(page).toContain('aria-label="Try again: Post refused, @iln@social.example"')
  expect(page).not.toContain('/outlets/add')
  expect(saidOnMastodon()).toContain('Post refused')
  expect(await openOutlets(app.db, editor, app.now())).toEqual([])
})

test('a test goes there and is gone; a form that came back keeps all but the token', async () => {
  const before = mastodon.posts.size
  const account = await onSocial()
  await tryOutlet(app, director, account?.id ?? '', ask)
  const body = new FormData()
  for (const [name, value] of Object.entries({
    kind: 'bluesky',
    server: 'nowhere',
    name: '',
    token: 'secret-1',
  }))
    body.append(name, value)
  const answer = await site.request('/office/outlets/add', {
    ...{ method: 'POST', headers: await signedIn(app, director), body },
  })
  const text = await answer.text()

  expect(text).toContain('Languages: Please choose one of these.')

  const page = await (
    await site.request('/office/outlets', { headers: await signedIn(app, director) })
  ).text()

  expect([mastodon.posts.size, mastodon.faults]).toEqual([before, []])
  for (const act of ['Send a test to', 'Remove'])
    for (const account of ['Mastodon @iln@social.example', 'Bluesky @iln.bsky.example'])
      expect(page).toContain(`aria-label="${act} ${account}"`)
  expect([answer.status, text.includes('value="nowhere"'), text.includes('secret-1')]).toEqual([
    ...[422, true, false],
  ])
})

test('a token that no header takes is told of beside its field', () => {
  const account = { kind: 'mastodon', server: 'social.example', name: '', locales: ['en'] }

  const form = parsedForm(outletForm, { ...account, token: 'abc—‹def›' })

  expect(form).toMatchObject({ ok: false, errors: { token: 'token' } })
})

test('in a pause nothing is told of, and what is withdrawn goes all the same', async () => {
  await app.db.insertInto('networkPause').values({ pausedAt: app.now(), pausedBy: director.id }).execute()
  await aPost('in-the-pause', '2016-03-01T15:00:00Z')
  await app.db.updateTable('post').set({ withdrawnAt: app.now() }).where('slug', '=', 'killed').execute()
  await tell()
  const paused = saidOnMastodon()
  await app.db.deleteFrom('networkPause').execute()

  expect(paused).toEqual(['Post to-come', 'Post refused'])
})

test('a service that does not say what it took is asked again', async () => {
  mastodon.fail = { times: 1, status: 200 }
  bluesky.fail = { times: 1, status: 200 }
  await tell()
  const before = saidOnMastodon()
  app.at('2016-03-01T15:03:00Z')
  await tell()

  expect(before).not.toContain('Post in-the-pause')
  expect(saidOnMastodon()).toContain('Post in-the-pause')
})

test('a draft that was brought in is told of once it is published here', async () => {
  app.at('2016-03-01T15:03:30Z')
  await aPost('old-day', '2016-03-01T15:03:00Z', { broughtAt: new Date('2016-03-01T15:03:00Z') })
  await aPost('old-draft', '2016-03-01T15:03:10Z', { broughtAt: new Date('2016-03-01T15:03:00Z') })
  await tell()

  expect(saidOnMastodon()).toContain('Post old-draft')
  expect(saidOnMastodon()).not.toContain('Post old-day')
})

test('an address that is none leads to no account', async () => {
  const pressed = async (path: string, as: typeof director) =>
    (await site.request(path, { method: 'POST', headers: await signedIn(app, as), body: new FormData() }))
      .status

  expect(await pressed('/office/outlets/none/remove', director)).toBe(404)
  expect(await pressed('/office/outlets/none/posts/none/again', editor)).toBe(404)
})

test('an account that is forgotten tells of nothing more, and its token is gone', async () => {
  const account = await onSocial()
  await removeOutlet(app, director, account?.id ?? '')
  const count = mastodon.posts.size
  await aPost('after', '2016-03-01T15:04:00Z')
  app.at('2016-03-01T15:05:00Z')
  await tell()

  expect(mastodon.posts.size).toBe(count)
  expect(await app.db.selectFrom('outletToken').select('outletId').execute()).toHaveLength(1)
})

test('of a hundred messages of one instant no two have the same key', async () => {
  app.at('2016-03-01T15:06:00Z')
  const at = app.now()
  const posts = Array.from({ length: 99 }, (_, number) => ({
    ...{ slug: `many-${number}`, title: 'One of many', summary: '' },
    ...{ publishAt: at, createdAt: at, updatedAt: at },
  }))
  await app.db.insertInto('post').values(posts).execute()
  await tell()
  const messages = await app.db.selectFrom('outletMessage').where('madeAt', '=', at).select('key').execute()

  expect(new Set(messages.map(({ key }) => key)).size).toBe(messages.length)
  expect(messages.length).toBeGreaterThan(90)
})
