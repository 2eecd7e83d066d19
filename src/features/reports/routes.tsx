import type { Context } from 'hono'
import { cachePublicly } from '../../platform/caching.ts'
import { dayIn } from '../../platform/days.ts'
import { joining } from '../../platform/joining.ts'
import { textsIn } from '../../platform/network/index.ts'
import { pdfOf, reportTemplate } from '../../platform/pdf/index.ts'
import { allow, NotFound } from '../../platform/refusals.ts'
import { dirOf } from '../../platform/words.ts'
import { type Env, router } from '../people/index.ts'
import { roundByCode } from '../rounds/index.ts'
import { impactOf } from './impact.ts'
import { countriesFile, dataPackage, roundsFile } from './pages/files.ts'
import { ImpactPage } from './pages/impact.tsx'
import { saidIn } from './pages/report.ts'
import { reportFile, reportPackage } from './pages/report-files.ts'
import { ReportPage } from './pages/report-page.tsx'
import { countriesFilePath, impactPath, packagePath, roundsFilePath } from './paths.ts'
import { mayReportRounds } from './policy.ts'
import { endedRounds } from './queries/ended.ts'
import { roundReport } from './queries/round.ts'

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
  return table(c, name, text)
}

function table(c: Context<Env>, name: string, text: string) {
  c.header('Content-Type', 'text/csv; charset=utf-8')
  c.header('Content-Disposition', `attachment; filename="${name}.csv"`)
  return c.body(text)
}

routes.get(packagePath, async (c) => {
  const { app, network } = c.var
  const { rounds } = await impactNow(c)
  const updated = rounds.at(-1)?.endsOn ?? dayIn(app.now())
  cachePublicly(c, 300)
  return c.json(dataPackage({ origin: app.origin, network: textsIn(network, 'en').name, updated }))
})

/** A round for those who fund the network: a page, a file to print, and data. */
export const office = router()

async function reported(c: Context<Env>) {
  const { app, actor, features } = c.var
  allow(mayReportRounds(actor))
  const round = await roundByCode(app.db, actor, c.req.param('code') ?? '')
  return { round, report: await roundReport(app.db, round, features, app.now()) }
}

/** @throws NotFound `no-report` for a round of which nothing may be told */
async function saidOf(c: Context<Env>) {
  const { app, actor, network } = c.var
  const { round, report } = await reported(c)
  if (!report) throw new NotFound('no-report')
  const { name } = textsIn(network, actor.locale)
  return { round, report, name, said: saidIn({ report, round, network: name, now: app.now() }, actor.locale) }
}

office.get('/rounds/:code/report', async (c) => {
  const { app, frame } = c.var
  const { round, report } = await reported(c)
  const about = { round, network: frame.site.name, now: app.now() }
  const said = report && saidIn({ report, ...about }, frame.locale)
  return c.html(<ReportPage {...{ frame, round, said }} />)
})

office.get('/rounds/:code/report/report.pdf', async (c) => {
  const { app, actor } = c.var
  const { round, said, name } = await saidOf(c)
  const lang = actor.locale
  const pdf = await pdfOf(app, reportTemplate, {
    ...{ ...said, author: name, lang, dir: dirOf(lang) },
    separator: joining(lang).labelled(''),
  })
  c.header('Content-Type', 'application/pdf')
  c.header('Content-Disposition', `attachment; filename="report-${round.code}.pdf"`)
  return c.body(pdf)
})

office.get('/rounds/:code/report/report.csv', async (c) => {
  const { round, report } = await saidOf(c)
  return table(c, `report-${round.code}`, reportFile({ report, round }))
})

office.get('/rounds/:code/report/datapackage.json', async (c) => {
  const { app } = c.var
  const { round } = await saidOf(c)
  return c.json(reportPackage({ round, origin: app.origin, at: app.now() }))
})
