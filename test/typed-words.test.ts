import { expect, test } from 'vitest'
import { words as calls } from '../src/features/calls/words.ts'
import { words as rounds } from '../src/features/rounds/words.ts'
import { words as scenarios } from '../src/features/scenarios/words.ts'
import { note } from '../src/platform/journal.ts'
import { Conflict, NotFound } from '../src/platform/refusals.ts'
import { type Act, sayRefusal } from '../src/platform/words.ts'

const t = rounds('en')

test('a sentence says what it is given', () => {
  expect(t('created', { code: '2018B' })).toContain('2018B')
  expect(sayRefusal('en', 'round-exists', { code: '2018B' })).toContain('2018B')
  expect(sayRefusal('en', 'never-said', {})).toBeNull()
})

/** Each line below is refused by the compiler, or `npm test` fails at the types: none is run. */
const refusedByTheCompiler = [
  // @ts-expect-error no such key
  () => t('never-said'),
  // @ts-expect-error its code is missing
  () => t('created'),
  // @ts-expect-error another name
  () => t('created', { name: '2018B' }),
  // @ts-expect-error one name too many
  () => t('created', { code: '2018B', name: 'x' }),
  // @ts-expect-error what is counted is a number
  () => calls('en')('call.topics.count', { count: 'three' }),
  // @ts-expect-error it names nothing
  () => t('save', { code: '2018B' }),
  // @ts-expect-error each of the keys needs its count
  (what: 'joined' | 'left') => scenarios('en')(`stale.${what}`),
  // @ts-expect-error one of the keys does not exist
  (name: 'pairs' | 'never-said') => scenarios('en')(`tab.${name}`),
  // @ts-expect-error no words for this code
  () => new Conflict('never-said'),
  // @ts-expect-error the words name the code of the round
  () => new NotFound('no-such-round'),
  // @ts-expect-error no words for this act
  (...[tx, at]: Parameters<typeof note>) => note(tx, at, null, 'round.forgotten', null),
  // @ts-expect-error the same
  (): Act => 'round.forgotten',
]
void refusedByTheCompiler
