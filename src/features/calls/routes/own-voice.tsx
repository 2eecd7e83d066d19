import { redirectWith } from '../../../platform/flash.ts'
import { readButton } from '../../../platform/forms.ts'
import { allow } from '../../../platform/refusals.ts'
import { isSignedIn, mePath, router } from '../../people/index.ts'
import { roundByCode } from '../../rounds/index.ts'
import { takeBackVoice } from '../actions/voices.ts'
import { OwnVoicePage } from '../pages/own-voice.tsx'
import { ownVoiceOf } from '../queries/voices.ts'
import { words } from '../words.ts'

/** What one said of a round, which one may take back at any time. */
export const ownVoiceRoutes = router()

ownVoiceRoutes.get('/me/rounds/:code/voice', async (c) => {
  const { app, actor, frame } = c.var
  allow(isSignedIn(actor))
  const round = await roundByCode(app.db, actor, c.req.param('code'))
  const voice = await ownVoiceOf(app.db, actor.id, round.id)
  return c.html(<OwnVoicePage {...{ frame, round, voice }} />)
})

ownVoiceRoutes.post('/me/rounds/:code/voice/take-back', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  await takeBackVoice(app, actor, c.req.param('code'))
  return redirectWith(c, mePath, words(actor.locale)('own-voice.gone'))
})
