//! The store beside asynchronous work, as the website uses it.

use crate::places::on_both;

/// The client of PostgreSQL waits, which a thread that drives asynchronous work may not do. Asking goes through the pool for
/// work that waits; the last handle may be dropped anywhere.
#[test]
fn the_website_may_ask_from_its_pool_and_let_go_of_the_register_anywhere() {
    on_both(|place| {
        let store = place.open();
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).build().unwrap();
        runtime.block_on(async move {
            let asking: Vec<_> = (0..30)
                .map(|_| {
                    let store = store.clone();
                    tokio::task::spawn_blocking(move || store.last_number().unwrap())
                })
                .collect();
            for asked in asking {
                assert_eq!(asked.await.unwrap(), 0);
            }
            drop(store);
        });
    });
}
