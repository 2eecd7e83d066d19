import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Ending, twinleaf } from './terminal.ts'

const anEnvironment = () => ({
  DATA_DIR: mkdtempSync(join(tmpdir(), 'twinleaf-terminals-')),
  DATABASE_URL: '',
  LOG_LEVEL: 'error',
})

const dates = ['--apply-from', '2016-01-11T00:00', '--apply-until', '2016-02-16T00:00']
const createRound = (env: Record<string, string>, code: string) =>
  twinleaf(env, 'round', 'create', '--code', code, ...dates, '--starts', '2016-02-29', '--ends', '2016-06-19')

const failures = (endings: Ending[]) => endings.filter(({ code }) => code !== 0)

test('commands that start at once on a new network all do their work', async () => {
  const env = anEnvironment()
  const codes = ['2016A', '2016B', '2017A', '2017B']

  const endings = await Promise.all(codes.map((code) => createRound(env, code)))
  const listed = await twinleaf(env, 'round', 'list', '--json')

  expect(failures(endings)).toEqual([])
  expect(JSON.parse(listed.out)).toHaveLength(4)
})

test('a long command goes on while short ones come and go in another terminal', async () => {
  const env = anEnvironment()
  await createRound(env, '2016A')
  const isDone = { import: false }

  const short: Ending[] = []
  const starter = twinleaf(env, 'round', 'list')
  const file = 'test/data/applications-2016A.csv'
  const long = twinleaf(env, 'applications', 'import', file, '--round', '2016A', '--json')
  void long.finally(() => {
    isDone.import = true
  })
  short.push(await starter)
  while (!isDone.import) short.push(await twinleaf(env, 'round', 'list'))

  expect(failures([await long, ...short])).toEqual([])
  expect(short.length).toBeGreaterThan(1)
})
