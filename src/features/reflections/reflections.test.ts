import { beforeAll, expect, test } from 'vitest'
import { aPerson } from '../../../test/builders.ts'
import { testApp } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { drainOutbox } from '../../platform/mail/index.ts'
import { Forbidden } from '../../platform/refusals.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { aBrowser } from '../calls/browser.builder.ts'
import { aRunningRound } from '../pairings/actions/rematch.builder.ts'
import { draftFromReflection } from './actions/taking.ts'
import { offeredReflections } from './queries/matters.ts'

const app = await testApp()
const site = createSite(app, await buildAssets())
let running: Awaited<ReturnType<typeof aRunningRound>>
let editor: Awaited<ReturnType<typeof aPerson>>

beforeAll(async () => {
  running = await aRunningRound(app)
  await drainOutbox(app)
  editor = await aPerson(app, { role: 'editor', name: 'Edda Holm' })
  app.at('2016-06-14T12:00:00Z')
})

const browserOf = async (one: { id: string | null }) =>
  aBrowser(site, app.origin, await signedIn(app, { id: one.id ?? '' }))
const text = {
  title: 'Two libraries, one river',
  body: 'We talked about **floods** every week.',
  audience: 'blog',
  shownAs: 'name',
}
const matters = async () => (await offeredReflections(app.db, editor, app.now())).map((one) => one.text)
const revOf = async (path: string) => {
  const id = path.split('/').at(-1) ?? ''
  return (await app.db.selectFrom('reflection').where('id', '=', id).selectAll().executeTakeFirstOrThrow())
    .rev
}
const consents = (who: 'chi' | 'dev') =>
  app.db
    .selectFrom('consent')
    .where('applicationId', '=', running.people[who].id)
    .where('purpose', '=', 'reflection')
    .orderBy('id')
    .select('given')
    .execute()

test('two write together; the office reads it once both agree, and any change takes that back', async () => {
  const { chi, dev, fay } = running.people
  const first = await browserOf(chi.person)
  const second = await browserOf(dev.person)
  const home = await first.read('/me')
  const begun = await first.send('/me/reflections/begin', { application: chi.id })
  const path = begun.headers.get('Location') ?? ''
  await first.send(`${path}/invite`, {})
  const strange = await (await browserOf(fay.person)).ask(path)
  const base = String(await revOf(path))
  const wrong = await first.send(`${path}/save`, { ...text, audience: 'all', base })
  const saved = await first.send(`${path}/save`, { ...text, base })
  const clash = await second.send(`${path}/save`, { ...text, body: 'My own words.', base })
  const clashed = await clash.text()
  const rev = String(await revOf(path))
  await first.send(`${path}/agree`, { rev })
  const one = await matters()
  await second.send(`${path}/agree`, { rev })
  const both = await matters()
  await second.send(`${path}/save`, { ...text, shownAs: 'given-name', base: rev })
  const changed = await matters()
  const stale = await first.send(`${path}/agree`, { rev })

  expect(home).toContain('Write a reflection')
  expect([strange.status, wrong.status, saved.status, clash.status, stale.status]).toEqual([
    404, 422, 303, 409, 409,
  ])
  expect(await wrong.text()).toContain('We talked about **floods**')
  expect(clashed).toContain('My own words.')
  expect(clashed).toContain('<strong>floods</strong>')
  expect([one, both, changed]).toEqual([
    [],
    ['A reflection is offered to the blog: “Two libraries, one river”.'],
    [],
  ])
  expect(await consents('chi')).toEqual([{ given: true }, { given: false }])
  const mail = await app.db
    .selectFrom('outbox')
    .where('personId', '=', dev.person.id)
    .where('kind', '=', 'reflection')
    .select('subject')
    .orderBy('createdAt')
    .orderBy('key')
    .execute()
  expect(mail.map(({ subject }) => subject).sort()).toEqual([
    expect.stringContaining('Chi Eze invites you to write about'),
    'What you wrote with Chi Eze waits for you',
  ])
})

