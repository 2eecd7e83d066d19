-- What a network says of itself: its name, its look, how it writes. Until it is named it goes by a neutral one.

create table network_picture (
  id uuid primary key default gen_random_uuid(),
  bytes bytea not null,
  width int not null,
  height int not null,
  added_at timestamptz not null,
  constraint network_picture_has_size check (width > 0 and height > 0),
  constraint network_picture_small check (octet_length(bytes) between 1 and 300000)
);
comment on table network_picture is 'Pictures that were uploaded as the network''s sign, written anew by us as WebP. Those before stay: pages that others keep still show them.';

create table network (
  only_one boolean primary key default true,
  locales text[] not null default '{en,es,ar}',
  zone text not null default 'UTC',
  sign text not null default 'leaves',
  picture_id uuid references network_picture,
  accent text,
  sender_name text not null default '',
  reply_to text not null default '',
  postal text not null default '',
  begun_at timestamptz,
  begun_by uuid references person on delete set null,
  constraint network_only_one check (only_one),
  constraint network_speaks check (cardinality(locales) > 0),
  constraint network_sign_known check (sign in ('leaves', 'book', 'bridge', 'globe')),
  constraint network_accent_is_colour check (accent ~ '^#[0-9a-f]{6}$')
);
comment on table network is 'The settings of the network, one row once any was changed; the defaults are those of its columns. What they were before is in the journal.';
comment on column network.locales is 'Languages that pages are offered in, the network''s own one first.';
comment on column network.zone is 'IANA zone in which new rounds and new people start.';
comment on column network.sign is 'Which of our own signs it has; a picture takes its place.';
comment on column network.accent is 'Colour of links and buttons as #rrggbb, dark enough to be read on paper; null for ours.';
comment on column network.sender_name is 'Whom emails come from; empty for the name of the network. The address is the operator''s, MAIL_FROM.';
comment on column network.reply_to is 'Where answers to emails go; empty for the address they come from.';
comment on column network.postal is 'A line under every email, for instance a postal address.';
comment on column network.begun_at is 'When someone opened the address that `serve` printed and became the first director. It happens once.';

create table network_text (
  locale text primary key,
  name text not null default '',
  short_name text not null default '',
  tagline text not null default '',
  signature text not null default ''
);
comment on table network_text is 'What the network is called, and how it signs, in each language. What is empty is said as in its first language.';

create table network_link (
  position int primary key,
  label text not null,
  href text not null,
  constraint network_link_few check (position between 1 and 6),
  constraint network_link_said check (label <> ''),
  constraint network_link_leads check (href ~ '^https?://')
);
comment on table network_link is 'Where else the network is to be found; under every page.';
