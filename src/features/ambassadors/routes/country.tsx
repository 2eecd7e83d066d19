import type { Context } from 'hono'
import { redirectWith } from '../../../platform/flash.ts'
import { formats } from '../../../platform/formats.ts'
import { readButton } from '../../../platform/forms.ts'
import { joining } from '../../../platform/joining.ts'
import { textsIn } from '../../../platform/network/index.ts'
import { pdfOf, reportTemplate } from '../../../platform/pdf/index.ts'
import { allow, NotFound } from '../../../platform/refusals.ts'
import { dirOf } from '../../../platform/words.ts'
import { countryCodes } from '../../applications/index.ts'
import { shortAddressOf } from '../../calls/index.ts'
import { type Env, router, terminal } from '../../people/index.ts'
import { phaseOf, type Round, roundsFor } from '../../rounds/index.ts'
import { shortenFor } from '../actions/writing.ts'
import { byNeed, byOpening, callBefore, callToFollow } from '../country.ts'
import { CountriesPage } from '../pages/countries.tsx'
import { CountryPage } from '../pages/country.tsx'
import { KitPage } from '../pages/kit.tsx'
import { reportOf } from '../pages/report.ts'
import { ReportPage } from '../pages/report-page.tsx'
import { countryPath, kitPath } from '../paths.ts'
import { mayFollowCountries, mayFollowCountry, mayInviteAmbassadors, ownCountries } from '../policy.ts'
import { contactsOf } from '../queries/contacts.ts'
import { ambassadorsOf, countryRows, invitationsTo } from '../queries/countries.ts'
import { standingIn } from '../queries/standings.ts'
import { words } from '../words.ts'

export const countryRoutes = router()

/** What a page of a country is about. @throws NotFound `no-such-country`, also for one that is not theirs to follow */
export function placeOf(c: Context<Env>) {
  const { actor, frame } = c.var
  allow(mayFollowCountries(actor))
  const country = (c.req.param('country') ?? '').toUpperCase()
  if (!countryCodes.includes(country) || !mayFollowCountry(actor, country))
    throw new NotFound('no-such-country')
  return { actor, frame, country }
}

/** All of them for coordinators; an ambassador of one is led to that one. */
countryRoutes.get('/countries', async (c) => {
  const { app, actor, frame } = c.var
  allow(mayFollowCountries(actor))
  const [own, another] = ownCountries(actor)
  if (own && !another && !mayInviteAmbassadors(actor)) return c.redirect(countryPath(own), 303)
  const now = app.now()
  const rounds = await roundsFor(app.db, terminal)
  const round = callToFollow(rounds, now)
  const last = round && callBefore(rounds, round)
  const say = formats(frame.locale, 'UTC')
  const inOrder = (a: string, b: string) => say.compare(say.country(a), say.country(b))
  const rows = byNeed(await countryRows(app.db, round, last, now), inOrder)
  const named = new Set(rows.map(({ country }) => country))
  const silent = countryCodes.filter((code) => !named.has(code))
  return c.html(<CountriesPage {...{ frame, round, last, rows, silent }} />)
})

countryRoutes.get('/countries/:country', async (c) => {
  const { app } = c.var
  const place = placeOf(c)
  const { round, others } = await callsFor(c)
  const standing = round && (await standingIn(app.db, place.country, round, app.now()))
  const ambassadors = await ambassadorsOf(app.db, app.now(), place.country)
  const invited = await invitationsTo(app.db, place.country)
  return c.html(<CountryPage {...{ ...place, standing, others, ambassadors, invited }} />)
})

countryRoutes.get('/countries/:country/kit', async (c) => {
  const { app, frame, network } = c.var
  const place = placeOf(c)
  const round = callToFollow(await roundsFor(app.db, terminal), app.now())
  const isToCome =
    !frame.paused && round !== null && ['upcoming', 'applying'].includes(phaseOf(round, app.now()))
  const code = await shortAddressOf(app.db, place.country)
  return c.html(<KitPage {...{ ...place, network, code }} round={isToCome ? round : null} />)
})

countryRoutes.post('/countries/:country/kit/shorten', async (c) => {
  const { country, frame } = placeOf(c)
  await readButton(c)
  await shortenFor(c.var.app, c.var.actor, country)
  return redirectWith(c, kitPath(country), words(frame.locale)('kit.shortened'))
})

countryRoutes.get('/countries/:country/report', async (c) => {
  const place = placeOf(c)
  const calls = await callsFor(c)
  return c.html(<ReportPage {...place} {...calls} report={await reportFor(c, calls.round)} />)
})

countryRoutes.get('/countries/:country/report.pdf', async (c) => {
  const { app, actor, network } = c.var
  const { country } = placeOf(c)
  const report = await reportFor(c, (await callsFor(c)).round)
  if (!report) throw new NotFound('no-such-country')
  const author = textsIn(network, actor.locale).name
  const file = await pdfOf(app, reportTemplate, {
    ...report,
    author,
    lang: actor.locale,
    dir: dirOf(actor.locale),
    separator: joining(actor.locale).labelled(''),
  })
  c.header('Content-Type', 'application/pdf')
  c.header('Content-Disposition', `attachment; filename="report-${country}.pdf"`)
  return c.body(file)
})

/** The call that the address names, else the one to follow; and all others that were announced, the latest first. */
async function callsFor(c: Context<Env>) {
  const { db, now } = c.var.app
  const announced = byOpening(await roundsFor(db, terminal))
  const named = c.req.query('round')
  const round = announced.find(({ code }) => code === named) ?? callToFollow(announced, now())
  return { round, others: announced.filter((one) => one !== round) }
}

/** The report on a country, in the reader's language; null while no round was announced. */
async function reportFor(c: Context<Env>, round: Round | null) {
  const { app, actor, network } = c.var
  const { country } = placeOf(c)
  if (!round) return null
  const now = app.now()
  const standing = await standingIn(app.db, country, round, now)
  const contacts = await contactsOf(app.db, country)
  const ambassadors = await ambassadorsOf(app.db, now, country)
  const called = textsIn(network, actor.locale).name
  return reportOf({ standing, contacts, ambassadors, network: called, now }, actor.locale)
}