test('an editor begins a post from it, with names as agreed; nobody else does, and who presses twice is led to the same', async () => {
  const { chi, dev } = running.people
  const { id } = await app.db.selectFrom('reflection').select('id').executeTakeFirstOrThrow()
  const path = `/me/reflections/${id}`
  const rev = String(await revOf(path))
  for (const one of [chi, dev]) await (await browserOf(one.person)).send(`${path}/agree`, { rev })
  const office = await browserOf(editor)
  await expect(draftFromReflection(app, running.coordinator, id)).rejects.toThrow(Forbidden)

  const list = await office.read('/office/reflections')
  const read = await office.read(`/office/reflections/${id}`)
  const drafted = await office.send(`/office/reflections/${id}/draft`, {})
  const twice = await office.send(`/office/reflections/${id}/draft`, {})
  const member = await (await browserOf(chi.person)).ask('/office/reflections')

  expect(list).toContain('Two libraries, one river')
  expect(read).toContain('Chi Eze (Nigeria) and Dev (India)')
  expect([drafted.status, twice.status, member.status]).toEqual([303, 303, 403])
  expect(twice.headers.get('Location')).toBe(drafted.headers.get('Location'))
  expect(await matters()).toEqual([])
  expect(
    await app.db
      .selectFrom('post')
      .where('title', '=', text.title)
      .select(['byline', 'publishAt', 'body'])
      .execute(),
  ).toEqual([{ byline: 'Chi Eze and Dev', publishAt: null, body: text.body }])
})

test('a post that was begun from it comes out only while both agree, and not at all once one has left', async () => {
  const { chi, dev } = running.people
  const { id, postId } = await app.db
    .selectFrom('reflection')
    .select(['id', 'postId'])
    .where('postId', 'is not', null)
    .executeTakeFirstOrThrow()
  const path = `/me/reflections/${id}`
  const [first, second] = [await browserOf(chi.person), await browserOf(dev.person)]
  const post = app.db.selectFrom('post').where('id', '=', postId).select(['agreedRevision', 'publishAt'])
  const now = () => post.executeTakeFirstOrThrow()
  const day = new Date('2016-06-30T12:00:00Z')
  const told = () =>
    app.db
      .selectFrom('outbox')
      .where('subject', 'like', 'Does not come out%')
      .select(['toAddress', 'subject', 'text'])
      .execute()
  await app.db.updateTable('post').set({ publishAt: day }).where('id', '=', postId).execute()

  const back = await second.send(`${path}/take-back`, {})
  await second.send(`${path}/take-back`, {})
  const withheld = await now()
  const mails = await told()
  const held = await first.read(path)
  const desk = await (await browserOf(editor)).read(`/office/posts/${postId}`)
  await second.send(`${path}/agree`, { rev: String(await revOf(path)) })
  const released = await now()
  const question = await second.read(`${path}/leave`)
  const left = [await second.send(`${path}/leave`, {}), await second.send(`${path}/leave`, {})]
  await first.send(`${path}/agree`, { rev: String(await revOf(path)) })

  expect(decodeURIComponent(back.headers.getSetCookie().join())).toContain('does not come out without it')
  expect(withheld).toEqual({ agreedRevision: 0, publishAt: null })
  expect(mails).toEqual([
    {
      toAddress: editor.email,
      subject: `Does not come out on its day: ${text.title}`,
      text: expect.stringContaining(`/office/posts/${postId}`),
    },
  ])
  expect(mails[0]?.text).not.toContain('Dev')
  expect(await told()).toHaveLength(1)
  expect(left.map((one) => [one.status, one.headers.get('Location')])).toEqual([
    [303, '/me/reflections'],
    [303, '/me/reflections'],
  ])
  expect(held).toContain('it waits for')
  expect(desk).toContain('It cannot come out before.')
  expect(released).toEqual({ agreedRevision: null, publishAt: null })
  expect(question).toContain('The post that was begun from it does not come out')
  expect(await now()).toEqual({ agreedRevision: 0, publishAt: null })
  expect(await matters()).toEqual([expect.stringContaining(text.title)])
})

