/**
 * A process that keeps the database for others, for as long as one of them is there: those who use it come and go, in
 * any order, and none of them takes it away from another.
 */
import { CannotStart } from './cannot-start.ts'
import { DataDirBusy } from './lock.ts'
import { own } from './owner.ts'

const [dataDir = ''] = process.argv.slice(2)

let server: Awaited<ReturnType<typeof own>> | null = null

/** The process that started us counts as a guest until it came in by the door, or died on the way. */
process.on('disconnect', endIfLeft)

server = await own(dataDir, { onLast: endIfLeft, onExit: () => process.exit(1) }).catch(giveUp)
endIfLeft()

/** One who leaves while the database starts is missed once it has. */
function endIfLeft() {
  if (server && !process.connected && server.door.isEmpty()) void server.stop()
}

/** Another keeper was first; or the process that started us hears why it does not work. */
function giveUp(error: NodeJS.ErrnoException) {
  const { message, code, path } = error
  if (!(error instanceof DataDirBusy))
    process.send?.({ message, code, path, isSentence: error instanceof CannotStart } satisfies Failure)
  process.disconnect?.()
  return null
}

export type Failure = {
  message: string
  code: string | undefined
  path: string | undefined
  isSentence: boolean
}
