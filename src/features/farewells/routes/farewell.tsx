import type { Context } from 'hono'
import { redirectWith } from '../../../platform/flash.ts'
import { readButton } from '../../../platform/forms.ts'
import { allow, NotFound } from '../../../platform/refusals.ts'
import { networkOf } from '../../../platform/sign-in/index.ts'
import {
  candidateById,
  certificateLink,
  certificateToken,
  claimOf,
  latestCertificate,
} from '../../certificates/index.ts'
import { partnerPath } from '../../pairings/index.ts'
import { type Env, isSignedIn, router } from '../../people/index.ts'
import { phaseOf, roundByCode, roundById } from '../../rounds/index.ts'
import { askToBeTold } from '../../subscribers/index.ts'
import { openEndSurvey } from '../../surveys/index.ts'
import { FarewellPage } from '../pages/farewell.tsx'
import { emailedPath, ownFarewellPath } from '../paths.ts'
import { readFarewellToken } from '../policy.ts'
import { type Leaver, leaverById, ownEndings } from '../queries/leavers.ts'
import { nextCallFor } from '../queries/next.ts'
import { words } from '../words.ts'

/** How someone goes on after a round, by the link of the email or signed in. Pages of both show the same. */
export const routes = router()

for (const door of ['/farewell/:token', '/me/rounds/:code/farewell'] as const) {
  routes.get(door, async (c) => {
    const { app, frame, actor } = c.var
    const { leaver, base } = await found(c)
    const round = await roundById(app.db, leaver.roundId)
    const isTheirs = actor.id === leaver.personId && phaseOf(round, app.now()) !== 'ended'
    const next = await nextCallFor(app, leaver.email)
    const claim = await claimOf(app.db, await candidateById(app.db, leaver.applicationId), app.now())
    const lacksSurvey =
      claim?.lacksSurveyAlone && (await openEndSurvey(app, round, leaver.applicationId)) !== null
    const last = await latestCertificate(app.db, leaver.applicationId)
    const isNear = last?.standing !== 'withdrawn' && (claim?.isEarned || lacksSurvey)
    const certificate = isNear ? certificateLink(certificateToken(app, leaver.applicationId)) : null
    return c.html(
      <FarewellPage
        {...{ frame, speaker: c.var.network, leaver, round, next, base, certificate }}
        isEarned={claim?.isEarned ?? false}
        partner={isTheirs ? partnerPath : null}
      />,
    )
  })
  routes.post(`${door}/tell-me`, async (c) => {
    const { app, frame } = c.var
    await readButton(c)
    const { leaver, base } = await found(c)
    const { email } = leaver
    // Whoever has the link reads the mail of this address.
    const network = networkOf(c, app.config.trustedProxies)
    await askToBeTold(app, { email, locale: leaver.locale, network, own: email })
    return redirectWith(c, base, words(frame.locale)('page.next.done'))
  })
}

/** Whose page it is, and where. @throws NotFound `no-such-farewell` */
async function found(c: Context<Env>): Promise<{ leaver: Leaver; base: string }> {
  const { app, actor } = c.var
  // The address may hold a key: no page it leads to is told.
  c.header('Referrer-Policy', 'no-referrer')
  const token = c.req.param('token')
  if (token !== undefined) {
    const id = readFarewellToken(app, token)
    if (id === null) throw new NotFound('no-such-farewell')
    return { leaver: await leaverById(app.db, id), base: emailedPath(token) }
  }
  allow(isSignedIn(actor))
  const round = await roundByCode(app.db, actor, c.req.param('code') ?? '')
  const leaver = (await ownEndings(app.db, actor.id, round.endsOn)).find((one) => one.roundId === round.id)
  if (!leaver) throw new NotFound('no-such-farewell')
  return { leaver, base: ownFarewellPath(round.code) }
}
