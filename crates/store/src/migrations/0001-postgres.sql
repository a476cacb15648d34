-- The log, its head, and those who write in it.
-- The log is only added to: the two triggers refuse everything else, so that a slip cannot change it. Who takes the triggers
-- away first is found by the digests.
create table entries (
    number bigint primary key,
    record text not null,
    version bigint not null,
    entered bigint not null,
    account text not null,
    author text not null,
    why text not null,
    change text not null,
    digest text not null,
    unique (record, version)
);

create function refuse_to_change_the_log() returns trigger language plpgsql as $$
begin raise exception 'an entry of the log is never changed or removed'; end $$;

create trigger entries_are_never_changed before update or delete on entries
for each row execute function refuse_to_change_the_log();

create trigger entries_are_never_removed before truncate on entries
for each statement execute function refuse_to_change_the_log();

-- One row: the last number and digest. Two writers cannot both hold it.
create table head (
    one bigint primary key check (one = 1),
    number bigint not null,
    digest text not null
);

insert into head (one, number, digest) values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- Names that are sorted by are sorted by their bytes, as they are in SQLite.
create table accounts (
    id text collate "C" primary key,
    email text not null unique,
    name text not null,
    password text,
    issuer text,
    subject text,
    added bigint not null,
    closed bigint,
    unique (issuer, subject)
);

create table sessions (
    digest text primary key,
    account text collate "C" not null references accounts (id),
    form_token text not null,
    opened bigint not null,
    seen bigint not null,
    ends bigint not null
);

create index sessions_of_account on sessions (account);

create table tokens (
    digest text primary key,
    purpose text not null,
    about text not null,
    ends bigint not null
);

create table attempts (
    about text not null,
    made bigint not null
);

create index attempts_about on attempts (about, made);
create index attempts_made on attempts (made);
