import type { App } from '../../platform/app.ts'
import { dayIn } from '../../platform/days.ts'
import type { Worded } from '../../platform/worded.ts'
import { invented, nobody } from '../wordings/index.ts'
import { postEmail, type Told, tidings } from './emails.ts'
import { words } from './words.ts'

/** What stands in an email besides what all have: the day, and what was said with it. */
const more: Partial<
  Record<Told, readonly ('mail.withheld.next' | 'mail.due' | 'mail.note' | 'mail.notes')[]>
> = {
  assigned: ['mail.due'],
  submitted: ['mail.note'],
  'given-back': ['mail.note', 'mail.notes'],
  withheld: ['mail.withheld.next'],
  withdrawn: ['mail.note'],
}

const telling = (told: Told): Worded<App> => ({
  name: `post-${told}`,
  label: (locale) => words(locale)(`worded.${told}`),
  place: 72,
  keys: [
    `mail.${told}.subject`,
    'mail.hello',
    `mail.${told}.why`,
    ...(more[told] ?? []),
    `mail.${told}.button`,
    'mail.footer',
  ],
  draw: (app, { name, givenName, email, locale }, network) => {
    const { people, text } = invented(locale)
    const at = app.now()
    return postEmail(
      told,
      { id: nobody, name, givenName, email, locale },
      {
        post: { id: nobody, slug: 'post', title: text, zone: 'UTC' },
        by: people[1].name,
        note: more[told]?.includes('mail.note') ? text : '',
        notes: told === 'given-back' ? 2 : 0,
        dueOn: told === 'assigned' ? dayIn(at) : null,
        publishAt: at,
        network,
      },
    )
  },
})

export const worded: readonly Worded<App>[] = tidings.map(telling)
