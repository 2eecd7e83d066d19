import { allow } from '../../platform/refusals.ts'
import { ownCountries, standingIn } from '../ambassadors/index.ts'
import { type Env, type Found, isSignedIn, mePath, type OpenMatter, router } from '../people/index.ts'
import {
  inHandFirst,
  mayRunRounds,
  openRounds,
  phaseOf,
  type Round,
  roundByCode,
  roundsFor,
} from '../rounds/index.ts'
import { mayEditTopics, topicsOf } from '../topics/index.ts'
import { needsHands } from './desk.ts'
import { isEnough, mostShown } from './found.ts'
import { inOrder, inOwnOrder } from './matters.ts'
import { DeskPage, RoundDeskPage, RoundSeenPage, type Seen } from './pages/office.tsx'
import { OwnPage } from './pages/own.tsx'
import { SearchPage } from './pages/search.tsx'
import { standingOf } from './queries.ts'

export const routes = router()

routes.get(mePath, async (c) => {
  const { app, actor, features, frame, network } = c.var
  allow(isSignedIn(actor))
  const parts = features.map(({ mine }) => mine?.(app.db, actor, app.now(), network) ?? [])
  const mine = inOwnOrder((await Promise.all(parts)).flat())
  return c.html(<OwnPage frame={frame} mine={mine} help={addressIn(app.config.mail.from)} />)
})

/** The address alone, out of "Twinleaf <hello@library.example>". */
const addressIn = (from: string) => from.match(/<(.+)>/)?.[1] ?? from

export const office = router()

office.get('/', async (c) => {
  const { app, actor, frame } = c.var
  const now = app.now()
  const may = { open: mayRunRounds(actor), act: mayRunRounds(actor) || mayEditTopics(actor) }
  const rounds = inHandFirst(await roundsFor(app.db, actor), now)
  const following = rounds.filter((round) => phaseOf(round, now) !== 'ended')
  const matters = await mattersFor(c.var)
  const standings = await standingsFor(c.var, matters)
  const seen = { ...(await seenOf(c.var, following)), matters, standings }
  return c.html(<DeskPage {...{ frame, seen, may, now }} zone={actor.zone} />)
})

office.get('/search', async (c) => {
  const text = (c.req.query('q') ?? '').trim().slice(0, 100)
  const found = isEnough(text) ? await foundBy(c.var, text) : null
  return c.html(<SearchPage frame={c.var.frame} text={text} found={found} />)
})

office.get('/rounds/:code{[0-9]{4}[A-Za-z]}', async (c) => {
  const { app, actor, frame } = c.var
  const now = app.now()
  const round = await roundByCode(app.db, actor, c.req.param('code'))
  const matters = await mattersOfRound(c.var, round.code)
  if (mayRunRounds(actor)) {
    const standing = await standingOf(app.db, round, matters, now)
    return c.html(<RoundDeskPage {...{ frame, standing, matters }} />)
  }
  const seen = { ...(await seenOf(c.var, [round])), matters }
  const phase = phaseOf(round, now)
  return c.html(<RoundSeenPage {...{ frame, round, phase, seen, now }} zone={actor.zone} />)
})

/** How far the work on each round that needs hands is, for those who run rounds. */
async function standingsFor({ app, actor }: Env['Variables'], matters: readonly OpenMatter[]) {
  const now = app.now()
  if (!mayRunRounds(actor)) return []
  const rounds = await openRounds(app.db, actor, now)
  const all = await Promise.all(rounds.map((round) => standingOf(app.db, round, matters, now)))
  return all.filter(needsHands)
}

/** What someone sees of some rounds by their other roles. */
async function seenOf({ app, actor }: Env['Variables'], rounds: readonly Round[]): Promise<Seen> {
  const announced = rounds.filter(({ announcedAt }) => announcedAt !== null)
  const countries = ownCountries(actor).flatMap((country) =>
    announced.map((round) => standingIn(app.db, country, round, app.now())),
  )
  return {
    matters: [],
    standings: [],
    plans: mayEditTopics(actor)
      ? await Promise.all(rounds.map(async (round) => ({ round, topics: await topicsOf(app.db, round.id) })))
      : [],
    countries: await Promise.all(countries),
  }
}

/** What every feature has to say that is open for this actor. */
async function mattersFor({ app, actor, features }: Env['Variables']): Promise<OpenMatter[]> {
  const now = app.now()
  const told = features.flatMap(({ desk, deskOfRounds }) => [
    desk?.(app.db, actor, now) ?? [],
    deskOfRounds?.(app.db, actor, now) ?? [],
  ])
  return inOrder((await Promise.all(told)).flat())
}

/** The same, of one round. */
async function mattersOfRound(
  { app, actor, features }: Env['Variables'],
  code: string,
): Promise<OpenMatter[]> {
  const told = features.map(({ deskOfRounds }) => deskOfRounds?.(app.db, actor, app.now(), code) ?? [])
  return inOrder((await Promise.all(told)).flat().filter(({ round }) => round?.code === code))
}

/** What every feature finds, in the order of features; one more of each kind than is shown, where there is more. */
const foundBy = async ({ app, actor, features }: Env['Variables'], text: string): Promise<Found[]> => {
  const sought = { text, limit: mostShown + 1, now: app.now() }
  return (await Promise.all(features.map(({ search }) => search?.(app.db, actor, sought) ?? []))).flat()
}