test('its authors are led to the post once it is out, and read so when it is public no more', async () => {
  const browser = await browserOf(running.people.chi.person)
  const { id } = await app.db.selectFrom('reflection').select('id').executeTakeFirstOrThrow()
  const postId = await draftFromReflection(app, editor, id)
  const post = app.db.updateTable('post').where('id', '=', postId)
  const read = () =>
    Promise.all(['', `/${id}`, `/${id}/agree`].map((path) => browser.read(`/me/reflections${path}`)))

  const drafted = await read()
  await post.set({ publishAt: new Date('2016-06-13T12:00:00Z') }).execute()
  const out = await read()
  await post.set({ withdrawnAt: app.now() }).execute()
  const withdrawn = await read()
  await post.set({ withdrawnAt: null, publishAt: null }).execute()

  const { slug } = await app.db
    .selectFrom('post')
    .where('id', '=', postId)
    .select('slug')
    .executeTakeFirstOrThrow()
  for (const page of drafted) expect(page).toContain('An editor makes a post of it')
  for (const page of out) {
    expect(page).toContain('A post was made of it, and it is out')
    expect(page).toContain(`href="/posts/${slug}"`)
    expect(page).not.toContain('An editor makes')
  }
  for (const page of withdrawn) {
    expect(page).toContain('is no longer public')
    expect(page).not.toContain(`href="/posts/${slug}"`)
  }
})

test('who left can be invited again, and reads so; who presses twice invites once; nothing is agreed to that is not written', async () => {
  const { chi, dev } = running.people
  const [first, second] = [await browserOf(chi.person), await browserOf(dev.person)]
  const path =
    (await first.send('/me/reflections/begin', { application: chi.id })).headers.get('Location') ?? ''
  const invitations = async () =>
    (
      await app.db
        .selectFrom('outbox')
        .where('kind', '=', 'reflection')
        .where('text', 'like', `%${path}%`)
        .where('personId', '=', dev.person.id)
        .select('subject')
        .execute()
    ).length

  const empty = await first.read(`${path}/agree`)
  const twice = [await first.send(`${path}/invite`, {}), await first.send(`${path}/invite`, {})]
  const once = await invitations()
  await second.send(`${path}/leave`, {})
  app.at('2016-06-14T12:05:00Z')
  await first.send(`${path}/invite`, {})

  expect(empty).toContain('It needs a title and a text')
  expect(empty).not.toContain('I agree to the text')
  expect([twice.map(({ status }) => status), once, await invitations()]).toEqual([[303, 303], 1, 2])
})

test('what is private stays so, what is for coordinators no editor reads, and who leaves takes their agreement along', async () => {
  const { fay, gil, ana } = running.people
  const browser = await browserOf(fay.person)
  const partner = await browserOf(gil.person)
  const path =
    (await browser.send('/me/reflections/begin', { application: fay.id })).headers.get('Location') ?? ''
  const again = await browser.send('/me/reflections/begin', { application: fay.id })
  const id = path.split('/').at(-1) ?? ''
  await browser.send(`${path}/invite`, {})
  await browser.send(`${path}/save`, { ...text, audience: 'coordinators', base: String(await revOf(path)) })
  const rev = String(await revOf(path))
  await browser.send(`${path}/agree`, { rev })
  await partner.send(`${path}/agree`, { rev })
  const coordinator = await browserOf(running.coordinator)
  const seen = (await coordinator.ask(`/office/reflections/${id}`)).status
  const hidden = (await (await browserOf(editor)).ask(`/office/reflections/${id}`)).status
  await partner.send(`${path}/leave`, {})
  const after = (await coordinator.ask(`/office/reflections/${id}`)).status
  const alone = await browser.read(path)
  expect(await browser.read(`${path}/leave`)).toContain('Remove this text?')
  await browser.send(`${path}/leave`, {})
  const foreign = await browser.send('/me/reflections/begin', { application: ana.id })

  expect(again.headers.get('Location')).toBe(path)
  expect([seen, hidden, after, foreign.status]).toEqual([200, 404, 404, 404])
  expect(alone).toContain('You write alone.')
  expect((await browser.ask(path)).status).toBe(404)
})
