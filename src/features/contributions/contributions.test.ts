import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { aPerson } from '../../../test/builders.ts'
import { queuedMail, testApp } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { Conflict, Forbidden } from '../../platform/refusals.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { visitor } from '../people/index.ts'
import { approvePost, saveText } from '../posts/index.ts'
import { agreeToText, askForAgreement, waiveAgreement, wishForText } from './actions/agreeing.ts'
import {
  acceptContribution,
  askForChanges,
  claimContribution,
  declineContribution,
} from './actions/deciding.ts'
import { changeContribution, takeContributionBack } from './actions/own.ts'
import { holdPicture } from './actions/pictures.ts'
import { setContributionRule } from './actions/rule.ts'
import { type NewContribution, sendContribution } from './actions/sending.ts'
import { addressLimit } from './limits.ts'
import { type Contribution, ownContribution } from './queries/contributions.ts'

const app = await testApp('2016-03-01T12:00:00Z')
const site = createSite(app, await buildAssets())
const editor = await aPerson(app, { name: 'Vera Lind', role: 'editor' })
const director = await aPerson(app, { name: 'Dina Roy', role: 'director' })
const member = await aPerson(app, { name: 'Ada Okafor' })

const draw = async (width = 800) =>
  new Uint8Array(
    await sharp({ create: { width, height: 400, channels: 3, background: '#2c6b4a' } })
      .jpeg()
      .toBuffer(),
  )
const photo = await draw()

let sent = 0
const article: NewContribution = {
  ...{ kind: 'article', title: 'The door', body: 'We took the door off its hinges. More people come in.' },
  ...{
    answers: [],
    name: 'Marta Oliveira',
    coauthors: ['Rui Pinto'],
    country: 'PT',
    language: 'en',
    about: '',
  },
  ...{ pictureId: null, pictureAlt: '', pictureCaption: '', pictureAuthor: '', email: 'marta@lib.example' },
}

/** Sends a contribution past the page on which it is read once more. @returns what opens it, and its row */
async function send(wish: Partial<NewContribution> = {}) {
  const once = `once ${++sent}`
  const coming = {
    network: `203.0.113.${sent}`,
    locale: 'en',
    once,
    licence: 'cc-by-4.0',
    guidelines: 'en/0',
  }
  const email = wish.email ?? `author${sent}@lib.example`
  const secret = await sendContribution(app, visitor('en'), { ...article, email, ...wish }, coming)
  return { secret, ...(await ownContribution(app.db, secret)) }
}
const now = (one: { secret: string }) => ownContribution(app.db, one.secret)
const read = ({ revision }: Contribution, word: string) => ({ revision, word })
const nowhere = { code: '', fortnight: null }
const accept = async (one: Contribution & { secret: string }) => {
  const postId = await acceptContribution(app, editor, one.id, { ...read(one, 'Lovely.'), place: nowhere })
  return { postId, secret: one.secret, id: one.id }
}
const edit = (postId: string, base: number, body: string) =>
  saveText(app, editor, postId, {
    base,
    text: {
      ...{
        title: 'The door',
        summary: 'A library without a door.',
        body,
        questions: [],
        hashtag: '',
        tags: [],
      },
      ...{ locale: 'en', authors: [{ name: 'Marta Oliveira' }] },
    },
  })
const subjects = async (email: string | null) =>
  (await queuedMail(app)).filter(({ to }) => to === email).map(({ subject }) => subject)
const days = (count: number) => app.at(new Date(app.now().getTime() + count * 86_400_000).toISOString())

