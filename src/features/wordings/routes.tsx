import type { Context } from 'hono'
import { redirectWith } from '../../platform/flash.ts'
import { freshForm, readForm, returnedForm, statusOf, type Typed } from '../../platform/forms.ts'
import { laidOut } from '../../platform/mail/index.ts'
import { oneLine } from '../../platform/one-line.ts'
import { allow, Conflict, NotFound } from '../../platform/refusals.ts'
import { errorWords } from '../../platform/say.ts'
import type { Example } from '../../platform/worded.ts'
import { type Locale, sayRefusal } from '../../platform/words.ts'
import { type Env, router } from '../people/index.ts'
import { type Change, misfitIn, wordEmail } from './actions.ts'
import { caughtUp } from './caught-up.ts'
import { EmailPage, type EmailProps } from './pages/email.tsx'
import { WordingPage } from './pages/list.tsx'
import { emailPath } from './paths.ts'
import { mayWordEmails } from './policy.ts'
import { fillingsOf } from './queries/fillings.ts'
import { exampleFor, suggestedPeople } from './queries/people.ts'
import { newestRevisions } from './queries/revisions.ts'
import { type Place, sentencesOf, wordingWith } from './queries/sentences.ts'
import { type EmailForm, emailForm } from './schema.ts'
import { typedForm } from './wording.ts'
import { words } from './words.ts'

export const office = router()

for (const path of ['/wording', '/wording/*'])
  office.use(path, async (c, next) => {
    allow(mayWordEmails(c.var.actor))
    await next()
  })

office.get('/wording', async (c) => {
  const { app, frame, network } = c.var
  const newest = await newestRevisions(app.db)
  return c.html(<WordingPage {...{ frame, newest }} offered={network.locales} emails={app.worded} />)
})

office.get('/wording/:feature/:name/:locale', async (c) => {
  const place = placeIn(c)
  const person = oneLine(c.req.query('person') ?? '').slice(0, 200)
  const { revisions } = await sentencesOf(c.var.app, place)
  const from = revisions.find(({ id, text }) => text !== null && id === c.req.query('from'))
  const values: Record<string, string> = { person }
  if (from?.text) values[from.key] = typedForm(from.text)
  return emailPage(c, place, { form: freshForm(values), ...(from && { news: { kind: 'from' } }) })
})

office.post('/wording/:feature/:name/:locale', async (c) => {
  const { app, actor } = c.var
  const place = placeIn(c)
  const form = await readForm(c, emailForm(place.email.keys))
  if (!form.ok) return again(c, place, form.typed, inWords(c, form.errors))
  const { act, person } = form.value
  if (act === 'preview' || act === 'beside') return look(c, place, form.value, form.typed)
  const errors = act === 'save' ? misfits(c, place, form.value) : {}
  if (Object.keys(errors).length > 0) return again(c, place, form.typed, errors)
  let asOurs: number
  try {
    asOurs = await wordEmail(app, actor, place, changesIn(place, form.value))
  } catch (error) {
    if (error instanceof Conflict && error.code === 'wording-changed') return again(c, place, form.typed, {})
    throw error
  }
  const [kind, key] = act.split(':')
  if (kind !== 'save' && key && (await isMoreTyped(c, place, form.value, key)))
    return again(c, place, without(form.typed, key), {}, kind === 'ours' ? 'ours' : 'keep')
  const query = person === '' ? '' : `?person=${encodeURIComponent(person)}`
  const t = words(actor.locale)
  const saved = asOurs > 0 ? t('saved.ours', { count: asOurs }) : t('saved')
  const said = kind === 'ours' ? t('ours.done') : kind === 'keep' ? t('keep.done') : saved
  return redirectWith(c, emailPath(place.email, place.locale) + query, said)
})

function without(typed: Typed, but: string): Typed {
  const { [but]: _gone, ...rest } = typed
  return rest
}

/** @throws NotFound for anything but an email of ours in a language on offer */
function placeIn(c: Context<Env>): Place {
  const { feature, name } = c.req.param() as Record<string, string>
  const locale = c.var.network.locales.find((one) => one === c.req.param('locale'))
  const email = c.var.app.worded.find((one) => one.feature === feature && one.name === name)
  if (!email || !locale) throw new NotFound('no-such-email')
  return { email, locale }
}

