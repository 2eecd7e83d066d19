-- What directors made of the sentences of emails. Each change of a sentence is a row; none is ever changed.

create table wording_revision (
  id bigint generated always as identity primary key,
  feature text not null,
  key text not null,
  locale text not null,
  number int not null,
  text text,
  ours text not null,
  written_by uuid references person on delete set null,
  written_at timestamptz not null,
  constraint wording_revision_once unique (feature, key, locale, number),
  constraint wording_revision_counted check (number > 0),
  constraint wording_revision_said check (text <> '')
);
comment on table wording_revision is 'How the network says a sentence of its emails, or said it, in one language. The newest of each counts; a sentence that nobody has changed is said as it comes with Twinleaf.';
comment on column wording_revision.feature is 'Whose sentence it is, `pairings`; with its key, `intro.ice.1`, as in the word files.';
comment on column wording_revision.number is 'Counted from 1 for each sentence and language. Two who change it at once would both make the next one: the second is told.';
comment on column wording_revision.text is 'Null: from here on it is said again as it comes.';
comment on column wording_revision.ours is 'How it came with Twinleaf when this was written, so that a later change of ours can be shown.';
comment on column wording_revision.written_by is 'Null for the terminal, and once the person is erased.';

-- Read with the settings of the network, which are kept until something that everyone may see has changed.
create trigger wording_revision_tells after insert or update or delete or truncate on wording_revision
  for each statement execute function tell_public_change();