describe('the form', () => {
  const fields = {
    ...{
      answer1: 'On a hill.',
      answer2: 'Quiet.',
      answer3: 'The tea.',
      name: 'Marta Oliveira',
      coauthors: '',
    },
    ...{ country: 'PT', email: 'form@lib.example', language: 'en', about: '', alt: 'A green desk' },
    ...{ caption: '', pictureAuthor: '', permission: 'yes', consent: 'yes', website: '', pictureKey: '' },
  }
  async function post(path: string, wish: Record<string, string | File>) {
    const body = new FormData()
    for (const [name, value] of Object.entries({ ...fields, ...wish }))
      if (value !== 'left out') body.append(name, value)
    const answer = await site.request(path, { method: 'POST', headers: { Origin: app.origin }, body })
    return { status: answer.status, to: answer.headers.get('Location') ?? '', html: await answer.text() }
  }
  const file = (bytes: Uint8Array<ArrayBuffer>, name = 'desk.jpg') =>
    new File([bytes], name, { type: 'image/jpeg' })
  const hidden = (html: string) =>
    Object.fromEntries(
      [...html.matchAll(/<input type="hidden" name="(at|proof|pictureKey|alt)" value="([^"]*)"/g)].map(
        ([, name, value]) => [name, value],
      ),
    ) as Record<string, string>

  test('keeps what was typed and the picture while anything is to be mended, and says what', async () => {
    const back = await post('/contribute/postcard', {
      picture: file(photo),
      answer2: '',
      consent: 'left out',
    })
    const { pictureKey = '' } = hidden(back.html)
    const shown = await site.request(`/contribute/pictures/${pictureKey}`)

    expect(back.status).toBe(422)
    expect(back.html).toContain('On a hill.')
    expect(back.html).toContain('Please fill this in.')
    expect(back.html).toContain('Without your consent we may not publish it.')
    expect([shown.status, shown.headers.get('Content-Type')]).toEqual([200, 'image/webp'])
  })

  test('refuses what is no picture, and pictures too narrow, beside the field', async () => {
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
    const polyglot = Buffer.concat([
      Buffer.from('\xff\xd8\xff', 'latin1'),
      Buffer.from('<script>alert(1)</script>'),
    ])
    const answers = [
      await post('/contribute/postcard', { picture: file(new Uint8Array(svg), 'desk.jpg') }),
      await post('/contribute/postcard', { picture: file(new Uint8Array(polyglot)) }),
      await post('/contribute/postcard', { picture: file(await draw(200)) }),
      await post('/contribute/postcard', { alt: '' }),
    ]

    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422])
    expect(answers[0]?.html).toContain('We take pictures as JPEG, PNG or WebP.')
    expect(answers[1]?.html).toContain('The picture file is damaged')
    expect(answers[2]?.html).toContain('narrower than 320 pixels')
    expect(answers[3]?.html).toContain('A postcard needs a picture.')
    expect(answers[3]?.html).toContain('What is there to see? Please fill this in.')
    expect(answers.every(({ html }) => html.includes('On a hill.'))).toBe(true)
  })

  test('sends nothing before it was read once more, then once, and leads to the page of its author', async () => {
    const check = await post('/contribute/postcard', { picture: file(photo) })
    const form = hidden(check.html)
    const quick = await post('/contribute/postcard/send', { ...form, website: '' }).catch(() => null)
    app.at('2016-03-01T12:01:00Z')
    const { website: _website, ...typed } = { ...fields, ...form }
    const body = new FormData()
    for (const [name, value] of Object.entries(typed)) body.append(name, value)
    const once = () =>
      site.request('/contribute/postcard/send', { method: 'POST', headers: { Origin: app.origin }, body })
    const [first, second] = [await once(), await once()]
    const page = await (await site.request(first.headers.get('Location') ?? '')).text()
    const rows = await app.db
      .selectFrom('contribution')
      .where('email', '=', 'form@lib.example')
      .selectAll()
      .execute()

    expect(quick?.status).toBe(422)
    expect([first.status, second.status, rows.length]).toEqual([303, 303, 1])
    expect(rows[0]).toMatchObject({
      ...{
        title: 'A postcard from Portugal',
        answers: ['On a hill.', 'Quiet.', 'The tea.'],
        licence: 'cc-by-4.0',
      },
      ...{ guidelines: 'en/0', stage: 'waiting' },
    })
    expect(page).toContain('We have it, thank you')
    expect(page).toContain('An editor reads it and answers by 15 March 2016.')
    expect(await subjects('form@lib.example')).toEqual(['We have “A postcard from Portugal”, thank you'])
  })

  test('says honestly that the network takes nothing now', async () => {
    await setContributionRule(app, editor, { isOpen: false, licence: 'cc-by-sa-4.0', answerDays: 7 })
    const choose = await (await site.request('/contribute')).text()
    const write = await (await site.request('/contribute/article')).text()

    expect(choose).toContain('We take no contributions just now')
    expect(write).toContain('We take no contributions just now')
    await expect(send()).rejects.toEqual(new Conflict('contributions-closed'))
    await setContributionRule(app, editor, { isOpen: true, licence: 'cc-by-4.0', answerDays: 14 })
  })

  test('one address offers so many in a day and no more', async () => {
    for (let count = 0; count < addressLimit.count; count += 1) await send({ email: 'busy@lib.example' })

    await expect(send({ email: 'Busy@lib.example' })).rejects.toMatchObject({ code: 'too-many' })
  })
})

