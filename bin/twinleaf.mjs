#!/usr/bin/env node
/** The command line, from the sources, in the pinned Node. */
import { existsSync, realpathSync } from 'node:fs'
import module from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureInstalled, pinnedNode, root } from './install.mjs'
import { become, brisk, endWithNpm, sparing } from './run.mjs'

if (!existsSync(join(root, 'node_modules/.package-lock.json'))) ensureInstalled()
endWithNpm()
const node = pinnedNode()
const args = process.argv.slice(2)
const again = [join(root, 'bin/twinleaf.mjs'), ...args]
if (realpathSync(node) !== realpathSync(process.execPath)) {
  await become(node, [brisk, ...again])
} else if (args.includes('--reload')) {
  const { reload } = await import('./reload.mjs')
  await reload(args.filter((arg) => arg !== '--reload'))
} else {
  const { bundle, cache } = await import('./bundle.mjs')
  const main = await bundle()
  await spare()
  process.setSourceMapsEnabled(true)
  module.enableCompileCache(join(cache, 'compiled'))
  module.registerHooks({ resolve: besideEachOther })
  await import(pathToFileURL(main).href)
}

/** The parts of a bundle ask for each other a thousand times; Node would look on the disk each time, links included. */
function besideEachOther(name, context, next) {
  if (!/^\.\/chunk-[A-Z0-9]+\.mjs$/.test(name)) return next(name, context)
  return { url: new URL(name, context.parentURL).href, format: 'module', shortCircuit: true }
}

/** What runs for long starts anew with less memory, and without all that bundling has taken. */
async function spare() {
  const lasts = ['serve', 'worker', 'demo'].includes(args[0])
  const how = lasts && process.execve ? sparing() : null
  if (how) await become(node, [...how.flags, ...again], how.env)
}
