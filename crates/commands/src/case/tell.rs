//! A case on a terminal: tables and sentences.
//!
//! The rule: the answer first, then who pays and who gains, then what it rests on. The tables say the same as the paper.

use actions::WorkedOut;
use cases::{
    Compared, Leave, Reason, Worth, cash_view, cautions, cautions_of, fair_split, in_a_hundred, in_draws, price_of_leaving, short,
    still_to_fill_in, switching_values, tornado,
};
use definitions::Pence;

use crate::screen::Screen;
use crate::table::{Side, lines, plain};

/// The options side by side.
pub(super) fn compared(worked_out: &WorkedOut, screen: &Screen) {
    let (case, comparison) = (&worked_out.case, &worked_out.comparison);
    heading(&format!("{}: {} years from {}, in prices of {}", case.title, case.years, case.first_year, case.price_year), screen);
    let headings = [
        ("Option", Side::Left),
        ("Middle", Side::Right),
        ("Low", Side::Right),
        ("High", Side::Right),
        ("Chance of loss", Side::Right),
        ("Cash", Side::Right),
        ("Benefits per £1", Side::Right),
        ("Paid back", Side::Right),
    ];
    let rows: Vec<Vec<String>> =
        case.options.iter().zip(&comparison.options).map(|(option, compared)| row(worked_out, &option.name, compared)).collect();
    table(&headings, &rows, screen);
    screen.advise(
        "Middle, low and high: the 50th, 10th and 90th percentile of net present social value. Benefits per £1 is no test to pass.",
    );
    screen.say("");
    let so_far = if still_to_fill_in(case).is_some() {
        "First by the figures so far, of which some are still to be filled in"
    } else {
        "First by the figures"
    };
    screen.say(&match comparison.best {
        Some(best) => format!("{so_far}: {}", plain(&case.options[best].name)),
        None => "First by the figures: business as usual, since nothing here is worth more.".to_string(),
    });
    for (place, (option, compared)) in case.options.iter().zip(&comparison.options).enumerate() {
        let words = if comparison.best == Some(place) { "what speaks against it" } else { "why not" };
        if !compared.reasons.is_empty() {
            screen.say(&plain(&format!("{}: {words}", option.name)));
            compared.reasons.iter().for_each(|reason| screen.say(&plain(&format!("  - {reason}"))));
        }
    }
    let of_options = case.options.iter().zip(&comparison.options).flat_map(|(option, compared)| cautions_of(option, &compared.chances));
    known(comparison.lacking.iter().cloned().chain(of_options).chain(cautions(case)), screen);
}

/// One option in full.
pub(super) fn appraised(worked_out: &WorkedOut, place: usize, screen: &Screen) {
    let (case, option) = (&worked_out.case, &worked_out.case.options[place]);
    let compared = &worked_out.comparison.options[place];
    heading(&format!("{}: {}", case.title, option.name), screen);
    if option.lines.is_empty() {
        screen.say("This option changes nothing: nothing is spent, nothing gained, and no body pays another.");
        return known(worked_out.comparison.lacking.iter().cloned().chain(cautions(case)), screen);
    }
    let public = compared.chances.public();
    screen.say(&format!(
        "Worth {} over {} years in the middle case, {} to {} (one time in ten beyond each end); less than doing nothing {}.",
        short(public.p50),
        case.years,
        short(public.p10),
        short(public.p90),
        in_draws(public.chance_of_loss)
    ));
    let costs = &compared.chances.costs;
    if costs.p50 > 0.0 {
        screen.say(&format!(
            "Its costs: {} in the middle case, {} or more one time in five, {} or more one time in twenty.",
            short(costs.p50),
            short(costs.p80),
            short(costs.p95)
        ));
    }
    if let Some(net) = compared.appraisal.sensitivity_net {
        screen.say(&format!("Without pure time preference, asked for beyond 50 years, the central result is {}.", short(net)));
    }
    until(worked_out, compared, screen);
    by_year(worked_out, place, screen);
    by_body(worked_out, compared, screen);
    fair(worked_out, place, screen);
    what_moves_it(worked_out, place, screen);
    leaving(worked_out, place, screen);
    known(worked_out.comparison.lacking.iter().cloned().chain(cautions_of(option, &compared.chances)).chain(cautions(case)), screen);
}

