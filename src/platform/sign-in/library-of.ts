import type { App } from '../app.ts'
import type { Library } from './library.ts'

const libraries = new WeakMap<App['db'], Promise<Library>>()

/** One per database connection, made and loaded at its first use: it takes memory that many processes never need. */
export function libraryOf(app: App): Promise<Library> {
  const known = libraries.get(app.db) ?? open(app)
  libraries.set(app.db, known)
  return known
}

async function open(app: App): Promise<Library> {
  const { setUp } = await import('./library.ts')
  return setUp(app)
}
