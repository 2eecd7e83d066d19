import { sql } from 'kysely'
import { ownTables } from '../../platform/own-tables.ts'
import { invitedDays } from './invitation.ts'

export const ownData = ownTables({
  ambassadorInvitation: {
    chapter: 'account',
    rows: (id) => sql`email_key = (select person.email_key from person where person.id = ${id})`,
    erased: 'delete',
    sweeps: [{ days: invitedDays, since: sql`invited_at` }],
    exports: ['country', 'email', 'endsOn', 'invitedAt', 'locale', 'name'],
    columns: {
      internal: ['id'],
      personal: ['country', 'endsOn', 'invitedAt', 'locale'],
      sensitive: ['email', 'emailKey', 'name'],
      secret: ['secretHash'],
      actor: ['invitedBy'],
    },
  },
  countryContact: {
    stays: 'it is about a library or a group, and belongs to the country',
    columns: {
      internal: ['addedAt', 'changedAt', 'contactedOn', 'country', 'id', 'kind', 'revision', 'standing'],
      sensitive: ['name', 'notes'],
      actor: ['addedBy'],
    },
  },
  countryNote: {
    stays: 'it is written for whoever speaks for the country next',
    columns: {
      internal: ['country', 'revision', 'writtenAt'],
      sensitive: ['body'],
      actor: ['writtenBy'],
    },
  },
})
