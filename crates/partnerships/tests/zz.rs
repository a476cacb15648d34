//! speed scratch file to be removed
use partnerships::*;
fn h(x: u64) -> f64 {
    let mut h = x.wrapping_mul(0x9E3779B97F4A7C15);
    h ^= h >> 29;
    h = h.wrapping_mul(0xBF58476D1CE4E5B9);
    h ^= h >> 32;
    (h % 10000) as f64 / 10000.0
}
#[test]
fn speed() {
    for n in [16, 18, 20] {
        let worth = |g: Coalition| g.size() as f64 * 10.0 * h(g.0);
        let t = std::time::Instant::now();
        let g = Grouping { bodies: (0..n).map(|i| format!("B{i}")).collect(), worth: &worth, price_per_point: 1.0, constraints: vec![] };
        let r = best_groups(&g, 10).unwrap();
        println!("{n} {:?} {} {}", t.elapsed(), r.best.len(), r.best[0].worth);
    }
    let m = |n: usize| {
        CostModel::of(
            (0..n)
                .map(|i| PartnerCosts {
                    name: format!("B{i}"),
                    fixed: 100.0 + 300.0 * h(i as u64 + 77),
                    variable: 200.0 + 1500.0 * h(i as u64 + 1000),
                    volume: 20.0 + 100.0 * h(i as u64 + 5000),
                })
                .collect(),
            Sharing { fixed_saved: 0.5, saved_by_doubling: 0.05, enough_volume: 250.0, price_per_point: 0.0 },
        )
        .unwrap()
    };
    for (n, k) in [(20, 20), (24, 4), (24, 6), (30, 5), (42, 4), (42, 5)] {
        let m = m(n);
        let worth = |g: Coalition| m.saving(g);
        for random in [false, true] {
            let w2 = |g: Coalition| if random { g.size() as f64 * 10.0 * h(g.0) } else { worth(g) };
            let t = std::time::Instant::now();
            let g = Grouping {
                bodies: (0..n).map(|i| format!("B{i}")).collect(),
                worth: &w2,
                price_per_point: 8.0,
                constraints: vec![Constraint::LargestSize(k)],
            };
            let r = best_groups(&g, 10).unwrap();
            println!(
                "n {n} k {k} random {random} {:?} {} best {} bound {} proven {} {:?}",
                t.elapsed(),
                r.best.len(),
                r.best[0].worth,
                r.bound,
                r.is_proven,
                r.best[0].groups.iter().map(|g| g.size()).collect::<Vec<_>>()
            );
        }
    }
}
