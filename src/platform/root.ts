import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder of the project, wherever the running file was bundled to. */
export const root = folderWith('package.json', import.meta.dirname)

function folderWith(name: string, from: string): string {
  const up = dirname(from)
  return existsSync(join(from, name)) || up === from ? from : folderWith(name, up)
}
