import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { redirectWith } from '../../../../platform/flash.ts'
import {
  type FormState,
  freshForm,
  parsedForm,
  readButton,
  returnedForm,
  type Typed,
  typedIn,
} from '../../../../platform/forms.ts'
import { allow, Conflict, TooLarge, Unacceptable } from '../../../../platform/refusals.ts'
import { missingCredit, picturesByIds } from '../../../media/index.ts'
import { type Env, forWriting, router } from '../../../people/index.ts'
import {
  dropTyped,
  keepForMerge,
  keepTyped,
  mergeTexts,
  restoreText,
  saveText,
} from '../../actions/saving.ts'
import { checklist } from '../../checklist.ts'
import { choices } from '../../merge.ts'
import { MergePage } from '../../pages/office/merge.tsx'
import { TextsPage } from '../../pages/office/texts.tsx'
import { WritePage } from '../../pages/office/write.tsx'
import { mergePath, officePostPath, writePostPath } from '../../paths.ts'
import { mayWorkOnPosts } from '../../policy.ts'
import { type DeskPost, postOnDesk, revisionsOf } from '../../queries/desk.ts'
import { mergeOf } from '../../queries/merging.ts'
import { notesOn } from '../../queries/notes.ts'
import { othersWriting, textAt, writingOf } from '../../queries/texts.ts'
import { translationsOf } from '../../queries/translations.ts'
import { picturesOf } from '../../rendered.ts'
import { longest, travelling, travellingNames, writeForm } from '../../schema.ts'
import { valuesOf } from '../../typed.ts'
import { words } from '../../words.ts'
import { postIn } from './post-in.ts'

export const textRoutes = router()

textRoutes.use('/posts/:id/:act{write|save}', forWriting)

const idIn = (c: Context<Env>) => c.req.param('id') ?? ''

textRoutes.get('/posts/:id/write', async (c) => {
  const post = await postIn(c)
  const writing = await writingOf(c.var.app.db, c.var.actor, post.id)
  const values = { ...valuesOf(post), ...writing?.typed }
  return showWriting(c, post, freshForm(values), writing?.basedOn ?? post.revision)
})

/** Saves a text; a script asks in between to keep what is typed, and for JSON. */
textRoutes.post('/posts/:id/save', async (c) => {
  allow(mayWorkOnPosts(c.var.actor))
  const { typed, along } = cameIn(await typedIn(c))
  return c.req.header('Accept') === 'application/json' ? keep(c, typed, along) : save(c, typed, along)
})

async function keep(c: Context<Env>, typed: Record<string, string>, along: Along) {
  if (Object.values(typed).join('').length > 2 * longest.body) throw new TooLarge('too-large')
  const { rev, conflict } = await keepTyped(c.var.app, c.var.actor, idIn(c), { ...along, typed })
  return c.json(conflict ? { rev, conflict } : { rev }, conflict ? 409 : 200)
}

async function save(c: Context<Env>, typed: Record<string, string>, along: Along) {
  const { app, actor } = c.var
  const post = await postIn(c)
  const form = parsedForm(writeForm, typed)
  if (!form.ok) return showWriting(c, post, returnedForm(typed, form.errors), along.base)
  try {
    const number = await saveText(app, actor, post.id, { base: along.base, text: form.value })
    return redirectWith(c, officePostPath(post.id), words(actor.locale)('done.saved', { number }))
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    if (error.code === 'post-incomplete')
      return showWriting(c, post, returnedForm(typed, gapsIn(typed)), along.base)
    if (error.code === 'translation-exists')
      return showWriting(c, post, returnedForm(typed, { locale: error.code }), along.base)
    if (error.code !== 'post-changed') throw error
    // What was typed is theirs until they have chosen, paragraph by paragraph.
    await keepForMerge(app, actor, post.id, { base: along.base, typed })
    return c.redirect(mergePath(post.id), 303)
  }
}

/** A word beside each field that must not stay empty once a post has its time. */
const gapsIn = (typed: Record<string, string>) =>
  Object.fromEntries(
    ['title', 'summary', 'body'].flatMap((name) => (typed[name]?.trim() ? [] : [[name, 'required']])),
  )

textRoutes.post('/posts/:id/drop', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  await dropTyped(app, actor, (await postIn(c)).id)
  return redirectWith(c, writePostPath(idIn(c)), words(actor.locale)('done.dropped'))
})

