import { redirectWith } from '../../../platform/flash.ts'
import { readButton, readForm } from '../../../platform/forms.ts'
import { isUuid } from '../../../platform/ids.ts'
import { allow, NotFound } from '../../../platform/refusals.ts'
import { freePeople } from '../../pairings/index.ts'
import { router } from '../../people/index.ts'
import { refuseOnceOver, roundByCode, trioPath } from '../../rounds/index.ts'
import { offerTrio, withdrawTrio } from '../actions/offering.ts'
import { TrioPage } from '../pages/office.tsx'
import { mayOfferTrios } from '../policy.ts'
import { candidatesFor } from '../queries/candidates.ts'
import { isOpen, offersFor } from '../queries/offers.ts'
import { askForm } from '../schema.ts'
import { words } from '../words.ts'

export const office = router()

office.get('/rounds/:code/rematch/trio/:id', async (c) => {
  const { app, actor, frame } = c.var
  allow(mayOfferTrios(actor))
  const { code, id } = c.req.param()
  const round = await roundByCode(app.db, actor, code)
  if (!isUuid(id) || round.releasedAt === null) throw new NotFound('no-such-participant')
  const now = app.now()
  refuseOnceOver(round, now)
  const offers = (await offersFor(app.db, id)).filter(({ roundId }) => roundId === round.id)
  const free = (await freePeople(app.db, round)).find(({ applicationId }) => applicationId === id)
  const person = free ?? offers[0]?.people.find(({ isWaiting }) => isWaiting)
  if (!person) throw new NotFound('no-such-participant')
  const open = offers.find((one) => isOpen(one, now)) ?? null
  const past = offers.filter((one) => one !== open)
  const candidates = open || !free ? [] : await candidatesFor(app.db, actor, round, { id, now })
  const shown = { frame, round, person, waits: free !== undefined, open, past, candidates }
  return c.html(<TrioPage {...shown} zone={actor.zone} />)
})

office.post('/rounds/:code/rematch/trio/:id/ask', async (c) => {
  const { app, actor } = c.var
  const { code, id } = c.req.param()
  const form = await readForm(c, askForm)
  if (!form.ok) throw new NotFound('no-such-pairing')
  await offerTrio(app, actor, code, { id, ...form.value })
  return redirectWith(c, trioPath(code, id), words(actor.locale)('done.asked'))
})

office.post('/rounds/:code/rematch/trio/:id/withdraw', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  const { code, id } = c.req.param()
  await withdrawTrio(app, actor, code, id)
  return redirectWith(c, trioPath(code, id), words(actor.locale)('done.withdrawn'))
})