/** What a button of the form asks for: all that was typed, or one sentence as it comes, or as it was. */
function changesIn({ email }: Place, { act, bases, ...typed }: EmailForm): Change[] {
  const numbers = bases.split(' ').map(Number)
  const [kind, about] = act.split(':')
  return email.keys.flatMap((key, index) => {
    const base = numbers[index] ?? 0
    if (kind === 'save') return [{ key, text: typed[key] || null, base }]
    if (key !== about) return []
    return [
      kind === 'ours' ? { key, text: null, base } : { key, text: typed[key] || null, base, keeps: true },
    ]
  })
}

/** The words beside each sentence that cannot be said so. */
function misfits(c: Context<Env>, { email, locale }: Place, typed: EmailForm): Record<string, string> {
  const { feature, keys } = email
  const faulty = keys.flatMap((key) => {
    const misfit = misfitIn(typed[key] ?? '', { feature, key, locale })
    return typed[key] && misfit ? [[key, sayRefusal(c.var.actor.locale, misfit.code, misfit.args) ?? '']] : []
  })
  return Object.fromEntries(faulty)
}

const inWords = (c: Context<Env>, codes: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(codes).map(([name, code]) => [name, errorWords(words, c.var.actor.locale)(code)]),
  )

/** The email as it would be, on the page or as a mail program would lay it out. */
async function look(c: Context<Env>, place: Place, typed: EmailForm, raw: Typed) {
  const errors = misfits(c, place, typed)
  if (Object.keys(errors).length > 0) return again(c, place, raw, errors)
  const to = await exampleOf(c, typed.person, place.locale)
  if (typeof to === 'string') return again(c, place, raw, inWords(c, { person: to }))
  if (typed.act === 'preview') return again(c, place, raw, {}, 'preview')
  return laidOut(c, await drawn(c, place, to, typed))
}

const exampleOf = ({ var: { app, actor } }: Context<Env>, sought: string, locale: Locale) =>
  exampleFor(app.db, actor, sought, locale)

function drawn(c: Context<Env>, place: Place, to: Example, typed: Record<string, string>) {
  const { app, network } = c.var
  return place.email.draw(app, to, { ...network, wording: wordingWith(network.wording, place, typed) })
}

/** Whether anything else was typed that is not saved. */
async function isMoreTyped(c: Context<Env>, place: Place, typed: EmailForm, but: string): Promise<boolean> {
  const { sentences } = await sentencesOf(c.var.app, place)
  return sentences.some(({ key, said }) => key !== but && (typed[key] ?? '') !== said)
}

/** The form once more, with all that was typed; beside what someone else made of the same sentences meanwhile. */
async function again(
  c: Context<Env>,
  place: Place,
  typed: Typed,
  errors: Record<string, string>,
  kind?: 'preview' | 'ours' | 'keep',
) {
  const { revisions, sentences } = await sentencesOf(c.var.app, place)
  const { values, clashing } = caughtUp(sentences, revisions, returnedForm(typed, {}).values)
  const [one] = clashing
  const news = one
    ? ({ kind: 'clash', by: one.newest?.by ?? null, sentences: clashing } as const)
    : kind && { kind }
  return emailPage(c, place, { form: { values, errors }, news }, one ? 409 : statusOf({ errors }))
}

async function emailPage(
  c: Context<Env>,
  place: Place,
  shown: Pick<EmailProps, 'form' | 'news'>,
  status: 200 | 409 | 422 = 200,
) {
  const { app, frame, actor } = c.var
  const { revisions, sentences } = await sentencesOf(c.var.app, place)
  const people = await suggestedPeople(app.db, actor)
  const found = await exampleOf(c, oneLine(shown.form.values.person ?? ''), place.locale)
  const to = (typeof found === 'string' ? await exampleOf(c, '', place.locale) : found) as Example
  const email = await drawn(c, place, to, shown.news?.kind === 'preview' ? shown.form.values : {})
  const fillings = await fillingsOf(app, place, { to, network: c.var.network })
  const props = { ...place, ...shown, frame, sentences, revisions, people, fillings, drawn: email }
  return c.html(<EmailPage {...props} zone={actor.zone} />, status)
}
