import type { Actor } from '../people/index.ts'

/** Take the blog along as a file: all that readers see of it, and what is being written. */
export const mayExport = (actor: Actor) => actor.roles.has('editor')

/** Have the addresses in it of those who commented, and of authors with an account. */
export const mayExportAddresses = (actor: Actor) => actor.roles.has('director')
