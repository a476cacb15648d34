//! scratch
#![allow(clippy::disallowed_methods)]
fn main() {
    let t = std::fs::read_to_string(std::env::args().nth(1).unwrap()).unwrap();
    let c = match cases::read(&t) {
        Ok(c) => c,
        Err(m) => {
            for x in m {
                println!("line {} {}: {}", x.line, x.key, x.words)
            }
            return;
        }
    };
    let s = std::time::Instant::now();
    let k = cases::compare(&c);
    eprintln!("{:?}", s.elapsed());
    println!("best {:?} lacking {:?}", k.best, k.lacking);
    for (o, r) in c.options.iter().zip(&k.options) {
        let p = r.chances.public();
        println!(
            "{}: net {} bcr {:?} payback {:?} cash {} | P10 {} P50 {} P90 {} mean {} loss {} cashloss {} tail {}",
            o.name,
            cases::short(r.appraisal.public.net()),
            r.appraisal.public.ratio(),
            r.appraisal.public.payback_year,
            cases::short(r.appraisal.cash.net()),
            cases::short(p.p10),
            cases::short(p.p50),
            cases::short(p.p90),
            cases::short(p.mean),
            p.chance_of_loss,
            r.chances.cash.chance_of_loss,
            p.is_mean_ruled_by_its_tail()
        );
        for (h, w) in r.appraisal.holders.all.iter().zip(&r.appraisal.by_holder) {
            println!("    {} {}", h.name, cases::short(w.cash));
        }
        for x in &r.reasons {
            println!("   - {x}")
        }
    }
}
