import { expect, test } from 'vitest'
import { anApplication, aRound } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import { rulesOf } from '../queries/people.ts'
import { commands } from './index.ts'

const app = await testApp('2016-02-20T12:00:00Z')
const round = await aRound(app, { code: '2016A' })

const run = (name: string, args: string[] = []) => {
  const command = commands.find((one) => one.name === name)
  if (!command) throw new Error(`no command ${name}`)
  return command.run(app, { args, options: { round: '2016A' }, switches: new Set(), lists: {} })
}

const inForce = async () =>
  (await rulesOf(app.db, round.id)).map(({ kind, first, second }) => [
    kind,
    ...[first.name, second?.name ?? ''].sort(),
  ])

test('two people are kept together and apart by their addresses or ids, as somebody at a terminal types them', async () => {
  const ana = await anApplication(app, round, {
    name: 'Ana Silva',
    email: 'ana@library.example',
    country: 'PT',
  })
  const omar = await anApplication(app, round, { name: 'Omar Haddad', country: 'JO' })

  await run('match pin', ['ANA@library.example', omar.id])
  const pinned = await inForce()
  await run('match unpin', [ana.id, omar.id])
  await run('match ban', [ana.id, omar.id])

  expect(pinned).toEqual([['pin', 'Ana Silva', 'Omar Haddad']])
  expect(await inForce()).toEqual([['ban', 'Ana Silva', 'Omar Haddad']])
  await expect(run('match pin', ['nobody@library.example', ana.id])).rejects.toMatchObject({
    code: 'no-such-participant',
  })
})
