import { networkIn } from '../../../platform/network/index.ts'
import { allow } from '../../../platform/refusals.ts'
import { locales } from '../../../platform/words.ts'
import { router } from '../../people/index.ts'
import { openCalls, roundByCode } from '../../rounds/index.ts'
import { farewellEmail } from '../emails.ts'
import { endings } from '../farewell.ts'
import { FarewellOfficePage } from '../pages/office.tsx'
import { maySeeFarewells } from '../policy.ts'
import { type Leaver, leaversOf } from '../queries/leavers.ts'
import { campaignOf } from '../queries/progress.ts'

export const office = router()

/** In a preview: its link opens nobody's page. */
const nobody = '00000000-0000-0000-0000-000000000000'

office.get('/rounds/:code/farewell', async (c) => {
  const { app, actor, frame } = c.var
  allow(maySeeFarewells(actor))
  const round = await roundByCode(app.db, actor, c.req.param('code'))
  const leavers = round.releasedAt ? await leaversOf(app.db, round.id) : []
  const locale = locales.find((one) => one === c.req.query('language')) ?? actor.locale
  const [network, [call]] = await Promise.all([networkIn(app, app.db), openCalls(app.db, app.now())])
  const previews = endings.flatMap((ending) => {
    const one = leavers.find((leaver) => leaver.ending === ending)
    const email = one && farewellEmail(asShown(one, locale), { app, round, network, call })
    return email ? [{ ending, email }] : []
  })
  const campaign = await campaignOf(app.db, round.id)
  return c.html(<FarewellOfficePage {...{ frame, round, leavers, previews, locale, campaign }} />)
})

const asShown = (leaver: Leaver, locale: string): Leaver => ({ ...leaver, locale, applicationId: nobody })
