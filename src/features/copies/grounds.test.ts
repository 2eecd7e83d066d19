import { expect, test } from 'vitest'
import { dayIn, isBefore } from '../../platform/days.ts'
import { gathering, holding, type Statements } from './copying/grounds.ts'

const at = new Date('2016-03-01T12:00:00Z')
const later = new Date('2016-03-01T12:00:01Z')
const statements: Statements = new Map()
const newGrounds = () => gathering(at, statements)
const nobodyAsks = () => Promise.reject(new Error('asked'))

test('a question is put again with the time that it is then, and all other values as they were', async () => {
  const gathered = newGrounds()
  const values = [gathered.now, later, 'a', 1, null, true, ['b', 2]]
  gathered.note({ sql: 'select 1', parameters: values }, () => 'same')
  const grounds = gathered.grounds() ?? expect.unreachable()
  const asked: unknown[] = []
  const holds = holding(new Date('2016-04-01'), statements, async (question) => {
    asked.push(question)
    return 'same'
  })

  const answers = [await holds(grounds), await holds(grounds)]

  expect(answers).toEqual([true, true])
  expect(asked).toEqual([
    { sql: 'select 1', parameters: [new Date('2016-04-01'), later, 'a', 1, null, true, ['b', 2]] },
  ])
})

test('grounds hold no more once an answer is another one', async () => {
  const gathered = newGrounds()
  gathered.note({ sql: 'select 1', parameters: [] }, () => 'before')
  const grounds = gathered.grounds() ?? expect.unreachable()

  const holds = await holding(at, statements, async () => 'after')(grounds)

  expect(holds).toBe(false)
})

test('nor once an instant has passed, or a day somewhere', async () => {
  const gathered = newGrounds()
  isBefore(gathered.now, later)
  dayIn(gathered.now, 'Pacific/Auckland')
  const grounds = gathered.grounds() ?? expect.unreachable()
  const holdsAt = (instant: string) => holding(new Date(instant), statements, nobodyAsks)(grounds)

  const answers = [
    await holdsAt('2016-03-01T12:00:00.999Z'),
    await holdsAt('2016-03-01T12:00:01Z'),
    await holdsAt('2016-02-29T10:00:00Z'),
  ]

  expect(answers).toEqual([true, false, false])
})

test.for<[string, (gathered: ReturnType<typeof newGrounds>) => unknown]>([
  ['it looked at the clock', ({ now }) => now.getHours()],
  ['it looked elsewhere', ({ spoil }) => spoil()],
  ['it asked for bytes', ({ note }) => note({ sql: '', parameters: [Buffer.from('a')] }, () => '')],
  ['it asked for no number', ({ note }) => note({ sql: '', parameters: [Number.NaN] }, () => '')],
])('what nobody can tell of has no grounds: %s', ([, look]) => {
  const gathered = newGrounds()

  look(gathered)

  expect(gathered.grounds()).toBe(null)
})
