//! A game from a case: what every group of the partners would gain by sharing without the others, and how to divide the whole fairly.
//!
//! The rule: a group has its own part of every benefit, and of every cost its part of what varies and the whole of what is fixed, since a
//! system is bought however many use it. A body alone shares with nobody and gains nothing. Cash alone is divided, at its present value and
//! central estimate, since only money can be paid over; a partner and its successor are one. Payments in the file are not in the
//! game: they are what the answer is compared with.

use partnerships::{BetterOutside, Coalition, Fault, Game, GameKind, Rule, Weighting, judged};

use crate::appraisal::appraise;
use crate::case::{Case, CaseOption};
use crate::line::{Kind, Line};

/// The most partners for which a fair split is worked out beside a case; `commonweal split` goes further.
pub const MOST_PARTNERS_SPLIT: usize = 10;

/// How the cash of an option could be divided. Amounts are pounds of present value, one for each partner.
#[derive(Clone, Debug, PartialEq)]
pub struct FairSplit {
    /// The splits, which is recommended, and why.
    pub splits: partnerships::Comparison,
    /// What each partner has under the file's own payments, with its successor.
    pub now: Vec<f64>,
    /// The groups that would be better off sharing without the others than they are now.
    pub better_outside_now: BetterOutside,
    /// The game, which names groups.
    pub game: Game,
}

impl FairSplit {
    /// What each would have to be paid, beyond the file's own payments, to have what is recommended; they add up to nothing.
    pub fn payments(&self) -> Vec<f64> {
        self.splits.recommended().amounts.iter().zip(&self.now).map(|(fair, now)| fair - now).collect()
    }
}

/// The fair splits of an option; `None` where it has no cash to divide, or fewer than two or too many partners for that.
///
/// # Errors
/// When the game cannot be worked out.
pub fn fair_split(case: &Case, option: &CaseOption) -> Result<Option<FairSplit>, Fault> {
    if !(2..=MOST_PARTNERS_SPLIT).contains(&case.partners.len()) || !option.lines.iter().any(Line::is_cash) {
        return Ok(None);
    }
    let present = appraise(case, option).lines;
    let game = game(case, option, &present)?;
    let today: Vec<f64> = case.partners.iter().map(|partner| partner.today_yearly_pounds).collect();
    let by_today = Weighting { name: "what each spends today".to_string(), weights: today };
    let weightings = if by_today.weights.iter().sum::<f64>() > 0.0 { vec![by_today] } else { Vec::new() };
    let splits = partnerships::compare(&game, &weightings)?;
    let now = as_the_file_has_it(case, option, &present);
    let better_outside_now = judged(&game, Rule::ByWeight("the file".to_string()), now.clone()).better_outside;
    Ok(Some(FairSplit { splits, now, better_outside_now, game }))
}

fn game(case: &Case, option: &CaseOption, present: &[f64]) -> Result<Game, Fault> {
    let names = case.partners.iter().map(|partner| partner.name.clone()).collect();
    Game::from_rule(GameKind::Saving, names, |group| gained_by(option, present, group))
}

/// What a group would gain by sharing without the others.
fn gained_by(option: &CaseOption, present: &[f64], group: Coalition) -> f64 {
    if group.size() < 2 {
        return 0.0;
    }
    let lines = option.lines.iter().zip(present).filter(|(line, _)| line.is_cash() && line.kind != Kind::Payment);
    lines
        .map(|(line, present)| {
            let share: f64 = group.members().map(|partner| line.shares[partner]).sum();
            let fixed = if line.is_cost() { line.fixed_share } else { 0.0 };
            present * (fixed + (1.0 - fixed) * share)
        })
        .sum()
}

/// The present value of what each partner and its successor have together.
fn as_the_file_has_it(case: &Case, option: &CaseOption, present: &[f64]) -> Vec<f64> {
    let of_partner = |partner: usize| {
        let lines = option.lines.iter().zip(present).filter(|(line, _)| line.is_cash());
        lines.map(|(line, present)| line.shares[partner] * present).sum()
    };
    (0..case.partners.len()).map(of_partner).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{case_of, option_lines};

    /// Aldford buys a press of 100 that both need whole; each saves 80; nothing is paid over.
    fn shared() -> Case {
        case_of(
            &[],
            &option_lines(
                "[[option.cost]]\nwhat = \"Press\"\nspend = \"capital\"\nyear = \"2026-27\"\namount = 100\nfixed = 1\nbody = \"aldford\"\nevidence = \"quotation\"\n\
                 [[option.benefit]]\nwhat = \"Prints\"\nkind = \"cashable\"\nvalue = \"fiscal\"\nyear = \"2026-27\"\namount = 160\nsplit = \"equal\"\nevidence = \"plan\"\n",
            ),
        )
    }

    #[test]
    fn two_equal_partners_of_whom_one_bought_the_press_are_even_when_the_other_pays_half_of_it() {
        let case = shared();
        let split = fair_split(&case, &case.options[2]).unwrap().unwrap();
        // Aldford is 20 out of pocket, Bexton 80 better off; 60 together, hence 30 each.
        assert_eq!(split.now, [-20.0, 80.0]);
        let payments = split.payments();
        assert!((payments[0] - 50.0).abs() < 1e-6 && (payments[1] + 50.0).abs() < 1e-6, "{payments:?}");
    }

    #[test]
    fn what_is_fixed_weighs_on_a_small_group_as_on_a_large_one() {
        let partners = ["id = \"aldford\"\ntoday_yearly = 1", "id = \"bexton\"\ntoday_yearly = 1", "id = \"carrow\"\ntoday_yearly = 1"];
        let lines = "[[option.cost]]\nwhat = \"System\"\nspend = \"capital\"\nyear = \"2026-27\"\namount = 90\nfixed = 1\nsplit = \"equal\"\nevidence = \"quotation\"\n\
            [[option.benefit]]\nwhat = \"Posts\"\nkind = \"cashable\"\nvalue = \"fiscal\"\nyear = \"2026-27\"\namount = 180\nsplit = \"equal\"\nevidence = \"plan\"\n";
        let case = case_of(&partners, &option_lines(lines));
        let split = fair_split(&case, &case.options[2]).unwrap().unwrap();
        // Two save 120 and pay the whole 90: 30. Three save 180 and pay 90.
        assert!((split.game.value(Coalition(0b011)) - 30.0).abs() < 1e-9);
        assert!((split.game.total() - 90.0).abs() < 1e-9);
        assert_eq!(split.game.value(Coalition::alone(1)), 0.0);
    }

    #[test]
    fn where_there_is_no_cash_there_is_nothing_to_divide() {
        let case = shared();
        assert_eq!(fair_split(&case, &case.options[0]), Ok(None));
    }
}
