import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { testApp } from '../../test/harness.ts'
import { until } from '../../test/outbox/until.ts'
import { serveWeb } from './serve.ts'
import { socketLimits } from './sockets.ts'

const app = await testApp()

/** A site on a port of its own, and a way to hold connections to it that say nothing. */
async function aSite(trustedProxies: string[] = []) {
  const web = await serveWeb({ ...app, config: { ...app.config, port: 0, trustedProxies } })
  onTestFinished(() => web.close(0))
  const open = new Set<Socket>()
  onTestFinished(() => {
    for (const socket of open) socket.destroy()
  })
  const hold = async (localAddress: string, count: number) => {
    await Promise.all(
      Array.from({ length: count }, async () => {
        const socket = connect({ port: web.port, host: '127.0.0.1', localAddress })
        open.add(socket)
        socket.on('close', () => open.delete(socket)).on('error', () => {})
        await Promise.race([once(socket, 'connect'), once(socket, 'close')])
      }),
    )
  }
  const ask = async (localAddress: string) => {
    const socket = connect({ port: web.port, host: '127.0.0.1', localAddress })
    socket.on('error', () => {})
    socket.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')
    const parts: Buffer[] = []
    socket.on('data', (part: Buffer) => parts.push(part))
    await once(socket, 'close')
    return Buffer.concat(parts).toString().split('\r\n')[0]
  }
  return { open, hold, ask }
}

test('a network that holds more connections than it may is shut out, and nobody else is', async () => {
  const { open, hold, ask } = await aSite()

  await hold('127.0.0.2', 300)
  await until(() => open.size === socketLimits.perNetwork)
  const others = await ask('127.0.0.3')
  const same = await ask('127.0.0.2')
  for (const socket of open) socket.destroy()
  await until(async () => (await ask('127.0.0.2')) === 'HTTP/1.1 200 OK')

  expect([others, same]).toEqual(['HTTP/1.1 200 OK', ''])
})

test('a trusted proxy may hold as many as it needs', async () => {
  const { open, hold, ask } = await aSite(['127.0.0.0/8'])

  await hold('127.0.0.2', 120)
  const answer = await ask('127.0.0.2')

  expect([open.size, answer]).toEqual([120, 'HTTP/1.1 200 OK'])
})
