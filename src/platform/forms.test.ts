import { tmpdir } from 'node:os'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { type BodyRoom, roomIn, sharedRoom } from './bodies/index.ts'
import { wholeNumber } from './fields.ts'
import { parsedForm, typedIn } from './forms.ts'
import { Refusal } from './refusals.ts'
import { errorWords } from './say.ts'

const echo = new Hono<{ Variables: { bodyRoom: BodyRoom } }>().post('/', async (c) => {
  c.set('bodyRoom', roomIn(sharedRoom(1_000, tmpdir()), 1_000))
  return c.json(await typedIn(c))
})
echo.onError((error, c) => c.text(error instanceof Refusal ? error.code : 'fault', 422))

const typed = async (fields: Record<string, string>) => {
  const answer = await echo.request('/', { method: 'POST', body: new URLSearchParams(fields) })
  return answer.json()
}

test.each(['__proto__=1', 'constructor=1', 'prototype=1', 'role=editor&role=director'])(
  'a name that every object knows, and one that comes twice, are refused: %s',
  async (body) => {
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
    const answer = await echo.request('/', { method: 'POST', headers, body })

    expect([answer.status, await answer.text()]).toEqual([
      422,
      expect.stringMatching(/^(unknown|repeated)-field$/),
    ])
  },
)

test('letters, line breaks and tabs arrive as they were typed, and no control character with them', async () => {
  const fields = {
    name: 'Zo\u0065\u0308 \0\u0007\u001b[31m',
    text: 'one\r\ntwo\vthree\rfour\tfive',
    mark: '\u202e👩‍🏫',
  }

  expect(await typed(fields)).toEqual({
    name: 'Zoë [31m',
    text: 'one\ntwo\nthree\nfour\tfive',
    mark: '\u202e👩‍🏫',
  })
})

test('a text that is too long is told with the most letters it may have, a list that is too long without', () => {
  const schema = z.strictObject({ title: z.string().max(1200, 'too-long'), tags: z.array(z.string()).max(1) })

  const form = parsedForm(schema, { title: 'x'.repeat(1201), tags: ['a', 'b'] })

  expect(form.ok ? {} : mapped(form.errors, errorWords({ find: () => null }, 'en'))).toEqual({
    title: 'This is too long. Please shorten it to 1,200 letters at most.',
    tags: 'This is too long. Please shorten it.',
  })
})

test('of what may be nothing or something, what is wrong with it as something is told', () => {
  const time = z.string().transform((_typed, context) => {
    context.addIssue({ code: 'custom', message: 'time-past' })
    return z.NEVER
  })
  const schema = z.strictObject({
    at: z.literal('').or(time),
    who: z.union([z.literal('me'), z.literal('nobody')], 'choose-one'),
  })

  expect(parsedForm(schema, { at: '2015-01-01T09:00', who: 'you' })).toMatchObject({
    errors: { at: 'time-past', who: 'choose-one' },
  })
})

test('a number that is none, or beyond what is taken, is told with the least and the most', () => {
  const schema = z.strictObject({
    days: wholeNumber(1, 90),
    share: wholeNumber(0, 100),
    weight: wholeNumber(1, 9),
  })

  const form = parsedForm(schema, { days: '', share: '33.3', weight: '10' })

  expect(form.ok ? {} : mapped(form.errors, errorWords({ find: () => null }, 'en'))).toEqual({
    days: 'Please give a whole number from 1 to 90.',
    share: 'Please give a whole number from 0 to 100.',
    weight: 'Please give a whole number from 1 to 9.',
  })
  expect(parsedForm(schema, { days: '90', share: '0', weight: ' 1 ' })).toMatchObject({
    value: { days: 90, share: 0, weight: 1 },
  })
})

const mapped = (errors: Record<string, string>, say: (code: string) => string) =>
  Object.fromEntries(Object.entries(errors).map(([name, code]) => [name, say(code)]))
