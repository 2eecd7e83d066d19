import { expect, test } from 'vitest'
import { commandNamed, testApp } from '../../../../test/harness.ts'
import { aRunningRound } from '../actions/rematch.builder.ts'

const app = await testApp('2016-02-20T12:00:00Z')

const run = (
  name: string,
  code: string,
  {
    args = [],
    switches = [],
    leaving = [],
    scenario,
  }: { args?: string[]; switches?: string[]; leaving?: string[]; scenario?: string } = {},
) => {
  return commandNamed(name).run(app, {
    args,
    options: { round: code, scenario },
    switches: new Set(switches),
    lists: { leaving },
  })
}

test('an operator does at a terminal what a coordinator does on the pages', async () => {
  const { round, people } = await aRunningRound(app)
  const { ana, bo, eun, fay, gil } = people
  app.at('2016-03-20T09:00:00Z')

  const parted = await run('rematch part', round.code, {
    args: [ana.person.email],
    leaving: [bo.person.email],
  })
  expect(parted.text).toBe(
    'The pairing has ended. Left the round: Bo Ek. Still partners: nobody. Waiting for a new partner: Ana Luz.',
  )
  await run('rematch part', round.code, { args: [fay.id] })
  await run('rematch rejoin', round.code, { args: [gil.id] })
  await run('rematch hold', round.code, { args: [eun.id] })
  const shown = await run('rematch show', round.code)
  expect(shown.text).toContain('Eun Park (KR), reserve, since 2016-02-21, held')
  await run('rematch unhold', round.code, { args: [eun.id] })
  const found = await run('rematch run', round.code)
  expect(found.text).toContain('Scenario 2: new pairs 1, still waiting 0, pairings that stay as they are 2.')

  await expect(run('rematch release', round.code)).rejects.toMatchObject({
    code: 'confirm-rematch',
    args: { people: 2, waiting: 0 },
  })
  const released = await run('rematch release', round.code, { switches: ['confirm'], scenario: '2' })
  expect(released.json).toEqual({
    released: true,
    scenario: 2,
    pairings: 1,
    people: 2,
    waiting: 0,
    told: 0,
    mails: 2,
    campaign: expect.stringMatching(/^rematch:/),
  })
  await expect(run('rematch release', round.code, { scenario: '2' })).rejects.toMatchObject({
    code: 'rematch-already-released',
  })
})
