import * as z from 'zod'

/** Where a server says that an account is. @source RFC 7033 */
const finger = z.looseObject({
  links: z.array(z.looseObject({ rel: z.string(), type: z.string().optional(), href: z.url().optional() })),
})

/** @returns null where it says nothing of the kind */
export function selfIn(body: string): string | null {
  const read = finger.safeParse(parsed(body))
  const self = read.data?.links.find(
    ({ rel, type = '' }) => rel === 'self' && /activity\+json|ld\+json/.test(type),
  )
  return self?.href ?? null
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    // What is no JSON says nothing.
    return null
  }
}
