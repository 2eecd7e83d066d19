import { join } from 'node:path'
import type { AskedOfHand, Beside } from './beside.ts'
import type { Site } from './copy.ts'
import { type Folder, shareOf } from './folder.ts'
import { type Begin, type Met, meetWithFiles } from './met.ts'
import { keepPages, type Plan } from './plan.ts'
import type { Shared } from './share.ts'
import type { Hand } from './walk.ts'

/** One of those who make a copy together: it reads a share of the pages, and writes them once all are read. */
export type CopyHand = Hand & {
  /** Adds to the folder what it has kept. */
  write(plan: Plan): Promise<void>
  close(): void
}

/** The hand of this process. It waits for the database with one address and draws another. */
export function ownHand({ ask }: Site, folder: Folder, begin: Begin): CopyHand {
  const pages = keepPages(join(folder.aside, 'pages-own'))
  return {
    atOnce: 2,
    meet: (address) => meetWithFiles(ask, address, begin, pages.keep),
    write: (plan) => pages.write(plan, folder.share),
    close: pages.close,
  }
}

/** The hand of another process, which may still be starting: it is waited for with what it is first asked. */
export function handBeside(
  { ask }: Beside,
  folder: Folder,
  begin: Omit<Extract<AskedOfHand, { what: 'begin' }>, 'what' | 'path' | 'aside'>,
): CopyHand {
  const { path, aside } = folder
  const begun = ask({ what: 'begin', path, aside, ...begin })
  // Told of by what waits for it.
  begun.catch(() => undefined)
  return {
    // Our own pages are being drawn while what it met waits for us.
    atOnce: 5,
    async meet(address) {
      await begun
      return (await ask({ what: 'meet', address })) as Met[]
    },
    async write(plan) {
      await begun
      folder.add((await ask({ what: 'write', plan })) as Shared)
    },
    close: () => undefined,
  }
}

/** What a process beside the one that makes a copy answers it. */
export function answersOfHand({ ask, begin: beginAt }: Pick<Site, 'ask' | 'begin'>) {
  let own: { begin: Begin; pages: ReturnType<typeof keepPages>; share: () => ReturnType<typeof shareOf> }
  return async (asked: AskedOfHand): Promise<unknown> => {
    if (asked.what === 'begin') {
      const { begin, at, path, aside, ours, name } = asked
      beginAt(at)
      own = {
        begin,
        pages: keepPages(join(aside, `pages-${name}`)),
        share: () => shareOf(path, ours, name),
      }
      return null
    }
    if (asked.what === 'meet') return meetWithFiles(ask, asked.address, own.begin, own.pages.keep)
    const share = await own.share()
    await own.pages.write(asked.plan, share)
    own.pages.close()
    return share.shared
  }
}
