-- Outlines of areas that a person has loaded, by set.
create table boundary_sets (
    name text collate "C" primary key,
    vintage text not null,
    digest text not null
);

create table outlines (
    name text collate "C" not null references boundary_sets (name),
    code text collate "C" not null,
    outline text not null,
    primary key (name, code)
);
