//! Both databases have the same tables, and an older register is taken forward.

use std::collections::BTreeSet;

use postgres::NoTls;
use store::StoreAddress;

use crate::places::{Place, assert_whole, confirmed, enter, on_both};

/// Tables and columns, each with whether it may be empty and whether it is a number or a text.
fn columns(place: &Place) -> BTreeSet<String> {
    match &place.address {
        StoreAddress::Sqlite(path) => {
            let open = rusqlite::Connection::open(path).unwrap();
            let mut asked = open
                .prepare(
                    "select t.name, c.name, c.type, c.\"notnull\" or c.pk > 0 from pragma_table_list t, pragma_table_info(t.name) c \
                     where t.type = 'table' and t.name not like 'sqlite_%'",
                )
                .unwrap();
            let rows = asked.query_map([], |row| {
                let is_text = row.get::<_, String>(2)? == "TEXT";
                Ok(format!("{}.{} text:{is_text} needed:{}", row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, bool>(3)?))
            });
            rows.unwrap().map(Result::unwrap).collect()
        }
        StoreAddress::Postgres(address) => {
            let statement = "select table_name::text, column_name::text, data_type = 'text', is_nullable = 'NO' \
                             from information_schema.columns where table_schema = 'public'";
            let rows = postgres::Client::connect(address, NoTls).unwrap().query(statement, &[]).unwrap();
            let line = |row: &postgres::Row| {
                format!(
                    "{}.{} text:{} needed:{}",
                    row.get::<_, String>(0),
                    row.get::<_, String>(1),
                    row.get::<_, bool>(2),
                    row.get::<_, bool>(3)
                )
            };
            rows.iter().map(line).collect()
        }
    }
}

#[test]
fn both_databases_have_the_same_tables_and_columns() {
    let (file, Some(server)) = (Place::in_a_file(), Place::on_a_server()) else { return };
    file.open();
    server.open();
    let (in_file, on_server) = (columns(&file), columns(&server));
    assert!(in_file.len() > 30, "{in_file:#?}");
    assert_eq!(in_file, on_server);
}

/// The first step as it was released, written out here so that nobody changes it unseen.
#[test]
fn a_register_of_the_first_version_is_taken_forward_with_what_is_in_it() {
    on_both(|place| {
        let (first_step, table) = match &place.address {
            StoreAddress::Sqlite(_) => (
                include_str!("../../src/migrations/0001-sqlite.sql"),
                "pragma application_id = 1131245143; create table schema_steps (version integer primary key, done integer not null) strict;",
            ),
            StoreAddress::Postgres(_) => (
                include_str!("../../src/migrations/0001-postgres.sql"),
                "create table schema_steps (version bigint primary key, done bigint not null);",
            ),
        };
        place.behind_its_back(&format!(
            "{table} {first_step} insert into schema_steps (version, done) values (1, 0); \
             insert into accounts (id, email, name, added) values ('a1', 'ann@example.org', 'Ann', 5)"
        ));
        assert!(!columns(place).iter().any(|column| column.starts_with("outlines.")));
        let store = place.open();
        assert_eq!(store.account("a1").unwrap().unwrap().name, "Ann");
        enter(&store, &confirmed("legal"), "");
        assert_whole(&store, 1);
        let new = Place::in_a_file();
        new.open();
        assert_eq!(columns(place), columns(&new));
    });
}
