-- Outlines of areas that a person has loaded, by set.
create table boundary_sets (
    name text primary key not null,
    vintage text not null,
    digest text not null
) strict;

create table outlines (
    name text not null references boundary_sets (name),
    code text not null,
    outline text not null,
    primary key (name, code)
) strict;