fn row(worked_out: &WorkedOut, name: &str, compared: &Compared) -> Vec<String> {
    let public = compared.chances.public();
    vec![
        name.to_string(),
        short(public.p50),
        short(public.p10),
        short(public.p90),
        in_a_hundred(public.chance_of_loss),
        short(compared.chances.cash.p50),
        compared.appraisal.public.ratio().map_or("no cost".to_string(), |ratio| format!("{ratio:.2}")),
        paid_back(worked_out, &compared.appraisal.public),
    ]
}

fn paid_back(worked_out: &WorkedOut, worth: &Worth) -> String {
    if worth.costs == 0.0 {
        return "no cost".to_string();
    }
    let year = worth.payback_year.and_then(|year| worked_out.case.financial_years().get(year as usize).copied());
    year.map_or("never".to_string(), |year| year.to_string())
}

fn until(worked_out: &WorkedOut, compared: &Compared, screen: &Screen) {
    let case = &worked_out.case;
    heading("\nSooner and later", screen);
    let headings = [
        ("Counted", Side::Left),
        ("Central", Side::Right),
        ("Middle", Side::Right),
        ("Low", Side::Right),
        ("High", Side::Right),
        ("Chance of loss", Side::Right),
        ("Cash, central", Side::Right),
    ];
    let rows: Vec<Vec<String>> = compared
        .appraisal
        .until
        .iter()
        .zip(&compared.chances.until)
        .map(|(until, spread)| {
            let counted = match &until.reason {
                Reason::Years(years) => format!("{years} years"),
                Reason::PartnersEnd(partners) => {
                    let names: Vec<&str> = partners.iter().map(|partner| case.partners[*partner].name.as_str()).collect();
                    format!("to {}, when {} ends", until.day.long(), names.join(" and "))
                }
            };
            let loss = in_a_hundred(spread.chance_of_loss);
            vec![counted, short(until.public.net()), short(spread.p50), short(spread.p10), short(spread.p90), loss, short(until.cash.net())]
        })
        .collect();
    table(&headings, &rows, screen);
    screen.advise("Central: every figure at its centre. Middle: what half of the draws do not reach.");
}

/// Cash of each body by year.
fn by_year(worked_out: &WorkedOut, place: usize, screen: &Screen) {
    let case = &worked_out.case;
    let cash = cash_view(case, &case.options[place]);
    let names: Vec<&str> = worked_out.comparison.options[place]
        .appraisal
        .holders
        .all
        .iter()
        .map(|holder| holder.name.as_str())
        .chain(["All together"])
        .collect();
    heading("\nWho pays (-) and who gains, in the pounds of each year", screen);
    // Years stand below each other, so that a case of sixty fits a terminal.
    let mut headings = vec![("Year", Side::Left)];
    headings.extend(names.iter().map(|name| (*name, Side::Right)));
    let cell = |amount: Pence| if amount == Pence::ZERO { "·".to_string() } else { amount.short() };
    let rows_of_bodies = || cash.rows.iter().chain([&cash.whole]);
    let mut rows: Vec<Vec<String>> = (0..cash.years.len())
        .map(|year| std::iter::once(cash.years[year].to_string()).chain(rows_of_bodies().map(|row| cell(row.net[year]))).collect())
        .collect();
    rows.push(std::iter::once("All years".to_string()).chain(rows_of_bodies().map(|row| cell(row.total()))).collect());
    table(&headings, &rows, screen);
}

fn by_body(worked_out: &WorkedOut, compared: &Compared, screen: &Screen) {
    heading("\nEach body's cash, discounted", screen);
    let headings = [
        ("Body", Side::Left),
        ("Central", Side::Right),
        ("Middle", Side::Right),
        ("Low", Side::Right),
        ("High", Side::Right),
        ("Chance of loss", Side::Right),
    ];
    let holders = &compared.appraisal.holders;
    let rows: Vec<Vec<String>> = holders
        .all
        .iter()
        .enumerate()
        .map(|(place, holder)| {
            let spread = &compared.chances.by_holder[place];
            let ends = holders.handovers.iter().find(|handover| handover.partner == place);
            let name = ends.map_or(holder.name.clone(), |handover| format!("{}, to {}", holder.name, handover.last_day.long()));
            let central = short(compared.appraisal.by_holder[place].cash);
            vec![name, central, short(spread.p50), short(spread.p10), short(spread.p90), in_a_hundred(spread.chance_of_loss)]
        })
        .collect();
    table(&headings, &rows, screen);
    if !compared.losers.is_empty() {
        let names: Vec<&str> = compared.losers.iter().map(|holder| holders.all[*holder].name.as_str()).collect();
        screen.say(&plain(&format!(
            "Money is lost by {} at the central estimate: agree a payment, or expect a refusal.",
            names.join(" and ")
        )));
    }
    let draws = definitions::thousands(u64::from(worked_out.case.draws.count));
    screen.advise(&format!("Chances: {draws} draws, the same on every run."));
}

