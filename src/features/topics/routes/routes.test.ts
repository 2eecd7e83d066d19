import { expect, test } from 'vitest'
import { aPerson, aRound } from '../../../../test/builders.ts'
import { queuedMail, testApp } from '../../../../test/harness.ts'
import { signedIn } from '../../../../test/signed-in.ts'
import { buildAssets } from '../../../web/assets.ts'
import { createSite } from '../../../web/site.tsx'
import { topicsOf } from '../queries/topics.ts'
import { aCredit, anUpload, aPairing, aParticipant, aTopic } from '../topic.builder.ts'

const app = await testApp('2016-02-20T12:00:00Z')
const site = createSite(app, await buildAssets())
const round = await aRound(app, { zone: 'Australia/Sydney' })
const editor = await aPerson(app, { role: 'editor', name: 'Ada Okafor' })
const headers = await signedIn(app, editor)

const coordinator = await signedIn(app, await aPerson(app, { role: 'coordinator', name: 'Ruth Bellamy' }))

const get = async (path: string) => (await site.request(path, { headers })).text()

const typed = {
  title: 'Getting to know you',
  hashtag: 'welcome to my desk',
  summary: 'Say hello.',
  lead: 'Welcome.',
  questions: '- Where do you work?\n- What do you see?',
  byline: 'Ada Okafor',
  pictureId: '',
  ...aCredit,
}

/** Sends the form of a topic as a browser does. */
async function send(path: string, fields: Record<string, string | File>) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  return site.request(path, { method: 'POST', body, headers })
}
const noFile = () => new File([], '', { type: 'application/octet-stream' })

test('an editor finds the fortnights of the round and what is to be written', async () => {
  const first = await site.request('/office/topics', { headers })
  const calendar = await get('/office/topics/2016A')

  expect(first.headers.get('Location')).toEqual('/office/topics/2016A')
  expect(calendar.match(/Write topic \d/g)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((n) => `Write topic ${n}`))
  expect(calendar).toContain('Monday, 14 March 2016')
})

test('while people apply for the next round, the topics at hand are those of the one that runs', async () => {
  await aRound(app, {
    ...{ code: '2016B', startsOn: '2016-08-22', endsOn: '2016-12-11' },
    applyUntil: new Date('2016-08-07T12:00:00Z'),
  })

  const answer = await site.request('/office/topics', { headers })

  expect(answer.headers.get('Location')).toEqual('/office/topics/2016A')
})

test('a form that needs another look comes back with everything typed, its picture too', async () => {
  const picture = new File([new Uint8Array(await anUpload())], 'desk.png', { type: 'image/png' })
  const answer = await send('/office/topics/2016A/1/save', { ...typed, title: '', picture })

  const page = await answer.text()
  expect(answer.status).toEqual(422)
  expect(page).toContain('<a href="#f-title">Title: Please fill this in.</a>')
  for (const kept of ['Say hello.', 'Welcome.', '- Where do you work?', 'Sol Ruiz', 'Two desks, one letter.'])
    expect(page).toContain(kept)
  expect(page).toMatch(/name="pictureId" value="[0-9a-f-]{36}"/)
  expect(page).toMatch(/src="\/media\/[0-9a-f-]{36}\/640\.jpeg"/)
  expect(await topicsOf(app.db, round.id)).toEqual([])
})

test.each([
  ['a page', '<html><script>alert(1)</script>', 'We take pictures as JPEG, PNG or WebP.'],
  ['a broken picture', '\x89PNG\r\n\x1a\nxxxx', 'is damaged'],
])('%s in the place of the picture is refused beside its field', async (_name, bytes, words) => {
  const picture = new File([Buffer.from(bytes, 'latin1')], 'desk.png', { type: 'image/png' })
  const answer = await send('/office/topics/2016A/1/save', { ...typed, picture })

  expect(answer.status).toEqual(422)
  expect(await answer.text()).toContain(words)
})

test.each([
  ['too many questions', { questions: 'a?\n'.repeat(7) }, 'more than six questions'],
  ['a question without end', { questions: 'a'.repeat(301) }, 'longer than 300 characters'],
  ['a text that nobody can read', { lead: '*a_ '.repeat(5000) }, 'write it more simply'],
  ['a licence we do not know', { licence: 'all-rights' }, 'Please choose one of these.'],
  ['a title without end', { title: 'a'.repeat(121) }, 'This is too long.'],
])('%s is refused in words', async (_name, change, words) => {
  const answer = await send('/office/topics/2016A/1/save', { ...typed, ...change, picture: noFile() })

  expect(answer.status).toEqual(422)
  expect(await answer.text()).toContain(words)
})

