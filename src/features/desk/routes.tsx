import { type Actor, router } from '../people/index.ts'
import { mayRunRounds, roundByCode } from '../rounds/index.ts'
import { needsHands } from './desk.ts'
import { DeskPage, RoundDeskPage } from './pages/office.tsx'
import { mailsToLookAt, openRounds, standingOf } from './queries.ts'

export const office = router()

office.get('/', async (c) => {
  const { app, actor, frame } = c.var
  const now = app.now()
  const rounds = mayRunRounds(actor) ? await openRounds(app.db, actor, now) : []
  const all = await Promise.all(rounds.map((round) => standingOf(app.db, actor, round, now)))
  const mails = mayRunRounds(actor) ? await mailsToLookAt(app.db) : 0
  return c.html(
    <DeskPage
      frame={frame}
      role={roleOf(actor)}
      standings={all.filter(needsHands)}
      mails={mails}
      mayEdit={mayEdit(actor)}
    />,
  )
})

office.get('/rounds/:code{[0-9]{4}[A-Za-z]}', async (c) => {
  const { app, actor, frame } = c.var
  const round = await roundByCode(app.db, actor, c.req.param('code'))
  const standing = await standingOf(app.db, actor, round, app.now())
  return c.html(<RoundDeskPage frame={frame} standing={standing} mayEdit={mayEdit(actor)} />)
})

const mayEdit = (actor: Actor) => actor.roles.has('editor')

const roleOf = (actor: Actor) => {
  if (mayRunRounds(actor)) return 'coordinator'
  return actor.roles.has('editor') ? 'editor' : 'ambassador'
}
