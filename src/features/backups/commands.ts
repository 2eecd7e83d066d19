import type { App } from '../../platform/app.ts'
import { placeOf } from '../../platform/backups/index.ts'
import type { Command } from '../../platform/commands.ts'
import { Conflict } from '../../platform/refusals.ts'
import { sayRefusal, type WordArgs } from '../../platform/words.ts'
import { terminal } from '../people/index.ts'
import { createBackup } from './actions/create.ts'
import { findBackup } from './actions/found.ts'
import { thinBackups } from './actions/thin.ts'
import { type Trial, tryBackup, verifyBackup } from './actions/verify.ts'
import { type MadeBackup, madeAtOf } from './backup.ts'
import { newestBackups } from './queries/backups.ts'
import { backupRoom } from './queries/room.ts'

const create: Command = {
  name: 'backup create',
  summary:
    'Back up the network while it runs, then restore the backup in a place apart to see whether it is sound.',
  async run(app) {
    const { forFile, forTrial } = await backupRoom(app, 'last quarter')
    if (!forFile) throw new Conflict('backup-no-room')
    const { backup, identity } = await createBackup(app, sayTable('saved'))
    if (!forTrial) return untried(backup)
    say(`${backup.name} is in ${backup.place}. It is tried now.`)
    const open = () => placeOf(app.config.backup.to).get(backup.name)
    const trial = await verifyBackup(app, backup.name, { open, identity })
    return {
      text: `${sayBackup(backup)}: ${sayTrial(trial)}`,
      json: { ...backup, ...trial },
      exitCode: trial.problem === null ? 0 : 1,
    }
  },
}

function sayBackup({ place, name, bytes, rowCount, encrypted }: MadeBackup): string {
  const size = `${(bytes / 1e6).toFixed(1)} MB, ${rowCount} rows`
  return `${place}/${name} (${size}${encrypted ? ', encrypted' : ''})`
}

const untried = (backup: MadeBackup) => ({
  text: `${sayBackup(backup)}: not tried, because there is too little room here. Try it with \`twinleaf backup verify\` where there is more.`,
  json: { ...backup, problem: null, checkedAt: null },
})

const verify: Command = {
  name: 'backup verify',
  summary: 'Restore a backup in a place apart and ask it questions. Nothing else is touched.',
  args: ['[FILE]'],
  options: { identity: { help: 'file with the secret key of age, for an encrypted backup', value: 'FILE' } },
  async run(app, { args: [named], options }) {
    const source = await findBackup(app.config, named ?? (await newestIn(app)), options.identity)
    const trial = await tried(app, source)
    return {
      text: `${source.name}: ${sayTrial(trial)}`,
      json: { name: source.name, ...trial },
      exitCode: trial.problem === null ? 0 : 1,
    }
  },
}

/** One that we know is remembered with what came of it. */
async function tried(app: App, source: Awaited<ReturnType<typeof findBackup>>): Promise<Trial> {
  const known = await newestBackups(app.db, 1000)
  return known.some(({ name }) => name === source.name)
    ? verifyBackup(app, source.name, source)
    : tryBackup(app, source)
}

const list: Command = {
  name: 'backup list',
  summary: 'List the backups there are, newest first, with what came of trying them.',
  async run(app) {
    const place = placeOf(app.config.backup.to)
    const known = new Map((await newestBackups(app.db, 1000)).map((one) => [one.name, one]))
    const kept = await place.list('twinleaf-')
    const backups = kept.reverse().flatMap(({ name, bytes }) => {
      const madeAt = madeAtOf(name)
      if (!madeAt) return []
      const { checkedAt = null, problem = null, detail = null } = known.get(name) ?? {}
      return { name, bytes, madeAt, checkedAt, problem, detail }
    })
    const lines = backups.map(
      ({ name, bytes, checkedAt, ...trial }) =>
        `${name}  ${(bytes / 1e6).toFixed(1)} MB  ${checkedAt ? sayTrial(trial) : 'not tried'}`,
    )
    return {
      text: lines.join('\n') || `No backups in ${place.where} yet. Make one with \`twinleaf backup create\`.`,
      json: { place: place.where, backups },
    }
  },
}

const thin: Command = {
  name: 'backup thin',
  summary: 'Make room: let all backups go but the newest one and the newest that passed its trial.',
  async run(app) {
    const gone = await thinBackups(app, terminal)
    const size = `${(gone.bytes / 1e6).toFixed(1)} MB`
    return { text: `${gone.count} files are gone, ${size} in all.`, json: gone }
  },
}

export const commands: Command[] = [create, verify, list, thin]

async function newestIn(app: App): Promise<string> {
  const kept = await placeOf(app.config.backup.to).list('twinleaf-')
  return kept.at(-1)?.name ?? 'twinleaf-'
}

function sayTrial({ problem, detail }: { problem: string | null; detail: unknown }): string {
  if (problem !== null) return `FAILED. ${sayRefusal('en', problem, detail as WordArgs) ?? problem}`
  return 'restored in a trial, and sound.'
}

/** Progress is for someone who looks on, and leaves standard output to the result. */
const say = (text: string) => process.stderr.isTTY && console.error(text)

const sayTable = (done: string) => (table: string, rows: number) =>
  rows > 0 && say(`${done} ${table}: ${rows} rows`)
