import type { Context } from 'hono'
import { redirectWith } from '../../../platform/flash.ts'
import { formats } from '../../../platform/formats.ts'
import { readButton, readPlainForm } from '../../../platform/forms.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { type Env, router } from '../../people/index.ts'
import type { Round } from '../../rounds/index.ts'
import { matchingPath } from '../../rounds/index.ts'
import { swapPartners } from '../actions/by-hand.ts'
import {
  type Download,
  exportComparison,
  exportScenario,
  proofOfScenario,
  rerunScenario,
} from '../actions/keep.ts'
import { pinPair } from '../actions/rules.ts'
import { ComparePage } from '../pages/compare.tsx'
import { PersonPage } from '../pages/people.tsx'
import { OfferList } from '../pages/people-offers.tsx'
import { PricePage } from '../pages/prices.tsx'
import { PriceFigure } from '../pages/prices-figure.tsx'
import { scenarioPath } from '../paths.ts'
import { patience } from '../queries/baseline.ts'
import { compareDesk } from '../queries/compare.ts'
import { findParticipant } from '../queries/find-people.ts'
import { peopleByIds } from '../queries/people.ts'
import { personInPlan } from '../queries/prices-person.ts'
import { pinOffer } from '../queries/prices-pin.ts'
import { compareFilter, swapForm, twoForm, twoTyped } from '../schema.ts'
import { words } from '../words.ts'
import { roundFor } from './round-for.ts'

export const office = router()

office.get('/rounds/:code/matching/lab/compare', async (c) => {
  const { app, frame } = c.var
  const round = await roundFor(c)
  const filter = compareFilter.parse(c.req.query())
  const desk = await compareDesk(app.db, round, filter)
  return c.html(<ComparePage frame={frame} round={round} desk={desk} filter={filter} />)
})

office.get('/rounds/:code/matching/lab/compare.csv', async (c) => {
  const { app, actor } = c.var
  const file = await exportComparison(app, actor, c.req.param('code'), compareFilter.parse(c.req.query()))
  return download(c, file)
})

function download(c: Context<Env>, { name, type, body }: Download): Response {
  c.header('Content-Type', type)
  c.header('Content-Disposition', `attachment; filename="${name}"`)
  return c.body(body)
}

office.get('/rounds/:code/matching/lab/:number{[0-9]+}/graph.txt', async (c) => {
  const { app, actor } = c.var
  const { code, number } = c.req.param()
  return download(c, await proofOfScenario(app, actor, { code, number: Number(number), file: 'graph' }))
})

office.get('/rounds/:code/matching/lab/:number{[0-9]+}/proof.json', async (c) => {
  const { app, actor } = c.var
  const { code, number } = c.req.param()
  return download(c, await proofOfScenario(app, actor, { code, number: Number(number), file: 'proof' }))
})

office.get('/rounds/:code/matching/lab/:number{[0-9]+}/scenario.json', async (c) => {
  const { app, actor } = c.var
  const { code, number } = c.req.param()
  const file = await exportScenario(app, actor, code, Number(number))
  return download(c, {
    name: `${file.round}-scenario-${number}.json`,
    type: 'application/json',
    body: `${JSON.stringify(file)}\n`,
  })
})

office.post('/rounds/:code/matching/lab/:number{[0-9]+}/rerun', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  const { code, number } = c.req.param()
  const { same, engine, digest } = await rerunScenario(app, actor, code, Number(number))
  const said = words(actor.locale)(same ? 'rerun.same' : 'rerun.different', {
    before: engine.before,
    now: engine.now,
    fingerprint: digest.now.slice(0, 12),
  })
  return redirectWith(c, scenarioPath(code, Number(number)), said, same ? 'success' : 'warning')
})

/** A reader without JavaScript may ask for a page that waits. */
const patienceOf = (c: Context<Env>) =>
  c.req.query('exact') === undefined ? patience.page : patience.asLongAsItTakes

office.get('/rounds/:code/matching/people/:id', async (c) => {
  const { app, frame } = c.var
  const round = await roundFor(c)
  const found = await personInPlan(app.db, round, c.req.param('id'), patienceOf(c))
  return c.html(<PersonPage frame={frame} round={round} found={found} />)
})

office.get('/rounds/:code/matching/people/:id/prices', async (c) => {
  const { app, frame } = c.var
  const round = await roundFor(c)
  const found = await personInPlan(app.db, round, c.req.param('id'), patience.part)
  return c.html(<OfferList frame={frame} round={round} found={found} />)
})

office.post('/rounds/:code/matching/people/:id/swap', async (c) => {
  const { app, actor } = c.var
  const form = await readPlainForm(c, swapForm)
  const { code, id } = c.req.param()
  const cost = await swapPartners(app, actor, code, [id, form.with])
  const said = cost === 0 ? 'swapped.free' : cost > 0 ? 'swapped.cost' : 'swapped.gain'
  return redirectWith(c, matchingPath(code), words(actor.locale)(said, { points: Math.abs(cost) }))
})

office.get('/rounds/:code/matching/price', async (c) => {
  const { app, frame } = c.var
  const round = await roundFor(c)
  const typed = twoTyped.parse(c.req.query())
  const asked = {
    one: { typed: typed.one, found: await findParticipant(app.db, round.id, typed.one) },
    other: { typed: typed.other, found: await findParticipant(app.db, round.id, typed.other) },
  }
  const [one, other] = [asked.one.found, asked.other.found]
  const chosen =
    one.kind === 'one' && other.kind === 'one'
      ? await pricedPair(c, round, [one.person.applicationId, other.person.applicationId], patienceOf(c))
      : null
  return c.html(<PricePage frame={frame} round={round} asked={asked} chosen={chosen} />)
})

office.get('/rounds/:code/matching/price/figure', async (c) => {
  const { frame } = c.var
  const round = await roundFor(c)
  const ids = twoForm.safeParse(c.req.query())
  if (!ids.success) throw new NotFound('no-such-participant')
  const { two, offer } = await pricedPair(c, round, [ids.data.one, ids.data.other], patience.part)
  return c.html(<PriceFigure frame={frame} round={round} two={two} offer={offer} />)
})

/** @throws NotFound `no-such-participant` */
async function pricedPair(c: Context<Env>, round: Round, ids: readonly [string, string], patienceMs: number) {
  const { app } = c.var
  const offer = await pinOffer(app.db, round, ids, patienceMs)
  const [one, other] = ids.map((id) => offer.people.get(id))
  if (!one || !other) throw new NotFound('no-such-participant')
  return { two: [one, other] as const, offer }
}

office.post('/rounds/:code/matching/price/pin', async (c) => {
  const { app, actor } = c.var
  const { one, other } = await readPlainForm(c, twoForm)
  const code = c.req.param('code')
  const { id } = await pinPair(app, actor, code, [one, other])
  const people = await peopleByIds(app.db, id, [one, other])
  const names = formats(actor.locale, 'UTC').list([one, other].map((id) => people.get(id)?.name ?? ''))
  return redirectWith(c, matchingPath(code), words(actor.locale)('price.pinned', { names }))
})
