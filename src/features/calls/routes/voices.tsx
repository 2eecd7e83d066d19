import type { Context } from 'hono'
import { redirectWith } from '../../../platform/flash.ts'
import {
  type FormState,
  freshForm,
  readButton,
  readForm,
  returnedForm,
  statusOf,
} from '../../../platform/forms.ts'
import { allow, Conflict } from '../../../platform/refusals.ts'
import { type Env, router } from '../../people/index.ts'
import { mayRunRounds, roundByCode } from '../../rounds/index.ts'
import { keepVoice, removeVoice } from '../actions/voices.ts'
import { VoicePage, VoicesPage } from '../pages/voices.tsx'
import { voicesPath } from '../paths.ts'
import { officeVoicesOf } from '../queries/voices.ts'
import { voiceForm } from '../schema.ts'
import { type VoicePlace, voicePlaces } from '../voice.ts'
import { words } from '../words.ts'

export const office = router()

for (const path of ['/rounds/:code/voices', '/rounds/:code/voices/*'] as const)
  office.use(path, async (c, next) => {
    allow(mayRunRounds(c.var.actor))
    await next()
  })

office.get('/rounds/:code/voices', async (c) => {
  const { app, frame, actor } = c.var
  const round = await roundByCode(app.db, actor, c.req.param('code'))
  return c.html(<VoicesPage {...{ frame, round }} voices={await officeVoicesOf(app.db, round.id)} />)
})

const one = `/rounds/:code/voices/:place{[1-${voicePlaces.length}]}` as const

office.get(one, async (c) => {
  const { app, actor } = c.var
  const round = await roundByCode(app.db, actor, c.req.param('code'))
  const place = placeIn(c)
  const known = (await officeVoicesOf(app.db, round.id)).find((voice) => voice.place === place)
  if (!known) return voicePage(c, freshForm({ consentOn: '', locale: c.var.frame.locale }))
  const { email, text, locale, signed, consentOn, consentHow } = known
  return voicePage(c, freshForm({ email, text, locale, signed, consentOn, consentHow }))
})

office.post(`${one}/show`, async (c) => {
  const { app, actor } = c.var
  const [code, place] = [c.req.param('code'), placeIn(c)]
  const form = await readForm(c, voiceForm)
  if (!form.ok) return voicePage(c, returnedForm(form.typed, form.errors))
  try {
    await keepVoice(app, actor, { code, place }, form.value)
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    return voicePage(c, returnedForm(form.typed, { email: error.code }))
  }
  return redirectWith(c, voicesPath(code), words(actor.locale)('voice.done'))
})

office.post(`${one}/remove`, async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  await removeVoice(app, actor, c.req.param('code'), placeIn(c))
  return redirectWith(c, voicesPath(c.req.param('code')), words(actor.locale)('voice.gone'))
})

const placeIn = (c: Context<Env>) => Number(c.req.param('place')) as VoicePlace

async function voicePage(c: Context<Env>, form: FormState) {
  const { app, frame, actor, network } = c.var
  const round = await roundByCode(app.db, actor, c.req.param('code') ?? '')
  return c.html(
    <VoicePage {...{ frame, round, form }} place={placeIn(c)} offered={network.locales} />,
    statusOf(form),
  )
}
