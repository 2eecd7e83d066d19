import type { App } from '../../../platform/app.ts'
import { type Network, textsIn } from '../../../platform/network/index.ts'
import { version } from '../../../platform/version.ts'

/** What is known of us where the fediverse is counted: software, and how much is here; nobody's name. */
export async function nodeInfo({ db }: App, network: Network) {
  const { channels, posts } = await db
    .selectNoFrom((eb) => [
      eb
        .selectFrom('fediverseChannel')
        .select((of) => of.fn.countAll<number>().as('count'))
        .as('channels'),
      eb
        .selectFrom('fediversePost')
        .where('endedAt', 'is', null)
        .select((of) => of.fn.countAll<number>().as('count'))
        .as('posts'),
    ])
    .executeTakeFirstOrThrow()
  return {
    version: '2.1',
    software: { name: 'twinleaf', version },
    protocols: ['activitypub'],
    services: { inbound: [], outbound: ['atom1.0', 'rss2.0'] },
    openRegistrations: false,
    usage: { users: { total: channels ?? 0 }, localPosts: posts ?? 0 },
    metadata: { nodeName: textsIn(network, network.locales[0]).name },
  }
}
