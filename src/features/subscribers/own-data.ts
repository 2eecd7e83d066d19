import { sql } from 'kysely'
import { ownTables } from '../../platform/own-tables.ts'
import { keptDays, oldestDays } from './subscriber.ts'

export const ownData = ownTables({
  subscriber: {
    chapter: 'choices',
    rows: (id) => sql`email_key = (select person.email_key from person where person.id = ${id})`,
    ofAddress: (key) => sql`email_key = ${key}`,
    erased: 'delete',
    sweeps: [
      { days: keptDays.unconfirmed, since: sql`case when confirmed_at is null then asked_at end` },
      { days: keptDays.left, since: sql`left_at` },
      { days: oldestDays, since: sql`case when list <> 'newsletter' then confirmed_at end` },
      { days: 0, since: sql`(select apply_until from round where round.id = subscriber.told_of)` },
    ],
    exports: ['askedAt', 'confirmedAt', 'consentVersion', 'email', 'leftAt', 'list', 'locale', 'toldAt'],
    columns: {
      internal: ['id', 'toldOf'],
      personal: [
        ...(['askedAt', 'confirmedAt', 'consentVersion', 'leftAt', 'list'] as const),
        ...(['locale', 'networkHash', 'toldAt'] as const),
      ],
      sensitive: ['email', 'emailKey'],
      secret: ['confirmHash'],
    },
  },
})
