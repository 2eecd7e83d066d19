import { sql } from 'kysely'
import { dayMs } from '../../platform/days.ts'
import { ownTables } from '../../platform/own-tables.ts'
import { changesKeptDays } from './address-change.ts'
import { keptForDays } from './kept-form.ts'
import { memberLimits } from './session.ts'

const own = (personId: string) => sql<boolean>`person_id = ${personId}`

export const ownData = ownTables({
  person: {
    chapter: 'account',
    rows: (id) => sql`id = ${id}`,
    erased: (neutral) => ({
      email: sql`id || '@erased.invalid'`,
      emailKey: sql`id || '@erased.invalid'`,
      name: neutral,
      givenName: neutral,
      familyName: '',
      locale: 'en',
      zone: 'UTC',
    }),
    stays: 'the row stays where a round counts someone: when it was made and closed, and a number',
    columns: {
      internal: ['id', 'disabledAt', 'erasedAt'],
      personal: ['createdAt', 'locale', 'zone'],
      sensitive: ['email', 'emailKey', 'familyName', 'givenName', 'name'],
    },
  },
  personAddress: {
    chapter: 'account',
    rows: own,
    erased: 'delete',
    columns: { internal: ['personId'], sensitive: ['broadKey'] },
  },
  roleGrant: {
    chapter: 'account',
    rows: own,
    erased: 'delete',
    columns: {
      internal: ['id', 'personId'],
      personal: ['country', 'createdAt', 'endsOn', 'role', 'startsOn'],
      actor: ['grantedBy'],
    },
  },
  secondFactor: {
    chapter: 'signing-in',
    rows: own,
    erased: 'delete',
    columns: {
      internal: ['id', 'personId', 'failedCount', 'lockedUntil', 'lastStep'],
      personal: ['verified'],
      secret: ['secret', 'backupCodes'],
    },
  },
  session: {
    chapter: 'signing-in',
    rows: own,
    erased: 'delete',
    sweeps: [
      { days: memberLimits.idleMs / dayMs, since: sql`last_seen_at` },
      { days: memberLimits.wholeMs / dayMs, since: sql`created_at` },
    ],
    columns: {
      internal: ['id', 'personId', 'expiresAt', 'updatedAt'],
      personal: ['confirmedAt', 'createdAt', 'ipAddress', 'lastSeenAt', 'userAgent'],
      secret: ['tokenHash'],
    },
  },
  credential: {
    chapter: 'signing-in',
    rows: own,
    erased: 'delete',
    columns: {
      internal: ['id', 'personId', 'updatedAt', 'scope', 'accessTokenExpiresAt', 'refreshTokenExpiresAt'],
      personal: ['createdAt', 'providerId'],
      secret: ['accessToken', 'accountId', 'idToken', 'password', 'refreshToken'],
    },
  },
  signInRequest: {
    chapter: 'signing-in',
    rows: own,
    erased: 'delete',
    sweeps: [{ days: 1, since: sql`requested_at` }],
    columns: {
      internal: ['id', 'personId', 'next'],
      personal: ['addressHash', 'locale', 'networkHash', 'requestedAt', 'userAgent'],
      secret: ['linkHash'],
    },
    exports: ['requestedAt', 'locale', 'userAgent'],
  },
  verification: {
    sweeps: [{ days: 1, since: sql`expires_at` }],
    columns: { internal: ['id', 'createdAt', 'expiresAt', 'updatedAt'], secret: ['identifier', 'value'] },
  },
  keptForm: {
    chapter: 'signing-in',
    rows: own,
    erased: 'delete',
    sweeps: [{ days: keptForDays, since: sql`kept_at` }],
    columns: { internal: ['personId', 'page', 'action'], personal: ['keptAt'], sensitive: ['typed'] },
  },
  addressChange: {
    chapter: 'signing-in',
    rows: own,
    erased: 'delete',
    sweeps: [{ days: changesKeptDays, since: sql`changed_at` }],
    columns: {
      internal: ['id', 'personId', 'secondFactorId'],
      personal: ['changedAt', 'takenBackAt'],
      sensitive: ['fromEmail', 'toEmail'],
      secret: ['tokenHash'],
    },
  },
  mailStop: {
    chapter: 'choices',
    rows: own,
    erased: 'delete',
    columns: { internal: ['personId'], personal: ['list', 'stoppedAt'] },
  },
  journal: {
    chapter: 'journal',
    rows: (id) => sql`actor_id = ${id} or subject = ${id}`,
    stays:
      'it holds ids, codes and what the network says of itself, and each line vouches for the one before',
    exports: ['at', 'act'],
    columns: {
      internal: ['id', 'hash', 'previousHash'],
      personal: ['act', 'at', 'detail', 'subject'],
      actor: ['actorId'],
    },
  },
  setting: { columns: { internal: ['key', 'value', 'changedAt'], actor: ['changedBy'] } },
})
