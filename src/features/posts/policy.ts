import type { Actor } from '../people/index.ts'
import { isTheirs, type OnCourse, type PostAct } from './course.ts'

/** See posts before they are public, who works on them and until when. */
export const maySeePosts = (actor: Actor) => mayWorkOnPosts(actor) || actor.roles.has('coordinator')

/** Plan, write, review, publish and withdraw posts, and say who does. */
export const mayWorkOnPosts = (actor: Actor) => actor.roles.has('editor')

/** Do this with this post, where it can be done: nobody approves what they wrote once it was submitted for review. */
export const mayDo = (actor: Actor, { act, post }: { act: PostAct; post: OnCourse }) =>
  mayWorkOnPosts(actor) && isTheirs(act, post, actor.id)
