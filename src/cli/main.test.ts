import { execFile } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { root } from '../platform/root.ts'

test('a reader who has had enough is no fault', async () => {
  const twinleaf = `"${process.execPath}" "${join(root, 'bin/twinleaf.mjs')}"`

  const { stderr } = await promisify(execFile)('sh', ['-c', `${twinleaf} --help | true`])

  expect(stderr).toBe('')
})

test('a folder without a network is said to have a new, empty one, once', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'twinleaf-new-')), 'mistyped')
  const env = { ...process.env, BASE_URL: '', DATABASE_URL: '', DATA_DIR: folder, LOG_LEVEL: 'silent' }
  const list = () =>
    promisify(execFile)(process.execPath, [join(root, 'bin/twinleaf.mjs'), 'round', 'list', '--json'], {
      env,
    })

  const first = await list()
  const second = await list()

  expect(first).toEqual({
    stdout: '[]\n',
    stderr: `There was no network in ${folder} yet. A new, empty one was made there. If yours should be there, check DATA_DIR.\n`,
  })
  expect(second).toEqual({ stdout: '[]\n', stderr: '' })
})
