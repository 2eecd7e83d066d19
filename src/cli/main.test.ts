import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { root } from '../platform/root.ts'

test('a reader who has had enough is no fault', async () => {
  const twinleaf = `"${process.execPath}" "${join(root, 'bin/twinleaf.mjs')}"`

  const { stderr } = await promisify(execFile)('sh', ['-c', `${twinleaf} --help | true`])

  expect(stderr).toBe('')
})
