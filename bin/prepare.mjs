/**
 * From a clone to a program that every account of the machine can run, without a right to write here: the packages it
 * needs, and all that is kept beside them. For the account that owns the folder, once for each version.
 */
import { installForUse, pinnedNode } from './install.mjs'
import { become } from './run.mjs'

const second = '--packages-are-there'

if (process.argv.includes(second)) {
  const { bundle } = await import('./bundle.mjs')
  await bundle()
  // It links PostgreSQL's libraries, which npm cannot.
  const { binaries } = await import('../src/db/embedded/binaries.ts')
  await binaries()
  console.log('Twinleaf is prepared: every account of this machine can run it.')
} else {
  installForUse()
  await become(pinnedNode(), [import.meta.filename, second])
}
