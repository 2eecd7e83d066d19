import { expect, test } from 'vitest'
import { testApp } from '../../../test/harness.ts'
import type { CommandInput } from '../../platform/commands.ts'
import { commands } from './commands.ts'

const app = await testApp('2016-02-20T12:00:00Z')

function run(name: string, input: Partial<CommandInput>) {
  const command = commands.find((one) => one.name === name)
  if (!command) throw new Error(`no command ${name}`)
  return command.run(app, { args: [], options: {}, switches: new Set(), lists: {}, ...input })
}

test('the code of a round may be typed in small letters', async () => {
  const dates = { 'apply-from': '2018-01-11T00:00', 'apply-until': '2018-02-16T00:00' }
  const days = { starts: '2018-02-28', ends: '2018-06-19' }

  await run('round create', { options: { code: '2018a', ...dates, ...days } })
  await run('round clone', { args: ['2018a', '2018b'] })
  await run('round announce', { args: [' 2018a '] })

  const { json } = await run('round list', {})
  expect(json).toMatchObject([
    { code: '2018B', announcedAt: null },
    { code: '2018A', title: 'Round 2018A', announcedAt: '2016-02-20T12:00:00.000Z' },
  ])
})