describe('an editor', () => {
  test('asks for changes; once its author has made them it waits again, and the editor is told', async () => {
    const one = await send()
    await claimContribution(app, editor, one.id)
    await askForChanges(app, editor, one.id, read(one, 'Please say where.'))
    const asked = await (await site.request(`/contributions/${one.secret}`)).text()
    const { email: _email, kind: _kind, ...written } = article
    const changed = { ...written, body: 'We took the door off, in Braga.' }
    await changeContribution(app, one.secret, { written: changed, revision: 1, word: 'Done.' })

    expect(asked).toContain('We ask for a change')
    expect(asked).toContain('Please say where.')
    expect(asked).not.toContain('Vera Lind')
    expect(await now(one)).toMatchObject({
      stage: 'waiting',
      revision: 2,
      body: 'We took the door off, in Braga.',
    })
    expect(await subjects(editor.email)).toContain('Marta Oliveira has changed “The door”')
    const emails = app.db.selectFrom('outbox').select('text').where('toAddress', '=', editor.email)
    for (const { text } of await emails.execute()) expect(text).toContain('Hello Vera,')
    await expect(declineContribution(app, editor, one.id, read(one, 'No.'))).rejects.toEqual(
      new Conflict('contribution-changed'),
    )
  })

  test('declines with thanks, once, and its author reads why', async () => {
    const one = await send()
    await declineContribution(app, editor, one.id, read(one, 'Thank you for the door.'))
    const page = await (await site.request(`/contributions/${one.secret}`)).text()

    expect(page).toContain('Thank you for the door.')
    expect(await subjects(one.email)).toEqual(['We have “The door”, thank you', 'Thank you for “The door”'])
    await expect(accept(one)).rejects.toEqual(new Conflict('contribution-decided'))
  })

  test('accepts: a draft with its byline and its picture', async () => {
    const pictureId = await holdPicture(app, photo, '203.0.113.9')
    const one = await send({ pictureId, pictureAlt: 'A green door' })
    const { postId } = await accept(one)
    const post = await app.db
      .selectFrom('post')
      .where('id', '=', postId)
      .selectAll()
      .executeTakeFirstOrThrow()
    const picture = await app.db
      .selectFrom('media')
      .where('id', '=', post.mediaId)
      .select(['alt', 'author', 'licence', 'width'])
      .executeTakeFirst()

    expect(post).toMatchObject({
      ...{ title: 'The door', byline: 'Marta Oliveira and Rui Pinto', part: 'guest', stage: 'assigned' },
      ...{ assigneeId: editor.id, agreedRevision: 0 },
    })
    expect(picture).toEqual({
      alt: 'A green door',
      author: 'Marta Oliveira',
      licence: 'cc-by-4.0',
      width: 800,
    })
  })

  test('nobody but an editor reads or decides', async () => {
    const one = await send()
    const headers = await signedIn(app, member)
    const answer = await site.request(`/office/contributions/${one.id}`, { headers })

    await expect(declineContribution(app, member, one.id, read(one, 'No.'))).rejects.toEqual(
      new Forbidden('not-allowed'),
    )
    expect(answer.status).toBe(403)
  })

  test('finds them in a queue, with how long each has waited, in as many queries for one as for three', async () => {
    const headers = await signedIn(app, editor)
    const page = await (await site.request('/office/contributions', { headers })).text()

    expect(page).toContain('Contributions')
    expect(page).toContain('since today')
    expect(page).toContain('answer by 15 March 2016')
  })
})

