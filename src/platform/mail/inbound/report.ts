import { isOfMachine } from './automatic.ts'
import type { Message } from './message.ts'
import type { OfOne } from './returns.ts'

/** A report names as many as a list has members; ours go to one. */
const mostNamed = 100

/** What a message reports of each recipient; null when it is no report on an email that did not arrive. */
export function reportOf(message: Message): OfOne[] | null {
  const { report } = message
  if (report?.type === 'delivery') return recipientsIn(report.fields)
  if (report !== null || !isFromMailSystem(message)) return null
  const said = wordsIn(message.text)
  return said === null ? null : [said]
}

/** RFC 3464: groups of fields, divided by an empty line; the first is about the message. */
function recipientsIn(fields: string): OfOne[] {
  const groups = fields.replaceAll('\r\n', '\n').split(/\n\s*\n/)
  return groups
    .map(fieldsIn)
    .filter((one) => one.has('final-recipient') || one.has('action'))
    .slice(0, mostNamed)
    .map((one) => ({
      addresses: ['original-recipient', 'final-recipient'].flatMap((name) => addressIn(one.get(name) ?? '')),
      action: one.get('action') ?? 'failed',
      status: one.get('status') ?? '',
      said: (one.get('diagnostic-code') ?? '').replace(/^\s*[\w-]+\s*;\s*/, ''),
    }))
}

const fieldsIn = (group: string) =>
  new Map(
    group
      .replaceAll(/\n[ \t]+/g, ' ')
      .split('\n')
      .map((line): [string, string] => {
        const at = line.indexOf(':')
        return [line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()]
      })
      .filter(([name]) => name !== ''),
  )

/** In a field such as `rfc822; ada@library.example`. */
function addressIn(field: string): string[] {
  const address = field
    .slice(field.indexOf(';') + 1)
    .trim()
    .replace(/^<(.*)>$/, '$1')
  return address.includes('@') ? [address] : []
}

const isFromMailSystem = ({ header, from }: Message) =>
  header('return-path').includes('<>') ||
  header('x-failed-recipients').length > 0 ||
  isOfMachine(from.address)

/** Programs that know no RFC 3464, such as qmail and older Exim, say in words what they mean. */
function wordsIn(text: string): OfOne | null {
  const [before = ''] = text
    .slice(0, longestNotice)
    .split(/^\s*-{2,}.*(copy|original message|below this line).*$/im)
  if (!saysReturned.test(before)) return null
  const addresses = [...before.matchAll(/^\s*<?([^\s<>@]{1,64}@[^\s<>@:]{1,190})>?:?\s*$/gm)].flatMap(
    ([, address]) => address ?? [],
  )
  const begins = before.search(/^\s*<?[^\s<>@]{1,64}@[^\s<>@:]{1,190}>?:?\s*$/m)
  const said = before.slice(Math.max(begins, 0)).replaceAll(/\s+/g, ' ').trim()
  return {
    addresses: addresses.slice(0, mostNamed),
    action: saysLate.test(before) ? 'delayed' : 'failed',
    said,
  }
}

const longestNotice = 10_000
const saysReturned =
  /\b(qmail-send program|could not be delivered|(wasn'?t|was not|not) (able to be )?deliver(ed|able)|(unable|failed) to deliver|delivery (has )?failed|undeliver(ed|able)|permanent error|will be retried|delivery (has been |is )?delayed|returned to sender)\b/i
const saysLate =
  /\b(delayed|will (be retried|continue|keep) (trying|for|to be)?|still (trying|being retried)|no action is required|temporar\w+ (problem|error)\b.*\bretr)/i
