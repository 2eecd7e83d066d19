import { expect, test } from 'vitest'
import { aPerson } from '../../../../test/builders.ts'
import { addressHash } from '../../../platform/mail/index.ts'
import { sendComment } from '../../comments/actions/sending.ts'
import { acceptContribution } from '../../contributions/actions/deciding.ts'
import { type NewContribution, sendContribution } from '../../contributions/actions/sending.ts'
import { ownContribution } from '../../contributions/queries/contributions.ts'
import { aSubscriber } from '../../newsletters/newsletter.builder.ts'
import { visitor } from '../../people/index.ts'
import { slugFor } from '../../posts/actions/writing.ts'
import { eraseAgain } from '../actions/again.ts'
import { linkLimit } from '../limits.ts'
import { ownDataWorld, unzip } from './own-data.builder.ts'

const { app, site, look, post } = await ownDataWorld()
const editor = await aPerson(app, { name: 'Vera Lind', role: 'editor' })
const own = { Origin: app.origin, 'Sec-Fetch-Site': 'same-origin' }

const article: NewContribution = {
  ...{
    kind: 'article',
    title: 'The door',
    body: 'We took the door off its hinges.',
    answers: [],
    country: 'PT',
  },
  ...{ name: 'Marta Oliveira', coauthors: ['Rui Pinto'], language: 'en', about: '', email: '' },
  ...{ pictureId: null, pictureAlt: '', pictureCaption: '', pictureAuthor: '' },
}
let sent = 0
const contribute = (email: string, wish: Partial<NewContribution> = {}) =>
  sendContribution(
    app,
    visitor('en'),
    { ...article, email, ...wish },
    {
      ...{ network: `203.0.113.${++sent}`, locale: 'en', once: `once ${sent}` },
      ...{ licence: 'cc-by-4.0', guidelines: 'en/0' },
    },
  )

/** A contribution that readers have, and a comment of the same address below it, with an answer. */
async function published(email: string) {
  const { id } = await ownContribution(app.db, await contribute(email))
  const postId = await acceptContribution(app, editor, id, {
    ...{ revision: 1, word: '', place: { code: '', fortnight: null } },
  })
  const publishAt = new Date(app.now().getTime() - 60_000)
  await app.db.updateTable('post').set({ publishAt }).where('id', '=', postId).execute()
  const { slug } = await row('post', postId)
  const comment = (name: string, from: string, to: number | null) =>
    sendComment(
      app,
      visitor('en'),
      { name, email: from, text: `Words of ${name}.`, follows: false, to },
      { slug, network: `203.0.113.${++sent}`, locale: 'en', once: `once ${sent}` },
    )
  const commentId = await comment('Marta Oliveira', email, null)
  const shown = { state: 'shown', stateAt: app.now() }
  const { number } = await app.db
    .updateTable('comment')
    .set(shown)
    .where('id', '=', commentId)
    .returning('number')
    .executeTakeFirstOrThrow()
  const answerId = await comment('Bo Ek', `bo${sent}@lib.example`, number)
  await app.db.updateTable('comment').set(shown).where('id', '=', answerId).execute()
  return { postId, slug, commentId }
}
const row = (table: 'post', id: string) =>
  app.db.selectFrom(table).selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const comments = (postId: string) =>
  app.db
    .selectFrom('comment')
    .select(['name', 'text', 'state', 'email'])
    .where('postId', '=', postId)
    .orderBy('number')
    .execute()

/** Asks for the link of an address and follows its email. @returns the path it opens */
async function linkOf(email: string): Promise<string> {
  await post('/your-data', own, { email })
  await app.runJobs()
  const { text } = await app.db
    .selectFrom('outbox')
    .where('kind', '=', 'address-link')
    .where('toAddress', '=', email)
    .select('text')
    .executeTakeFirstOrThrow()
  return /\/your-data\/of\/[\w-]+/.exec(text)?.[0] ?? ''
}

/** All that any table says of an address. */
async function saidOf(email: string): Promise<string[]> {
  const names = [
    'contribution',
    'comment',
    'subscriber',
    'subscription',
    'outbox',
    'addressLink',
    'erasure',
  ] as const
  const all = await Promise.all(
    names.map((name) =>
      app.db
        .selectFrom(name as 'comment')
        .selectAll()
        .execute(),
    ),
  )
  return names.filter((_name, index) => JSON.stringify(all[index]).includes(email))
}

