import { z } from 'zod'
import { isDay } from '../../platform/days.ts'
import { groupings } from './figures.ts'
import { quoteWishes, surveySheets } from './survey.ts'

const day = z.string().trim().min(1, 'required').refine(isDay, 'bad-date')

export const daysForm = z
  .strictObject({ asksOn: day, closesOn: day })
  .refine(({ asksOn, closesOn }) => asksOn < closesOn, { path: ['closesOn'], message: 'days-disorder' })

export const quotesForm = z.strictObject({ quotes: z.enum(quoteWishes, 'choose-one') })

export const groupingQuery = z.enum(groupings).optional().catch(undefined)
export const sheetOption = z.enum(surveySheets)
