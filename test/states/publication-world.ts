import { flagComment } from '../../src/features/comments/actions/flagging.ts'
import { decideComments } from '../../src/features/comments/actions/moderating.ts'
import { claimComment, takeCommentBack } from '../../src/features/comments/actions/own.ts'
import { sendComment } from '../../src/features/comments/actions/sending.ts'
import type { Decision } from '../../src/features/comments/comment.ts'
import { ownPath as commentPath } from '../../src/features/comments/paths.ts'
import { ownToken } from '../../src/features/comments/policy.ts'
import {
  agreeToText,
  askForAgreement,
  waiveAgreement,
  wishForText,
} from '../../src/features/contributions/actions/agreeing.ts'
import { followAgreements, tellOfDown, tellOfOut } from '../../src/features/contributions/actions/clock.ts'
import {
  acceptContribution,
  askForChanges,
  declineContribution,
} from '../../src/features/contributions/actions/deciding.ts'
import { changeContribution, takeContributionBack } from '../../src/features/contributions/actions/own.ts'
import { sendContribution } from '../../src/features/contributions/actions/sending.ts'
import { ownPath as contributionPath } from '../../src/features/contributions/paths.ts'
import { ownContribution } from '../../src/features/contributions/queries/contributions.ts'
import { tellOfNews } from '../../src/features/newsletters/actions/news.ts'
import {
  leaveOne,
  pauseSubscription,
  resumeSubscription,
  subscribe,
} from '../../src/features/newsletters/actions/subscribing.ts'
import { confirmPath, subscriptionsPath } from '../../src/features/newsletters/paths.ts'
import { nextDigest, type Rhythm } from '../../src/features/newsletters/rhythm.ts'
import { eraseByAddress } from '../../src/features/own-data/actions/by-address.ts'
import { visitor } from '../../src/features/people/index.ts'
import { bringPostBack } from '../../src/features/posts/actions/coming-out.ts'
import { approvePost, postPath, saveText, takePostBack } from '../../src/features/posts/index.ts'
import { answerReprint } from '../../src/features/reprints/actions/answering.ts'
import { askForLeave } from '../../src/features/reprints/actions/asking.ts'
import { remindAuthors } from '../../src/features/reprints/actions/clock.ts'
import { askAuthors, sayAppeared } from '../../src/features/reprints/actions/deciding.ts'
import { answerPath } from '../../src/features/reprints/paths.ts'
import { answerKey } from '../../src/features/reprints/policy.ts'
import { reprintById, reprintsIn } from '../../src/features/reprints/queries/reprints.ts'
import { confirmByLink, newsletterList, repliesList } from '../../src/features/subscribers/index.ts'
import { noteReturn } from '../../src/platform/mail/inbound/returns.ts'
import { unsubscribeToken } from '../../src/platform/mail/index.ts'
import type { Locale } from '../../src/platform/words.ts'
import { aPerson } from '../builders.ts'
import type { TestApp } from '../harness.ts'
import type { PublicationStateName } from './publication-states.ts'

/** Somebody by their address, the page their emails lead to, and the post it is about. */
export type Reader = { email: string; own?: string; post?: string; member?: { id: string } }
type See = (state: PublicationStateName, who: Reader) => Promise<void>
type Office = Record<'editor' | 'director', Awaited<ReturnType<typeof aPerson>>>

/** Those who live through it in one language, and how each of their states is seen and their link to what is kept is got. */
export type Living = {
  app: TestApp
  locale: Locale
  office: Office
  see: See
  linkTo: (email: string) => Promise<string | null>
}

