import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { choosePostgres } from './account.ts'
import { binaries } from './binaries.ts'
import { clusterIn, singleUser } from './cluster.ts'
import { startEmbedded } from './index.ts'
import { realPath } from './lock.ts'
import { aDirectory, ask } from './trial-owner.ts'

test('a cluster that was made before our role had its rights gets them at the next start', async () => {
  const dataDir = await realPath(await aDirectory())
  const first = await startEmbedded({ dataDir })
  await first.stop()
  const cluster = clusterIn(dataDir)
  const postgres = await choosePostgres(await binaries(), dataDir)
  const taken = `drop schema amcheck cascade
revoke execute on function pg_backup_start(text, boolean), pg_backup_stop(boolean), pg_switch_wal() from twinleaf
`
  await singleUser(cluster, postgres, 'twinleaf', taken)
  await rm(join(cluster, 'twinleaf.rights-1'))

  const second = await startEmbedded({ dataDir })

  const may = await ask(
    second.url,
    `select has_function_privilege('pg_backup_start(text, boolean)', 'execute') as copy,
            has_function_privilege('pg_switch_wal()', 'execute') as log,
            (select count(*)::int from pg_extension where extname = 'amcheck') as amcheck`,
  )
  const checked = await ask(
    second.url,
    `select amcheck.bt_index_check('pg_class_oid_index'::regclass) as checked`,
  )
  await second.stop()
  expect(may).toEqual([{ copy: true, log: true, amcheck: 1 }])
  expect(checked).toHaveLength(1)
})

test('the log of a new cluster is in small files', async () => {
  const server = await startEmbedded({ dataDir: await aDirectory() })

  const size = await ask(
    server.url,
    "select name, setting from pg_settings where name in ('wal_segment_size', 'min_wal_size', 'max_wal_size') order by 1",
  )
  await server.stop()

  expect(size).toEqual([
    { name: 'max_wal_size', setting: '16' },
    { name: 'min_wal_size', setting: '2' },
    { name: 'wal_segment_size', setting: '1048576' },
  ])
})
