//! What is said on the way to a server on another machine cannot be read, and who answers there proves its name.

use postgres::NoTls;
use store::{Store, StoreAddress};

use crate::places::Place;
use crate::server::Server;

fn refusal(address: &str) -> String {
    Store::open(&StoreAddress::Postgres(address.into())).expect_err("it is refused").to_string()
}

#[test]
fn a_server_that_proves_its_name_is_spoken_to_in_secret_and_another_not_at_all() {
    let Some(server) = Server::start_encrypted() else { return };
    let by_socket = server.database();
    let name = by_socket.trim_start_matches("postgres:///").split('?').next().unwrap();
    let (port, roots) = (server.port(), server.roots());
    let address = |host: &str, words: &str| format!("postgres://postgres@{host}:{port}/{name}?{words}");
    let with_roots = format!("sslrootcert={}", roots.display());

    for mode in ["require", "verify-full"] {
        let store = Store::open(&StoreAddress::Postgres(address("localhost", &format!("sslmode={mode}&{with_roots}"))));
        let store = store.unwrap_or_else(|trouble| panic!("{trouble}"));
        let mut beside = postgres::Client::connect(&by_socket, NoTls).unwrap();
        let statement = "select ssl from pg_stat_ssl join pg_stat_activity using (pid) where application_name = 'commonweal'";
        store.last_number().unwrap();
        let is_encrypted: Vec<bool> = beside.query(statement, &[]).unwrap().iter().map(|row| row.get(0)).collect();
        assert!(!is_encrypted.is_empty() && is_encrypted.iter().all(|is| *is), "{is_encrypted:?}");
    }

    let unknown = refusal(&address("localhost", "sslmode=require"));
    assert!(unknown.contains("UnknownIssuer") && unknown.contains("sslrootcert=FILE"), "{unknown}");
    let other_name = refusal(&address("127.0.0.1", &format!("sslmode=require&{with_roots}")));
    assert!(other_name.contains("not valid for name"), "{other_name}");
}

#[test]
fn a_server_that_cannot_encrypt_is_refused_where_that_was_asked() {
    let Some(place) = Place::on_a_server() else { return };
    let StoreAddress::Postgres(address) = &place.address else { unreachable!("it is on a server") };
    let refused = refusal(&format!("{address}&sslmode=require"));
    assert!(refused.contains("does not support TLS") && refused.contains("ssl = on"), "{refused}");
}
