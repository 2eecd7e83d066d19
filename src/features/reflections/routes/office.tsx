import { redirectWith } from '../../../platform/flash.ts'
import { readButton } from '../../../platform/forms.ts'
import { isUuid } from '../../../platform/ids.ts'
import { allow, NotFound } from '../../../platform/refusals.ts'
import { router } from '../../people/index.ts'
import { officePostPath } from '../../posts/index.ts'
import { draftFromReflection, setReflectionAside } from '../actions/taking.ts'
import { ReflectionPage, ReflectionsPage } from '../pages/office.tsx'
import { reflectionsPath } from '../paths.ts'
import { mayReadReflections, mayTakeReflections } from '../policy.ts'
import { sharedReflection, sharedReflections } from '../queries/reflections.ts'
import { words } from '../words.ts'

export const office = router()

office.get('/reflections', async (c) => {
  const { app, actor, frame } = c.var
  allow(mayReadReflections(actor))
  return c.html(<ReflectionsPage frame={frame} shared={await sharedReflections(app.db, actor)} />)
})

office.get('/reflections/:id', async (c) => {
  const { app, actor, frame } = c.var
  allow(mayReadReflections(actor))
  const reflection = await sharedReflection(app.db, actor, known(c.req.param('id')))
  return c.html(<ReflectionPage {...{ frame, reflection }} mayTake={mayTakeReflections(actor)} />)
})

office.post('/reflections/:id/draft', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  const id = known(c.req.param('id'))
  const postId = await draftFromReflection(app, actor, id)
  return redirectWith(c, officePostPath(postId), words(actor.locale)('done.drafted'))
})

office.post('/reflections/:id/set-aside', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  await setReflectionAside(app, actor, known(c.req.param('id')))
  return redirectWith(c, reflectionsPath, words(actor.locale)('done.aside'))
})

/** @throws NotFound `no-such-reflection` for what is no id */
function known(id: string): string {
  if (!isUuid(id)) throw new NotFound('no-such-reflection')
  return id
}
