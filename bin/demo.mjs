/** From a fresh clone to a running demo network. */
import { join } from 'node:path'
import { ensureInstalled, pinnedNode, root } from './install.mjs'
import { become, endWithNpm } from './run.mjs'

ensureInstalled()
endWithNpm()
await become(pinnedNode(), [join(root, 'bin/twinleaf.mjs'), 'demo', ...process.argv.slice(2)])
