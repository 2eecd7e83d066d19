import { expect, test } from 'vitest'
import { aPerson } from '../../../test/builders.ts'
import { aCommentedBlog, read } from '../../../test/comments/commented-blog.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { Conflict } from '../../platform/refusals.ts'
import { decideComments } from './actions/moderating.ts'
import { changeComment, takeCommentBack } from './actions/own.ts'
import { addressLimit } from './limits.ts'

const { app, site, editor, browser, aPost, send, row, minutesLater, mailTo } = await aCommentedBlog()

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

test('a change that is saved twice, and a comment that is taken back twice, on a slow line, are done once', async () => {
  const comment = await send({ text: 'Before the change.' })
  const change = { text: 'After the change.', revision: 1 }
  await changeComment(app, comment.id, change)
  await changeComment(app, comment.id, change)
  const changed = await row(comment.id)
  await takeCommentBack(app, comment.id)
  await takeCommentBack(app, comment.id)

  expect(changed).toMatchObject({ text: 'After the change.', revision: 2 })
  expect(await row(comment.id)).toMatchObject({ state: 'withdrawn' })
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
