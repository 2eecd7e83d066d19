import type { App } from '../../platform/app.ts'
import type { Command } from '../../platform/commands.ts'
import { Conflict, Unacceptable } from '../../platform/refusals.ts'
import { type Moved, moveToDatabase, moveToStore } from './actions/moving.ts'
import { filesKept } from './queries/pictures.ts'
import { pictureStore } from './queries/store.ts'

/** Files between two words about how far it is. */
const inOnePiece = 20

const move: Command = {
  name: 'media move',
  summary:
    'Move the bytes of all pictures into the store that MEDIA_TO names, or back into the database. Cut off, it goes on where it was.',
  options: { to: { help: 'store or database', value: 'PLACE', required: true } },
  async run(app, { options: { to } }) {
    const before = await filesKept(app.db)
    const moved = await moveAll(app, wayTo(app, to))
    const after = await filesKept(app.db)
    return {
      text: `${filesOf(moved)} moved to the ${to}; ${to === 'store' ? before.inStore : before.inDatabase} were there before. Now ${after.inDatabase} are in the database and ${after.inStore} in the store.`,
      json: { to, ...moved, ...after },
    }
  },
}

export const commands: Command[] = [move]

/**
 * @throws Unacceptable `no-such-place`
 * @throws Conflict `no-picture-store`; `pictures-would-return` where the worker would move them to the store again
 */
function wayTo({ config }: App, to: string | undefined) {
  if (to !== 'store' && to !== 'database') throw new Unacceptable('no-such-place')
  if (!pictureStore(config)) throw new Conflict('no-picture-store')
  if (to === 'store') return moveToStore
  if (config.media.isStored) throw new Conflict('pictures-would-return')
  return moveToDatabase
}

async function moveAll(app: App, moveSome: typeof moveToStore): Promise<Moved> {
  const all: Moved = { files: 0, bytes: 0 }
  for (;;) {
    const { files, bytes } = await moveSome(app, inOnePiece)
    if (files === 0) return all
    all.files += files
    all.bytes += bytes
    if (process.stderr.isTTY) console.error(`${filesOf(all)} so far`)
  }
}

const filesOf = ({ files, bytes }: Moved) => `${files} files of pictures (${(bytes / 1e6).toFixed(1)} MB)`
