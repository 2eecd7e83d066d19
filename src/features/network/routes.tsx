import type { Context } from 'hono'
import { redirectWith } from '../../platform/flash.ts'
import {
  type FormState,
  freshForm,
  readButton,
  readForm,
  returnedForm,
  statusOf,
} from '../../platform/forms.ts'
import { fromOf } from '../../platform/mail/index.ts'
import { isReadable } from '../../platform/network/index.ts'
import { pageBefore } from '../../platform/paths.ts'
import { allow, Gone, NotFound } from '../../platform/refusals.ts'
import { makeLink, useLink } from '../../platform/sign-in/index.ts'
import { locales } from '../../platform/words.ts'
import { type Env, router, signInPath } from '../people/index.ts'
import { beginNetwork, changeNetwork, keyFor, sendTestEmail } from './actions.ts'
import { readSign, type SignPicture } from './image.ts'
import { type Change, textsOf } from './network.ts'
import { BeginPage, BegunPage, StartPage } from './pages/begin.tsx'
import { CitingPage } from './pages/citing.tsx'
import { ElsewherePage, LanguagesPage, NamesPage } from './pages/forms.tsx'
import { LookPage } from './pages/look.tsx'
import { MachinesPage } from './pages/machines.tsx'
import { NetworkPage } from './pages/overview.tsx'
import { WritingPage } from './pages/writing.tsx'
import { networkPath, startPath, writingPath } from './paths.ts'
import { mayChangeNetwork } from './policy.ts'
import { hasBegun, isBeginSecret, stepsDone } from './queries.ts'
import {
  beginForm,
  citingForm,
  elsewhereForm,
  languagesForm,
  linkPlaces,
  lookForm,
  machinesForm,
  namesForm,
  writingForm,
} from './schema.ts'
import { accentOf, choiceOf } from './shades.ts'
import { words } from './words.ts'

export const routes = router()

routes.use('/begin/:secret', async (c, next) => {
  // The address is the secret: no page it leads to is told.
  c.header('Referrer-Policy', 'no-referrer')
  const { app, frame } = c.var
  if (!isBeginSecret(app, c.req.param('secret'))) throw new NotFound('not-found')
  if (await hasBegun(app.db)) return c.html(<BegunPage frame={frame} />, 410)
  return next()
})

routes.get('/begin/:secret', (c) => beginPage(c, freshForm()))

routes.post('/begin/:secret', async (c) => {
  const { app, frame, network } = c.var
  const form = await readForm(c, beginForm)
  if (!form.ok) return beginPage(c, returnedForm(form.typed, form.errors))
  const wish = { ...form.value, locale: frame.locale, zone: network.zone }
  const personId = await beginNetwork(app, c.req.param('secret'), wish).catch(cameSecond)
  if (!personId) return c.html(<BegunPage frame={frame} />, 410)
  const step = await useLink(app, await makeLink(app, personId), c.req.raw.headers)
  for (const cookie of step.cookies) c.header('Set-Cookie', cookie, { append: true })
  return c.redirect(step.outcome === 'signed-in' ? startPath : signInPath, 303)
})

const beginPage = (c: Context<Env>, form: FormState) =>
  c.html(<BeginPage frame={c.var.frame} secret={c.req.param('secret') ?? ''} form={form} />, statusOf(form))

/** Of two who opened the address one was first; the other is told so. */
function cameSecond(error: unknown): null {
  if (error instanceof Gone && error.code === 'network-begun') return null
  throw error
}

export const office = router()

office.use('/network', directorsOnly)
office.use('/network/*', directorsOnly)

office.get('/network', async (c) => {
  const { app, frame, network } = c.var
  const { opened } = await stepsDone(app.db)
  return c.html(<NetworkPage {...{ frame, network }} config={app.config} isStarting={!opened} />)
})

office.get('/network/start', async (c) => {
  const { app, actor, frame, network } = c.var
  const done = await stepsDone(app.db)
  return c.html(<StartPage {...{ frame, network, done }} to={actor.email} by={app.config.mail.transport} />)
})

office.get('/network/names', (c) => namesPage(c, freshForm(textValues(c, ['name', 'shortName', 'tagline']))))

office.post('/network/names', async (c) => {
  const form = await readForm(c, namesForm(c.var.network.locales[0]))
  if (!form.ok) return namesPage(c, returnedForm(form.typed, form.errors))
  return changed(c, { texts: textsOf(form.value) })
})

office.get('/network/languages', (c) => {
  const { locales: offered, zone } = c.var.network
  return languagesPage(c, freshForm({ first: offered[0], zone }), offered)
})

office.post('/network/languages', async (c) => {
  const form = await readForm(c, languagesForm)
  const { typed } = form
  if (!form.ok)
    return languagesPage(c, returnedForm(typed, form.errors), [typed.locales ?? []].flat().map(String))
  const { first, locales: offered, zone } = form.value
  return changed(c, { locales: [first, ...offered.filter((locale) => locale !== first)], zone })
})

office.get('/network/elsewhere', (c) => {
  const pairs = c.var.network.links.flatMap(({ label, href }, index) => [
    [`label-${index + 1}`, label],
    [`href-${index + 1}`, href],
  ])
  const typed = { ...Object.fromEntries(pairs), hub: c.var.network.hub ?? '' }
  return c.html(<ElsewherePage frame={c.var.frame} form={freshForm(typed)} />)
})

office.post('/network/elsewhere', async (c) => {
  const form = await readForm(c, elsewhereForm)
  if (!form.ok)
    return c.html(<ElsewherePage frame={c.var.frame} form={returnedForm(form.typed, form.errors)} />, 422)
  const typed = form.value as Record<string, string>
  const links = linkPlaces.flatMap((place) => {
    const [label, href] = [typed[`label-${place}`], typed[`href-${place}`]]
    return label && href ? [{ label, href }] : []
  })
  return changed(c, { links, hub: typed.hub || null })
})

