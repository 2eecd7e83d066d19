import { fork } from 'node:child_process'
import { availableParallelism } from 'node:os'

/** A process of ours beside this one, which answers what it is asked. */
export type Beside = {
  /** @throws what it has thrown; Error when it has ended */
  ask(asked: unknown): Promise<unknown>
  stop(): void
}

/** What it says to each thing that it was asked. */
export type Said = { answered: unknown } | { failed: { message: string; code: string | undefined } }

/** More than that share one database without gaining anything. */
const most = 3

/** A process for each core but ours, each of which runs the same hidden command; none where there is one core. */
export const besideUs = (command: string): Beside[] =>
  Array.from({ length: Math.min(most, availableParallelism() - 1) }, () => beside(command))

function beside(command: string): Beside {
  const child = fork(process.argv[1] ?? '', [command], { serialization: 'advanced' })
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let last = 0
  let isOver = false
  child.on('message', ({ id, ...said }: { id: number } & Said) => {
    const one = waiting.get(id)
    waiting.delete(id)
    if ('answered' in said) one?.resolve(said.answered)
    else one?.reject(Object.assign(new Error(said.failed.message), { code: said.failed.code }))
  })
  const end = () => {
    isOver = true
    for (const { reject } of waiting.values()) reject(new Error(`The process of "${command}" has ended`))
    waiting.clear()
  }
  child.once('exit', end)
  child.once('error', end)
  return {
    ask(asked) {
      if (isOver) return Promise.reject(new Error(`The process of "${command}" has ended`))
      last += 1
      const answer = Promise.withResolvers<unknown>()
      waiting.set(last, answer)
      child.send({ id: last, asked })
      return answer.promise
    },
    stop: () => {
      if (child.connected) child.disconnect()
    },
  }
}
