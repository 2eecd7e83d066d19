import { z } from 'zod'
import { locales } from '../../platform/words.ts'
import { askForm } from '../subscribers/index.ts'
import { rhythms, usualRhythm } from './rhythm.ts'

const rhythm = z.enum(rhythms, 'choose-one')
const locale = z.enum(locales, 'choose-one')

/** Below a post only the address is asked for. */
export const subscribeForm = askForm.extend({
  rhythm: rhythm.default(usualRhythm),
  locale: locale.optional(),
})

export const changeForm = z.strictObject({ rhythm, locale })
