import { type Actor, type Env, type Found, type OpenMatter, router } from '../people/index.ts'
import { mayRunRounds, roundByCode } from '../rounds/index.ts'
import { maySeeTopics } from '../topics/index.ts'
import { needsHands } from './desk.ts'
import { inOrder } from './matters.ts'
import { DeskPage, RoundDeskPage } from './pages/office.tsx'
import { SearchPage } from './pages/search.tsx'
import { openRounds, standingOf } from './queries.ts'

export const office = router()

office.get('/', async (c) => {
  const { app, actor, frame } = c.var
  const now = app.now()
  const rounds = mayRunRounds(actor) ? await openRounds(app.db, actor, now) : []
  const all = await Promise.all(rounds.map((round) => standingOf(app.db, actor, round, now)))
  return c.html(
    <DeskPage
      frame={frame}
      role={roleOf(actor)}
      standings={all.filter(needsHands)}
      matters={await mattersFor(c.var)}
      seesTopics={maySeeTopics(actor)}
    />,
  )
})

office.get('/search', async (c) => {
  const text = (c.req.query('text') ?? '').trim()
  const found = text === '' ? [] : await foundBy(c.var, text)
  return c.html(<SearchPage frame={c.var.frame} text={text} found={found} />)
})

office.get('/rounds/:code{[0-9]{4}[A-Za-z]}', async (c) => {
  const { app, actor, frame } = c.var
  const round = await roundByCode(app.db, actor, c.req.param('code'))
  const standing = await standingOf(app.db, actor, round, app.now())
  return c.html(<RoundDeskPage frame={frame} standing={standing} seesTopics={maySeeTopics(actor)} />)
})

/** What every feature has to say that is open for this actor. */
async function mattersFor({ app, actor, features }: Env['Variables']): Promise<OpenMatter[]> {
  const now = app.now()
  return inOrder((await Promise.all(features.map(({ desk }) => desk?.(app.db, actor, now) ?? []))).flat())
}

/** No feature may crowd out the others. */
const mostOfAFeature = 20

/** What every feature finds, in the order of features. */
const foundBy = async ({ app, actor, features }: Env['Variables'], text: string): Promise<Found[]> =>
  (
    await Promise.all(features.map(({ search }) => search?.(app.db, actor, text, mostOfAFeature) ?? []))
  ).flat()

const roleOf = (actor: Actor) => {
  if (mayRunRounds(actor)) return 'coordinator'
  return actor.roles.has('editor') ? 'editor' : 'ambassador'
}