test('a topic is written, looked at, scheduled, and taken off again', async () => {
  const picture = new File([new Uint8Array(await anUpload())], 'desk.png', { type: 'image/png' })
  const saved = await send('/office/topics/2016A/1/save', { ...typed, picture })
  const page = await get('/office/topics/2016A/1')

  expect([saved.status, saved.headers.get('Location')]).toEqual([303, '/office/topics/2016A/1'])
  expect(page).toContain('value="2016-02-29T09:00"')
  expect(page).toContain('Everything is ready.')

  await send('/office/topics/2016A/1/schedule', { at: '2016-02-29T10:30' })
  const [topic] = await topicsOf(app.db, round.id)
  // Half past ten in Sydney, where the round's deadlines are named.
  expect([topic?.publishAt, topic?.hashtag]).toEqual([new Date('2016-02-28T23:30:00Z'), '#welcometomydesk'])
  expect(await get('/office/topics/2016A')).toContain('Scheduled for 29 February 2016 at 10:30')

  await send('/office/topics/2016A/1/unschedule', {})
  expect((await topicsOf(app.db, round.id))[0]?.publishAt).toEqual(null)
})

test.each(['', 'tomorrow', '2016-02-30T09:00', '0016-02-29T09:00', '2016-02-29T25:00'])(
  '%j is no time',
  async (at) => {
    const answer = await send('/office/topics/2016A/1/schedule', { at })

    expect(answer.status).toEqual(422)
    expect(await answer.text()).toContain('class="error"')
    expect((await topicsOf(app.db, round.id))[0]?.publishAt).toEqual(null)
  },
)

test('a time that has passed is an error beside its field, and nothing comes out', async () => {
  const answer = await send('/office/topics/2016A/1/schedule', { at: '2016-02-20T22:59' })

  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('This time has passed. Choose a later one')
  expect(page).toContain('value="2016-02-20T22:59"')
  expect((await topicsOf(app.db, round.id))[0]?.publishAt).toEqual(null)
})

test('a topic is seen as post, as mail and as feed entry before anyone else sees it', async () => {
  const post = await get('/office/topics/2016A/1/as-post')
  const mail = await get('/office/topics/2016A/1/as-mail')
  const drawn = await site.request('/office/topics/2016A/1/as-mail/drawn', { headers })
  const feed = await get('/office/topics/2016A/1/as-feed')

  expect(post).toContain('Only editors and coordinators see this page.')
  expect(post).toContain('<h1>Getting to know you</h1>')
  expect(mail).toContain('Topic 1: Getting to know you')
  expect(await drawn.text()).toContain('Sol Ruiz')
  expect(drawn.headers.get('Content-Security-Policy')).toContain('sandbox')
  expect(feed).toContain('&lt;title&gt;Getting to know you&lt;/title&gt;')
  expect((await site.request('/posts/getting-to-know-you-2016a')).status).toEqual(404)
})

test('publishing at once asks first, says how many get a mail, and sends them', async () => {
  await aParticipant(app, round)
  const asked = await get('/office/topics/2016A/1/publish')
  const done = await send('/office/topics/2016A/1/publish', {})

  expect(asked).toContain('Publish topic 1 and send one email')
  expect(done.status).toEqual(303)
  expect((await queuedMail(app)).map(({ subject }) => subject)).toEqual(['Topic 1: Getting to know you'])
  expect((await site.request('/posts/getting-to-know-you-2016a')).status).toEqual(200)
  expect(await get('/office/topics/2016A/1')).toContain('0 of 1 sent')
})

test('before the release the confirmation says that nobody has a partner, and how many are written to', async () => {
  await aTopic(app, editor, { number: 3 })
  const before = await get('/office/topics/2016A/3/publish')
  const someone = await aParticipant(app, round, { name: 'Omar Haddad' })
  await aPairing(app, round, [someone, await aParticipant(app, round, { name: 'Eva Novak' })])

  const after = await get('/office/topics/2016A/3/publish')

  expect(before).toContain('2016A has not been released')
  expect(before).toContain('One accepted person gets the text for people who wait for a partner')
  expect(after).toContain('2 emails are queued for people who have a partner')
  expect(after).toContain('One email with a different text is queued for a person who has no partner.')
  expect(after).toContain('Publish topic 3 and send 3 emails')
  expect(await get('/office/topics/2016A/3/as-mail?to=alone')).toContain(
    'You do not have a partner at the moment',
  )
  expect(await get('/office/topics/2016A/3/as-mail')).toContain('for you and your partner')
})

