import { cachePublicly } from '../../../platform/caching.ts'
import { keptCard } from '../../../platform/card/index.ts'
import { cardSign } from '../../../platform/network/index.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { signs } from '../../../ui/index.ts'
import { betweenCalls, router, visitor } from '../../people/index.ts'
import { phaseOf, publicRounds, type Round, roundAmong, roundByCode } from '../../rounds/index.ts'
import { snapshotOf } from '../call.ts'
import { CallPage, Numbers } from '../pages/call.tsx'
import { callCard } from '../pages/card.ts'
import { countsOf, lastBefore } from '../queries/calls.ts'
import { codeFrom } from '../short-address.ts'

export const callRoutes = router()

callRoutes.get('/rounds/:code', async (c) => {
  const { app, actor, frame, network, publicVersions } = c.var
  const rounds = await publicRounds(app.db, publicVersions.whole)
  const round = roundAmong(rounds, c.req.param('code'))
  const [counts, last] = await Promise.all([countsOf(app.db, round.id), lastBefore(app.db, rounds, round)])
  cachePublicly(c)
  const isOpen = (one: Round) => network.pausedAt === null && phaseOf(one, app.now()) === 'applying'
  const calls = rounds.filter(isOpen)
  const zone = actor.id === null ? round.zone : actor.zone
  const offers = calls.length > 0 ? [] : betweenCalls(c.var)
  const via = codeFrom(c.req.query('via'))
  return c.html(
    <CallPage {...{ frame, network, round, zone, last, calls, offers, via }} snapshot={snapshotOf(counts)} />,
  )
})

/** A part of that page, which asks for it anew. */
callRoutes.get('/rounds/:code/so-far', async (c) => {
  const { app, actor } = c.var
  const round = await roundByCode(app.db, visitor('en'), c.req.param('code'))
  const snapshot = snapshotOf(await countsOf(app.db, round.id))
  cachePublicly(c)
  const isOpen = phaseOf(round, app.now()) === 'applying'
  return c.html(<Numbers locale={actor.locale} snapshot={snapshot} isOpen={isOpen} />)
})

callRoutes.get('/rounds/:code/card/:file{[a-z]{2}\\.png}', async (c) => {
  const { app, network } = c.var
  const round = await roundByCode(app.db, visitor('en'), c.req.param('code'))
  const locale = network.locales.find((one) => `${one}.png` === c.req.param('file'))
  if (!locale) throw new NotFound('not-found')
  const card = callCard(network, locale, { round, now: app.now() })
  const name = `round ${round.id} ${locale}`
  const bytes = await keptCard(app.db, name, card, () => cardSign(app.db, network, signs))
  return c.body(new Uint8Array(bytes), 200, { ...forOthers, 'Content-Type': 'image/png' })
})

/** Its address changes with what it says. Other sites may show it: that is what it is for. */
const forOthers = {
  'Cache-Control': 'public, max-age=86400, stale-if-error=604800',
  'Cross-Origin-Resource-Policy': 'cross-origin',
}
