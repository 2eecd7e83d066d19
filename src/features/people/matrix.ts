import type { Role } from './actor.ts'

/** Kinds of actors, from the one who may least. The terminal may what a director may. */
export const kinds = ['visitor', 'member', 'ambassador', 'editor', 'coordinator', 'director'] as const
export type Kind = (typeof kinds)[number]

export type Ability = {
  /** The policy function that decides: `<feature>.<function>`. */
  policy: string
  /** What one may do by it, in words that go on from "may". */
  may: string
  who: readonly Kind[]
}

const everybodySignedIn: Kind[] = ['member', 'ambassador', 'editor', 'coordinator', 'director']
const anyRole: Kind[] = ['ambassador', 'editor', 'coordinator', 'director']
const coordinators: Kind[] = ['coordinator', 'director']
const editors: Kind[] = ['editor', 'director']
const directors: Kind[] = ['director']

/**
 * Who may do what. A test holds every policy function against it, and every line here against a function; the
 * page in the docs is made of it.
 *
 * @source docs/decisions/0011-sign-in.md
 */
export const matrix: readonly Ability[] = [
  {
    policy: 'people.isSignedIn',
    may: 'see and correct their own account, sessions and mail choices',
    who: everybodySignedIn,
  },
  { policy: 'people.mayEnterOffice', may: 'enter the office', who: anyRole },
  { policy: 'people.maySeePeople', may: 'see people with their addresses and roles', who: coordinators },
  { policy: 'people.mayReadJournal', may: 'read the journal and check that it is whole', who: coordinators },
  {
    policy: 'people.mayGrantRoles',
    may: 'add people, give and end roles, shut people out and let them in',
    who: directors,
  },
  { policy: 'people.mayRemoveSecondFactor', may: "take away another person's second factor", who: directors },
  {
    policy: 'people.mayChangeSettings',
    may: 'ask everybody with a role for a second factor',
    who: directors,
  },
  {
    policy: 'rounds.mayRunRounds',
    may: 'open, change, clone and announce rounds, and see drafts',
    who: coordinators,
  },
  { policy: 'applications.maySeeApplications', may: 'see applications', who: coordinators },
  {
    policy: 'applications.mayCleanApplications',
    may: 'import and clean applications, and keep the cap',
    who: coordinators,
  },
  {
    policy: 'pairings.mayMatch',
    may: 'match, review and release a round, and export its pairings',
    who: coordinators,
  },
  { policy: 'topics.mayEditTopics', may: 'write, schedule and publish topics', who: editors },
  { policy: 'media.mayAddPictures', may: 'add pictures with their credit', who: editors },
  { policy: 'mail.mayRunMail', may: 'see how mail goes out, stop and resume it', who: coordinators },
  {
    policy: 'mail.mayReadText',
    may: 'read mails that went out together, as they were written',
    who: coordinators,
  },
]

/** The roles that a kind of actor has. */
export const rolesOfKind = (kind: Kind): Role[] => (kind === 'visitor' || kind === 'member' ? [] : [kind])

/** The matrix as Markdown, for the docs. */
export function matrixPage(): string {
  const heads = kinds.map((kind) => ` ${kind} |`).join('')
  const rows = matrix.map(({ policy, may, who }) => {
    const marks = kinds.map((kind) => (who.includes(kind) ? ' yes |' : ' |')).join('')
    return `| ${may} |${marks} \`${policy}\` |`
  })
  return [
    '# Who may do what',
    '',
    'A director may what coordinators and editors may. Everybody has what a member has, and anybody who is not signed in',
    'is a visitor. Which rows somebody sees is narrower still: each query asks `visibleTo(actor)`.',
    '',
    `| may … |${heads} decided by |`,
    `| --- |${' --- |'.repeat(kinds.length)} --- |`,
    ...rows,
    '',
  ].join('\n')
}
