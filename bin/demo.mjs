/** From a fresh clone to a running demo network. */
import { join } from 'node:path'
import { ensureInstalled, pinnedNode, root } from './install.mjs'
import { become } from './run.mjs'

ensureInstalled()
await become(pinnedNode(), [join(root, 'bin/twinleaf.mjs'), 'demo', ...process.argv.slice(2)])
