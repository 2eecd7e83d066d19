import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { performance } from 'node:perf_hooks'
import { all } from '../features/all.ts'
import type { App } from '../platform/app.ts'
import { rush } from '../platform/rush.ts'
import { crowdWatch } from './crowd.ts'
import { type Counted, count, countElsewhere, metricsText, tellElsewhere } from './metrics/index.ts'
import type { Web } from './serve.ts'

/** What the second process says to the first: that it answers, what is to be counted, and that it was asked how the site does. */
type Said = { ready: true } | { counted: Counted[] } | { asks: true }
type Told = { end: true } | { text: string | null }

const everyMs = 1_000

/** One who reads everything, with so many requests at once, is no crowd. */
const fewAtOnce = 4

/** A second process that has not ended by then is stuck. */
const patienceMs = 20_000

/**
 * Has a second process answer requests at the same port for as long as there are more than this one has time for: on the night of
 * a deadline, not on a small machine at rest. It goes when this one does, however that ends.
 *
 * @param start starts that process, which calls `answerBeside`
 * @param watch hears of each second
 * @returns ends it, if there is one
 * @source docs/decisions/0096-a-second-process-in-a-crowd.md
 */
export function helpInCrowds(
  app: App,
  { server, sharesPort }: Web,
  start: () => ChildProcess,
  watch = crowdWatch(),
): () => Promise<void> {
  if (!sharesPort || app.config.port === 0) return async () => {}
  let [requests, open, before] = [0, 0, performance.eventLoopUtilization()]
  let second: ChildProcess | null = null
  server.on('request', (_request, response) => {
    if (open >= fewAtOnce) requests += 1
    open += 1
    response.once('close', () => {
      open -= 1
    })
  })
  const timer = setInterval(() => {
    const now = performance.eventLoopUtilization()
    const { utilization: busy } = performance.eventLoopUtilization(now, before)
    const news = watch({ busy, requests })
    ;[requests, before] = [0, now]
    if (news === 'begins') second = listenTo(start(), app)
    if (news === 'is over') void end(second)
  }, everyMs)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await end(second)
  }
}

function listenTo(child: ChildProcess, app: App): ChildProcess {
  const tell = (told: Told) => child.connected && child.send(told)
  child.on('message', (said: Said) => {
    if ('ready' in said) rush.isOn = true
    else if ('counted' in said) for (const one of said.counted) count(one)
    else
      metricsText(app, all).then(
        (text) => tell({ text }),
        (error) => {
          app.log.error({ err: error }, 'metrics_failed')
          tell({ text: null })
        },
      )
  })
  child.once('exit', (code, signal) => {
    rush.isOn = false
    app.log.info({ code, signal }, 'second_process_ended')
  })
  child.on('error', (error) => app.log.error({ err: error }, 'second_process_failed'))
  app.log.info('second_process_began')
  return child
}

/** Resolves once it has finished what it was asked. */
async function end(child: ChildProcess | null): Promise<void> {
  const isGone = !child?.pid || child.exitCode !== null || child.signalCode !== null
  if (isGone) return
  const ended = once(child, 'exit')
  // Where both were asked to end, it has begun to.
  if (child.connected) child.send({ end: true } satisfies Told)
  const late = setTimeout(() => child.kill('SIGKILL'), patienceMs)
  await ended
  clearTimeout(late)
}

/**
 * In the second process: what it counts goes to the first, which says how the site does.
 *
 * @param answer begins to answer requests. @returns ends that
 * @param isStopped resolves when this process is asked to end by somebody else than the first
 */
export async function answerBeside(
  answer: () => Promise<() => Promise<void>>,
  isStopped: Promise<void>,
): Promise<void> {
  const say = (said: Said) => process.connected && process.send?.(said)
  let noted: Counted[] = []
  const flush = () => {
    if (noted.length > 0) say({ counted: noted })
    noted = []
  }
  countElsewhere((one) => noted.push(one))
  setInterval(flush, everyMs).unref()
  let asked: PromiseWithResolvers<string> | null = null
  tellElsewhere(() => {
    if (!asked) say({ asks: true })
    asked ??= Promise.withResolvers()
    return asked.promise
  })
  const isOver = new Promise<void>((resolve) => {
    process.on('message', (told: Told) => {
      if ('end' in told) return resolve()
      if (told.text === null) asked?.reject(new Error('The first process could not say how the site does'))
      else asked?.resolve(told.text)
      asked = null
    })
    process.once('disconnect', resolve)
    if (!process.connected) resolve()
  })
  const finish = await answer()
  say({ ready: true })
  await Promise.race([isOver, isStopped])
  await finish()
  flush()
  if (process.connected) process.disconnect?.()
}
