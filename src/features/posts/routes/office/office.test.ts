import { expect, test } from 'vitest'
import { aPerson, aRound } from '../../../../../test/builders.ts'
import { testApp } from '../../../../../test/harness.ts'
import { signedIn } from '../../../../../test/signed-in.ts'
import { buildAssets } from '../../../../web/assets.ts'
import { createSite } from '../../../../web/site.tsx'
import { anUpload } from '../../../topics/topic.builder.ts'
import { proposePost } from '../../actions/course.ts'

const app = await testApp('2016-03-01T12:00:00Z')
const site = createSite(app, await buildAssets())
await aRound(app)
const [ada, sol] = [
  await aPerson(app, { name: 'Ada Molina', role: 'editor' }),
  await aPerson(app, { name: 'Sol Quispe', role: 'editor' }),
]
const coordinator = await aPerson(app, { role: 'coordinator' })

async function browserOf(person: Parameters<typeof signedIn>[1]) {
  const signed = await signedIn(app, person)
  const origin = { Origin: app.origin, 'Sec-Fetch-Site': 'same-origin' }
  const ask = (path: string) => site.request(path, { headers: signed })
  return {
    ask,
    read: async (path: string) => (await ask(path)).text(),
    send: (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
      site.request(path, {
        method: 'POST',
        headers: { ...signed, ...origin, ...headers },
        body: new URLSearchParams(fields),
      }),
  }
}
const [hers, his, theirs] = [await browserOf(ada), await browserOf(sol), await browserOf(coordinator)]
const hiddenIn = (html: string, name: string) =>
  new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ?? ''
const proposal = {
  title: 'A shelf',
  summary: '',
  locale: 'en',
  place: '2016A/2',
  part: 'companion',
  assignee: sol.id,
}
const text = {
  title: 'A shelf',
  summary: 'Maps.',
  body: 'One.\n\nTwo.',
  questions: '',
  tags: 'maps',
  hashtag: '',
}
const facts = { authors: 'Sol Quispe', locale: 'en' }
const idea = {
  summary: '',
  locale: 'en',
  code: '',
  fortnight: null,
  part: null,
  dueOn: null,
  assigneeId: null,
}
const aPost = () =>
  proposePost(app, ada, {
    ...{ title: 'A shelf', summary: '', locale: 'en', code: '2016A', fortnight: 2, part: null },
    ...{ dueOn: '2016-02-20', assigneeId: sol.id },
  })

test('an editor proposes a post and finds it on the desk; a slip comes back beside its field', async () => {
  const wrong = await hers.send('/office/posts/propose', { ...proposal, title: '', dueOn: '2016-02-31' })
  const done = await hers.send('/office/posts/propose', { ...proposal, dueOn: '2016-02-20' })
  await hers.send('/office/posts/propose', { ...proposal, locale: 'fr', dueOn: '' })
  const desk = await hers.read('/office/posts')
  const mine = await his.read('/office/posts?of=mine')

  expect([wrong.status, done.status]).toEqual([422, 303])
  expect(await wrong.text()).toContain('2016-02-31')
  expect(desk).toContain('Round 2016A, fortnight 2')
  expect(desk).toContain('10 days late')
  expect(desk.match(/>French</g)).toHaveLength(1)
  expect(mine).toContain('Sol Quispe')
  expect(await hers.read('/office/posts?of=mine')).toContain('You are writing nothing')
  expect((await theirs.ask('/office/posts')).status).toBe(200)
  expect((await theirs.ask('/office/posts/new')).status).toBe(403)
})

test('what is typed is kept for a script, comes back on the page, and is saved by the button', async () => {
  const id = await aPost()
  const page = await his.read(`/office/posts/${id}/write`)
  const along = Object.fromEntries(['base', 'rev', 'writer'].map((name) => [name, hiddenIn(page, name)]))
  const typed = { ...text, ...facts, ...along }
  const script = { Accept: 'application/json' }

  const kept = await his.send(`/office/posts/${id}/save`, { ...typed, seq: '1', body: 'Half a sen' }, script)
  const again = await his.read(`/office/posts/${id}/write`)
  const other = await hers.read(`/office/posts/${id}/write`)
  const saved = await his.send(`/office/posts/${id}/save`, { ...typed, seq: '2' })

  expect([kept.status, await kept.json()]).toEqual([200, { rev: 1 }])
  expect(again).toContain('Half a sen')
  // What was sent from this page may not have got through: nothing on it makes the window forget it.
  expect(again).not.toContain('<auto-save hidden')
  expect(other).not.toContain('Half a sen')
  expect(other).toContain('Sol Quispe has something unsaved')
  expect([saved.status, saved.headers.get('Location')]).toEqual([303, `/office/posts/${id}`])
  expect(await his.read(`/office/posts/${id}/write`)).not.toContain('Half a sen')
})

test('who saves second is led to both texts, chooses, and a slip loses nothing', async () => {
  const id = await aPost()
  const save = (browser: typeof hers, base: string, body: string, title = 'A shelf') =>
    browser.send(`/office/posts/${id}/save`, {
      ...{ ...text, ...facts, title, body, base, rev: '0', writer: 'window', seq: '1' },
    })
  await save(his, '1', 'One.\n\nTwo.')
  await save(his, '2', 'One.\n\nTwo, his.')

  const slip = await save(hers, '2', 'One.\n\nTwo, hers.', '')
  const late = await save(hers, '2', 'One.\n\nTwo, hers.')
  const merge = await hers.read(`/office/posts/${id}/merge`)
  const merged = await hers.send(`/office/posts/${id}/merge`, {
    head: hiddenIn(merge, 'head'),
    'piece-0': 'mine',
  })
  const compared = await hers.read(`/office/posts/${id}/texts`)

  expect([slip.status, (await slip.text()).includes('Two, hers.')]).toEqual([422, true])
  expect([late.status, late.headers.get('Location')]).toEqual([303, `/office/posts/${id}/merge`])
  expect(merge).toContain('As Sol Quispe saved it')
  expect(merged.status).toBe(303)
  expect(compared).toMatch(/<del>his<\/del>/)
  expect(compared).toMatch(/<ins>hers<\/ins>/)
})

test('the page of a post says what is missing, and each line leads to its place', async () => {
  const id = await aPost()

  const page = await his.read(`/office/posts/${id}`)
  const early = await his.send(`/office/posts/${id}/schedule`, { at: '2016-02-01T09:00' })
  const unready = await his.send(`/office/posts/${id}/publish`, {})
  const unknown = await his.ask('/office/posts/nothing')

  expect(page).toContain(`href="/office/posts/${id}/write#f-body"`)
  expect([early.status, unready.status, unknown.status]).toEqual([422, 409, 404])
})

test('a post is submitted, read, scheduled and previewed; its writer gets no button to approve it', async () => {
  const id = await aPost()
  const saved = { ...text, ...facts, base: '1', rev: '0', writer: 'window', seq: '1' }
  await his.send(`/office/posts/${id}/save`, saved)
  const submitted = await his.send(`/office/posts/${id}/submit`, { reviewer: ada.id, message: 'Too long?' })
  const [own, other] = [await his.read(`/office/posts/${id}`), await hers.read(`/office/posts/${id}`)]
  const silent = await hers.send(`/office/posts/${id}/give-back`, { remark: ' ' })
  const scheduled = await hers.send(`/office/posts/${id}/schedule`, { at: '2016-03-20T09:00' })
  const preview = await hers.read(`/office/posts/${id}/preview`)
  const matters = await his.read('/office')

  expect([submitted.status, silent.status, scheduled.status]).toEqual([303, 422, 303])
  expect([own.includes('Approve and schedule'), other.includes('Approve and schedule')]).toEqual([
    false,
    true,
  ])
  expect(other).toContain('Too long?')
  expect(preview).toContain('Only the office sees this page.')
  expect(matters).toContain('You write “A shelf”. It was due on 20 February 2016.')
})

test('a picture leads a post once all is said about it; a slip keeps the upload, and taking it away keeps the text', async () => {
  const id = await aPost()
  const signed = await signedIn(app, sol)
  const send = async (fields: Record<string, string | File>) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.append(name, value)
    return site.request(`/office/posts/${id}/picture`, { method: 'POST', body, headers: signed })
  }
  const credit = {
    alt: 'Two desks',
    caption: 'Two desks.',
    author: 'Sol Ruiz',
    source: 'own work',
    licence: 'cc0-1.0',
  }
  const upload = new File([new Uint8Array(await anUpload())], 'desk.png', { type: 'image/png' })

  const slip = await send({ ...credit, picture: upload, pictureId: '', caption: 'x'.repeat(401) })
  const kept = hiddenIn(await slip.text(), 'pictureId')
  const done = await send({ ...credit, pictureId: kept })
  const page = await his.read(`/office/posts/${id}/preview`)
  const removed = await his.send(`/office/posts/${id}/picture/remove`, {})

  expect([slip.status, done.status, removed.status]).toEqual([422, 303, 303])
  expect(page).toContain('alt="Two desks"')
  expect(await his.read(`/office/posts/${id}/preview`)).not.toContain('alt="Two desks"')
})

