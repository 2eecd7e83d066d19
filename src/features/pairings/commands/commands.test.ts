import { expect, test } from 'vitest'
import { anApplication, aRound } from '../../../../test/builders.ts'
import { commandNamed, testApp } from '../../../../test/harness.ts'
import { terminal } from '../../people/index.ts'
import { openScenario, runScenario } from '../../scenarios/actions/run.ts'
import { rulesOf } from '../../scenarios/queries/people.ts'

const app = await testApp('2016-02-20T12:00:00Z')
const round = await aRound(app, { code: '2016A' })

const run = (name: string, args: string[] = []) => {
  return commandNamed(name).run(app, { args, options: { round: '2016A' }, switches: new Set(), lists: {} })
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

test('a release that is only asked about is refused for what the release would be', async () => {
  const round = await aRound(app, { code: '2016C' })
  const ask = (scenario?: string, switches: string[] = []) =>
    commandNamed('match release').run(app, {
      args: [],
      options: { round: '2016C', scenario },
      switches: new Set(switches),
      lists: {},
    })
  const { id } = await anApplication(app, round, { name: 'Ana Silva', country: 'PT' })
  await anApplication(app, round, { name: 'Omar Haddad', country: 'JO' })
  await runScenario(app, (await openScenario(app, terminal, '2016C')).id)

  await expect(ask()).rejects.toMatchObject({ code: 'confirm-release', args: { people: 2, reserve: 0 } })
  await anApplication(app, round, { name: 'Zoe Waiting', acceptedAt: null, waitlistedAt: app.now() })
  await expect(ask()).rejects.toMatchObject({
    args: {
      unanswered:
        'No place yet, waiting because of the country cap: 1 (Zoe Waiting). See `twinleaf applications list --state waiting --round 2016C`.',
    },
  })
  await expect(ask('two')).rejects.toMatchObject({ code: 'bad-scenario-number' })
  await expect(ask('2')).rejects.toMatchObject({ code: 'other-proposal' })
  await app.db.updateTable('application').set({ country: 'CV' }).where('id', '=', id).execute()
  await expect(ask()).rejects.toMatchObject({ code: 'proposal-out-of-date' })
  await app.db.updateTable('application').set({ country: 'PT' }).where('id', '=', id).execute()
  const { text } = await ask('1', ['confirm'])
  expect(text).toContain('Zoe Waiting')
  await expect(ask()).rejects.toMatchObject({ code: 'already-released' })
})

test('a proposal is shaped from a terminal, and unshaped', async () => {
  const round = await aRound(app, { code: '2016B' })
  const people = { ada: 'NG', bo: 'SE', chi: 'KE' }
  for (const [name, country] of Object.entries(people))
    await anApplication(app, round, { name, email: `${name}@shape.example`, country })
  const shape = async (name: string, args: string[] = []) => {
    const typed = { args, options: { round: '2016B' }, switches: new Set<string>(), lists: {} }
    return (await commandNamed(name).run(app, typed)).json
  }
  const shown = async () => {
    const { pairings, reserve } = (await shape('match show')) as {
      pairings: { members: { name: string }[] }[]
      reserve: { name: string }[]
    }
    const names = (list: { name: string }[]) =>
      list
        .map(({ name }) => name.trim())
        .sort()
        .join(' ')
    return [...pairings.map(({ members }) => names(members)), `reserve ${names(reserve)}`.trim()]
  }

  await shape('match run')
  const before = await shown()
  await shape('match hold', ['ada@shape.example'])
  await shape('match run')
  const held = await shown()
  const { reserve } = (await shape('match show')) as {
    reserve: { trios: { middle: { name: string }; worst: number }[] }[]
  }
  await shape('match unhold', ['ada@shape.example'])
  await shape('match trio', ['ada@shape.example', 'bo@shape.example'])
  await shape('match middle', ['chi@shape.example'])
  const three = await shown()
  const shaped = (await shape('match show')) as {
    changedByHand: { worst: number }
    pairings: { score: number }[]
  }
  await shape('match undo')
  await shape('match undo')

  expect(before).toHaveLength(2)
  expect(held).toEqual(['bo chi', 'reserve ada'])
  expect(reserve.map(({ trios }) => trios.length)).toEqual([1])
  expect(three).toEqual(['ada bo chi', 'reserve'])
  expect(shaped.pairings.map(({ score }) => score)).toEqual([shaped.changedByHand.worst])
  expect(await shown()).toEqual(['bo chi', 'reserve ada'])
})
