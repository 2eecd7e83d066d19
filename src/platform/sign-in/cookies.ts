/** Names of the cookies: of a session, and of a sign-in that waits for its code. Plain http knows no `__Host-`. */
export const cookieNames = (isDevelopment: boolean) => {
  const prefix = isDevelopment ? '' : '__Host-'
  return { session: `${prefix}twinleaf_session`, waiting: `${prefix}twinleaf_sign_in` }
}

/** The value of a cookie, decoded; undefined when there is none or it is not well-formed. */
export function cookieIn(headers: Headers, name: string): string | undefined {
  for (const part of (headers.get('Cookie') ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return decoded(part.slice(at + 1).trim())
  }
  return undefined
}

function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value)
  } catch {
    return undefined
  }
}
