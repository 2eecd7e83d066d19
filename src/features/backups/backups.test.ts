import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aPerson, aRound } from '../../../test/builders.ts'
import { commandNamed, testApp } from '../../../test/harness.ts'
import { note } from '../../platform/journal.ts'

const app = await testApp()
const run = (name: string) =>
  commandNamed(name).run(app, { args: [], options: {}, switches: new Set(), lists: {} })

test('a backup holds the whole network, is for its owner alone, and passes its trial', async () => {
  const ada = await aPerson(app, { role: 'director' })
  await aRound(app)
  await app.db.transaction().execute((tx) => note(tx, app.now(), ada.id, 'round.announced', null))

  const made = await run('backup create')
  const listed = await run('backup list')

  const folder = join(app.config.dataDir, 'backups')
  expect(made.json).toMatchObject({
    name: 'twinleaf-2016-02-20T120000Z.tar.zst',
    encrypted: false,
    problem: null,
  })
  expect(await readdir(folder)).toEqual(['twinleaf-2016-02-20T120000Z.tar.zst'])
  expect((await stat(join(folder, 'twinleaf-2016-02-20T120000Z.tar.zst'))).mode & 0o777).toBe(0o600)
  expect(listed.json).toMatchObject({ backups: [{ problem: null, checkedAt: app.now() }] })
})
