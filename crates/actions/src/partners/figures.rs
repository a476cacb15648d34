//! Figures as they are read: so many decimals as the largest of them deserves, with commas, in their unit.
//!
//! The rule: all figures of one answer have the same decimals, so that columns line up and add up to the eye. Pounds stand
//! before, other units after.

use definitions::thousands;

/// How the amounts of one answer are written.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Figures {
    unit: String,
    decimals: usize,
}

impl Figures {
    /// For amounts of this size in this unit, such as `£` or `million kronor`.
    pub(super) fn of(unit: &str, amounts: impl IntoIterator<Item = f64>) -> Figures {
        let largest = amounts.into_iter().filter(|amount| amount.is_finite()).fold(0.0_f64, |largest, amount| largest.max(amount.abs()));
        let decimals = if largest >= 10_000.0 {
            0
        } else if largest >= 1_000.0 {
            1
        } else {
            2
        };
        Figures { unit: unit.trim().to_string(), decimals }
    }

    /// The unit in words, for a caption: `in £`, or nothing.
    pub(super) fn in_unit(&self) -> String {
        if self.unit.is_empty() { String::new() } else { format!(", in {}", self.unit) }
    }

    /// The amount alone, for a cell.
    pub(super) fn cell(&self, amount: f64) -> String {
        let rounded = format!("{:.*}", self.decimals, amount.abs());
        let (whole, part) = rounded.split_once('.').unwrap_or((&rounded, ""));
        let whole = whole.parse().map_or_else(|_| whole.to_string(), thousands);
        let is_nothing = rounded.chars().all(|character| matches!(character, '0' | '.'));
        let sign = if amount < 0.0 && !is_nothing { "-" } else { "" };
        if part.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") }
    }

    /// The amount with a sign in any case, for a change.
    pub(super) fn change(&self, amount: f64) -> String {
        let cell = self.cell(amount);
        if cell.starts_with('-') || amount <= 0.0 { cell } else { format!("+{cell}") }
    }

    /// The amount for a sentence that stands near others in the same unit: pounds keep their sign, other units are left out.
    pub(super) fn brief(&self, amount: f64) -> String {
        if self.unit.starts_with('£') { self.said(amount).split(' ').next().unwrap_or_default().to_string() } else { self.cell(amount) }
    }

    /// The amount with its unit, for a sentence.
    pub(super) fn said(&self, amount: f64) -> String {
        let cell = self.cell(amount);
        match self.unit.strip_prefix('£') {
            Some(rest) => {
                let (sign, digits) = cell.strip_prefix('-').map_or(("", cell.as_str()), |digits| ("-", digits));
                // £000 is thousands of pounds: £12,000 and not £12 000.
                match rest.strip_prefix("000").or_else(|| rest.strip_prefix('k')) {
                    Some(more) => format!("{sign}£{digits}k{more}"),
                    None => format!("{sign}£{digits}{rest}"),
                }
            }
            None if self.unit.is_empty() => cell,
            None => format!("{cell} {}", self.unit),
        }
    }
}

/// A fraction as a percentage with one decimal, which no line is broken before.
pub(super) fn percent(fraction: f64) -> String {
    format!("{:.1}\u{a0}%", fraction * 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_of_one_answer_have_the_decimals_that_the_largest_deserves() {
        let small = Figures::of("million kronor", [83.82, 1.0]);
        assert_eq!((small.cell(20.35), small.said(-0.004)), ("20.35".to_string(), "0.00 million kronor".to_string()));
        let large = Figures::of("£", [412_584.0]);
        assert_eq!((large.cell(117_829.4), large.said(-1_234.0)), ("117,829".to_string(), "-£1,234".to_string()));
        assert_eq!(Figures::of("£000", [900.0]).said(12.5), "£12.50k");
        assert_eq!(Figures::of("£000 a year", [900.0]).brief(12.5), "£12.50k");
        assert_eq!((small.brief(20.35), small.change(1.5)), ("20.35".to_string(), "+1.50".to_string()));
    }
}
