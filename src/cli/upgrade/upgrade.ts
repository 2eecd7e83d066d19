import { connect } from '../../db/index.ts'
import {
  askQuestions,
  rememberBackup,
  rememberTrial,
  tablesLeftOut,
  writeBackup,
} from '../../features/backups/index.ts'
import { checkBackup, loadBackup, placeOf, type Source } from '../../platform/backups/index.ts'
import { openLog } from '../../platform/log.ts'
import { watchDisk } from '../../platform/space.ts'
import { appOn, migrate, type Opened } from '../open.ts'
import { planOf } from './plan.ts'
import { requireWell, sayProblem } from './smoke.ts'
import { forgetAside, goBack, setAside } from './way-back.ts'
import type { World } from './world.ts'

/** `kept`: nothing of the network was touched. `back`: it is as it was before. */
export type Outcome = {
  ended: 'up to date' | 'upgraded' | 'kept' | 'back'
  /** Why it is not upgraded. */
  problem: string | null
  backup: string | null
  steps: { step: string; seconds: number }[]
}

type Note = <Result>(step: string, work: () => Promise<Result>) => Promise<Result>

/**
 * Backs the network up, rehearses the upgrade on what the backup brings back, sets a copy of the database aside, upgrades it,
 * and looks whether it works; where it does not, the copy takes its place again.
 *
 * @param tell hears of each step as it begins
 * @source docs/decisions/0030-upgrades.md
 */
export async function upgrade(world: World, tell: (step: string) => void): Promise<Outcome> {
  const steps: Outcome['steps'] = []
  const note: Note = async (step, work) => {
    tell(step)
    const since = performance.now()
    const result = await work()
    steps.push({ step, seconds: Math.round((performance.now() - since) / 100) / 10 })
    return result
  }
  const plan = await note('look at what there is', () => planOf(world))
  const wrong = plan.findings.find(({ ok }) => !ok)
  if (wrong) return { ended: 'kept', problem: `${wrong.check}: ${wrong.note}`, backup: null, steps }
  if (plan.pending.length === 0) {
    await forgetAside(world.url)
    return { ended: 'up to date', problem: null, backup: null, steps }
  }
  if (plan.isInUse) return { ended: 'kept', problem: inUse, backup: null, steps }
  const written = await note('back it up', () => writeNow(world))
  const { name } = written.backup
  const ending = await rehearsedAndDone(world, written, note)
  return { ...ending, backup: name, steps }
}

const inUse = 'the site is running, or something else uses its database; stop it first'

const writeNow = ({ config, now, url }: World) =>
  writeBackup({
    config,
    now,
    url,
    space: watchDisk(config.dataDir, config.reserveBytes, !config.databaseUrl),
  })

type Written = Awaited<ReturnType<typeof writeNow>>
type Ending = Pick<Outcome, 'ended' | 'problem'>

async function rehearsedAndDone(world: World, written: Written, note: Note): Promise<Ending> {
  const { backup, identity } = written
  const source = { open: () => placeOf(world.config.backup.to).get(backup.name), identity }
  const since = performance.now()
  try {
    await note('rehearse the upgrade on a restored copy', () => rehearse(world, source))
  } catch (error) {
    return { ended: 'kept', problem: sayProblem(error) }
  }
  const tookMs = Math.round(performance.now() - since)
  await note('set a copy of the database aside', () => setAside(world.url))
  try {
    await note('upgrade the database', () => withApp(world, world.url, async () => {}))
    await note('see whether it works', () =>
      withApp(world, world.url, async ({ app }) => {
        await requireWell(app)
        await rememberBackup(app, backup)
        await rememberTrial(app, backup.name, { tookMs, problem: null, detail: {} })
      }),
    )
  } catch (error) {
    await note('put the copy in its place again', () => goBack(world.url))
    return { ended: 'back', problem: sayProblem(error) }
  }
  await forgetAside(world.url)
  return { ended: 'upgraded', problem: null }
}

/** What a backup brings back is upgraded and asked everything: someone signs in there too. */
const rehearse = (world: World, source: Source): Promise<void> =>
  world.scratch(async (url) => {
    const contents = await checkBackup(source)
    await loadBackup(url, source, contents, { leftOut: tablesLeftOut, folder: world.folder })
    await withApp(world, url, async ({ app }) => {
      await askQuestions(app)
      await requireWell(app)
    })
  })

/** Opens a database, upgraded, for as long as `use` runs; nothing is connected to it afterwards. */
async function withApp(
  { config, folder }: World,
  url: string,
  use: (opened: Opened) => Promise<void>,
): Promise<void> {
  const db = connect(url, { connections: 3, statementTimeoutMs: 0 })
  await migrate(db, url, undefined, folder).finally(() => db.destroy())
  const opened = await appOn(url, config, openLog(config.logLevel), async () => {})
  await use(opened).finally(opened.close)
}
