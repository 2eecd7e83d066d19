import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { get } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test, vi } from 'vitest'
import { root } from '../../src/platform/root.ts'
import { rush } from '../../src/platform/rush.ts'
import { helpInCrowds } from '../../src/web/second.ts'
import { serveWeb } from '../../src/web/serve.ts'
import { testApp } from '../harness.ts'
import { freePort } from './free-port.ts'

const port = await freePort()
const app = await testApp(undefined, { PORT: String(port), BASE_URL: `http://localhost:${port}` })
const { dataDir, databaseUrl, secret } = app.config

function startBeside(): ChildProcess {
  const env = {
    ...process.env,
    ...{ DATABASE_URL: databaseUrl ?? '', DATA_DIR: dataDir, SECRET: secret, BASE_URL: app.origin },
    ...{ PORT: String(port), MAIL_TRANSPORT: 'spool', LOG_LEVEL: 'error' },
  }
  const child = fork(join(root, 'bin/twinleaf.mjs'), ['serve-beside'], { env, execArgv: [] })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

/** Over a connection of its own, which the system gives to either process. */
async function ask(path: string): Promise<{ status: number | undefined; body: string }> {
  const [answer] = await once(get({ port, path, agent: false }), 'response')
  return { status: answer.statusCode, body: await text(answer) }
}

/** How often `/healthz` was asked, as either process tells it. */
async function counted(): Promise<number> {
  const { body } = await ask('/metrics')
  const line = /^twinleaf_http_requests_total\{method="GET",route="\/healthz",status="200"\} (\d+)$/m
  return Number(line.exec(body)?.[1] ?? 0)
}

const within = (seconds: number) => ({ timeout: seconds * 1000, interval: 100 })

test('in a crowd two processes answer, count as one, and one goes when it is over', async () => {
  const web = await serveWeb(app)
  onTestFinished(() => web.close(0))
  let answeredHere = 0
  web.server.on('request', () => {
    answeredHere += 1
  })
  let child: ChildProcess | undefined
  const start = () => {
    child = startBeside()
    return child
  }
  const news: ('begins' | null)[] = ['begins']
  const end = helpInCrowds(app, web, start, () => news.pop() ?? null)
  await vi.waitFor(() => expect(rush.isOn).toBe(true), within(60))

  const before = await counted()

  const answers = await Promise.all(Array.from({ length: 40 }, () => ask('/healthz')))

  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  expect(answeredHere).toBeGreaterThan(0)
  expect(answeredHere).toBeLessThan(40)
  // Whichever of them is asked.
  for (let time = 0; time < 8; time += 1)
    await vi.waitFor(async () => expect((await counted()) - before).toBe(40), within(10))

  await end()

  expect([child?.exitCode, rush.isOn]).toEqual([0, false])
  expect((await ask('/healthz')).status).toBe(200)
})

test('a port that one network shares with itself is taken for any other', async () => {
  const web = await serveWeb(app)
  onTestFinished(() => web.close(0))

  await expect(serveWeb(app)).rejects.toThrow(`PORT ${port} is taken by another program.`)
})

test('when the first process is gone, so is the second, and the port is free', async () => {
  const child = startBeside()
  await once(child, 'message')
  expect((await ask('/healthz')).status).toBe(200)

  child.disconnect()
  const [code] = await once(child, 'exit')

  expect(code).toBe(0)
  const web = await serveWeb(app)
  await web.close(0)
})
