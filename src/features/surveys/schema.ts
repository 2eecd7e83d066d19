import * as z from 'zod'
import { neededDay } from '../../platform/fields.ts'
import { groupings } from './figures.ts'
import { quoteWishes, surveySheets } from './survey.ts'

export const daysForm = z
  .strictObject({ asksOn: neededDay, closesOn: neededDay })
  .refine(({ asksOn, closesOn }) => asksOn < closesOn, { path: ['closesOn'], message: 'days-disorder' })

export const quotesForm = z.strictObject({ quotes: z.enum(quoteWishes, 'choose-one') })

export const groupingQuery = z.enum(groupings).optional().catch(undefined)
export const sheetOption = z.enum(surveySheets)
