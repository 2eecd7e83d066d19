import type { Context } from 'hono'
import { redirectWith } from '../../../platform/flash.ts'
import { type FormState, freshForm, readForm, returnedForm, statusOf } from '../../../platform/forms.ts'
import { allow, NotFound, refusalOf } from '../../../platform/refusals.ts'
import { type Env, router } from '../../people/index.ts'
import { addChannel, moveAway, setKnownAs } from '../actions/channels.ts'
import { accountsTyped, accountTyped } from '../actions/resolving.ts'
import type { Channel } from '../channel.ts'
import { ChannelPage, KnownAsPage, MovePage } from '../pages/forms.tsx'
import { fediversePath } from '../paths.ts'
import { mayRunChannels } from '../policy.ts'
import { followerCount, openChannels } from '../queries/channels.ts'
import { wishTyped } from '../queries/wish.ts'
import { channelForm, knownAsForm, moveForm } from '../schema/forms.ts'
import { words } from '../words.ts'

/** What else can be followed, and moving from and to accounts elsewhere. */
export const channelRoutes = router()

channelRoutes.get('/fediverse/channels/new', (c) => channelPage(c, freshForm()))

function channelPage(c: Context<Env>, form: FormState) {
  const { actor, frame, network } = c.var
  allow(mayRunChannels(actor))
  return c.html(<ChannelPage {...{ frame, network, form }} />, statusOf(form))
}

channelRoutes.post('/fediverse/channels/add', async (c) => {
  const { app, actor } = c.var
  allow(mayRunChannels(actor))
  const form = await readForm(c, channelForm)
  if (!form.ok) return channelPage(c, returnedForm(form.typed, form.errors))
  const wish = await wishTyped(app.db, form.value)
  if (!wish) return channelPage(c, returnedForm(form.typed, { of: 'no-such-posts' }))
  const refused = await refusalOf(addChannel(app, actor, wish), ['handle-taken'])
  if (refused) return channelPage(c, returnedForm(form.typed, { handle: refused }))
  return redirectWith(c, fediversePath, words(actor.locale)('channel.done'))
})

/** @throws NotFound `no-such-channel` while it is turned off */
async function blogOf(c: Context<Env>): Promise<Channel> {
  allow(mayRunChannels(c.var.actor))
  const blog = (await openChannels(c.var.app.db)).find(({ kind }) => kind === 'blog')
  if (!blog) throw new NotFound('no-such-channel')
  return blog
}

channelRoutes.get('/fediverse/known-as', async (c) => {
  const { alsoKnownAs } = await blogOf(c)
  return knownAsPage(c, freshForm({ accounts: alsoKnownAs.join('\n') }))
})

async function knownAsPage(c: Context<Env>, form: FormState, missing: readonly string[] = []) {
  const { frame, network } = c.var
  const channel = await blogOf(c)
  return c.html(<KnownAsPage {...{ frame, network, form, channel, missing }} />, statusOf(form))
}

channelRoutes.post('/fediverse/known-as', async (c) => {
  const { app, actor } = c.var
  const { handle } = await blogOf(c)
  const form = await readForm(c, knownAsForm)
  if (!form.ok) return knownAsPage(c, returnedForm(form.typed, form.errors))
  const found = accountsTyped(app, form.value.accounts)
  const refused = await refusalOf(found, ['too-busy'])
  if (refused) return knownAsPage(c, returnedForm(form.typed, { accounts: refused }))
  const { addresses, missing } = await found
  if (missing.length > 0)
    return knownAsPage(c, returnedForm(form.typed, { accounts: 'no-such-account' }), missing)
  await setKnownAs(app, actor, handle, addresses)
  return redirectWith(c, fediversePath, words(actor.locale)('known-as.done'))
})

channelRoutes.get('/fediverse/move', (c) => movePage(c, freshForm()))

async function movePage(c: Context<Env>, form: FormState) {
  const { app, frame, network } = c.var
  const channel = await blogOf(c)
  const followers = await followerCount(app.db, channel.id)
  return c.html(<MovePage {...{ frame, network, form, channel, followers }} />, statusOf(form))
}

channelRoutes.post('/fediverse/move', async (c) => {
  const { app, actor } = c.var
  const { handle } = await blogOf(c)
  const form = await readForm(c, moveForm)
  if (!form.ok) return movePage(c, returnedForm(form.typed, form.errors))
  const moved = accountTyped(app, form.value.to).then((to) => moveAway(app, actor, { handle, to }))
  const refused = await refusalOf(moved, ['no-such-account', 'not-known-there', 'too-busy'])
  if (refused) return movePage(c, returnedForm(form.typed, { to: refused }))
  return redirectWith(c, fediversePath, words(actor.locale)('move.done'))
})
