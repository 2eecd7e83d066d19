import type { App } from '../../platform/app.ts'
import type { Command, CommandReply } from '../../platform/commands.ts'
import { pausedDays } from '../../platform/own-tables.ts'
import { terminal } from '../people/index.ts'
import { missedPosts } from '../posts/index.ts'
import { pauseNetwork, wakeNetwork } from './actions.ts'
import { missedCalls, outlookOf } from './queries.ts'

const pause: Command = {
  name: 'network pause',
  summary:
    'Close applications, comments, contributions and newsletters, and tell everyone by one email. The blog goes on to be read. Without --confirm, it only says what would happen.',
  options: { confirm: { help: 'pause it now' } },
  async run(app, { switches }) {
    const outlook = await preview(app)
    if (!switches.has('confirm')) return outlook
    await pauseNetwork(app, terminal)
    return {
      text: 'The network is paused. The emails are queued within a minute or two.',
      json: outlook.json,
    }
  },
}

const wake: Command = {
  name: 'network wake',
  summary: 'Open everything again. What was let go meanwhile does not come back.',
  async run(app) {
    await wakeNetwork(app, terminal)
    const [calls, posts] = [
      await missedCalls(app.db, terminal, app.now()),
      await missedPosts(app.db, app.now()),
    ]
    const lines = [
      'The network is awake.',
      ...calls.map(({ code }) => `its deadline passed meanwhile: ${code}. Give it new dates in the office.`),
      ...posts.map(({ title }) => `was to come out meanwhile: ${title}. Give it a new time in the office.`),
    ]
    return { text: lines.join('\n'), json: { awake: true, calls: calls.length, posts: posts.length } }
  },
}

export const commands: Command[] = [pause, wake]

async function preview(app: App): Promise<CommandReply> {
  const { inTheWay, closing, ...numbers } = await outlookOf(app.db, terminal, app.now())
  const first = inTheWay.map(({ round }) => round.code)
  const closed = closing.map(({ code }) => code)
  const lines = [
    `end first: ${first.join(', ') || 'nothing'}`,
    `calls that close: ${closed.join(', ') || 'none'}`,
    `people who are told: ${numbers.people}`,
    `answers that go after ${pausedDays} days: applications ${numbers.applications}, drafts ${numbers.drafts}`,
    `addresses that stay: for the next call ${numbers.waiting}, for the newsletter ${numbers.readers}`,
    `posts that stay: ${numbers.posts}; that are scheduled, and wait: ${numbers.scheduled}`,
    first.length > 0
      ? 'Nothing is paused yet. End these rounds, then give the command again.'
      : 'Nothing is paused yet. To pause it now: twinleaf network pause --confirm',
  ]
  return { text: lines.join('\n'), json: { first, closed, ...numbers } }
}