describe('the edited text', () => {
  test('does not come out before its author agrees to it, and asks again when it was changed', async () => {
    const { postId, secret, id } = await accept(await send())
    const number = await edit(postId, 1, 'We took the door off.\n\nMore people come in.')
    await expect(approvePost(app, editor, postId, null)).rejects.toEqual(new Conflict('post-not-agreed'))
    await askForAgreement(app, editor, id)
    const page = await (await site.request(`/contributions/${secret}`)).text()
    await expect(agreeToText(app, secret, 1)).rejects.toEqual(new Conflict('contribution-text-changed'))
    await agreeToText(app, secret, number)
    const day = new Date(app.now().getTime() + 3 * 86_400_000)
    await approvePost(app, editor, postId, day)
    const scheduled = await now({ secret })
    const next = await edit(postId, number, 'We took the door off. Many more people come in.')
    const changed = await now({ secret })
    days(1)
    await app.runJobs()
    const again = await now({ secret })

    expect(page).toContain('<del>')
    expect(page).toContain('I agree to this text')
    expect(scheduled.post?.publishAt).toEqual(day)
    expect([changed.post?.publishAt, changed.post?.revision, again.askedRevision]).toEqual([null, next, next])
    expect((await subjects(scheduled.email)).at(-1)).toBe('“The door” has changed since you agreed')
  })

  test('its author wishes something else: an editor reads what, and asks anew', async () => {
    const { postId, secret, id } = await accept(await send())
    await edit(postId, 1, 'No door.')
    await askForAgreement(app, editor, id)
    await wishForText(app, secret, { revision: 2, word: 'Keep the hinges.' })
    const headers = await signedIn(app, editor)
    const page = await (await site.request(`/office/contributions/${id}`, { headers })).text()

    expect(page).toContain('Keep the hinges.')
    expect(await subjects(editor.email)).toContain('Marta Oliveira wishes something else in “The door”')
    await expect(agreeToText(app, secret, 2)).rejects.toEqual(new Conflict('contribution-not-asked'))
  })

  test('an author who is silent is reminded once; after three weeks a director may decide', async () => {
    const { postId, secret, id } = await accept(await send())
    await askForAgreement(app, editor, id)
    await expect(waiveAgreement(app, director, id, 'Silent.')).rejects.toEqual(
      new Conflict('contribution-too-soon'),
    )
    days(8)
    await app.runJobs()
    await app.runJobs()
    const { email } = await now({ secret })
    const reminded = (await subjects(email)).slice(2)
    days(14)
    await expect(waiveAgreement(app, editor, id, 'Silent.')).rejects.toEqual(new Forbidden('not-allowed'))
    await waiveAgreement(app, director, id, 'Only commas were changed.')
    await approvePost(app, editor, postId, null)
    await app.runJobs()
    const page = await (await site.request(`/contributions/${secret}`)).text()
    const told = (await subjects(email)).slice(4)

    expect(page).not.toContain('Only commas were changed.')
    // What was sent a week ago is emptied by now.
    expect(reminded).toEqual(['', '“The door” waits for you'])
    expect(told.toSorted()).toEqual(['“The door” comes out as it is', '“The door” is out'])
  })

  test('what its author takes back never comes out, also when it was agreed to and had a date', async () => {
    const { postId, secret, id } = await accept(await send())
    await askForAgreement(app, editor, id)
    await agreeToText(app, secret, 1)
    await edit(postId, 1, 'No door.')
    await takeContributionBack(app, secret)

    await expect(approvePost(app, editor, postId, null)).rejects.toEqual(new Conflict('post-not-agreed'))
    expect(await now({ secret })).toMatchObject({ stage: 'withdrawn', askedRevision: null })
  })
})
