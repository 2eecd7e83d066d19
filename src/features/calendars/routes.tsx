import { dayIn } from '../../platform/days.ts'
import { redirectWith } from '../../platform/flash.ts'
import { readButton } from '../../platform/forms.ts'
import { letterhead } from '../../platform/network/index.ts'
import { allow } from '../../platform/refusals.ts'
import { isSignedIn, router } from '../people/index.ts'
import { teamDates } from '../posts/index.ts'
import { renewCalendar } from './actions.ts'
import { CalendarPage } from './pages/calendar.tsx'
import { feedPath, ownCalendarPath } from './paths.ts'
import { feedToken, readFeedToken } from './policy.ts'
import { feedNumber, feedReader } from './queries/feeds.ts'
import { ownRounds } from './queries/rounds.ts'
import { clockOf } from './round-dates.ts'
import { feedText } from './telling.ts'
import { words } from './words.ts'

export const routes = router()

routes.get('/me/calendar', async (c) => {
  const { app, actor, frame } = c.var
  allow(isSignedIn(actor))
  const number = await feedNumber(app.db, actor.id)
  const address = app.origin + feedPath(feedToken(app, { personId: actor.id, number }))
  const zone = clockOf(actor.zone, await ownRounds(app.db, actor.id, app.now()))
  return c.html(<CalendarPage {...{ frame, address, zone }} today={dayIn(app.now(), zone)} />)
})

routes.post('/me/calendar/renew', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  await renewCalendar(app, actor)
  return redirectWith(c, ownCalendarPath, words(actor.locale)('feed.renewed'))
})

/** Calendar programs ask for it by themselves, signed in nowhere: the address is the key. */
routes.get('/calendar/:file{[\\w.-]+\\.ics}', async (c) => {
  const { app, network } = c.var
  const token = c.req.param('file').slice(0, -'.ics'.length)
  const { id, locale, zone } = await feedReader(app.db, readFeedToken(app, token))
  const [rounds, posts] = [await ownRounds(app.db, id, app.now()), await teamDates(app.db, id, app.now())]
  const name = words(locale)('feed.name', { site: letterhead(locale, network).site.name })
  c.header('Content-Type', 'text/calendar; charset=utf-8')
  c.header('Referrer-Policy', 'no-referrer')
  return c.body(feedText({ app, locale, zone: clockOf(zone, rounds), name, rounds, posts }))
})