textRoutes.get('/posts/:id/merge', async (c) => {
  const post = await postIn(c)
  const merge = await mergeOf(c.var.app.db, c.var.actor, post.id)
  if (!merge) return c.redirect(writePostPath(post.id), 303)
  return c.html(<MergePage frame={c.var.frame} post={post} merge={merge} />)
})

textRoutes.post('/posts/:id/merge', async (c) => {
  const { app, actor } = c.var
  const post = await postIn(c)
  const { head, chosen } = chosenIn(await typedIn(c))
  try {
    const number = await mergeTexts(app, actor, post.id, { head, chosen })
    return redirectWith(c, officePostPath(post.id), words(actor.locale)('done.merged', { number }))
  } catch (error) {
    if (!(error instanceof Conflict && error.code === 'post-changed')) throw error
    return redirectWith(c, mergePath(post.id), words(actor.locale)('merge.again'))
  }
})

/** What was chosen on the page that brings two texts together. @throws Unacceptable `unknown-field` */
function chosenIn(typed: Typed) {
  const head = Number(typed.head)
  const names = Object.keys(typed).filter((name) => name !== 'head')
  const isKnown = (name: string) => /^(piece-\d{1,4}|fact-[a-z]+)$/.test(name)
  if (!Number.isInteger(head) || !names.every(isKnown)) throw new Unacceptable('unknown-field')
  const facts = names
    .filter((name) => name.startsWith('fact-'))
    .map((name) => [name.slice('fact-'.length), typed[name] === 'mine' ? 'mine' : 'theirs'] as const)
  const pieces = names
    .filter((name) => name.startsWith('piece-'))
    .toSorted((a, b) => Number(a.slice('piece-'.length)) - Number(b.slice('piece-'.length)))
    .map((name) => choices.find((choice) => choice === typed[name]) ?? 'theirs')
  return { head, chosen: { facts: Object.fromEntries(facts), pieces } }
}

textRoutes.get('/posts/:id/texts', async (c) => {
  const { app, actor, frame } = c.var
  const post = await postOnDesk(app.db, actor, idIn(c))
  const revisions = await revisionsOf(app.db, post.id)
  const numberIn = (name: string, usual: number) => {
    const typed = c.req.query(name) ?? ''
    return /^\d{1,9}$/.test(typed) ? Number(typed) : usual
  }
  const after = await textAt(app.db, post.id, numberIn('after', post.revision))
  const before = await textAt(app.db, post.id, numberIn('before', Math.max(1, post.revision - 1)))
  const mayWork = mayWorkOnPosts(actor)
  return c.html(<TextsPage {...{ frame, post, revisions, before, after, mayWork }} />)
})

textRoutes.post('/posts/:id/texts/restore', async (c) => {
  const { app, actor } = c.var
  const post = await postIn(c)
  const typed = await typedIn(c)
  const number = Number(typed.number)
  if (Object.keys(typed).length !== 1 || !Number.isInteger(number)) throw new Unacceptable('unknown-field')
  await restoreText(app, actor, post.id, number)
  return redirectWith(c, officePostPath(post.id), words(actor.locale)('done.restored', { number }))
})

type Along = ReturnType<typeof travelling.parse>

/** What was typed, and what travelled along. @throws Unacceptable `unknown-field` */
function cameIn(all: Typed): { typed: Record<string, string>; along: Along } {
  const texts = Object.entries(all).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const names: readonly string[] = travellingNames
  const along = travelling.safeParse(Object.fromEntries(texts.filter(([name]) => names.includes(name))))
  if (!along.success || texts.length !== Object.keys(all).length) throw new Unacceptable('unknown-field')
  return { typed: Object.fromEntries(texts.filter(([name]) => !names.includes(name))), along: along.data }
}

async function showWriting(c: Context<Env>, post: DeskPost, form: FormState, base: number) {
  const { app, actor, frame, network } = c.var
  const writing = await writingOf(app.db, actor, post.id)
  const others = await othersWriting(app.db, actor, post.id)
  const pictures = await picturesByIds(app.db, picturesOf(post))
  const notes = await notesOn(app.db, post.id)
  const [first] = await translationsOf(app.db, actor, post)
  const original = first && first.createdAt < post.createdAt ? first : null
  const saved = { base, rev: writing?.rev ?? 0, writer: randomUUID(), seq: 0 }
  const page = (
    <WritePage
      {...{ frame, post, form, writing, others, saved, notes }}
      now={app.now()}
      findings={checklist(post, pictures, missingCredit)}
      locales={network.locales}
      original={original}
    />
  )
  return c.html(page, Object.keys(form.errors).length > 0 ? 422 : 200)
}
