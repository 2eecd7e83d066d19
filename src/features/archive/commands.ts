import type { Command } from '../../platform/commands.ts'
import { indexAnew } from './actions/indexing.ts'

const rebuild: Command = {
  name: 'search rebuild',
  grows: true,
  summary:
    'Make the index of the search anew, after PostgreSQL was upgraded to another major version; otherwise it keeps itself current.',
  async run(app) {
    const { indexed } = await indexAnew(app)
    return { text: `Posts that can be found: ${indexed}.`, json: { posts: indexed } }
  },
}

export const commands = [rebuild]