test('a note on a paragraph is made, answered and resolved by plain forms; a slip comes back beside its field', async () => {
  const id = await aPost()
  const saved = await his.read(`/office/posts/${id}/write`)
  const along = Object.fromEntries(
    ['base', 'rev', 'writer', 'seq'].map((name) => [name, hiddenIn(saved, name)]),
  )
  await his.send(`/office/posts/${id}/save`, { ...text, ...facts, ...along })
  const notes = `/office/posts/${id}/notes`

  const empty = await hers.send(`${notes}/add`, { paragraph: '1', note: '', words: 'Two' })
  const wrong = await hers.send(`${notes}/add`, { paragraph: '0', note: 'Why two?', words: 'Two' })
  const made = await hers.send(`${notes}/add`, { paragraph: '1', note: 'Why two?', words: '' })
  const note = /#note-(.*)$/.exec(made.headers.get('Location') ?? '')?.[1] ?? ''
  const unanswered = await his.send(`${notes}/${note}/answer`, { answer: ' ' })
  const answered = await his.send(`${notes}/${note}/answer`, { answer: 'One too few.', from: 'write' })
  const beside = await his.read(`/office/posts/${id}/write`)
  const done = await his.send(`${notes}/${note}/resolve`, {})

  expect([empty, wrong, made, unanswered, answered, done].map(({ status }) => status)).toEqual([
    ...[422, 422, 303, 422, 303, 303],
  ])
  expect(await empty.text()).toContain('value="Two"')
  expect(await wrong.text()).toContain('These words are not in the text as it was last saved.')
  expect(answered.headers.get('Location')).toBe(`/office/posts/${id}/write#note-${note}`)
  expect(beside).toContain('One too few.')
  expect(await theirs.read(notes)).toMatch(/<mark>|Resolved by Sol Quispe/)
  expect(await theirs.read(notes)).not.toContain(`${note}/answer`)
  expect((await theirs.send(`${notes}/${note}/reopen`, {})).status).toBe(403)
})

