import type { Context } from 'hono'
import { redirectWith } from '../../../platform/flash.ts'
import { freshForm, readForm, returnedForm, type Typed } from '../../../platform/forms.ts'
import { allow, Conflict, NotFound } from '../../../platform/refusals.ts'
import { type Env, forWriting, router } from '../../people/index.ts'
import { publishPage } from '../actions.ts'
import { isPageName } from '../page.ts'
import { EditPage, type EditProps } from '../pages/edit.tsx'
import { OnePage, PagesPage, type Place } from '../pages/office.tsx'
import { RevisionPage } from '../pages/revision.tsx'
import { officePagePath } from '../paths.ts'
import { mayWritePages } from '../policy.ts'
import { currentConduct, newestOf, newestTexts, revisionAt, revisionsOf } from '../queries.ts'
import { pageForm } from '../schema.ts'
import { printed } from '../shown.ts'
import { standingOf } from '../standing.ts'
import { words } from '../words.ts'

export const office = router()

office.use('/pages/:page/:locale/edit', forWriting)

for (const path of ['/pages', '/pages/*'])
  office.use(path, async (c, next) => {
    allow(mayWritePages(c.var.actor))
    await next()
  })

office.get('/pages', async (c) => {
  const { frame, actor, network } = c.var
  const { newest, conduct } = await stateOf(c)
  const offered = network.locales
  const standing = (place: Place) => standingOf(place, newest, conduct, offered)
  return c.html(<PagesPage {...{ frame, offered, newest, standing }} zone={actor.zone} />)
})

office.get('/pages/:page/:locale', async (c) => {
  const { app, frame, actor, network } = c.var
  const place = placeIn(c)
  const { newest, conduct } = await stateOf(c)
  const revisions = await revisionsOf(app.db, place.page, place.locale)
  const now = revisions[0] ?? (await revisionAt(app.db, place, 0))
  const text = printed(app, now, { network, locale: actor.locale, firstHeading: 3 })
  const standing = standingOf(place, newest, conduct, network.locales)
  return c.html(<OnePage {...{ ...place, frame, standing, conduct, text, revisions }} zone={actor.zone} />)
})

office.get('/pages/:page/:locale/edit', async (c) => {
  const { app, network } = c.var
  const place = placeIn(c)
  const { newest: all, conduct } = await stateOf(c)
  const newest = all.find(({ page, locale }) => page === place.page && locale === place.locale)
  const { state } = standingOf(place, all, conduct, network.locales)
  const from = numberIn(c.req.query('from'))
  const shown = from === undefined ? newest : undefined
  const { title, body } = shown ?? (await revisionAt(app.db, place, from ?? 0))
  // Whoever brings a language up to what another says already changes nothing that people agree to.
  const change = state === 'behind' || state === 'missing' ? 'same' : ''
  return editPage(c, { ...place, form: freshForm({ title, body, change }), base: newest?.number ?? 0, from })
})

office.post('/pages/:page/:locale/edit', async (c) => {
  const { app, actor, network } = c.var
  const place = placeIn(c)
  const form = await readForm(c, pageForm(place.page))
  if (!form.ok) return again(c, place, form.typed, form.errors)
  const { act, change, ...text } = form.value
  if (act === 'preview') {
    const version = place.page === 'code-of-conduct' ? await currentConduct(app.db) : null
    const said = { ...text, locale: place.locale, version }
    const preview = printed(app, said, { network, locale: actor.locale, firstHeading: 3 })
    return editPage(c, { ...place, form: returnedForm(form.typed, {}), base: text.base, preview })
  }
  try {
    await publishPage(app, actor, { ...place, ...text, isNewVersion: change === 'new' })
  } catch (error) {
    if (error instanceof Conflict && error.code === 'page-changed') return clash(c, place, form.typed, text)
    throw error
  }
  return redirectWith(c, officePagePath(place.page, place.locale), words(actor.locale)('published'))
})

office.get('/pages/:page/:locale/:number{[0-9]{1,6}}', async (c) => {
  const { app, frame, actor } = c.var
  const place = placeIn(c)
  const revision = await revisionAt(app.db, place, Number(c.req.param('number')))
  const since = c.req.query('with') === 'now' || revision.number === 0 ? 'now' : 'before'
  const newest = await newestOf(app.db, place)
  const other = since === 'now' ? (newest ?? revision) : await revisionAt(app.db, place, revision.number - 1)
  return c.html(<RevisionPage {...{ ...place, frame, revision, since, other }} zone={actor.zone} />)
})

/** @throws NotFound for anything but a page of ours in a language on offer */
function placeIn(c: Context<Env>): Place {
  const page = c.req.param('page') ?? ''
  const locale = c.var.network.locales.find((one) => one === c.req.param('locale'))
  if (!isPageName(page) || !locale) throw new NotFound('not-found')
  return { page, locale }
}

const numberIn = (typed: string | undefined) =>
  typed !== undefined && /^\d{1,6}$/.test(typed) ? Number(typed) : undefined

async function stateOf({ var: { app } }: Context<Env>) {
  return { newest: await newestTexts(app.db), conduct: await currentConduct(app.db) }
}

async function editPage(
  c: Context<Env>,
  shown: Omit<EditProps, 'frame' | 'conduct'>,
  status: 200 | 409 | 422 = 200,
) {
  const conduct = await currentConduct(c.var.app.db)
  return c.html(<EditPage frame={c.var.frame} conduct={conduct} {...shown} />, status)
}

function again(c: Context<Env>, place: Place, typed: Typed, errors: Record<string, string>) {
  const base = numberIn(String(typed.base ?? '')) ?? 0
  return editPage(c, { ...place, form: returnedForm(typed, errors), base }, 422)
}

/**
 * Beside what someone else published meanwhile, so that both can be kept; the form goes on from theirs. What it changes for
 * people is asked anew: theirs may be another version.
 */
async function clash(c: Context<Env>, place: Place, typed: Typed, ours: { title: string; body: string }) {
  const theirs = await newestOf(c.var.app.db, place)
  if (!theirs) throw new Conflict('page-changed')
  const { change: _answer, ...said } = typed
  const form = returnedForm(said, {})
  return editPage(c, { ...place, form, base: theirs.number, clash: { theirs, ours } }, 409)
}
