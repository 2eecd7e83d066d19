import { sql } from 'kysely'
import type { Tx } from '../../../db/index.ts'
import { madeUp } from '../queries/made-up.ts'

/** Rows that are kept for a while and hold what people typed or sent, as they typed it. */
export const emptied = [
  ...['upload_part', 'upload', 'kept_form', 'suppression', 'application_fix', 'import_row'],
  ...['draft_mail', 'draft_page', 'application_draft', 'subscriber'],
  ...['ambassador_invitation', 'country_contact', 'country_note', 'own_answer'],
  ...['check_in_answer', 'case_event', 'mail_return', 'inbound_mail'],
  ...['certificate', 'survey_answer', 'reflection', 'voice', 'post_writing'],
  ...['fediverse_report', 'fediverse_reaction', 'fediverse_answer', 'fediverse_reply'],
  ...['fediverse_delivery', 'fediverse_sending', 'fediverse_message', 'fediverse_follower'],
  ...['fediverse_account', 'fediverse_server'],
  ...['comment_flag', 'comment_word', 'comment'],
  ...['reprint_answer', 'reprint', 'address_link'],
  ...['arrival_upload_part', 'arrival_upload'],
  ...[
    'contribution_word',
    'contribution_key',
    'contribution',
    'contribution_picture_file',
    'contribution_picture',
  ],
  // What speaks or signs for the network. No backup has it, but the database as it was at an instant does.
  ...['signing_secret', 'fediverse_secret', 'outlet_token'],
  // Made of published posts, and made anew within a minute.
  ...['post_search', 'search_word'],
]

/**
 * Puts made-up names, addresses and texts in place of real ones, everywhere and alike: who was one person is one still,
 * and partners of former rounds are known again. What was what is not written down anywhere.
 */
export async function scrub(tx: Tx): Promise<void> {
  await sql`create temporary table scrub_salt on commit drop as select gen_random_uuid()::text as salt`.execute(
    tx,
  )
  for (const table of emptied) await sql`delete from ${sql.table(table)}`.execute(tx)
  for (const [table, columns] of Object.entries(madeUp)) {
    const changes = Object.entries(columns).map(
      ([column, kind]) => sql`${sql.ref(column)} = ${kind(sql.ref(column))}`,
    )
    await sql`update ${sql.table(table)} set ${sql.join(changes)}`.execute(tx)
  }
}
