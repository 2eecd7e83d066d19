import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { writeBigFile } from '../main-job/big-file.ts'

const root = join(import.meta.dirname, '../..')

/** Imports one file of 2,000 applications after the other, each into a round of its own. @returns what the last was told */
export async function importUntilRefused(env: Record<string, string>, folder: string): Promise<string> {
  const file = join(folder, 'applications.csv')
  await writeBigFile(file, 2_000)
  const twinleaf = (...words: string[]) =>
    spawnSync(join(root, 'node_modules/.bin/node'), [join(root, 'bin/twinleaf.mjs'), ...words], {
      env: { ...env, LOG_LEVEL: 'error' },
      encoding: 'utf8',
    })
  for (let number = 0; number < 40; number += 1) {
    const code = `${2016 + number}A`
    const dates = ['--apply-from', '2016-01-11T00:00', '--apply-until', '2016-02-16T00:00']
    twinleaf('round', 'create', '--code', code, ...dates, '--starts', '2060-01-01', '--ends', '2060-06-01')
    const { status, stderr } = twinleaf('applications', 'import', file, '--round', code)
    if (status !== 0) return stderr.trim()
  }
  return 'never refused'
}
