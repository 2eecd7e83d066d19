import { redirectWith } from '../../../platform/flash.ts'
import { readButton } from '../../../platform/forms.ts'
import { allow } from '../../../platform/refusals.ts'
import { isSignedIn, mePath, router } from '../../people/index.ts'
import { refuseOnceOver, roundByCode } from '../../rounds/index.ts'
import { leaveRound, ownPlace } from '../actions/leaving.ts'
import { LeavePage } from '../pages/leave.tsx'
import { pairingsOf } from '../queries/introductions.ts'
import { words } from '../words.ts'

/** Leaving a round of one’s own accord. */
export const leaveRoutes = router()

leaveRoutes.get('/me/rounds/:code/leave', async (c) => {
  const { app, actor, frame } = c.var
  allow(isSignedIn(actor))
  const round = await roundByCode(app.db, actor, c.req.param('code'))
  await ownPlace(app.db, actor.id, round)
  refuseOnceOver(round, app.now())
  const living = (await pairingsOf(app.db, actor.id, app.now())).find(({ roundId }) => roundId === round.id)
  return c.html(<LeavePage {...{ frame, round }} partners={(living?.members.length ?? 1) - 1} />)
})

leaveRoutes.post('/me/rounds/:code/leave', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  await leaveRound(app, actor, c.req.param('code'))
  return redirectWith(c, mePath, words(actor.locale)('leave-own.done'))
})
