import { beforeEach, expect, test } from 'vitest'
import { aPerson } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import { introductions, queue } from '../../../../test/outbox/letters.ts'
import { signedIn } from '../../../../test/signed-in.ts'
import { drainOutbox } from '../../../platform/mail/index.ts'
import { buildAssets } from '../../../web/assets.ts'
import { createSite } from '../../../web/site.tsx'

const app = await testApp()
const site = createSite(app, await buildAssets())
const headers = await signedIn(app, await aPerson(app, { role: 'coordinator', name: 'Cora Lindqvist' }))
const ask = (path: string, as = headers) => site.request(`http://localhost:3000${path}`, { headers: as })
const press = (path: string, as = headers) =>
  site.request(`http://localhost:3000${path}`, { method: 'POST', headers: as })

beforeEach(async () => {
  await app.db.deleteFrom('outbox').execute()
  await app.db.deleteFrom('mailCampaign').execute()
})

const acts = () =>
  app.db.selectFrom('journal').select(['act', 'subject', 'detail']).where('act', 'like', 'mail.%').execute()

test('a coordinator sees how far the introductions are, and the fragment says when there is no more to watch', async () => {
  await introductions(app, 3)
  const before = await (await ask('/office/mail')).text()

  await drainOutbox(app)

  expect(before).toContain('0 of 3 sent')
  expect(before).toContain('<live-progress src="/office/mail/progress"')
  const after = await (await ask('/office/mail/progress')).text()
  expect(after).toContain('3 of 3 sent')
  expect(after).toContain('data-done')
})

test('stopped mails wait, also when stopped twice, and go on when told so; the journal knows', async () => {
  const id = await introductions(app, 3)

  const answers = [
    await press(`/office/mail/campaigns/${id}/stop`),
    await press(`/office/mail/campaigns/${id}/stop`),
  ]
  const whileStopped = await drainOutbox(app)
  await press(`/office/mail/campaigns/${id}/resume`)
  const afterwards = await drainOutbox(app)

  expect(answers.map((answer) => [answer.status, answer.headers.get('Location')])).toEqual([
    [303, '/office/mail'],
    [303, '/office/mail'],
  ])
  expect([whileStopped.sent, afterwards.sent]).toEqual([0, 3])
  const detail = { key: expect.stringContaining('introductions:'), sent: 0, waiting: 3 }
  expect(await acts()).toEqual([
    { act: 'mail.stopped', subject: id, detail },
    { act: 'mail.resumed', subject: id, detail },
  ])
})

test('mails can be chosen by their state, with the reason in words', async () => {
  await queue(app, { to: 'no address', toName: 'Bo Berg' })
  const ada = await aPerson(app, { name: 'Ada Okafor' })
  await queue(app, { toName: 'Ada', personId: ada.id })
  await drainOutbox(app)

  const failed = await (await ask('/office/mail?state=failed')).text()
  const sought = await (await ask('/office/mail?to=ada')).text()

  expect([failed.includes('Bo Berg'), failed.includes('Ada Okafor')]).toEqual([true, false])
  expect(failed).toContain('This is not a possible address.')
  expect([sought.includes('Bo Berg'), sought.includes('Ada Okafor')]).toEqual([false, true])
})

test('of an email to one person the office sees its kind and its reader, and in plain words that it was emptied', async () => {
  const ada = await aPerson(app, { name: 'Ada Okafor' })
  const subject = 'Your sign-in link for 12 o’clock'
  const [sent, refused, lost] = [
    await queue(app, { subject, personId: ada.id }),
    await queue(app, { subject, to: 'no address', toName: 'Bo Berg' }),
    await queue(app, { subject }),
  ]
  await drainOutbox(app)

  const list = await (await ask('/office/mail')).text()
  const [ofSent, ofRefused, ofLost] = await Promise.all(
    [sent, refused, lost].map(async (id) => (await ask(`/office/mail/${id}`)).text()),
  )

  expect(list).toContain('Emptied after sending')
  expect(list).not.toContain(subject)
  expect(ofSent).toMatch(/<h1[^>]*>Sign-in link<\/h1>/)
  expect(ofSent).toContain('Ada Okafor')
  expect(ofSent).toContain('Emptied after sending: the subject, the text and the address are no longer kept.')
  expect(ofRefused).toContain('Bo Berg')
  expect(ofRefused).toContain('Emptied, because it will not be sent any more')
  expect(ofLost).toContain('An address that is not kept any more')
})

test('a coordinator reads an introduction, but not a mail that may hold a personal link', async () => {
  await introductions(app, 1)
  const introduction = await app.db.selectFrom('outbox').select('id').executeTakeFirstOrThrow()
  const link = await queue(app, { text: 'Sign in: http://localhost:3000/sign-in/link/secret' })

  const pages = await Promise.all(
    [introduction.id, link].map(async (id) => (await ask(`/office/mail/${id}`)).text()),
  )

  expect(pages.map((page) => page.includes('Hello Ada'))).toEqual([true, false])
  expect(pages[1]).not.toContain('secret')
})

test('nobody without the role gets in, to look or to stop', async () => {
  const id = await introductions(app, 1)
  const editor = await signedIn(app, await aPerson(app, { role: 'editor' }))
  const member = await signedIn(app, await aPerson(app))

  const statuses = []
  for (const as of [editor, member]) {
    for (const path of ['/office/mail', '/office/mail/progress', `/office/mail/${id}`])
      statuses.push((await ask(path, as)).status)
    statuses.push((await press(`/office/mail/campaigns/${id}/stop`, as)).status)
  }

  expect(statuses).toEqual(Array(8).fill(403))
  expect((await drainOutbox(app)).sent).toBe(1)
})

test('the mailbox of the demonstration is not there on a site that sends mail', async () => {
  const id = await queue(app)
  await drainOutbox(app)

  const answers = await Promise.all(
    ['', `/${id}`, `/${id}/html`, `/${id}/source`].map((rest) => ask(`/dev/mail${rest}`)),
  )

  expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404, 404])
})
