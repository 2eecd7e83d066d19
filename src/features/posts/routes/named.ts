import type { Env } from '../../people/index.ts'
import { publishedFrom } from '../pages/head.tsx'
import { publishedPost } from '../queries/signed.ts'
import { inEachLanguage } from './kept.ts'

/** A published post, and how it is named elsewhere: for its page in each language, and for its references. */
export const namedPost = ({ app, network, publicVersions }: Env['Variables'], slug: string) =>
  inEachLanguage({ app, publicVersions }, `named ${slug}`, async () => {
    const post = await publishedPost(app.db, app.now(), slug)
    return { post, named: publishedFrom(post, network) }
  })