test('whoever asks reads the same answer, and only an address under which something is kept is written to', async () => {
  const member = await aPerson(app, { name: 'Ada Okafor' })
  await contribute('known@lib.example')

  const answers = [
    await post('/your-data', own, { email: 'known@lib.example' }),
    await post('/your-data', own, { email: 'nobody@lib.example' }),
    await post('/your-data', own, { email: member.email }),
    await post('/your-data', own, { email: 'known@lib.example' }),
  ]
  await app.runJobs()
  await app.runJobs()

  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
    new Set([JSON.stringify({ status: 303, to: '/your-data/asked', text: '' })]),
  )
  const links = await app.db
    .selectFrom('outbox')
    .where('kind', '=', 'address-link')
    .select(['toAddress', 'text'])
    .orderBy('toAddress')
    .execute()
  expect(links.map(({ toAddress }) => toAddress)).toEqual([member.email, 'known@lib.example'])
  expect(links[0]?.text).toContain('/me/data')
  expect(links[0]?.text).not.toContain('/your-data/of/')
  const bad = await post('/your-data', own, { email: 'no address' })
  expect(bad.status).toBe(422)
  expect(bad.text).toContain('value="no address"')
})

test('a network that asks for many is told to wait', async () => {
  const from = { ...own, 'X-Real-IP': '198.51.100.9' }
  const answers: number[] = []
  for (let nth = 0; nth <= linkLimit.count; nth += 1)
    answers.push((await post('/your-data', from, { email: `many${nth}@lib.example` })).status)
  app.at('2016-02-20T12:20:00Z')

  expect(answers.slice(-2)).toEqual([expect.any(Number), 429])
  expect(answers.filter((status) => status === 303).length).toBeGreaterThan(10)
})

test('the page leads to each thing that is kept, and a copy holds it all and nothing of others', async () => {
  await contribute('lena@lib.example', { title: 'A postcard', name: 'Lena Ruiz' })
  await contribute('other@lib.example', { title: 'Of another', name: 'Olaf Berg' })
  await aSubscriber(app, 'lena', { rhythm: 'month' })
  await app.db
    .updateTable('subscriber')
    .set({ email: 'lena@lib.example', emailKey: 'lena@lib.example' })
    .where('emailKey', '=', 'lena@library.example')
    .execute()
  const path = await linkOf('lena@lib.example')

  const page = await look(path)
  const [, key = ''] = /name="key" value="([^"]+)"/.exec(page.text) ?? []
  const opened = await post('/contributions/open', own, { key })
  const zip = await site.request(`${path}/copy.zip`, { headers: own })
  const files = unzip(Buffer.from(await zip.arrayBuffer()))

  expect(page.text).toContain('A postcard')
  expect(page.text).toContain('The newsletter')
  expect(page.text).not.toContain('Of another')
  expect((await look(opened.to ?? '')).text).toContain('A postcard')
  expect(
    (await post('/contributions/open', own, { key: `${key.startsWith('A') ? 'B' : 'A'}${key.slice(1)}` }))
      .status,
  ).toBe(404)
  expect(zip.headers.get('Content-Disposition')).toContain('attachment')
  expect(JSON.parse(files['texts.json'] ?? '').contribution).toMatchObject([{ name: 'Lena Ruiz' }])
  expect(JSON.parse(files['choices.json'] ?? '').subscription).toMatchObject([{ rhythm: 'month' }])
  expect(Object.values(files).join()).not.toContain('Olaf Berg')
  expect(Object.keys(files)).not.toContain('matching.json')
})

