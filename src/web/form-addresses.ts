import type { Hono } from 'hono'
import type { Env } from '../features/people/index.ts'

/**
 * The page of a form, for someone who asks for the address to which it is sent: on a form that came back they chose
 * another language, or their telephone opens it anew. Null for any other address.
 */
export function pageOfForm({ router }: Hono<Env>, path: string): string | null {
  const answers = (method: string, at: string) =>
    router.match(method, at)[0].some(([[, route]]) => route.method === method && !route.path.endsWith('*'))
  if (!answers('POST', path)) return null
  for (let at = parentOf(path); at !== ''; at = parentOf(at)) if (answers('GET', at)) return at
  return null
}

const parentOf = (path: string) => path.slice(0, path.lastIndexOf('/'))