test('a draft is looked at as a post, on a phone, and as a shared link; what was written before is found by itself', async () => {
  const id = await aPost()
  const pages = await Promise.all(
    ['', '?as=phone', '?as=card'].map((as) => hers.read(`/office/posts/${id}/preview${as}`)),
  )
  const card = await hers.ask(`/office/posts/${id}/preview/card.png`)
  await proposePost(app, ada, { ...idea, title: 'Shelf' })
  const earlier = await proposePost(app, ada, { ...idea, title: 'One more shelf' })
  const before = await hers.read(`/office/posts/${earlier}`)
  await app.db.updateTable('post').set({ publishAt: app.now() }).where('id', '=', id).execute()
  const after = await hers.read(`/office/posts/${earlier}`)

  expect(pages.map((page) => ['on-a-phone', 'shared-link'].filter((one) => page.includes(one)))).toEqual([
    ...[[], ['on-a-phone'], ['shared-link']],
  ])
  expect([card.status, card.headers.get('Content-Type')]).toEqual([200, 'image/png'])
  expect([before, after].map((page) => page.includes('We wrote about this before'))).toEqual([false, true])
  expect((await site.request(`/office/posts/${id}/preview/card.png`)).status).not.toBe(200)
})

test('the day of a post is said as one to come until it has come', async () => {
  const id = await aPost()
  const at = (publishAt: Date) =>
    app.db.updateTable('post').set({ stage: 'review', publishAt }).where('id', '=', id).execute()
  await at(new Date(app.now().getTime() + 60_000))
  const before = await hers.read(`/office/posts/${id}`)
  const asking = await hers.read(`/office/posts/${id}/publish`)
  await at(app.now())
  const after = await hers.read(`/office/posts/${id}`)

  expect([before, after].map((page) => /(Comes|Came) out</.exec(page)?.[1])).toEqual(['Comes', 'Came'])
  expect(asking).toContain('So do readers of the newsletter')
})

test('of a post that is out nothing is said to happen before it comes out, on its page or where it is written', async () => {
  const id = await aPost()
  const written = await hers.read(`/office/posts/${id}/write`)
  await app.db.updateTable('post').set({ publishAt: app.now() }).where('id', '=', id).execute()

  const pages = [await hers.read(`/office/posts/${id}`), await hers.read(`/office/posts/${id}/write`)]

  expect(written).toContain('<h2 id="checks">Before it comes out</h2>')
  for (const page of pages) {
    expect(page).toContain('<h2 id="checks">What we look at</h2>')
    expect(page).not.toContain('Before it comes out')
  }
})
