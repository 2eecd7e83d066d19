import { tmpdir } from 'node:os'
import { withScratchServer } from '../db/embedded/scratch.ts'
import { connect, type Db } from '../db/index.ts'
import { migrate } from './open.ts'

/** A migrated database for as long as `use` runs, for what is generated from the migrations. */
export const withScratchDatabase = <Result>(use: (db: Db, url: string) => Promise<Result>): Promise<Result> =>
  withScratchServer(tmpdir(), async (url) => {
    const db = connect(url)
    try {
      await migrate(db, url)
      return await use(db, url)
    } finally {
      await db.destroy()
    }
  })
