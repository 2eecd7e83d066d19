import { Agent, type IncomingMessage, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { testApp } from '../../test/harness.ts'
import { serveWeb } from './serve.ts'

const app = await testApp()

test('asked to stop, the site answers what it has begun and lets busy connections go', async () => {
  const web = await serveWeb({ ...app, config: { ...app.config, port: 0 } })
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  onTestFinished(() => agent.destroy())
  const ask = (path: string) => {
    const asked = request({ port: web.port, path, method: 'POST', agent })
    asked.setHeader('Content-Type', 'application/x-www-form-urlencoded')
    asked.setHeader('Sec-Fetch-Site', 'same-origin')
    const answer = new Promise<IncomingMessage>((resolve, reject) => {
      asked.on('error', reject).on('response', (response) => {
        response.resume().on('end', () => resolve(response))
      })
    })
    return { asked, answer }
  }

  const first = ask('/preferences')
  first.asked.write('theme=')
  await pause(100)
  const closed = web.close(5_000)
  const second = ask('/preferences')
  second.asked.end('theme=light')
  first.asked.end('dark')
  const { statusCode } = await first.answer
  const later = await second.answer.then(
    ({ statusCode, headers }) => [statusCode, headers.connection],
    ({ code }) => [code],
  )
  const inTime = await Promise.race([closed.then(() => true), pause(1_000, false)])

  expect(statusCode).toBe(303)
  expect([[303, 'close'], ['ECONNREFUSED']]).toContainEqual(later)
  expect(inTime).toBe(true)
})
