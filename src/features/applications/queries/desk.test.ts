import { expect, test } from 'vitest'
import { anApplication, aPerson, aRound } from '../../../../test/builders.ts'
import { counting, testApp } from '../../../../test/harness.ts'
import type { Tx } from '../../../db/index.ts'
import { askApplicant, stopWaiting } from '../actions/asking.ts'
import { dropApplication, mendApplication, settleDuplicate } from '../actions/cleaning.ts'
import { acceptObvious } from '../actions/obvious.ts'
import { undoBatch } from '../actions/undoing.ts'
import { leftOn, obviousOn } from '../desk.ts'
import { deskFor } from './desk.ts'

const app = await testApp('2016-02-20T12:00:00Z')
const coordinator = await aPerson(app, { role: 'coordinator', name: 'Kay Lin' })

const kept = (roundId: string) => deskFor(app.db, coordinator, roundId)
/** A transaction keeps nothing. */
const madeNow = (roundId: string) =>
  app.db.transaction().execute((tx: Tx) => deskFor(tx, coordinator, roundId))

test('a desk that is kept is true after everything that can change it', async () => {
  const round = await aRound(app)
  const waits = { acceptedAt: null }
  const one = await anApplication(app, round, { ...waits, name: 'Ada Lind' })
  const same = await anApplication(app, round, { ...waits, name: 'Ada Lind' })
  const other = await anApplication(app, round, { ...waits, name: 'Sol Reyes', acceptsCode: false })
  let batch: string | null = null
  const acts: [string, () => Promise<unknown>][] = [
    ['a question', () => askApplicant(app, coordinator, other.id, 'missing-consent')],
    ['who asked', () => renamed('Kay Moss')],
    ['no answer', () => stopWaiting(app, coordinator, other.id, 'missing-consent')],
    ['leaving out', () => acceptObvious(app, coordinator, round.code, everythingLeftOut())],
    ['a verdict', () => settleDuplicate(app, coordinator, [one.id, same.id], 'keep-both')],
    [
      'a mend',
      async () => {
        const change = { acceptsCode: true }
        const done = await mendApplication(app, coordinator, other.id, { kind: 'missing-consent', change })
        batch = done.batchId
      },
    ],
    ['its undo', () => undoBatch(app, coordinator, batch ?? '')],
    ['a drop', () => dropApplication(app, coordinator, other.id, 'on-request')],
    ['someone new', () => anApplication(app, round, { ...waits, name: 'Noor Haddad' })],
    ['erasure', () => app.db.deleteFrom('application').where('familyName', '=', 'Haddad').execute()],
  ]
  let shown: string[] = []
  const everythingLeftOut = () => ({ shown, ticked: [], isAll: false })
  const seen = new Set<unknown>([await kept(round.id)])

  for (const [what, act] of acts) {
    shown = obviousOn(await kept(round.id)).verdicts.map(({ first, second }) => `${first} ${second}`)
    await act()
    const desk = await kept(round.id)

    expect(desk, what).toEqual(await madeNow(round.id))
    expect(seen.has(desk), `${what} is seen`).toBe(false)
    expect(await kept(round.id), 'nothing has changed since').toBe(desk)
    seen.add(desk)
  }
})

const renamed = (name: string) =>
  app.db.updateTable('person').set({ name }).where('id', '=', coordinator.id).execute()

test('a desk is asked for in one statement while nothing changes, and read in as many for three people as for one', async () => {
  const asked: number[][] = []
  for (const [code, people] of [
    ['2017A', 1],
    ['2017B', 3],
  ] as const) {
    const round = await aRound(app, { code })
    for (let one = 0; one < people; one += 1) await anApplication(app, round, { acceptedAt: null })
    const { count, counted } = counting(app.db)
    await deskFor(counted, coordinator, round.id)
    const first = count.asked
    await deskFor(counted, coordinator, round.id)
    asked.push([first, count.asked - first])
  }

  expect(asked[1]).toEqual(asked[0])
  expect(asked[0]?.[1]).toBe(1)
})

test('nobody is handed the desk of someone who may see more', async () => {
  const round = await aRound(app, { code: '2018A' })
  await anApplication(app, round, { acceptedAt: null, acceptsCode: false })
  const editor = await aPerson(app, { role: 'editor' })

  const desk = await kept(round.id)

  expect([desk.applications.length, leftOn(desk)]).toEqual([1, 1])
  expect((await deskFor(app.db, editor, round.id)).applications).toEqual([])
})
