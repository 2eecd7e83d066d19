import { spawnSync } from 'node:child_process'
import { rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CannotStart, shareEmbedded, startEmbedded } from './index.ts'
import { aDatabase, aDirectory, keeper } from './trial-owner.ts'

/** A database that was stopped in order, and what a start on it says. */
async function aStoppedOne() {
  const dataDir = await aDatabase()
  const cluster = join(dataDir, 'cluster')
  const saidOf = async (start: Promise<unknown>) => {
    const error = await start.then(
      () => null,
      (error: Error) => error,
    )
    expect(error).toBeInstanceOf(CannotStart)
    return error?.message ?? ''
  }
  return {
    cluster,
    sayAlone: () => saidOf(startEmbedded({ dataDir })),
    sayShared: () => saidOf(shareEmbedded({ dataDir, keeper })),
  }
}

test('files of another major version are left as they are, whoever asks', async () => {
  const { cluster, sayAlone, sayShared } = await aStoppedOne()
  await writeFile(join(cluster, 'PG_VERSION'), '17\n')

  const said = [await sayAlone(), await sayShared()]

  const sentence = `${cluster} was made by PostgreSQL 17, and this Twinleaf brings PostgreSQL 18. Run it with the version of Twinleaf that made it.`
  expect(said).toEqual([sentence, sentence])
})

test.each<[string, (cluster: string) => Promise<void>, RegExp]>([
  [
    'no PG_VERSION',
    (cluster) => rm(join(cluster, 'PG_VERSION')),
    /^\S+ is not a whole database: it has no PG_VERSION\. Put DATA_DIR back from the newest backup, or set it to a new folder\.$/,
  ],
  [
    'a control file that is cut short',
    (cluster) => truncate(join(cluster, 'global/pg_control'), 10),
    /^PostgreSQL does not start on \S+: could not read file .*\. If its files are damaged, put DATA_DIR back from the newest backup\.$/,
  ],
  [
    'no log of changes',
    (cluster) => rm(join(cluster, 'pg_wal'), { recursive: true }),
    /^PostgreSQL does not start on \S+: .*pg_wal.*\. If its files are damaged, put DATA_DIR back from the newest backup\.$/,
  ],
  [
    'no password',
    (cluster) => rm(join(cluster, 'twinleaf.password')),
    /^The password in \S+ is gone or not ours to read\. Put DATA_DIR back from the newest backup\.$/,
  ],
])('a database with %s is one sentence', async (_what, harm, sentence) => {
  const { cluster, sayAlone } = await aStoppedOne()
  await harm(cluster)

  expect(await sayAlone()).toMatch(sentence)
})

const withMounts = test.runIf(
  process.platform === 'linux' && spawnSync('unshare', ['--mount', 'true']).status === 0,
)

withMounts('a disk that is too small for a new database is one sentence', async () => {
  const folder = await aDirectory()
  const script = `
    import { startEmbedded } from ${JSON.stringify(new URL('./index.ts', import.meta.url).href)}
    await startEmbedded({ dataDir: ${JSON.stringify(`${folder}/data`)} }).catch((error) => console.log(error.message))`

  const { stdout } = spawnSync(
    'unshare',
    [
      ...['--mount', 'sh', '-c', `mount -t tmpfs -o size=8m none '${folder}' && "$@"`, 'sh'],
      ...[process.execPath, '--input-type=module', '--eval', script],
    ],
    { encoding: 'utf8', cwd: '/', timeout: 60_000 },
  )

  expect(stdout).toBe(`The disk with ${folder}/data/cluster is full. Make room on it, and start again.\n`)
})
