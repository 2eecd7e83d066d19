import type { Context } from 'hono'
import { cachePublicly } from '../../platform/caching.ts'
import { dayIn } from '../../platform/days.ts'
import { type Env, router } from '../people/index.ts'
import { impactOf } from './impact.ts'
import { countriesFile, dataPackage, roundsFile } from './pages/files.ts'
import { ImpactPage } from './pages/impact.tsx'
import { countriesFilePath, impactPath, packagePath, roundsFilePath } from './paths.ts'
import { endedRounds } from './queries/ended.ts'

/** What the network has done, for everyone: a page, and its numbers as files. */
export const routes = router()

const impactNow = async ({ var: { app } }: Context<Env>) => impactOf(await endedRounds(app.db, app.now()))

routes.get(impactPath, async (c) => {
  const { app, frame } = c.var
  const impact = await impactNow(c)
  const year = (impact.rounds.at(-1)?.endsOn ?? dayIn(app.now())).slice(0, 4)
  cachePublicly(c, 300)
  return c.html(<ImpactPage {...{ frame, impact, year }} origin={app.origin} />)
})

routes.get(roundsFilePath, async (c) => file(c, 'rounds', roundsFile(await impactNow(c))))
routes.get(countriesFilePath, async (c) => file(c, 'countries', countriesFile(await impactNow(c))))

function file(c: Context<Env>, name: string, text: string) {
  cachePublicly(c, 300)
  c.header('Content-Type', 'text/csv; charset=utf-8')
  c.header('Content-Disposition', `attachment; filename="${name}.csv"`)
  return c.body(text)
}

routes.get(packagePath, async (c) => {
  const { app, network } = c.var
  const { rounds } = await impactNow(c)
  const updated = rounds.at(-1)?.endsOn ?? dayIn(app.now())
  cachePublicly(c, 300)
  return c.json(dataPackage({ origin: app.origin, network: network.texts.en.name, updated }))
})
