import type { Answered } from '../../../platform/post-outside.ts'
import type { Message } from '../outlet.ts'

/** A picture that goes along: a JPEG with the words for those who cannot see it. */
export type Picture = { bytes: Buffer; alt: string; width: number; height: number }

/** Where something stands at a service: what it is called there, and where it is read. */
type Sent = { remote: string; url: string | null }

/** A message as it goes out. @param key by which the service knows it again */
export type Sending = Message & { key: string; picture: Picture | null; at: Date }

/** What a service can do with the account that its token opens. */
export type Service = {
  /** How the account is called there. @throws ServiceRefuses */
  handle(): Promise<string>
  /** Says a message once, however often it is asked to. @throws ServiceRefuses */
  send(sending: Sending): Promise<Sent>
  /** Takes a message away; one that is gone is no failure. @throws ServiceRefuses */
  remove(remote: string): Promise<void>
}

/** Why a service did not do something: the token opens nothing, what was asked it never takes, or it is busy or away. */
export type Problem = 'token' | 'refused' | 'busy'

export class ServiceRefuses extends Error {
  readonly problem: Problem
  /** What it said, in its own words, short. */
  readonly said: string
  constructor(problem: Problem, said: string) {
    super(`${problem}: ${said}`)
    this.problem = problem
    this.said = said.slice(0, 300)
  }
}

/**
 * What a service answered, from its JSON.
 *
 * @throws ServiceRefuses for any status but one of success
 */
export function answerOf<Value>({ status, text }: Answered): Value {
  if (status >= 200 && status < 300) return parsed(text) as Value
  const { error, message, error_description } = parsed(text) as Record<string, unknown>
  const said = [message ?? error_description, error].find((one) => typeof one === 'string') ?? ''
  throw new ServiceRefuses(problemOf(status, String(error)), `${status} ${said}`.trim())
}

function problemOf(status: number, error: string): Problem {
  if (status === 401 || status === 403 || error === 'ExpiredToken' || error === 'InvalidToken') return 'token'
  return status === 429 || status >= 500 || status === 408 || status < 200 ? 'busy' : 'refused'
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text || '{}') ?? {}
  } catch {
    // A proxy before the service answers in HTML: nothing in it is for us.
    return {}
  }
}
