import type { Command } from '../../platform/commands.ts'
import { Unacceptable } from '../../platform/refusals.ts'
import { terminal } from '../people/index.ts'
import { turnOff, turnOn } from './actions/channels.ts'
import { fullHandle } from './channel.ts'
import { overview } from './queries/office.ts'
import { turnOnForm } from './schema/forms.ts'

const status: Command = {
  name: 'fediverse status',
  summary:
    'Say whether the blog can be followed from the fediverse, by how many, and which servers nothing reaches.',
  async run(app) {
    const seen = await overview(app.db, terminal, app.now())
    const channels = seen.channels.map(({ channel, followers }) => ({
      handle: fullHandle(channel.handle, app.origin),
      followers,
    }))
    const lines = [
      seen.onSince ? `on since ${seen.onSince.toISOString()}` : 'off',
      ...channels.map(({ handle, followers }) => `${handle}: ${followers} followers`),
      `sent in the last week: ${seen.sent}, waiting: ${seen.waiting}`,
      ...seen.failing.map(({ host, since }) => `nothing reaches ${host} since ${since.toISOString()}`),
    ]
    const { onSince, sent, waiting, failing } = seen
    return { text: lines.join('\n'), json: { onSince, channels, sent, waiting, failing } }
  },
}

const on: Command = {
  name: 'fediverse turn-on',
  summary: 'Let the blog be followed from Mastodon and the like. The handle is chosen once, for good.',
  args: ['[handle]'],
  async run(app, { args: [typed = 'blog'] }) {
    const read = turnOnForm.safeParse({ handle: typed })
    if (!read.success) throw new Unacceptable('bad-option', { option: 'handle' })
    await turnOn(app, terminal, read.data.handle)
    const { channels } = await overview(app.db, terminal, app.now())
    const handles = channels.map(({ channel }) => fullHandle(channel.handle, app.origin))
    return { text: `The blog can be followed: ${handles.join(', ')}`, json: { handles } }
  },
}

const off: Command = {
  name: 'fediverse turn-off',
  summary: 'Send nothing to the fediverse any more, and answer nobody there. Followers are kept.',
  async run(app) {
    await turnOff(app, terminal)
    return { text: 'The blog can no longer be followed from the fediverse.', json: { on: false } }
  },
}

export const commands: Command[] = [status, on, off]
