// The tables in SQLite, as steps: step n brings a file from version n to n + 1 and is never changed once released.

/** "Rund" in ASCII: tells our files from other SQLite databases. */
export const applicationId = 0x52756e64

/*
 * WITHOUT ROWID: rows lie in key order, and no hidden serial number remembers in which order they came, which for
 * ballots would be the order of voting. Sealed ballots have one on purpose: they are appended in the order of t, so
 * that their numbers and their places on the disk say that order and nothing else.
 * Only access and the ballot box have foreign keys: a workshop's row is written last when it is founded, so that no
 * link opens half a workshop.
 */
export const migrations: readonly string[] = [
  `
  create table heartbeat (beat integer not null) strict; -- one row, written to see whether writing works
  insert into heartbeat (beat) values (0);

  create table workshop (
    workshop_id text primary key,
    code text not null unique,
    created_at integer not null
  ) strict, without rowid;

  create table link (
    workshop_id text not null references workshop (workshop_id),
    role text not null,
    person_id text not null, -- '' for the four links of the workshop
    secret_hash blob not null,
    sealed_secret blob,
    primary key (workshop_id, role, person_id),
    unique (workshop_id, secret_hash)
  ) strict, without rowid;

  create table seat (
    token_hash blob primary key,
    workshop_id text not null references workshop (workshop_id),
    role text not null,
    person_id text,
    created_at integer not null
  ) strict, without rowid;
  create index seat_of_workshop on seat (workshop_id, role, person_id);

  create table person_name (
    workshop_id text not null,
    person_id text not null,
    name text not null,
    primary key (workshop_id, person_id)
  ) strict, without rowid;

  create table event_head (workshop_id text primary key, seq integer not null) strict, without rowid;
  create table event (
    workshop_id text not null,
    seq integer not null,
    body text not null,
    primary key (workshop_id, seq)
  ) strict, without rowid;
  create table answer (
    workshop_id text not null,
    person_id text not null, -- '' for the server's own commands
    command_id text not null,
    reply text not null,
    primary key (workshop_id, person_id, command_id)
  ) strict, without rowid;

  create table board_head (workshop_id text primary key, seq integer not null) strict, without rowid;
  create table board_update (
    workshop_id text not null,
    seq integer not null,
    bytes blob not null,
    primary key (workshop_id, seq)
  ) strict, without rowid;
  create table board_snapshot (
    workshop_id text primary key,
    up_to integer not null,
    bytes blob not null
  ) strict, without rowid;
  create table board_client (
    workshop_id text not null,
    client_id integer not null,
    person_id text not null,
    primary key (workshop_id, client_id)
  ) strict, without rowid;

  create table poll (
    poll_id text primary key,
    workshop_id text not null,
    state text not null,
    manifest blob not null,
    pk blob not null,
    receipt_pk blob not null,
    bundle blob,
    bundle_hash blob
  ) strict, without rowid;
  create table poll_secret ( -- a row until the poll is sealed
    poll_id text primary key references poll (poll_id),
    sk blob not null,
    receipt_sk blob not null
  ) strict, without rowid;
  create table poll_issue ( -- no time: who received a ballot, never when
    poll_id text not null references poll (poll_id),
    person_id text not null,
    blinded blob, -- until the poll is sealed
    primary key (poll_id, person_id)
  ) strict, without rowid;
  create table ballot ( -- of polls that are not sealed yet; no time, no order, no person
    poll_id text not null references poll (poll_id),
    t blob not null,
    rev integer not null,
    body blob not null,
    mac blob not null,
    primary key (poll_id, t)
  ) strict, without rowid;
  create table sealed_ballot ( -- written once when the poll is sealed; null where it was suppressed
    poll_id text not null references poll (poll_id),
    t blob not null,
    rev integer,
    body blob,
    mac blob
  ) strict;
  create index sealed_ballot_of_poll on sealed_ballot (poll_id);
  `,
  `
  create table silent_draft ( -- notes of silent writing until they are placed; no time, no order
    workshop_id text not null,
    round_id text not null,
    person_id text not null,
    draft_id text not null,
    text text not null,
    kind text,
    stage_id text,
    lane_id text,
    department_id text,
    primary key (workshop_id, round_id, person_id, draft_id)
  ) strict, without rowid;
  create table silent_round ( -- a row from the end of the writing on: nothing more is taken
    workshop_id text not null,
    round_id text not null,
    placing blob, -- the update that places its notes, until the board has it
    is_done integer not null,
    primary key (workshop_id, round_id)
  ) strict, without rowid;

  create table board_history (
    workshop_id text not null,
    entry_id text not null,
    kind text not null,
    name text,
    item_title text,
    person_id text,
    at integer not null,
    board_seq integer not null,
    bytes blob not null,
    primary key (workshop_id, entry_id)
  ) strict, without rowid;
  `,
  `
  create table image ( -- with row numbers: rows this large would make a tree without them slow to walk
    workshop_id text not null,
    image_id text not null,
    type text not null,
    size integer not null,
    bytes blob not null,
    primary key (workshop_id, image_id)
  ) strict;
  create index image_size on image (workshop_id, size); -- sums without walking over the bytes
  `,
  `
  create table brought_bundle ( -- of polls that were sealed elsewhere, and came in a file
    workshop_id text not null,
    poll_id text not null,
    bundle_hash blob not null,
    bundle blob not null,
    primary key (workshop_id, poll_id)
  ) strict, without rowid;
  create index brought_bundle_of_poll on brought_bundle (poll_id, bundle_hash);
  `,
  `
  create table webhook (
    workshop_id text primary key,
    url text not null,
    sealed_secret blob not null
  ) strict, without rowid;
  create table webhook_delivery (
    workshop_id text not null,
    delivery_id text not null,
    queued_at integer not null,
    session integer,
    state text not null,
    attempts integer not null,
    last_at integer,
    next_at integer,
    failure text,
    status integer,
    primary key (workshop_id, delivery_id)
  ) strict, without rowid;
  create index webhook_delivery_waiting on webhook_delivery (next_at) where state = 'waiting';
  `,
  `
  -- A day, not a moment: when somebody was last there. Workshops that are older than this column begin with today.
  alter table workshop add column touched_at integer not null default 0;
  update workshop set touched_at = (unixepoch() / 86400) * 86400000;
  create table deletion (workshop_id text primary key) strict, without rowid; -- a row until nothing can come in behind it
  `,
  `
  create table seat_offer ( -- a row until it is taken up: a link by which one person comes back, once
    workshop_id text not null references workshop (workshop_id),
    person_id text not null,
    role text not null,
    secret_hash blob not null,
    offered_by text, -- null: whoever runs the server
    expires_at integer not null,
    primary key (workshop_id, person_id),
    unique (workshop_id, secret_hash)
  ) strict, without rowid;
  `,
  `
  -- For good, and nothing but the SHA-256 of a random id: tells only a browser that was there and still knows it.
  create table deleted_workshop (workshop_hash blob primary key) strict, without rowid;
  `,
  `
  -- The log says so, too; this answers whoever asks without a seat, without reading a log.
  create table erased_person (
    workshop_id text not null,
    person_id text not null,
    primary key (workshop_id, person_id)
  ) strict, without rowid;
  insert or ignore into erased_person
    select workshop_id, json_extract(body, '$.personId') from event
    where body like '%"person.erased"%' and json_extract(body, '$.type') = 'person.erased';
  `,
]
