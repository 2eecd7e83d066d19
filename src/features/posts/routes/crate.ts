import { NotFound } from '../../../platform/refusals.ts'
import { router, visitor } from '../../people/index.ts'
import { type Round, roundByCode } from '../../rounds/index.ts'
import { CRATE_PROFILE, CRATE_TYPE, roCrate } from '../crate.ts'
import { crateFrom } from '../pages/crate.ts'
import { cratePath, roundPostsPath } from '../paths.ts'
import { postsOfRound } from '../queries/public.ts'
import { signedPosts } from '../queries/signed.ts'
import { publicAnswer } from './kept.ts'

export const crateRoutes = router()

crateRoutes.get('/rounds/:code/posts/ro-crate-metadata.json', (c) => {
  const { app, network } = c.var
  return publicAnswer(c, {
    type: `${CRATE_TYPE}; profile="${CRATE_PROFILE}"`,
    seconds: 300,
    make: async () => {
      const round = await roundByCode(app.db, visitor('en'), c.req.param('code'))
      const ids = (await postsOfRound(app.db, app.now(), round.id)).map(({ id }) => id)
      const posts = await signedPosts(app.db, app.now(), ids)
      if (posts.length === 0) throw new NotFound('no-such-list-page')
      const inOrder = posts.toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
      const link = `<${app.origin}${roundPostsPath(round.code)}>; rel="describes"; type="text/html"`
      return {
        text: JSON.stringify(roCrate(crateFrom(round, inOrder, network)), null, 2),
        link,
      }
    },
  })
})

/** What machines are told in the header `Link` of the page that lists the posts of a round. @source https://signposting.org/FAIR/ */
export const signpostsOfRound = (origin: string, { code }: Round): string =>
  [
    `<${origin}${roundPostsPath(code)}>; rel="cite-as"`,
    '<https://schema.org/Collection>; rel="type"',
    `<${origin}${cratePath(code)}>; rel="describedby"; type="${CRATE_TYPE}"; profile="${CRATE_PROFILE}"`,
  ].join(', ')