/** Takes contributors, commenters and subscribers through all that can become of them, by their own acts and the office's. */
export async function liveThroughPublication(living: Living): Promise<void> {
  await beSilent(living)
  await beDeclined(living)
  const readers = await subscribeAll(living)
  const author = await publish(living)
  await getPosts(living, readers)
  const noor = await discuss(living, author)
  await reprint(living, author)
  await withdraw(living, author)
  await getDigests(living, readers)
  await stopEmails(living, readers)
  await forgetNames(living, author, noor)
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Emails stay queued: once sent, one to somebody without an account says no longer to whom it went. */
async function later({ app }: Living, ms: number): Promise<void> {
  app.at(new Date(app.now().getTime() + ms).toISOString())
}

let count = 0
const coming = (locale: Locale) => ({ network: `203.0.113.${++count % 250}`, locale, once: `once ${count}` })
const named = (name: string, locale: Locale) => ({
  name: `${name} ${locale.toUpperCase()}`,
  email: `${name.toLowerCase()}.${locale}@lib.example`,
})

/** What an email to somebody holds, the newest first. */
async function inMail({ app }: Living, email: string, link: RegExp): Promise<string> {
  const mails = await app.db
    .selectFrom('outbox')
    .where('toAddress', '=', email)
    .select('text')
    .orderBy('createdAt', 'desc')
    .execute()
  const [found] = mails.flatMap(({ text }) => link.exec(text)?.[1] ?? [])
  if (found === undefined) throw new Error(`no email to ${email} holds ${link}`)
  return found
}

type Offered = { id: string; secret: string; email: string; name: string; own: string }

const article = {
  ...{ kind: 'article' as const, title: 'The door', body: 'We took the door off.', answers: [], about: '' },
  ...{ coauthors: [], country: 'PT', pictureId: null, pictureAlt: '', pictureCaption: '' },
  pictureAuthor: '',
}

async function offer({ app, locale }: Living, givenName: string): Promise<Offered> {
  const { name, email } = named(givenName, locale)
  const from = { ...coming(locale), licence: 'cc-by-4.0', guidelines: `${locale}/0` }
  const text = { ...article, title: `${article.title} ${locale}`, name, email, language: locale }
  const secret = await sendContribution(app, visitor(locale), text, from)
  const { id } = await ownContribution(app.db, secret)
  return { id, secret, email, name, own: contributionPath(secret) }
}

const accept = ({ app, office }: Living, { id }: Offered, revision: number) =>
  acceptContribution(app, office.editor, id, { revision, word: '', place: { code: '', fortnight: null } })

async function beSilent(living: Living): Promise<void> {
  const { app, office, see } = living
  const rui = await offer(living, 'Rui')
  await later(living, minute)
  await accept(living, rui, 1)
  await later(living, minute)
  await askForAgreement(app, office.editor, rui.id, null)
  await later(living, 8 * day)
  await followAgreements(app)
  await see('silent about the edited text', rui)
  await later(living, 14 * day)
  await waiveAgreement(app, office.director, rui.id, 'Only commas were changed.')
  await see('comes out without an answer', rui)
}

async function beDeclined(living: Living): Promise<void> {
  const { app, office, see } = living
  const [lena, otto] = [await offer(living, 'Lena'), await offer(living, 'Otto')]
  await later(living, minute)
  await declineContribution(app, office.editor, lena.id, { revision: 1, word: 'We have a door already.' })
  await takeContributionBack(app, otto.secret)
  await see('a text declined', lena)
  await see('a text taken back', otto)
}

type Author = Offered & { postId: string; post: string; slug: string }

async function publish(living: Living): Promise<Author> {
  const { app, office, see } = living
  const marta = await offer(living, 'Marta')
  await see('a text offered', marta)
  await later(living, minute)
  await askForChanges(app, office.editor, marta.id, { revision: 1, word: 'Please say where.' })
  await see('asked for a change', marta)
  await later(living, minute)
  await changeOwn(living, marta)
  await see('the change made', marta)
  await later(living, minute)
  const postId = await accept(living, marta, 2)
  await see('a text accepted', marta)
  await agree(living, marta, postId)
  await approvePost(app, office.editor, postId, null)
  await later(living, minute)
  await tellOfOut(app)
  const { slug } = await app.db
    .selectFrom('post')
    .where('id', '=', postId)
    .select('slug')
    .executeTakeFirstOrThrow()
  const author = { ...marta, postId, slug, post: postPath(slug) }
  await see('a text published', author)
  return author
}

async function changeOwn({ app, locale }: Living, { secret, name }: Offered): Promise<void> {
  const { kind: _kind, ...rest } = article
  const written = { ...rest, title: `${article.title} ${locale}`, body: 'We took the door off, in Braga.' }
  await changeContribution(app, secret, {
    ...{ written: { ...written, name, language: locale }, revision: 1, word: 'Done.' },
  })
}

/** From the first edited text to the last that its author agrees to. */
async function agree(living: Living, marta: Offered, postId: string): Promise<void> {
  const { app, office, see } = living
  const first = await edit(living, marta, { postId, base: 1, body: 'No door.' })
  await askForAgreement(app, office.editor, marta.id, null)
  await see('asked to agree', marta)
  await wishForText(app, marta.secret, { revision: first, word: 'Keep the hinges.' })
  await see('wishes something else', marta)
  await later(living, minute)
  const second = await edit(living, marta, { postId, base: first, body: 'No door, but its hinges.' })
  await askForAgreement(app, office.editor, marta.id, null)
  await agreeToText(app, marta.secret, second)
  await see('agreed to the text', marta)
  await approvePost(app, office.editor, postId, new Date(app.now().getTime() + 3 * day))
  await see('a day is set', marta)
  const third = await edit(living, marta, { postId, base: second, body: 'No door, but all its hinges.' })
  await later(living, 2 * hour)
  await followAgreements(app)
  await see('asked again', marta)
  await agreeToText(app, marta.secret, third)
}

/** @returns the number of the text */
const edit = (
  { app, office, locale }: Living,
  { name }: Offered,
  { postId, base, body }: { postId: string; base: number; body: string },
) =>
  saveText(app, office.editor, postId, {
    base,
    text: {
      ...{ title: `${article.title} ${locale}`, summary: 'A library without a door.', body, questions: [] },
      ...{ hashtag: '', tags: [], locale, authors: [{ name }] },
    },
  })

type Subscriber = { id: string; email: string; own: string }
type Readers = Record<Rhythm, Subscriber> & { member: Reader }

async function subscribeAll(living: Living): Promise<Readers> {
  const { app, locale, see } = living
  const { name, email } = named('Kim', locale)
  const member = await aPerson(app, { name, email, locale })
  const asked = { network: coming(locale).network, locale }
  await subscribe(app, { ...asked, email, rhythm: 'each', own: email })
  const each = await subscribeOne(living, 'Ada', 'each', async (ada, confirming) => {
    await see('asked whether to subscribe', { ...ada, own: confirming })
    await see('has not said yes', ada)
  })
  const fortnight = await subscribeOne(living, 'Sol', 'fortnight')
  const month = await subscribeOne(living, 'Mei', 'month')
  return { each, fortnight, month, member: { email, own: '/me', member } }
}

async function subscribeOne(
  living: Living,
  name: string,
  rhythm: Rhythm,
  meanwhile?: (one: Subscriber, confirming: string) => Promise<void>,
): Promise<Subscriber> {
  const { app, locale } = living
  const { email } = named(name, locale)
  await subscribe(app, { email, locale, rhythm, network: coming(locale).network, own: null })
  const secret = await inMail(living, email, /\/subscribe\/confirm\/([\w-]+)/)
  const { id } = await app.db
    .selectFrom('subscriber')
    .where('email', '=', email)
    .select('id')
    .executeTakeFirstOrThrow()
  const own = subscriptionsPath(unsubscribeToken(app, { readerId: id, list: newsletterList }))
  const one = { id, email, own }
  await meanwhile?.(one, confirmPath(secret))
  await confirmByLink(app, secret, newsletterList)
  return one
}

async function getPosts(living: Living, { each, member }: Readers): Promise<void> {
  await later(living, 11 * minute)
  await tellOfNews(living.app)
  await living.see('gets each post', each)
  await living.see('a member who gets each post', member)
}

async function getDigests(living: Living, readers: Readers): Promise<void> {
  const { app, see } = living
  for (const rhythm of ['fortnight', 'month'] as const) {
    await later(living, nextDigest(rhythm, app.now()).getTime() - app.now().getTime())
    await tellOfNews(app)
    await see(
      rhythm === 'fortnight' ? 'gets a digest every two weeks' : 'gets a digest every month',
      readers[rhythm],
    )
  }
}

async function stopEmails(living: Living, { each, fortnight }: Readers): Promise<void> {
  const { app, see } = living
  const tokenOf = ({ own }: Subscriber) => own.split('/').at(-1) ?? ''
  await pauseSubscription(app, tokenOf(each))
  await see('the newsletter paused', each)
  await resumeSubscription(app, tokenOf(each))
  await bounce(living, each)
  await see('emails come back', each)
  await leaveOne(app, tokenOf(fortnight), newsletterList)
  await see('the newsletter left', fortnight)
}

/** Their mail server says of the last email that there is nobody. */
async function bounce({ app }: Living, { id, email }: Subscriber): Promise<void> {
  const mail = await app.db
    .selectFrom('outbox')
    .where('subscriberId', '=', id)
    .select('id')
    .orderBy('createdAt', 'desc')
    .executeTakeFirstOrThrow()
  const report = [{ addresses: [email], status: '5.1.1', said: '550 5.1.1 User unknown' }]
  await app.db.transaction().execute((tx) => noteReturn(app, tx, mail.id, report))
}

type Commented = Reader & { id: string; number: number }

type Saying = { name: string; follows?: boolean; to?: number | null; text?: string }

async function say(
  { app, locale }: Living,
  { post, slug }: Author,
  { name, follows = false, to = null, text = `${name} has a door, in ${locale}.` }: Saying,
): Promise<Commented> {
  const who = named(name, locale)
  const id = await sendComment(
    app,
    visitor(locale),
    { ...who, text, follows, to },
    { slug, ...coming(locale) },
  )
  const { number } = await app.db
    .selectFrom('comment')
    .where('id', '=', id)
    .select('number')
    .executeTakeFirstOrThrow()
  return { id, number, email: who.email, post, own: commentPath(ownToken(app, id)) }
}

const decide = ({ app, office }: Living, { number }: Commented, decision: Decision) =>
  decideComments(app, office.editor, [{ number, revision: 1 }], decision)

async function discuss(living: Living, author: Author): Promise<Commented> {
  const { app, see } = living
  const noor = await say(living, author, { name: 'Noor', follows: true })
  await see('a comment waits', noor)
  await decide(living, noor, 'shown')
  await see('a comment appeared', noor)
  await confirmByLink(app, await inMail(living, noor.email, /\/comments\/follow\/([\w-]+)/), repliesList)
  await later(living, minute)
  await decide(living, await say(living, author, { name: 'Bo', to: noor.number }), 'shown')
  const again = await say(living, author, { name: 'Bo', text: 'And a window.' })
  await see('a comment of a known address', again)
  await claimComment(app, again.id, 1)
  await see('said that it is theirs', again)
  await see('a comment answered', noor)
  await later(living, 6 * minute)
  await flagComment(app, noor.id, { words: 'Not about doors.', network: '203.0.113.9' })
  await see('a comment reported', noor)
  await refuse(living, author)
  return noor
}

async function refuse(living: Living, author: Author): Promise<void> {
  const { app, see } = living
  const [zed, max, ida] = [
    await say(living, author, { name: 'Zed' }),
    await say(living, author, { name: 'Max' }),
    await say(living, author, { name: 'Ida' }),
  ]
  await decide(living, zed, 'removed')
  await see('a comment removed', zed)
  await decide(living, max, 'spam')
  await see('a comment taken for spam', max)
  await takeCommentBack(app, ida.id)
  await see('a comment taken back', ida)
}

type Asked = { id: string; reader: Reader; author: Author & { own: string }; key: string }

/** Somebody asks for leave, and an editor asks the author. */
async function ask(living: Living, author: Author, name: string, see?: See): Promise<Asked> {
  const { app, locale, office } = living
  const { email, ...who } = named(name, locale)
  const publication = `${name} Life`
  const wish = { post: author.slug, publication, language: locale, ...who, email, message: '' }
  await askForLeave(app, wish, coming(locale))
  const reader = { email, post: author.post }
  await see?.('asked for a reprint', reader)
  const found = await reprintsIn(app.db, office.editor, 'open')
  const { id = '' } = found.find((one) => one.email === email) ?? {}
  await later(living, minute)
  await askAuthors(app, office.editor, id)
  const { answers } = await reprintById(app.db, id)
  const key = answerKey(app, answers[0]?.id ?? '')
  return { id, reader, key, author: { ...author, own: answerPath(key) } }
}

async function reprint(living: Living, author: Author): Promise<void> {
  const { app, office, see } = living
  const nobody = { id: null }
  const first = await ask(living, author, 'Ines', see)
  await see('a reprint put to the authors', first.reader)
  await see('an author asked', first.author)
  await later(living, 8 * day)
  await remindAuthors(app)
  await see('an author silent about a reprint', first.author)
  await see('a reprint whose author is silent', first.reader)
  await later(living, minute)
  await answerReprint(app, nobody, first.key, { answer: 'yes', word: '' })
  await see('an author said yes', first.author)
  await see('a reprint allowed', first.reader)
  await sayAppeared(app, office.editor, first.id, { on: app.now().toISOString().slice(0, 10), url: null })
  await see('a reprint appeared', first.reader)
  await see('an author whose text was reprinted', first.author)
  await later(living, minute)
  const second = await ask(living, author, 'Noah')
  await answerReprint(app, nobody, second.key, { answer: 'no', word: '' })
  await see('an author said no', second.author)
  await see('a reprint refused', second.reader)
}

async function withdraw(living: Living, author: Author): Promise<void> {
  const { app, office, see } = living
  await takePostBack(app, office.editor, author.postId, 'A picture was not ours.')
  await later(living, minute)
  await tellOfDown(app)
  await see('published, then withdrawn by the editors', author)
  await bringPostBack(app, office.editor, author.postId)
  await later(living, minute)
  await tellOfDown(app)
  await see('withdrawn, then public again', author)
}

async function forgetNames(living: Living, author: Author, noor: Commented): Promise<void> {
  const erase = async ({ email }: Reader) =>
    eraseByAddress(living.app, (await living.linkTo(email)) ?? '', 'texts')
  await erase(author)
  await living.see('a text without its name', author)
  await erase(noor)
  await living.see('a comment without its name', noor)
}
