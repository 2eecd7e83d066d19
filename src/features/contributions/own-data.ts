import { sql } from 'kysely'
import { ownTables } from '../../platform/own-tables.ts'

/** How long what is only needed for a while is kept, in days. */
export const keptDays = { network: 7, unsentPicture: 2, declined: 180, address: 365 }

const own = (id: string) => sql<boolean>`person_id = ${id}
  or email_key = (select person.email_key from person where person.id = ${id})`

const ofKey = (key: string) => sql<boolean>`email_key = ${key}`

export const ownData = ownTables({
  contributionPicture: {
    stays: 'a hash of the network it came from, for a week',
    columns: {
      internal: ['height', 'id', 'keptAt', 'sha256', 'width'],
      personal: ['networkHash'],
    },
  },
  contributionPictureFile: {
    stays: 'a picture that goes with what its sender offered',
    columns: { internal: ['format', 'height', 'pictureId', 'width'], sensitive: ['bytes'] },
  },
  contribution: {
    chapter: 'texts',
    rows: own,
    ofAddress: ofKey,
    erased: 'delete',
    sweeps: [
      { days: keptDays.declined, since: sql`case when stage in ('declined', 'withdrawn') then stage_at end` },
    ],
    exports: [
      ...([
        'about',
        'agreedAt',
        'answers',
        'body',
        'coauthors',
        'country',
        'email',
        'kind',
        'language',
      ] as const),
      ...([
        'licence',
        'name',
        'pictureAlt',
        'pictureCaption',
        'pictureAuthor',
        'sentAt',
        'stage',
        'title',
      ] as const),
    ],
    columns: {
      public: ['kind', 'language', 'licence'],
      internal: [
        ...(['id', 'agreedRevision', 'askedRevision', 'guidelines', 'onceHash', 'personId'] as const),
        ...(['pictureId', 'postId', 'revision', 'toldAt', 'toldDownAt', 'toldOutAt'] as const),
      ],
      personal: [
        ...(['agreedAt', 'askedAt', 'changedAt', 'country', 'locale', 'networkHash', 'remindedAt'] as const),
        ...(['sentAt', 'stage', 'stageAt', 'waivedAt'] as const),
      ],
      sensitive: [
        ...(['about', 'answers', 'body', 'coauthors', 'email', 'emailKey', 'name', 'title'] as const),
        ...(['pictureAlt', 'pictureAuthor', 'pictureCaption'] as const),
      ],
      actor: ['ownerId', 'stageBy', 'waivedBy'],
    },
  },
  contributionKey: {
    columns: { internal: ['contributionId', 'madeAt'], secret: ['hash'] },
  },
  contributionWord: {
    chapter: 'texts',
    rows: (id) => sql`contribution_id in (select contribution.id from contribution where ${own(id)})
      and contribution_word.kind <> 'note'`,
    ofAddress: (key) => sql`contribution_id in (select contribution.id from contribution where ${ofKey(key)})
      and contribution_word.kind <> 'note'`,
    erased: 'delete',
    exports: ['at', 'kind', 'text'],
    columns: {
      internal: ['contributionId', 'id', 'kind', 'postRevision'],
      personal: ['at'],
      sensitive: ['text'],
      actor: ['byId'],
    },
  },
  contributionRule: {
    columns: { internal: ['answerDays', 'changedAt', 'closedAt', 'licence', 'theOne'], actor: ['changedBy'] },
  },
})