test('a topic is withdrawn after a question, says so to readers, and is published again', async () => {
  const asked = await get('/office/topics/2016A/1/withdraw')
  const withdrawn = await send('/office/topics/2016A/1/withdraw', {})
  const gone = await site.request('/posts/getting-to-know-you-2016a')
  const office = await get('/office/topics/2016A/1')
  const again = await get('/office/topics/2016A/1/publish')
  await send('/office/topics/2016A/1/publish', {})

  expect(asked).toContain('One email that has not been sent is held back.')
  expect([withdrawn.status, gone.status]).toEqual([303, 410])
  expect(office).toContain('This topic is withdrawn')
  expect(again).toContain('One email that was held back goes out. Nobody is emailed twice.')
  expect((await site.request('/posts/getting-to-know-you-2016a')).status).toEqual(200)
})

test('a topic that was missed is marked, and can still be mailed after a question', async () => {
  const publishAt = new Date('2016-02-18T12:00:00Z')
  await app.db.updateTable('post').set({ publishAt }).where('number', '=', 3).execute()

  const calendar = await get('/office/topics/2016A')
  const topic = await get('/office/topics/2016A/3')
  const asked = await get('/office/topics/2016A/3/publish')

  expect(calendar).toContain('nobody was emailed')
  expect(topic).toContain('Nobody was emailed about this topic')
  expect(asked).toContain('Send 3 emails about topic 3')
})

test('what is public can be mended, and loses nothing that it needs', async () => {
  const [topic] = await topicsOf(app.db, round.id)
  const pictureId = topic?.picture?.id ?? ''
  const fields = { ...typed, pictureId, picture: noFile() }

  const empty = await send('/office/topics/2016A/1/save', { ...fields, summary: '', alt: '' })
  const mended = await send('/office/topics/2016A/1/save', { ...fields, summary: 'Say hello again.' })

  expect([empty.status, mended.status]).toEqual([422, 303])
  const page = await empty.text()
  expect(page).toContain('href="#f-summary"')
  expect(page).toContain('href="#f-alt"')
  expect(await (await site.request('/posts/getting-to-know-you-2016a')).text()).toContain('Say hello again.')
})

test.each(['/office/topics/2016A', '/office/topics/2016A/1', '/office/topics/2016A/1/as-post'])(
  '%s is for editors, and for coordinators to read',
  async (path) => {
    const answers = await Promise.all([
      site.request(path),
      site.request(path, { headers: await signedIn(app, await aPerson(app)) }),
      site.request(path, {
        headers: await signedIn(app, await aPerson(app, { role: 'ambassador', country: 'BR' })),
      }),
      site.request(path, { headers: coordinator }),
    ])

    expect(answers.map(({ status }) => status)).toEqual([303, 403, 403, 200])
  },
)

test.each([
  '/office/topics/2016A/1/write',
  '/office/topics/2016A/1/publish',
  '/office/topics/2016A/1/withdraw',
])('%s is for editors alone', async (path) => {
  expect((await site.request(path, { headers: coordinator })).status).toEqual(403)
})

test('a coordinator finds no link and no button that is not for coordinators, and whom to ask', async () => {
  await aTopic(app, editor, { number: 2 })
  const pages = ['', '/1', '/2', '/1/as-post', '/2/as-mail', '/2/as-feed'].map(
    (end) => `/office/topics/2016A${end}`,
  )

  for (const path of pages) {
    const page = await (await site.request(path, { headers: coordinator })).text()
    const links = [...page.matchAll(/href="(\/office\/topics[^"]*)"/g)].map(
      ([, href]) => href?.replaceAll('&amp;', '&') ?? '',
    )
    for (const link of links)
      expect([link, (await site.request(link, { headers: coordinator })).status < 400]).toEqual([link, true])
    expect(page).not.toMatch(/action="\/office\/topics/)
  }
  const topic = await (await site.request('/office/topics/2016A/2', { headers: coordinator })).text()
  expect(topic).toContain('Editors write, schedule and publish topics. Ask:')
  expect(topic).toContain(`<a href="mailto:${editor.email}"><bdi>Ada Okafor</bdi></a>`)
})

test('a topic can begin with the words of an earlier one, in a round and an address of its own', async () => {
  const empty = await get('/office/topics/2016A/4/write')
  const begun = await get('/office/topics/2016A/4/write?from=2016A/1')

  expect(empty).toContain('<option value="2016A/1">2016A, topic 1: Getting to know you</option>')
  expect(empty).not.toContain('Say hello again.')
  expect(begun).toContain('Say hello again.')
  expect(begun).toMatch(/name="pictureId" value="[0-9a-f-]{36}"/)
  expect(await get('/office/topics/2016A/4/write?from=../../etc')).not.toContain('Say hello again.')
})

test('a number that no topic has is not there', async () => {
  const numbers = ['0', '100', 'x', '7']
  const answers = await Promise.all(
    numbers.map((number) => site.request(`/office/topics/2016A/${number}`, { headers })),
  )

  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404])
})
