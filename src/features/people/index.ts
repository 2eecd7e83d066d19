/** People: accounts, sign-in, roles; who is asking. */
export { createPerson, knowPerson, type NewPerson } from './actions/persons.ts'
export { grantRole } from './actions/roles.ts'
export { type Actor, type Role, roles, terminal, visitor } from './actor.ts'
export { emailKey } from './email-key.ts'
export { isSignedIn, mayEnterOffice } from './policy.ts'
export { type Env, router, type Variables } from './router.ts'
export { actorOf } from './who-is-asking.ts'
