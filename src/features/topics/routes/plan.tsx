import { redirectWith } from '../../../platform/flash.ts'
import { readPlainForm } from '../../../platform/forms.ts'
import { allow } from '../../../platform/refusals.ts'
import { router } from '../../people/index.ts'
import { placePost, postsInPlan, treatedPosts, voicesOf } from '../../posts/index.ts'
import { inHandFirst, roundByCode, roundsFor } from '../../rounds/index.ts'
import { copyPlan } from '../actions/plan.ts'
import { NoRoundPage } from '../pages/calendar.tsx'
import { PlanPage } from '../pages/plan/plan.tsx'
import { movedPath, planPath } from '../paths.ts'
import { mayEditTopics, maySeeTopics } from '../policy.ts'
import { copyPlanForm, placeForm } from '../schema.ts'
import { words } from '../words.ts'

export const planRoutes = router()

planRoutes.get('/plan', async (c) => {
  const { app, actor, frame } = c.var
  allow(maySeeTopics(actor))
  const [round] = inHandFirst(await roundsFor(app.db, actor), app.now())
  return round ? c.redirect(planPath(round.code), 303) : c.html(<NoRoundPage frame={frame} />)
})

planRoutes.get('/plan/:code', async (c) => {
  const { app, actor, frame } = c.var
  allow(maySeeTopics(actor))
  const round = await roundByCode(app.db, actor, c.req.param('code'))
  const [rounds, posts, archive, voices] = await Promise.all([
    roundsFor(app.db, actor),
    postsInPlan(app.db, actor, round.id),
    treatedPosts(app.db, app.now()),
    voicesOf(app.db, round.id),
  ])
  const mayWrite = mayEditTopics(actor)
  const moved = placeForm.safeParse(c.req.query()).data ?? null
  const page = (
    <PlanPage {...{ frame, rounds, round, posts, archive, voices, mayWrite, moved }} now={app.now()} />
  )
  return c.html(page)
})

planRoutes.post('/plan/:code/place', async (c) => {
  const { app, actor } = c.var
  allow(mayEditTopics(actor))
  const { code } = await roundByCode(app.db, actor, c.req.param('code'))
  const { post, ...place } = await readPlainForm(c, placeForm)
  const was = await placePost(app, actor, post, place)
  const said = place.fortnight === null ? 'plan.moved.out' : 'plan.moved'
  return redirectWith(
    c,
    movedPath(code, { post, ...was }),
    words(actor.locale)(said, { number: place.fortnight ?? 0 }),
  )
})

planRoutes.post('/plan/:code/copy', async (c) => {
  const { app, actor } = c.var
  const { from } = await readPlainForm(c, copyPlanForm)
  const count = await copyPlan(app, actor, c.req.param('code'), from)
  return redirectWith(
    c,
    planPath(c.req.param('code').toUpperCase()),
    words(actor.locale)('plan.copied', { count, from }),
  )
})