/// What would be fair, and what each would have to be paid to have it.
fn fair(worked_out: &WorkedOut, place: usize, screen: &Screen) {
    let case = &worked_out.case;
    let Ok(Some(split)) = fair_split(case, &case.options[place]) else { return };
    let recommended = split.splits.recommended();
    heading(&format!("\nA fair split of the cash, by the {} (a judgement)", recommended.rule.name()), screen);
    let headings = [
        ("Partner, with its successor", Side::Left),
        ("As the file has it", Side::Right),
        ("Fair", Side::Right),
        ("To be paid", Side::Right),
    ];
    let payments = split.payments();
    let rows: Vec<Vec<String>> = case
        .partners
        .iter()
        .enumerate()
        .map(|(row, partner)| vec![partner.name.clone(), short(split.now[row]), short(recommended.amounts[row]), short(payments[row])])
        .collect();
    table(&headings, &rows, screen);
    for (group, gain) in split.better_outside_now.worst.iter().take(3) {
        screen.say(&plain(&format!(
            "Better off without the others, as the file has it: {}, by {}.",
            split.game.named(*group),
            short(*gain)
        )));
    }
}

fn what_moves_it(worked_out: &WorkedOut, place: usize, screen: &Screen) {
    let (case, option) = (&worked_out.case, &worked_out.case.options[place]);
    let bars = tornado(case, option);
    if bars.is_empty() {
        return;
    }
    heading("\nWhat moves the result most", screen);
    let headings = [("Figure", Side::Left), ("Result at its bad end", Side::Right), ("At its good end", Side::Right)];
    let rows: Vec<Vec<String>> = bars.iter().take(8).map(|bar| vec![bar.name.clone(), short(bar.worse), short(bar.better)]).collect();
    table(&headings, &rows, screen);
    let switching = switching_values(case, option);
    if let Some(benefits) = switching.all_benefits {
        screen.say(&format!("The result is nought where all benefits are {:.0} % of their estimate.", benefits * 100.0));
    }
}

fn leaving(worked_out: &WorkedOut, place: usize, screen: &Screen) {
    let case = &worked_out.case;
    let leaves = price_of_leaving(case, &case.options[place]);
    let years: Vec<String> = leaves.first().into_iter().flatten().map(|leave| leave.year.to_string()).collect();
    if years.is_empty() {
        return;
    }
    heading("\nWhat each would pay to leave at the start of a year (- is owed), in real prices", screen);
    let mut headings = vec![("Leaving in", Side::Left)];
    headings.extend(case.partners.iter().map(|partner| (partner.name.as_str(), Side::Right)));
    let rows: Vec<Vec<String>> = (0..years.len())
        .map(|year| std::iter::once(years[year].clone()).chain(leaves.iter().map(|of_partner| price(&of_partner[year]))).collect())
        .collect();
    table(&headings, &rows, screen);
    if leaves.iter().flatten().any(|leave| leave.disaggregation.is_none()) {
        screen.say("+? : the file does not say what taking that partner out would cost, so its price is too low.");
    }
}

/// A price from which something is missing says so.
fn price(leave: &Leave) -> String {
    let mark = if leave.disaggregation.is_none() { "+?" } else { "" };
    format!("{}{mark}", short(leave.pays()))
}

fn known(sentences: impl Iterator<Item = String>, screen: &Screen) {
    heading("\nBefore believing these figures", screen);
    sentences.for_each(|sentence| screen.say(&plain(&format!("- {sentence}"))));
}

fn heading(text: &str, screen: &Screen) {
    if let Some(text) = text.strip_prefix('\n') {
        screen.say("");
        screen.say(&screen.bold(&plain(text)));
    } else {
        screen.say(&screen.bold(&plain(text)));
    }
}

fn table(headings: &[(&str, Side)], rows: &[Vec<String>], screen: &Screen) {
    for (place, line) in lines(headings, rows, screen.width()).iter().enumerate() {
        screen.say(&if place == 0 { screen.bold(line) } else { line.clone() });
    }
}
