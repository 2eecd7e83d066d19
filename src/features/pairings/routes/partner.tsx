import type { Context } from 'hono'
import { dayIn } from '../../../platform/days.ts'
import { redirectWith } from '../../../platform/flash.ts'
import { readForm } from '../../../platform/forms.ts'
import { errorWords } from '../../../platform/say.ts'
import { ownApplicationsOf } from '../../applications/index.ts'
import { type Env, router } from '../../people/index.ts'
import { roundById } from '../../rounds/index.ts'
import { passOnNote } from '../actions/pass-on.ts'
import { PartnerPage } from '../pages/partner.tsx'
import { partnerPath } from '../paths.ts'
import { endedPairingsOf, pairingsOf } from '../queries/introductions.ts'
import { waitsOf } from '../queries/rematch.ts'
import { noteForm } from '../schema.ts'
import { words } from '../words.ts'

export const routes = router()

routes.get('/me/partner', async (c) => {
  const { actor } = c.var
  if (actor.id === null) return c.redirect(`/sign-in?next=${encodeURIComponent(partnerPath)}`, 303)
  return c.html(await ownPage(c, actor.id))
})

routes.post('/me/partner/pass-on', async (c) => {
  const { app, actor } = c.var
  if (actor.id === null) return c.redirect(`/sign-in?next=${encodeURIComponent(partnerPath)}`, 303)
  const form = await readForm(c, noteForm)
  if (!form.ok) {
    const [code = 'not-understood'] = Object.values(form.errors)
    const typed = (name: string) => String(form.typed[name] ?? '')
    const error = errorWords(words, actor.locale)(code)
    const again = { pairing: typed('pairing'), to: typed('to'), note: typed('note'), error }
    return c.html(await ownPage(c, actor.id, again), 422)
  }
  const { to } = await passOnNote(app, actor, form.value)
  return redirectWith(c, partnerPath, words(actor.locale)('note.sent', { name: to }))
})

async function ownPage(
  c: Context<Env>,
  personId: string,
  again?: Parameters<typeof PartnerPage>[0]['again'],
) {
  const { app, frame, network } = c.var
  const today = dayIn(app.now())
  const pairings = await pairingsOf(app.db, personId, app.now())
  const ended = await endedPairingsOf(app.db, personId, app.now())
  const waits = await waitsOf(app.db, personId, app.now())
  const told = new Set([...pairings, ...waits].map(({ roundId }) => roundId))
  const applications = (await ownApplicationsOf(app.db, personId, app.now())).filter(
    ({ roundId }) => !told.has(roundId),
  )
  const ids = new Set([...told, ...[...applications, ...ended].map(({ roundId }) => roundId)])
  const rounds = new Map(
    (await Promise.all([...ids].map((id) => roundById(app.db, id)))).map((round) => [round.id, round]),
  )
  const inRound = <One extends { roundId: string }>(one: One) => {
    const round = rounds.get(one.roundId)
    return round ? [{ ...one, round }] : []
  }
  return (
    <PartnerPage
      frame={frame}
      speaker={network}
      personId={personId}
      zone={c.var.actor.zone}
      pairings={pairings.flatMap((pairing) => inRound({ roundId: pairing.roundId, pairing }))}
      waits={waits.flatMap(inRound)}
      applications={applications.flatMap((application) =>
        inRound({ roundId: application.roundId, application }),
      )}
      ended={ended.flatMap(inRound)}
      today={today}
      again={again}
    />
  )
}
