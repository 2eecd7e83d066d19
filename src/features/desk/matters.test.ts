import { expect, test } from 'vitest'
import type { OpenMatter, OwnMatter } from '../people/index.ts'
import { inOrder, inOwnOrder } from './matters.ts'

const at = (day: string) => new Date(`${day}T00:00:00Z`)
const matter = (text: string, more: Partial<OpenMatter>): OpenMatter => ({
  text,
  act: { href: '/office', label: 'Look' },
  urgency: 'now',
  ...more,
})

test('what is urgent comes first, then what is due first, then what has waited longest', () => {
  const matters = [
    matter('can wait', { urgency: 'later', dueAt: at('2016-01-01') }),
    matter('comes near', { urgency: 'soon' }),
    matter('without a time', {}),
    matter('waits since Tuesday', { since: at('2016-02-16') }),
    matter('waits since Monday', { since: at('2016-02-15') }),
    matter('due on Friday', { dueAt: at('2016-02-19') }),
    matter('due on Thursday', { dueAt: at('2016-02-18') }),
  ]

  expect(inOrder(matters).map(({ text }) => text)).toEqual([
    'due on Thursday',
    'due on Friday',
    'waits since Monday',
    'waits since Tuesday',
    'without a time',
    'comes near',
    'can wait',
  ])
})

test('of a front page, what waits for its owner comes first', () => {
  const part = (title: string, place: number, more: Partial<OwnMatter> = {}): OwnMatter => ({
    ...{ title, place, text: [], links: [] },
    ...more,
  })
  const next = { href: '/rounds/2016B/apply', label: 'Go on with it' }

  const parts = [part('settings', 90), part('an application not sent', 25, { next }), part('a survey', 6)]

  expect(inOwnOrder(parts).map(({ title }) => title)).toEqual([
    'an application not sent',
    'a survey',
    'settings',
  ])
})
