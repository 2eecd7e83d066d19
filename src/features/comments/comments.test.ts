import { expect, test } from 'vitest'
import { aPerson, aRound } from '../../../test/builders.ts'
import { queuedMail, testApp } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { Conflict, Forbidden } from '../../platform/refusals.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { aBrowser } from '../calls/browser.builder.ts'
import { visitor } from '../people/index.ts'
import { decideComments, setClosing, setCommentRule, undoLastDecision } from './actions/moderating.ts'
import { changeComment, claimComment, takeCommentBack } from './actions/own.ts'
import { type NewComment, sendComment } from './actions/sending.ts'
import { addressLimit } from './limits.ts'

const app = await testApp('2016-03-01T12:00:00Z')
const site = createSite(app, await buildAssets())
const round = await aRound(app)
const editor = await aPerson(app, { name: 'Vera Lind', role: 'editor' })
const author = await app.db
  .insertInto('author')
  .values({ name: editor.name, slug: 'vera-lind', personId: editor.id, createdAt: app.now() })
  .returning('id')
  .executeTakeFirstOrThrow()
const reader = visitor('en')
const browser = (headers = {}) => aBrowser(site, app.origin, headers)

async function aPost(slug: string) {
  const { id } = await app.db
    .insertInto('post')
    .values({
      ...{ slug, title: `Post ${slug}`, summary: 'About it.', body: 'A text.', byline: editor.name },
      ...{ authorId: editor.id, roundId: round.id, publishAt: new Date('2016-02-29T12:00:00Z') },
      ...{ createdAt: app.now(), updatedAt: app.now() },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await app.db.insertInto('postAuthor').values({ postId: id, place: 1, authorId: author.id }).execute()
}
await aPost('desk')

let sent = 0
/** Sends a comment past the page on which it is read once more; who has commented before presses the button of the email. */
async function send(
  { isStranger = false, ...wish }: Partial<NewComment> & { isStranger?: boolean } = {},
  slug = 'desk',
  actor = reader,
) {
  sent += 1
  const comment = {
    name: 'Amara',
    email: 'amara@lib.example',
    text: `Words ${sent}.`,
    follows: false,
    to: null,
  }
  const coming = { slug, network: `203.0.113.${sent % 250}`, locale: 'en', once: `once ${sent}` }
  const id = await sendComment(app, actor, { ...comment, ...wish }, coming)
  if (!isStranger) await claimComment(app, id, 1)
  return row(id)
}
const row = (id: string) =>
  app.db.selectFrom('comment').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const read = ({ number, revision }: { number: number; revision: number }) => [{ number, revision }]
const minutesLater = (minutes: number) =>
  app.at(new Date(app.now().getTime() + minutes * 60_000).toISOString())

test('the first comment of an address waits; once an editor let one appear, the next appears at once', async () => {
  const first = await send({ text: 'My desk faces the sea.' })
  const before = await browser().read('/posts/desk')
  await decideComments(app, editor, read(first), 'shown')
  const after = await browser().read('/posts/desk')
  const second = await send()
  const other = await send({ email: 'other@lib.example' })

  expect([first.state, second.state, other.state]).toEqual(['waiting', 'shown', 'waiting'])
  expect(before).not.toContain('faces the sea')
  expect(after).toContain('faces the sea')
  expect(after).not.toContain('amara@lib.example')
})

test('whoever knows the address of somebody else cannot comment in their name: its owner is asked by email, once', async () => {
  const comment = await send({ isStranger: true, text: 'I love my desk.' })
  await changeComment(app, comment.id, { text: 'I hate my desk.', revision: 1 })
  const [mail, ...more] = (await mailTo('amara@lib.example')).filter(({ text }) => /my desk\./.test(text))
  const link = /\/comments\/mine\/\S+/.exec(mail?.text ?? '')?.[0] ?? ''
  const page = await browser().read(link)
  const opened = await row(comment.id)
  const stale = await browser().send(link, { revision: '1' })
  const pressed = await browser().send(link, { revision: '2' })
  const member = await aPerson(app, { email: 'member@lib.example' })
  const first = await send({ email: member.email, text: 'A first.' }, 'desk', member)
  await decideComments(app, editor, read(first), 'shown')
  const signed = await send({ email: member.email, text: 'A next.', isStranger: true }, 'desk', member)

  expect([comment.state, opened.state, signed.state]).toEqual(['waiting', 'waiting', 'shown'])
  expect(comment.reasons).toMatchObject({ why: ['unproven'] })
  expect(mail?.text).toContain('I love my desk.')
  expect(more).toEqual([])
  expect(page).toContain('I hate my desk.')
  expect([stale.status, pressed.status]).toEqual([409, 303])
  expect(await row(comment.id)).toMatchObject({ state: 'shown', text: 'I hate my desk.' })
  await takeCommentBack(app, comment.id)
})

test('one page of a post is made anew by a comment, and no other', async () => {
  await aPost('other')
  const tag = async (slug: string) => (await site.request(`/posts/${slug}`)).headers.get('ETag')
  const [desk, other] = [await tag('desk'), await tag('other')]

  await send({ text: 'Once more.' })

  expect(await tag('other')).toBe(other)
  expect(await tag('desk')).not.toBe(desk)
})

test('the page of a post holds no name, time or proof of anyone who reads it', async () => {
  const page = await browser().read('/posts/desk')
  const form = /<form[^>]*action="\/posts\/desk\/comments".*?<\/form>/s.exec(page)?.[0] ?? ''

  expect(form).toContain('Your email address will not be published.')
  expect(form).not.toMatch(/type="hidden"|name="(at|proof)"|value="[^"]+@/)
})

test('a comment is typed, read once more, and sent; pressed twice it is there once', async () => {
  const own = browser()
  const typed = { name: 'Noor', email: 'noor@lib.example', text: 'A <script>alert(1)</script> of mine.' }
  const check = await own.send('/posts/desk/comments', typed)
  const page = await check.text()
  const hidden = fieldsOf(page)
  const quick = await own.send('/posts/desk/comments/send', hidden)
  minutesLater(1)
  const again = fieldsOf(await quick.text())
  minutesLater(1)
  const first = await own.send('/posts/desk/comments/send', again)
  const second = await own.send('/posts/desk/comments/send', again)
  const receipt = await own.read(first.headers.get('Location') ?? '')

  expect([check.status, quick.status, first.status]).toEqual([200, 422, 303])
  expect(page).toContain('&lt;script&gt;')
  expect(page).not.toContain('<script>alert')
  expect(second.headers.get('Location')).toBe(first.headers.get('Location'))
  expect(receipt).toContain('Your comment waits for an editor')
  const found = await app.db
    .selectFrom('comment')
    .where('email', '=', 'noor@lib.example')
    .select('id')
    .execute()
  expect(found).toHaveLength(1)
})

test('a text that was changed on the way is shown once more, and not sent', async () => {
  const own = browser()
  const typed = { name: 'Noor', email: 'noor@lib.example', text: 'What I read.' }
  const hidden = fieldsOf(await (await own.send('/posts/desk/comments', typed)).text())
  minutesLater(1)
  const answer = await own.send('/posts/desk/comments/send', { ...hidden, text: 'What I did not read.' })

  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('What I did not read.')
})

test.each([
  ['nothing', { name: '', email: '', text: '' }, 'Please fill this in.'],
  ['no address', { name: 'A', email: 'a@', text: 'T' }, 'This does not look like an email address.'],
  ['a megabyte', { name: 'A', email: 'a@lib.example', text: 'x'.repeat(900_000) }, 'up to 5,000 letters'],
  [
    'a field for programs',
    { name: 'A', email: 'a@lib.example', text: 'T', website: 'x' },
    'Programs fill in',
  ],
])('%s comes back with a sentence beside the field', async (_what, typed, sentence) => {
  const answer = await browser().send('/posts/desk/comments', typed)

  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain(sentence)
})

test('a sender changes what waits, and an editor decides about no text they have not read', async () => {
  const comment = await send({ email: 'slow@lib.example', text: 'Before.' })
  await changeComment(app, comment.id, { text: 'After.', revision: 1 })

  const stale = await decideComments(app, editor, read(comment), 'shown')
  const twice = changeComment(app, comment.id, { text: 'Late.', revision: 1 })
  await expect(twice).rejects.toEqual(new Conflict('comment-changed'))

  expect(stale).toEqual({ decided: 0, left: 1 })
  expect(await row(comment.id)).toMatchObject({ state: 'waiting', text: 'After.', revision: 2 })
})

test('after half an hour a comment that appeared stands, and can still be taken back with all it said', async () => {
  const comment = await send({ text: 'For ever?' })
  minutesLater(31)
  await expect(changeComment(app, comment.id, { text: 'No.', revision: 1 })).rejects.toEqual(
    new Conflict('comment-stands'),
  )

  await takeCommentBack(app, comment.id)

  expect(await row(comment.id)).toMatchObject({ state: 'withdrawn', text: '', name: '–', email: null })
  expect(await browser().read('/posts/desk')).not.toContain('For ever?')
})

test('many are decided at once, and one press takes it back with what the filter learned', async () => {
  const buy = 'Buy cheap shoes at https://shoes.example now'
  const spam = [
    await send({ email: 'a@spam.example', text: buy }),
    await send({ email: 'b@spam.example', text: buy }),
  ]
  const { decided } = await decideComments(app, editor, spam.flatMap(read), 'spam')
  const next = await send({ email: 'c@spam.example', text: 'Cheap shoes, buy now' })
  const learned = await app.db.selectFrom('commentWord').selectAll().where('word', '=', 'shoes').execute()

  expect(decided).toBe(2)
  expect(next.score).toBeGreaterThan(0)
  expect(JSON.stringify(next.reasons)).toContain('shoes')
  expect(learned).toMatchObject([{ spam: 2 }])
  expect(await undoLastDecision(app, editor)).toBe(2)
  expect(
    await app.db.selectFrom('commentWord').selectAll().where('word', '=', 'shoes').execute(),
  ).toMatchObject([{ spam: 0 }])
  await expect(undoLastDecision(app, await aPerson(app, { role: 'editor' }))).rejects.toEqual(
    new Conflict('nothing-decided'),
  )
})

test('whoever answers is told of to who asked for it and said yes, once, and not after they stop', async () => {
  const parent = await send({ email: 'ruth@lib.example', text: 'Ask me.', follows: true })
  await decideComments(app, editor, read(parent), 'shown')
  await send({ to: parent.number, text: 'Too early to tell.' })
  const [question] = (await mailTo('ruth@lib.example')).map(({ text }) => text)
  const link = /\/comments\/follow\/\S+/.exec(question ?? '')?.[0] ?? ''
  const page = await browser().read(link)
  const yes = await browser().send(link, {})

  await send({ to: parent.number, text: 'I ask you.' })
  const [, reply, ...more] = await mailTo('ruth@lib.example')
  const stop = /\/unsubscribe\/\S+/.exec(reply?.text ?? '')?.[0] ?? ''
  await site.request(stop, {
    method: 'POST',
    body: 'List-Unsubscribe=One-Click',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  })
  await send({ to: parent.number, text: 'Nobody is told.' })

  expect(page).toContain('We then write to ruth@lib.example')
  expect(yes.status).toBe(200)
  expect(reply).toMatchObject({ list: 'replies', kind: 'comment-reply' })
  expect(reply?.text).toContain('I ask you.')
  expect(more).toEqual([])
  expect(await mailTo('ruth@lib.example')).toHaveLength(2)
})
const mailTo = (address: string) =>
  app.db
    .selectFrom('outbox')
    .selectAll()
    .where('toAddress', '=', address)
    .orderBy('createdAt')
    .orderBy('dueAt')
    .execute()

test('editors are told once of what waits, and decide by a link with one button', async () => {
  const comment = await send({ email: 'new@lib.example', text: 'Please read me.' })
  await app.runJobs()
  await app.runJobs()
  const mails = (await queuedMail(app)).filter(({ to }) => to === editor.email)
  const [mail] = await mailTo(editor.email)
  const link = /\/comments\/decide\/\S+\/shown/.exec(mail?.text.split('Please read me.')[1] ?? '')?.[0] ?? ''
  const page = await browser().read(link)
  const opened = (await row(comment.id)).state
  await browser().send(link, { revision: '1' })

  expect(mails).toHaveLength(1)
  expect(page).toContain('Please read me.')
  expect(opened).toBe('waiting')
  expect(await row(comment.id)).toMatchObject({ state: 'shown', stateBy: editor.id })
  expect((await browser().ask(link.replace(/.{3}\/shown/, 'aaa/shown'))).status).toBe(404)
})

test('a reader reports a comment, and an editor keeps it or takes it away', async () => {
  const comment = await send({ text: 'Is this wrong?' })
  const path = `/posts/desk/comments/${comment.number}/report`
  const done = await browser().send(path, { words: 'Rude.' })
  const office = browser(await signedIn(app, editor))
  const desk = await office.read('/office')
  const queue = await office.read('/office/comments?state=reported')
  await office.send('/office/comments/decide', {
    one: `${comment.number}.1.shown.`,
    back: '/office/comments',
  })

  expect(done.headers.get('Location')).toBe('/comments/reported')
  expect(desk).toContain('A reader has reported a comment.')
  expect(queue).toContain('Reported: “Rude.”')
  expect(await office.read('/office')).not.toContain('has reported')
  expect((await row(comment.id)).state).toBe('shown')
})

test('comments close by the rule for all, and by what an editor says of one post', async () => {
  await setCommentRule(app, editor, { waits: 'all', closesAfterDays: 1 })
  const closed = await browser().read('/posts/desk')
  await expect(send()).rejects.toEqual(new Conflict('comments-closed'))
  await setClosing(app, editor, 'desk', 'open')
  const held = await send()

  expect(closed).toContain('This post takes no more comments.')
  expect(held.state).toBe('waiting')
  await setCommentRule(app, editor, { waits: 'first', closesAfterDays: null })
})

test('an address cannot send more than anyone has to say', async () => {
  minutesLater(60)
  for (let count = 0; count < addressLimit.count; count++) await send({ email: 'flood@lib.example' })

  await expect(send({ email: 'Flood@lib.example' })).rejects.toMatchObject({ code: 'too-many' })
})

test('what members and editors write is marked, and theirs to see and to erase', async () => {
  const member = await aPerson(app, { name: 'Sol Quispe' })
  const own = browser(await signedIn(app, member))
  const form = await own.read('/posts/desk')
  const marked = await send({ name: 'Vera', email: editor.email, text: 'From us.' }, 'desk', editor)

  expect(form).toContain('value="Sol Quispe"')
  const [ownForm] = /<form[^>]+\/comments[\s\S]*?<\/form>/.exec(form) ?? []
  expect(ownForm).toContain('name="text"')
  expect(ownForm).not.toContain('name="email"')
  expect(marked).toMatchObject({ state: 'shown', role: 'editor' })
  expect(await browser().read('/posts/desk?x')).toMatch(/Author of the post/)
})

test('only editors decide', async () => {
  const comment = await send()
  const coordinator = await aPerson(app, { role: 'coordinator' })

  await expect(decideComments(app, coordinator, read(comment), 'removed')).rejects.toEqual(
    new Forbidden('not-allowed'),
  )
  await expect(setClosing(app, coordinator, 'desk', 'closed')).rejects.toEqual(new Forbidden('not-allowed'))
  expect((await browser(await signedIn(app, coordinator)).ask('/office/comments')).status).toBe(403)
})

test('many comments come in pages, and newest first in a feed', async () => {
  await aPost('busy')
  for (let count = 0; count < 30; count++)
    await send({ email: `r${count}@lib.example`, text: `Reader ${count}.` }, 'busy', editor)

  const [first, second] = [
    await browser().read('/posts/busy'),
    await browser().read('/posts/busy/comments?page=2'),
  ]
  const feed = await browser().read('/posts/busy/comments.atom')

  expect(first).toContain('30 comments')
  expect(first).toContain('Reader 24.')
  expect(first).not.toContain('Reader 25.')
  expect(second).toContain('Reader 29.')
  expect(feed).toContain('Reader 29.')
  expect(feed).not.toContain('Reader 9.')
  expect((await browser().ask('/posts/busy/comments?page=3')).status).toBe(404)
})

test('a feed is kept until something changes in it, for one post and for all', async () => {
  await aPost('fed')
  await aPost('unfed')
  const tags = () =>
    Promise.all(
      ['/comments.atom', '/posts/fed/comments.rss', '/posts/unfed/comments.rss'].map(
        async (path) => (await site.request(path)).headers.get('ETag') ?? '',
      ),
    )
  const before = await tags()
  const again = await tags()
  const comment = await send({ text: 'Said in a feed.' }, 'fed', editor)
  const [all, fed, unfed] = await tags()
  const text = await (await site.request('/comments.atom')).text()
  await decideComments(app, editor, read(comment), 'removed')

  expect(again).toEqual(before)
  expect([all === before[0], fed === before[1], unfed === before[2]]).toEqual([false, false, true])
  expect(text).toContain('Said in a feed.')
  expect(await (await site.request('/comments.atom')).text()).not.toContain('Said in a feed.')
})

test('an answer stands on the page of what it answers, also when that is gone, and each is found', async () => {
  await aPost('answered')
  const said = []
  for (let count = 0; count < 26; count++)
    said.push(await send({ email: `s${count}@lib.example`, text: `Said ${count}.` }, 'answered', editor))
  const [second, last] = [said[1], said[25]]
  if (!second || !last) throw new Error('none was sent')
  const answer = await send({ text: 'An answer.', to: second.number }, 'answered', editor)
  const before = await browser().read('/posts/answered')
  await decideComments(app, editor, read(second), 'removed')
  const places = [answer, last].map(({ number }) => browser().ask(`/comments/${number}`))

  expect(before).toMatch(/Said 1\..*An answer\..*Said 2\..*Said 23\./s)
  expect(before).not.toContain('Said 24.')
  expect(await browser().read('/posts/answered')).toMatch(/Said 0\..*An answer\..*Said 2\..*Said 24\./s)
  expect((await Promise.all(places)).map(({ headers }) => headers.get('location'))).toEqual([
    `/posts/answered#c${answer.number}`,
    `/posts/answered/comments?page=2#c${last.number}`,
  ])
})

test('addresses are forgotten after a year, and what was taken away after three months', async () => {
  const [kept, gone] = [await send({ email: 'k@lib.example' }), await send({ email: 'g@lib.example' })]
  await decideComments(app, editor, read(kept), 'shown')
  await decideComments(app, editor, read(gone), 'removed')
  app.at('2017-06-01T12:00:00Z')
  await app.runJobs()

  expect(await row(kept.id)).toMatchObject({ state: 'shown', email: null, emailKey: null, networkHash: null })
  expect(await app.db.selectFrom('comment').where('id', '=', gone.id).select('id').execute()).toEqual([])
})

/** The hidden fields of a page's form, as a browser would send them. */
function fieldsOf(page: string): Record<string, string> {
  const form = /<form[^>]*comments\/send".*?<\/form>/s.exec(page)?.[0] ?? ''
  return Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [
        name,
        value
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&amp;', '&'),
      ],
    ),
  )
}
