import { tmpdir } from 'node:os'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { type BodyRoom, roomIn, sharedRoom } from './bodies/index.ts'
import { typedIn } from './forms.ts'

const echo = new Hono<{ Variables: { bodyRoom: BodyRoom } }>().post('/', async (c) => {
  c.set('bodyRoom', roomIn(sharedRoom(1_000, tmpdir()), 1_000))
  return c.json(await typedIn(c))
})

const typed = async (fields: Record<string, string>) => {
  const answer = await echo.request('/', { method: 'POST', body: new URLSearchParams(fields) })
  return answer.json()
}

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
