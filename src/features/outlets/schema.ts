import * as z from 'zod'
import { plainLine } from '../../platform/fields.ts'
import { locales } from '../../platform/words.ts'
import { kinds } from './outlet.ts'

/** The address of a server, however it was typed: `social.example`, or that of a page there. */
const server = plainLine(200).transform((typed, context) => {
  const address = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`
  const url = typed !== '' && URL.canParse(address) ? new URL(address) : null
  if (url?.hostname.includes('.')) return `https://${url.host}`
  context.addIssue({ code: 'custom', message: typed === '' ? 'required' : 'bad-server' })
  return z.NEVER
})

/** An account that is added; its name is needed where the service asks for one. */
export const outletForm = z
  .strictObject({
    kind: z.enum(kinds, 'choose-one'),
    server,
    name: plainLine(200).transform((typed) => typed.replace(/^@/, '')),
    // A token goes along in a header, which takes these signs alone.
    token: z
      .string()
      .trim()
      .min(1, 'required')
      .max(500, 'too-long')
      .regex(/^[ -~]+$/, 'token'),
    locales: z.array(z.enum(locales)).min(1, 'choose-one').prefault([]),
  })
  .superRefine(
    ({ kind, name }, context) => {
      if (kind === 'bluesky' && name === '')
        context.addIssue({ code: 'custom', path: ['name'], message: 'required' })
    },
    { when: ({ issues }) => issues.length === 0 },
  )
