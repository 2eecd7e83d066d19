import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { shareRendered } from '../../posts/index.ts'
import type { AskedOfHand, Beside, Visit, Visited } from './beside.ts'
import type { Site } from './copy.ts'
import { type Folder, shareOf } from './folder.ts'
import { type Grounds, gathering, holding, type Statements } from './grounds.ts'
import { type Begin, type Keep, meetWithFiles } from './met.ts'
import { keepPages, type Plan } from './plan.ts'
import type { Shared } from './share.ts'

/** One of those who make a copy together: it reads a share of the pages, and writes them once all are read. */
export type CopyHand = {
  /** So many addresses wait for it at most. */
  atOnce: number
  /** Draws what stands at an address, unless all is as it was. @param former grounds of the last run */
  visit(address: string, former: Grounds | null): Promise<Visited>
  /** Adds to the folder what it has kept. */
  write(plan: Plan): Promise<void>
  close(): void
}

/** What all hands are told. `statements` are those of the last run, and in the end also those of this one. */
export type Beginning = { begin: Begin; at: Date; statements: Statements }

/** The hand of this process. It waits for the database with one address and draws another. */
export function ownHand(site: Site, folder: Folder, beginning: Beginning): CopyHand {
  const pages = keepPages(join(folder.aside, 'pages-own'))
  return {
    atOnce: 2,
    visit: visitor(site, beginning, pages.keep),
    write: (plan) => pages.write(plan, folder.share),
    close() {
      pages.close()
      shareRendered(null)
    },
  }
}

/** The hand of another process, which may still be starting: it is waited for with what it is first asked. */
export function handBeside(
  { ask }: Beside,
  folder: Folder,
  begin: Omit<Extract<AskedOfHand, { what: 'begin' }>, 'what' | 'path' | 'aside'>,
): CopyHand {
  const { path, aside } = folder
  shareRendered(turnedIn(aside))
  const begun = ask({ what: 'begin', path, aside, ...begin })
  // Told of by what waits for it.
  begun.catch(() => undefined)
  return {
    // Our own pages are being drawn while what it met waits for us.
    atOnce: 5,
    async visit(address, former) {
      await begun
      return (await ask({ what: 'visit', address, former })) as Visited
    },
    async write(plan) {
      await begun
      const { shared, statements } = (await ask({ what: 'write', plan })) as Given
      folder.add(shared)
      for (const [name, sql] of statements) begin.statements.set(name, sql)
    },
    close: () => undefined,
  }
}

/** Where hands find each other's texts, which may have to be shown by any of them: in lists, and in feeds. */
function turnedIn(aside: string): string {
  const path = join(aside, 'turned')
  mkdirSync(path, { recursive: true })
  return path
}

/** What a hand has in the end. */
type Given = { shared: Shared; statements: Statements }

/** What a process beside the one that makes a copy answers it. */
export function answersOfHand(site: Pick<Site, 'begin' | 'visit' | 'digestOf'>) {
  let own: {
    visit: CopyHand['visit']
    pages: ReturnType<typeof keepPages>
    share: () => ReturnType<typeof shareOf>
    statements: Statements
  }
  return async (asked: AskedOfHand): Promise<unknown> => {
    if (asked.what === 'begin') {
      const { path, aside, ours, name, statements } = asked
      site.begin(asked.at)
      shareRendered(turnedIn(aside))
      const pages = keepPages(join(aside, `pages-${name}`))
      const visit = visitor(site, asked, pages.keep)
      own = { visit, pages, statements, share: () => shareOf(path, ours, name) }
      return null
    }
    if (asked.what === 'visit') return own.visit(asked.address, asked.former)
    const share = await own.share()
    await own.pages.write(asked.plan, share)
    own.pages.close()
    return { shared: share.shared, statements: own.statements } satisfies Given
  }
}

function visitor(
  site: Pick<Site, 'visit' | 'digestOf'>,
  { begin, at, statements }: Beginning,
  keep: Keep,
): CopyHand['visit'] {
  const holds = holding(at, statements, site.digestOf)
  const draw = async (address: string): Promise<Visit> => {
    const gathered = gathering(at, statements)
    const met = await meetWithFiles(site.visit(gathered), address, begin, keep)
    return { met, grounds: gathered.grounds() }
  }
  return async (address, former) => (former !== null && (await holds(former)) ? null : draw(address))
}
