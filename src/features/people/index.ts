/** People: accounts, sign-in, roles; who is asking. */

export { everybody } from './abilities.ts'
export { keepAddresses } from './actions/addresses.ts'
export { closeAccount, dropPerson, markErased, reopenAccount } from './actions/leaving.ts'
export { createPerson, knowPerson, knowPersons, type NewPerson } from './actions/persons.ts'
export { appointAmbassador, appointFirst, endAmbassador, grantRole } from './actions/roles.ts'
export { type Actor, type Role, terminal, visitor } from './actor.ts'
export { betweenCalls } from './between-calls.ts'
export type {
  BelowPost,
  BesidePairs,
  BesidePosts,
  Changed,
  Contributions,
  Found,
  Kept,
  Missed,
  Naming,
  NavItem,
  OpenMatter,
  OpenMatters,
  OwnMatter,
  OwnMatters,
  PostMail,
  RoundMatters,
  Search,
  Showing,
  ShownBelow,
  Under,
  UnderAddress,
} from './contributions.ts'
export type { Feature } from './feature.ts'
export { type KeptForm, textsToKeep } from './kept-form.ts'
export { countryOptions } from './pages/countries.ts'
export { keptLink } from './pages/kept-link.ts'
export {
  chapterOf,
  keptMark,
  mePath,
  peoplePath,
  secondFactorPath,
  settingsPath,
  signInPath,
  signOutPath,
  stayPath,
  yourDataPath,
} from './paths.ts'
export { isSignedIn, mayEnterOffice, visibleTo as peopleVisibleTo } from './policy.ts'
export { isNeededAsDirector } from './queries/directors.ts'
export { type InCharge, inCharge } from './queries/in-charge.ts'
export { keptFormOn } from './queries/kept-form.ts'
export { personIdByEmail } from './queries/people.ts'
export { type Env, forWriting, router } from './router.ts'
export { askAgain } from './routes/ask-again.ts'
export { askToSignIn } from './routes/ask-to-sign-in.ts'
export { type Task, tasks } from './task.ts'
export { actorOf } from './who-is-asking.ts'