office.get('/network/citing', (c) => {
  const { licence, issn } = c.var.network
  return citingPage(c, freshForm({ licence: licence ?? '', issn: issn ?? '' }))
})

office.post('/network/citing', async (c) => {
  const form = await readForm(c, citingForm)
  return form.ok ? changed(c, form.value) : citingPage(c, returnedForm(form.typed, form.errors))
})

office.get('/network/machines', (c) => {
  const { crawlers, indexNowKey } = c.var.network
  return machinesPage(c, freshForm({ indexNow: indexNowKey === null ? 'no' : 'yes' }), crawlers)
})

office.post('/network/machines', async (c) => {
  const form = await readForm(c, machinesForm)
  const { typed } = form
  if (!form.ok)
    return machinesPage(c, returnedForm(typed, form.errors), [typed.crawlers ?? []].flat().map(String))
  const { crawlers, indexNow } = form.value
  return changed(c, { crawlers, indexNowKey: keyFor(indexNow === 'yes', c.var.network) })
})

office.get('/network/email', (c) => {
  const { senderName, replyTo, postal } = c.var.network
  return writingPage(c, freshForm({ senderName, replyTo, postal, ...textValues(c, ['signature']) }))
})

office.post('/network/email', async (c) => {
  const form = await readForm(c, writingForm)
  if (!form.ok) return writingPage(c, returnedForm(form.typed, form.errors))
  const { senderName, replyTo, postal, ...signatures } = form.value
  return changed(c, { senderName, replyTo, postal, texts: textsOf(signatures) })
})

office.post('/network/email/test', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  await sendTestEmail(app, actor)
  const isStarting = pageBefore(c.req.raw.headers, c.req.url) === startPath
  const by = app.config.mail.transport
  const said = words(actor.locale)('test.done', { to: actor.email ?? '', by })
  return redirectWith(c, isStarting ? startPath : writingPath, said, by === 'smtp' ? 'success' : 'warning')
})

office.get('/network/look', (c) => {
  const { sign, pictureId, accent } = c.var.network
  const shade = choiceOf(accent)
  const own = shade === 'own' ? (accent ?? '') : ''
  return lookPage(c, freshForm({ sign: pictureId ? 'picture' : sign, shade, accent: own }))
})

office.post('/network/look', async (c) => {
  const form = await readForm(c, lookForm)
  if (!form.ok) return lookPage(c, returnedForm(form.typed, form.errors))
  const again = (errors: Record<string, string>, pale?: string) =>
    lookPage(c, returnedForm(form.typed, errors), pale)
  const { sign, shade, take } = form.value
  const accent = take ?? accentOf(shade, form.value.accent)
  if (accent && !isReadable(accent)) return again({ accent: 'pale' }, accent)
  const picture = sign === 'picture' ? await pictureIn(form.value.picture) : undefined
  if (typeof picture === 'string') return again({ picture })
  if (sign !== 'picture') return changed(c, { sign, pictureId: null, accent })
  if (!picture && !c.var.network.pictureId) return again({ picture: 'required' })
  return changed(c, { accent }, picture)
})

async function directorsOnly(c: Context<Env>, next: () => Promise<void>): Promise<void> {
  allow(mayChangeNetwork(c.var.actor))
  await next()
}

/** Changes it, and goes back to all settings. */
async function changed(c: Context<Env>, change: Change, picture?: SignPicture): Promise<Response> {
  const { app, actor, network } = c.var
  await changeNetwork(app, actor, change, picture)
  return redirectWith(c, network.isNamed ? networkPath : startPath, words(actor.locale)('saved'))
}

/** What was uploaded, written anew; undefined where nothing was; a code where it cannot be read. */
async function pictureIn(upload: File | '' | undefined): Promise<SignPicture | string | undefined> {
  if (!(upload instanceof File) || (upload.size === 0 && upload.name === '')) return undefined
  return readSign(new Uint8Array(await upload.arrayBuffer()))
}

/** What is set, not what it falls back to, by the names of its fields. */
function textValues(
  { var: { network } }: Context<Env>,
  fields: readonly ('name' | 'shortName' | 'tagline' | 'signature')[],
) {
  return Object.fromEntries(
    locales.flatMap((locale) =>
      fields.map((field) => [`${field}-${locale}`, network.set.texts[locale][field]]),
    ),
  )
}

const namesPage = (c: Context<Env>, form: FormState) =>
  c.html(<NamesPage frame={c.var.frame} network={c.var.network} form={form} />, statusOf(form))

const languagesPage = (c: Context<Env>, form: FormState, offered: readonly string[]) =>
  c.html(<LanguagesPage frame={c.var.frame} form={form} offered={offered} />, statusOf(form))

const citingPage = (c: Context<Env>, form: FormState) =>
  c.html(<CitingPage frame={c.var.frame} form={form} />, statusOf(form))

const machinesPage = (c: Context<Env>, form: FormState, crawlers: readonly string[]) =>
  c.html(<MachinesPage frame={c.var.frame} form={form} crawlers={crawlers} />, statusOf(form))

const lookPage = (c: Context<Env>, form: FormState, pale?: string) =>
  c.html(<LookPage frame={c.var.frame} network={c.var.network} form={form} pale={pale} />, statusOf(form))

function writingPage(c: Context<Env>, form: FormState) {
  const { app, actor, frame, network } = c.var
  const { address } = fromOf(app, network, frame.locale)
  const by = app.config.mail.transport
  return c.html(<WritingPage {...{ frame, network, form, address, by }} to={actor.email} />, statusOf(form))
}
