/**
 * What it says of an address that an email did not arrive.
 *
 * - hard: there is no such address;
 * - full: the mailbox takes no more;
 * - soft: it did not work this time;
 * - refused: they do not take it from us, or not this email; the address may be in order.
 */
const verdicts = ['refused', 'soft', 'full', 'hard'] as const
export type Verdict = (typeof verdicts)[number]

/** What a report says of one recipient, or the answer of a mail server on the line. */
export type Said = { action?: string; status?: string; said: string }

/** @returns the enhanced status code (RFC 3463) in a text, or '' */
export const statusIn = (text: string): string =>
  /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(text)?.[0] ?? ''

/** @returns null when it is no failure: late, passed on, arrived */
export function verdictOf({ action = 'failed', status = '', said }: Said): Verdict | null {
  if (!/^failed/i.test(action)) return null
  // The words of the last server tell more than the code of the one that gave up on it, which often is 5.0.0.
  const code = [statusIn(said), statusIn(status)].find((one) => one !== '' && !/^\d\.0\.0$/.test(one)) ?? ''
  const reply = /(?<![\d.])[45]\d\d(?![\d.])/.exec(said)?.[0] ?? ''
  if (isFull(code, reply, said)) return 'full'
  if (isAboutUs(code, said)) return 'refused'
  if (code !== '') return byCode(code)
  return ['550', '551', '553'].includes(reply) || saysNobody.test(said) ? 'hard' : 'soft'
}

/** Mailbox full (x.2.2), in a code or in words. 552 alone may also be a size that they do not take. */
const isFull = (code: string, reply: string, said: string) =>
  /^[45]\.2\.2$/.test(code) || (code === '' && reply === '552') || saysFull.test(said)

/** Policy (x.7), protocol (x.5), contents (x.6), size (x.2.3, x.3.4) and sender (x.1.7, x.1.8): none is the reader's. */
const isAboutUs = (code: string, said: string) =>
  /^[45]\.([567]\.|2\.3$|3\.4$|1\.[78]$)/.test(code) || (!isAboutMailbox(code) && saysRefused.test(said))

const isAboutMailbox = (code: string) => /^5\.(1\.[0-6]|1\.10|2\.1)$/.test(code)

/** 5.4.7 is what became of a 4.x.x after days: they were away. */
const byCode = (code: string): Verdict =>
  (/^5\.(1|4)\./.test(code) && code !== '5.4.7') || code === '5.2.1' ? 'hard' : 'soft'

const saysFull =
  /\b(over ?quota|quota (is )?exceeded|exceed\w* (the |its |your )?(storage |mailbox )?quota|(mailbox|inbox) (is )?(full|over)|out of storage|insufficient (disk|storage|system storage))\b/i
const saysRefused =
  /\b(spam|junk mail|black ?list\w*|block ?list\w*|deny ?list\w*|blocked|reputation|dmarc|dkim|spf|policy|policies|unsolicited|rate limit\w*|too many (messages|connections))\b/i
const saysNobody =
  /\b(user unknown|unknown user|no such (user|recipient|mailbox|address|person|local user)|(user|recipient|mailbox|address|account|domain|host)( name)? (was )?(not found|does not exist|doesn't exist|unavailable or does not exist)|no mailbox here|(does not|doesn't) have an? (\w+ )?account|(couldn'?t|could not) find any host|unrouteable address|host or domain name not found|invalid (recipient|mailbox|address))\b/i

/** Of several: the one that says least. Null, for one that is no failure, says nothing at all. */
export const mildest = (all: readonly (Verdict | null)[]): Verdict | null =>
  all.includes(null) ? null : (verdicts.find((one) => all.includes(one)) ?? null)
