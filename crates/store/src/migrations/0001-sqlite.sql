-- The log, its head, and those who write in it.
-- The log is only added to: the two triggers refuse everything else, so that a slip cannot change it. Who takes the triggers
-- away first is found by the digests.
create table entries (
    number integer primary key,
    record text not null,
    version integer not null,
    entered integer not null,
    account text not null,
    author text not null,
    why text not null,
    change text not null,
    digest text not null,
    unique (record, version)
) strict;

create trigger entries_are_never_changed before update on entries
begin select raise(abort, 'an entry of the log is never changed'); end;

create trigger entries_are_never_removed before delete on entries
begin select raise(abort, 'an entry of the log is never removed'); end;

-- One row: the last number and digest. Two writers cannot both hold it.
create table head (
    one integer primary key check (one = 1),
    number integer not null,
    digest text not null
) strict;

insert into head (one, number, digest) values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

create table accounts (
    id text primary key not null,
    email text not null unique,
    name text not null,
    password text,
    issuer text,
    subject text,
    added integer not null,
    closed integer,
    unique (issuer, subject)
) strict;

create table sessions (
    digest text primary key not null,
    account text not null references accounts (id),
    form_token text not null,
    opened integer not null,
    seen integer not null,
    ends integer not null
) strict;

create index sessions_of_account on sessions (account);

create table tokens (
    digest text primary key not null,
    purpose text not null,
    about text not null,
    ends integer not null
) strict;

create table attempts (
    about text not null,
    made integer not null
) strict;

create index attempts_about on attempts (about, made);
create index attempts_made on attempts (made);
