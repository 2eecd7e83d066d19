/** People: accounts, sign-in, roles; who is asking. */
export { createPerson, type NewPerson } from './actions/persons.ts'
export { grantRole } from './actions/roles.ts'
export { type Actor, type Role, terminal, visitor } from './actor.ts'
export { mayEnterOffice } from './policy.ts'
export { type Env, router, type Variables } from './router.ts'
export { actorOf } from './who-is-asking.ts'
