import type { App } from '../../platform/app.ts'
import { officePostPath, postPath, type TeamDate } from '../posts/index.ts'
import { roundInText, roundPath } from '../rounds/index.ts'
import { dueInstant } from '../topics/index.ts'
import { type CalendarEvent, calendarText } from './calendar.ts'
import { datesOf, eventOf, type OwnRound, type RoundDate } from './round-dates.ts'
import { words } from './words.ts'

type Told = {
  app: App
  locale: string
  zone: string
  name: string
  rounds: readonly OwnRound[]
  /** Of the posts that they and others work on. */
  posts: readonly TeamDate[]
}

/** All the rounds of someone, and the posts they work on with others, as their calendar program takes them. */
export const feedText = ({ app, locale, zone, name, rounds, posts }: Told): string =>
  calendarText({
    name,
    host: new URL(app.origin).hostname,
    locale,
    zone,
    now: app.now(),
    events: [
      ...rounds.flatMap((own) =>
        datesOf(own, app.now(), dueInstant).map((date) => toldEvent(date, own, { app, locale })),
      ),
      ...posts.flatMap((post) => postEvents(post, { app, locale })),
    ],
  })

/** The day by which a post is written while it is, and the time at which it comes out once there is one. */
function postEvents(post: TeamDate, { app, locale }: { app: App; locale: string }): CalendarEvent[] {
  const t = words(locale)
  const { id, title, revision: sequence, dueOn, publishAt, assignee } = post
  const event = { sequence, isCancelled: false, url: app.origin + officePostPath(id) }
  if (publishAt)
    return [{ ...event, id: `post-out-${id}`, when: { at: publishAt }, title: t('date.post-out', { title }) }]
  const said = assignee
    ? t('date.post-due.by', { title, name: assignee.name })
    : t('date.post-due', { title })
  return dueOn === null ? [] : [{ ...event, id: `post-due-${id}`, when: { on: dueOn }, title: said }]
}

function toldEvent(date: RoundDate, { round, isIn }: OwnRound, reader: { app: App; locale: string }) {
  const { app, locale } = reader
  const event: CalendarEvent = {
    ...eventOf(date, round.code, isIn),
    title: titleOf(date, roundInText(locale, round), locale),
    url: app.origin + roundPath(round.code),
  }
  if (date.kind !== 'topic' || !date.shown) return event
  return { ...event, text: date.shown.summary, url: app.origin + postPath(date.shown.slug) }
}

/** What happens on a date: "Topic 3: Library spaces (2016A)". */
export function titleOf(date: RoundDate, round: string, locale: string): string {
  const t = words(locale)
  if (date.kind !== 'topic') return t(`date.${date.kind}`, { round })
  const { number, shown } = date
  return shown ? t('date.topic.titled', { number, title: shown.title }) : t('date.topic', { number })
}
