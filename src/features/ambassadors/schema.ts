import * as z from 'zod'
import { dayOrNone, neededLine } from '../../platform/fields.ts'
import { locales } from '../../platform/words.ts'
import { addressProblem } from '../applications/index.ts'
import { contactKinds, standings } from './contact.ts'

const revision = z.coerce.number().int().min(0).max(1e9)

export const inviteForm = z.strictObject({
  name: neededLine(120),
  email: neededLine(254).refine((text) => addressProblem(text) === null, 'bad-email'),
  locale: z.enum(locales, 'choose-one'),
  endsOn: dayOrNone,
})

export const contactForm = z
  .strictObject({
    name: neededLine(200),
    kind: z.enum(contactKinds, 'choose-one'),
    standing: z.enum(standings, 'choose-one'),
    contactedOn: dayOrNone,
    notes: z.string().trim().max(4000, 'too-long'),
    revision,
  })
  .superRefine(
    ({ standing, contactedOn }, context) => {
      const wrong = (message: string) => context.addIssue({ code: 'custom', path: ['contactedOn'], message })
      if (standing === 'planned' && contactedOn !== null) wrong('planned-without-day')
      if (standings.includes(standing) && standing !== 'planned' && contactedOn === null) wrong('day-needed')
    },
    // In one wave with what cannot be read.
    { when: () => true },
  )

export const noteForm = z.strictObject({ body: z.string().trim().max(20_000, 'too-long'), revision })
