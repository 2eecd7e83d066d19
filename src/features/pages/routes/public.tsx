import type { Context } from 'hono'
import { cachePublicly } from '../../../platform/caching.ts'
import { type Env, router } from '../../people/index.ts'
import { ConductPage, NetworkPage, PrivacyPage } from '../pages/public.tsx'
import { aboutPath, conductPath, contactPath, guidelinesPath, howItWorksPath, privacyPath } from '../paths.ts'
import { conductText, conductVersions, currentConduct } from '../queries.ts'
import { languagesFor, printed, shownPage } from '../shown.ts'

export const routes = router()

const pages = [
  [aboutPath, 'about'],
  [howItWorksPath, 'how-it-works'],
  [contactPath, 'contact'],
  [guidelinesPath, 'guidelines'],
] as const

for (const [path, name] of pages)
  routes.get(path, async (c) => {
    const { app, frame } = c.var
    const page = await shownPage(app, name, printingFor(c))
    cachePublicly(c)
    return c.html(<NetworkPage frame={frame} page={page} />)
  })

routes.get(privacyPath, async (c) => {
  const { app, actor, frame, features } = c.var
  const page = await shownPage(app, 'privacy', printingFor(c))
  const kept = features.flatMap(({ keeps }) => keeps?.(app, actor.locale) ?? [])
  cachePublicly(c)
  return c.html(<PrivacyPage frame={frame} page={page} kept={kept} />)
})

routes.get(conductPath, async (c) => conductPage(c, await currentConduct(c.var.app.db)))

routes.get(`${conductPath}/:version`, (c) => conductPage(c, c.req.param('version')))

async function conductPage(c: Context<Env>, version: string) {
  const { app, actor, frame, features } = c.var
  const printing = printingFor(c)
  const text = await conductText(app.db, version, languagesFor(printing.locale, printing.network))
  const versions = await conductVersions(app.db)
  cachePublicly(c)
  const links = features.flatMap(({ besideConduct }) => besideConduct?.(actor) ?? [])
  return c.html(<ConductPage {...{ frame, versions, links }} page={printed(app, text, printing)} />)
}

const printingFor = ({ var: { actor, network } }: Context<Env>) => ({ network, locale: actor.locale })
