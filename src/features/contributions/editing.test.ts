import { describe, expect, test } from 'vitest'
import { aPerson } from '../../../test/builders.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { Conflict, Forbidden } from '../../platform/refusals.ts'
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
import { article, contributed } from './contribution.builder.ts'
import { type Contribution, ownContribution } from './queries/contributions.ts'
import { valuesOf } from './routes/forms.ts'

const { app, site, editor, photo, send, subjects } = await contributed()

const director = await aPerson(app, { name: 'Dina Roy', role: 'director' })
const member = await aPerson(app, { name: 'Ada Okafor' })
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

const second = 1 / 86_400
const days = (count: number) => app.at(new Date(app.now().getTime() + count * 86_400_000).toISOString())

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
    await askForAgreement(app, editor, id, null)
    const page = await (await site.request(`/contributions/${secret}`)).text()
    const mine = [...page.matchAll(/<td data-label="As you sent it">.*?<\/td>/gs)].join(' ')
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
    expect(page).toContain('A library without a door.')
    expect(mine.match(/We took the door off/g)).toHaveLength(1)
    expect(page).toContain('I agree to this text')
    expect(scheduled.post?.publishAt).toEqual(day)
    expect([changed.post?.publishAt, changed.post?.revision, again.askedRevision]).toEqual([null, next, next])
    expect((await subjects(scheduled.email)).at(-1)).toBe('“The door” has changed since you agreed')
  })

  test('that is out leaves no schedule when it is changed, and its editors read so', async () => {
    const { postId, secret, id } = await accept(await send())
    await askForAgreement(app, editor, id, null)
    await agreeToText(app, secret, 1)
    await approvePost(app, editor, postId, null)
    const headers = await signedIn(app, editor)
    const read = async () => (await site.request(`/office/posts/${postId}`, { headers })).text()

    const out = await read()
    await edit(postId, 1, 'We took the door off its hinges.')
    const changed = await read()

    expect(out).toContain('Its author has agreed to this text.')
    expect(changed).toContain('It has been changed since.')
    for (const page of [out, changed]) expect(page).not.toMatch(/leaves the schedule|cannot come out/)
  })

  test('is asked for once by who presses twice, and again by who presses later', async () => {
    const one = await send()
    const [{ id }, { email }] = [await accept(one), one]
    const press = async (seen: string) => {
      const headers = await signedIn(app, editor)
      const body = new URLSearchParams({ seen })
      return (await site.request(`/office/contributions/${id}/proof`, { method: 'POST', headers, body }))
        .status
    }
    const asked = async () =>
      (await subjects(email)).filter((one) => one.startsWith('Please read the edited text')).length

    const seenAt = app.now()
    const first = await press('')
    days(second)
    const twice = [first, await press('')]
    const once = await asked()
    days(1)
    const again = await press(seenAt.toISOString())

    expect([twice, once, again, await asked()]).toEqual([[303, 303], 1, 303, 2])
  })

  test('what is pressed twice is done once, and nobody reads that somebody else was faster', async () => {
    const one = await send()
    const as = async (who: { id: string } | null, path: string, values: Record<string, string>) => {
      const headers = who ? await signedIn(app, who) : { Origin: app.origin, 'Sec-Fetch-Site': 'same-origin' }
      const press = async () => {
        // Each press at an instant of its own, as its emails would have one name otherwise.
        days(second)
        const init = { method: 'POST', headers, body: new URLSearchParams(values) }
        return (await site.request(path, init)).status
      }
      return [await press(), await press()]
    }
    const [desk, own] = [`/office/contributions/${one.id}`, `/contributions/${one.secret}`]

    const asked = await as(editor, `${desk}/ask`, { revision: '1', askWord: 'Where?' })
    const accepted = await as(editor, `${desk}/accept`, { revision: '1', place: '', acceptWord: 'Lovely.' })
    await as(editor, `${desk}/proof`, { seen: '' })
    const wished = await as(null, `${own}/wish`, { revision: '1', wish: 'Keep the hinges.' })
    days(1)
    await as(editor, `${desk}/proof`, { seen: '' })
    const agreed = await as(null, `${own}/agree`, { revision: '1' })
    const takenBack = await as(null, `${own}/take-back`, {})

    for (const statuses of [asked, accepted, wished, agreed, takenBack]) expect(statuses).toEqual([303, 303])
    const words = app.db.selectFrom('contributionWord').where('contributionId', '=', one.id).select('kind')
    expect((await words.orderBy('id').execute()).map(({ kind }) => kind)).toEqual([
      'asked',
      'accepted',
      'wishes',
      'agreed',
      'withdrawn',
    ])
    expect(await subjects(one.email)).toHaveLength(5)
  })

  test('its author who corrects it in another window reads so, in words for them', async () => {
    const one = await send()
    const { email: _email, kind: _kind, ...written } = article
    const typed = { ...valuesOf(one), revision: '1', pictureKey: '', word: '' }
    await changeContribution(app, one.secret, {
      written: { ...written, body: 'Another.' },
      revision: 1,
      word: '',
    })

    const headers = { Origin: app.origin, 'Sec-Fetch-Site': 'same-origin' }
    const body = new URLSearchParams(typed)
    const late = await site.request(`/contributions/${one.secret}/change`, { method: 'POST', headers, body })
    const told = await late.text()

    expect(late.status).toBe(422)
    expect(told).toContain('This was changed in another window in the meantime.')
    expect(told).not.toContain('Its author has changed it')
  })

  test('its author wishes something else: an editor reads what, and asks anew', async () => {
    const { postId, secret, id } = await accept(await send())
    await edit(postId, 1, 'No door.')
    await askForAgreement(app, editor, id, null)
    await wishForText(app, secret, { revision: 2, word: 'Keep the hinges.' })
    const headers = await signedIn(app, editor)
    const page = await (await site.request(`/office/contributions/${id}`, { headers })).text()

    expect(page).toContain('Keep the hinges.')
    expect(await subjects(editor.email)).toContain('Marta Oliveira wishes something else in “The door”')
    await expect(agreeToText(app, secret, 2)).rejects.toEqual(new Conflict('contribution-not-asked'))
  })

  test('an author who is silent is reminded once; after three weeks a director may decide', async () => {
    const { postId, secret, id } = await accept(await send())
    await askForAgreement(app, editor, id, null)
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
    const post = await app.db
      .selectFrom('post')
      .where('id', '=', postId)
      .select('slug')
      .executeTakeFirstOrThrow()
    const out = await app.db
      .selectFrom('outbox')
      .where('toAddress', '=', email)
      .where('subject', 'like', '%is out')
      .select('text')
      .executeTakeFirstOrThrow()

    expect(page).not.toContain('Only commas were changed.')
    // What is to be shared is no key to the author’s own page.
    expect(out.text).toContain(`${app.origin}/posts/${post.slug}\n`)
    expect(out.text).not.toContain('/contributions/')
    // What was sent a week ago is emptied by now.
    expect(reminded).toEqual(['', '“The door” waits for you'])
    expect(told.toSorted()).toEqual(['“The door” comes out as it is', '“The door” is out'])
  })

  test('what its author takes back never comes out, also when it was agreed to and had a date', async () => {
    const { postId, secret, id } = await accept(await send())
    await askForAgreement(app, editor, id, null)
    await agreeToText(app, secret, 1)
    await edit(postId, 1, 'No door.')
    await takeContributionBack(app, secret)

    await expect(approvePost(app, editor, postId, null)).rejects.toEqual(new Conflict('post-not-agreed'))
    expect(await now({ secret })).toMatchObject({ stage: 'withdrawn', askedRevision: null })
  })
})