test('public texts stay without the name, for whoever chooses so', async () => {
  const email = 'names@lib.example'
  const { postId, slug } = await published(email)
  const path = await linkOf(email)

  const first = await look(path)
  const asked = await look(`${path}/erase`)
  const unsaid = await post(`${path}/erase`, own)
  const done = await post(`${path}/erase`, own, { keeps: 'texts' })
  const again = await look(path)

  expect(first.text).toContain(`href="${path}/erase"`)
  expect(first.text).not.toContain('Erase it all for good')
  expect([
    asked.status,
    asked.text.includes('What stays'),
    asked.text.includes('Erase it all for good'),
  ]).toEqual([...[200, true, true]])
  expect(asked.text).not.toContain('on the page before')
  expect(unsaid.status).toBe(422)
  expect(done).toMatchObject({ status: 303, to: '/your-data/erased' })
  expect(again.status).toBe(404)
  expect(await row('post', postId)).toMatchObject({
    byline: 'Rui Pinto',
    withdrawnAt: null,
    title: 'The door',
  })
  expect(await comments(postId)).toMatchObject([
    { name: 'Name withdrawn', text: 'Words of Marta Oliveira.', state: 'shown', email: null },
    { name: 'Bo Ek', state: 'shown' },
  ])
  const page = await look(`/posts/${slug}`)
  expect(page.text).toContain('Words of Marta Oliveira.')
  expect(page.text.replace('Words of Marta Oliveira.', '')).not.toContain('Marta Oliveira')
  expect(await saidOf(email)).toEqual([])
  const texts = await app.db.selectFrom('postRevision').selectAll().where('postId', '=', postId).execute()
  expect(JSON.stringify(texts)).not.toContain('Marta Oliveira')
})

test('public texts go too, for whoever chooses so; answers of others stay', async () => {
  const email = 'texts@lib.example'
  const { postId, slug } = await published(email)
  const path = await linkOf(email)

  await post(`${path}/erase`, own, { keeps: 'nothing' })

  expect(await row('post', postId)).toMatchObject({ byline: 'Rui Pinto', body: '', withdrawnAt: app.now() })
  const [gone, below] = [await look(`/posts/${slug}`), await look(`/posts/${slug}/comments`)]
  expect([gone.status, below.status]).toEqual([410, 410])
  expect(gone.text).toContain('gone for good')
  const { slug: now = '' } = await row('post', postId)
  expect(now).toMatch(/^post-[0-9a-f]{8}$/)
  expect((await look(`/posts/${now}`)).status).toBe(410)
  expect(await app.db.transaction().execute((tx) => slugFor(tx, slug))).toBe(`${slug}-2`)
  expect(await comments(postId)).toMatchObject([
    { name: '–', text: '', state: 'withdrawn', email: null },
    { name: 'Bo Ek', text: 'Words of Bo Ek.', state: 'shown' },
  ])
  const texts = await app.db.selectFrom('postRevision').selectAll().where('postId', '=', postId).execute()
  expect(JSON.stringify(texts)).not.toMatch(/hinges|Marta/)
  const acts = await app.db
    .selectFrom('journal')
    .select(['act', 'detail'])
    .orderBy('id', 'desc')
    .limit(1)
    .execute()
  expect(acts).toEqual([{ act: 'address.erased', detail: { keeps: 'nothing' } }])
})

test('what is not out yet never comes out, and the editors are told', async () => {
  const email = 'draft@lib.example'
  const { id } = await ownContribution(app.db, await contribute(email, { title: 'Unfinished' }))
  const postId = await acceptContribution(app, editor, id, {
    ...{ revision: 1, word: '', place: { code: '', fortnight: null } },
  })

  await post(`${await linkOf(email)}/erase`, own, { keeps: 'texts' })

  expect(await row('post', postId)).toMatchObject({
    title: '–',
    body: '',
    publishAt: null,
    agreedRevision: 0,
  })
  expect(await saidOf(email)).toEqual([])
  const told = await app.db
    .selectFrom('outbox')
    .select('subject')
    .where('toAddress', '=', editor.email)
    .execute()
  expect(told.map(({ subject }) => subject).join()).toMatch(/taken back .*Unfinished/)
})

test('a restored backup from before brings nobody back, and one from after keeps what came anew', async () => {
  const email = 'back@lib.example'
  await contribute(email)
  const erased = {
    ...{
      id: '7a0e9f0e-51c1-4d6e-9f4a-0a8f3c1d2e3f',
      personId: '5f2c8c52-9a4b-4a39-8a36-3b1a2f7f0c11',
      why: 'address-texts',
    },
    ...{
      otherHashes: [],
      addressHash: addressHash(app, email).toString('hex'),
      askedAt: app.now(),
      erasedAt: app.now(),
    },
  }
  const again = () => app.db.transaction().execute((tx) => eraseAgain(app, tx, [erased]))

  const back = await again()
  const left = await saidOf(email)
  await contribute(email)
  const later = await again()

  expect([back, later]).toEqual([1, 0])
  expect(left).toEqual([])
  expect(await saidOf(email)).toContain('contribution')
})
