import { keptCard } from '../../../platform/card/index.ts'
import { freshForm, readForm, returnedForm } from '../../../platform/forms.ts'
import { cardSign } from '../../../platform/network/index.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { signs } from '../../../ui/index.ts'
import { router } from '../../people/index.ts'
import { postCard } from '../pages/card.ts'
import { MastodonPage } from '../pages/mastodon.tsx'
import { publishedPost } from '../queries/signed.ts'
import { type ReferenceForm, referenceForms, referenceIn, referenceTypes } from '../references.ts'
import { mastodonForm } from '../schema.ts'
import { publicAnswer } from './kept.ts'
import { namedPost } from './named.ts'

/** What goes with a published post: references to take along, the picture that stands for it, ways to pass it on. */
export const aroundRoutes = router()

aroundRoutes.get(`/posts/:slug/:file{reference\\.(?:${referenceForms.join('|')})}`, (c) => {
  const { slug, file } = c.req.param()
  const form = file.slice('reference.'.length) as ReferenceForm
  c.header('Content-Disposition', `attachment; filename="${slug.replace(/[^a-z0-9-]/g, '')}.${form}"`)
  return publicAnswer(c, {
    type: referenceTypes[form],
    make: async () => {
      const { named } = await namedPost(c.var, slug)
      return referenceIn(form, named)
    },
  })
})

aroundRoutes.get('/posts/:slug/card.png', async (c) => {
  const { app, network } = c.var
  const post = await publishedPost(app.db, app.now(), c.req.param('slug'))
  const card = postCard(network, post)
  if (card === null) throw new NotFound('not-found')
  const bytes = await keptCard(app.db, `post ${post.id}`, card, () => cardSign(app.db, network, signs))
  return c.body(new Uint8Array(bytes), 200, { ...forOthers, 'Content-Type': 'image/png' })
})

/** Its address changes with what it says. Other sites may show it: that is what it is for. */
const forOthers = {
  'Cache-Control': 'public, max-age=2592000, stale-if-error=2592000',
  'Cross-Origin-Resource-Policy': 'cross-origin',
}

aroundRoutes.get('/posts/:slug/mastodon', async (c) => {
  const { app, frame } = c.var
  const post = await publishedPost(app.db, app.now(), c.req.param('slug'))
  return c.html(<MastodonPage {...{ frame, post }} origin={app.origin} form={freshForm()} server={null} />)
})

/** Leads nowhere by itself: what is typed becomes a link, which whoever typed it reads before following. */
aroundRoutes.post('/posts/:slug/mastodon', async (c) => {
  const { app, frame } = c.var
  const post = await publishedPost(app.db, app.now(), c.req.param('slug'))
  const read = await readForm(c, mastodonForm)
  const form = read.ok ? freshForm() : returnedForm(read.typed, read.errors)
  const server = read.ok ? read.value.server : null
  return c.html(<MastodonPage {...{ frame, post, form, server }} origin={app.origin} />, read.ok ? 200 : 422)
})
