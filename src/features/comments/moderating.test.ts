import { expect, test } from 'vitest'
import { aPerson } from '../../../test/builders.ts'
import { aCommentedBlog, read } from '../../../test/comments/commented-blog.ts'
import { queuedMail } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { Conflict, Forbidden } from '../../platform/refusals.ts'
import { decideComments, setClosing, setCommentRule, undoLastDecision } from './actions/moderating.ts'
import { changeComment } from './actions/own.ts'

const { app, editor, browser, send, row, minutesLater, mailTo, firstShown } = await aCommentedBlog()
await firstShown()
minutesLater(31)

test('a sender changes what waits, and an editor decides about no text they have not read', async () => {
  const comment = await send({ email: 'slow@lib.example', text: 'Before.' })
  await changeComment(app, comment.id, { text: 'After.', revision: 1 })

  const stale = await decideComments(app, editor, read(comment), 'shown')
  const twice = changeComment(app, comment.id, { text: 'Late.', revision: 1 })
  await expect(twice).rejects.toEqual(new Conflict('comment-changed'))

  expect(stale).toEqual({ decided: 0, left: 1 })
  expect(await row(comment.id)).toMatchObject({ state: 'waiting', text: 'After.', revision: 2 })
})

test('of two editors who decide at once, the second undoes nothing by a page that is out of date', async () => {
  const comment = await send({ email: 'both@lib.example', text: 'Read by two of us.' })
  const other = await aPerson(app, { role: 'editor', locale: 'en' })
  const [one, two] = [browser(await signedIn(app, editor)), browser(await signedIn(app, other))]
  const press = (decision: string) => ({
    ...{ back: '/office/comments', one: `${comment.number}.${comment.revision}.waiting.${decision}.` },
  })
  await one.send('/office/comments/decide', press('shown'))
  await two.send('/office/comments/decide', press('spam'))
  const told = await two.read('/office/comments')
  const after = await row(comment.id)

  await two.send('/office/comments/decide', press('shown'))
  minutesLater(1)

  expect(after).toMatchObject({ state: 'shown', stateBy: editor.id })
  expect(told).toContain('somebody else decided about it')
  expect(await two.read('/office/comments')).toContain('The comment can be read under its post.')
  expect(await row(comment.id)).toMatchObject({ state: 'shown', stateBy: editor.id })
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
  const shown = await office.read('/office/comments?state=shown')
  await office.send('/office/comments/decide', {
    one: `${comment.number}.1.shown.`,
    back: '/office/comments',
  })

  expect(done.headers.get('Location')).toBe('/comments/reported')
  expect(desk).toContain('A reader has reported a comment.')
  expect(queue).toContain('Reported: “Rude.”')
  expect(queue).toContain('Keep the ticked ones')
  expect(queue).not.toContain('Let the ticked ones appear')
  expect(shown).not.toMatch(/name="decision" value="shown"/)
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

test('only editors decide', async () => {
  const comment = await send()
  const coordinator = await aPerson(app, { role: 'coordinator' })

  await expect(decideComments(app, coordinator, read(comment), 'removed')).rejects.toEqual(
    new Forbidden('not-allowed'),
  )
  await expect(setClosing(app, coordinator, 'desk', 'closed')).rejects.toEqual(new Forbidden('not-allowed'))
  expect((await browser(await signedIn(app, coordinator)).ask('/office/comments')).status).toBe(403)
})

test('what stands under a post that was withdrawn leads to where the post is, and nowhere that is gone', async () => {
  const comment = await send({ email: 'gone@lib.example', text: 'Under what is gone.' })
  await decideComments(app, editor, read(comment), 'shown')
  await app.db.updateTable('post').set({ withdrawnAt: app.now() }).where('slug', '=', 'desk').execute()
  const office = browser(await signedIn(app, editor))

  const pages = await Promise.all(
    ['/office/comments', '/office/comments?state=shown', '/office/search?q=Under+what'].map(office.read),
  )

  const links = pages.flatMap((page) =>
    [...page.matchAll(/href="(\/(?:office\/)?(?:comments|posts)\/[^"]+)"/g)].map(([, path = '']) => path),
  )
  const answers = await Promise.all([...new Set(links)].map(async (path) => (await office.ask(path)).status))
  expect(pages[1]).toContain('Under what is gone.')
  expect([links.length > 0, answers.filter((status) => status >= 400)]).toEqual([true, []])
  await app.db.updateTable('post').set({ withdrawnAt: null }).where('slug', '=', 'desk').execute()
})
