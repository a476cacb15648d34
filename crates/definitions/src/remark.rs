//! A remark: one thing about a published line that was repaired, set aside or doubted.
//!
//! The rule: rows in = rows out + rows set aside, and every row set aside has a remark of a kind that
//! says so. A remark never carries the name of a private person: `seen` is empty for those kinds.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// One thing repaired, set aside or doubted, with its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// What sort of thing.
    pub kind: RemarkKind,
    /// Sheet or archive member, where there is one.
    pub sheet: Option<Arc<str>>,
    /// Line, counted from 1; 0 where the remark is about the whole file or sheet.
    pub line: u32,
    /// The heading of the column, where the remark is about one cell.
    pub column: Option<Arc<str>>,
    /// What was seen, shortened; empty where it may name a person.
    pub seen: String,
    /// What was done about it, as a sentence.
    pub done: String,
}

macro_rules! remark_kinds {
    ($($(#[$doc:meta])* $kind:ident, $code:literal, $sets_aside:literal, $sentence:literal;)*) => {
        /// The sorts of remark. Each has a code for files, a sentence for people, and says whether its row was set aside.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum RemarkKind {
            $($(#[$doc])* #[doc = $sentence] $kind,)*
        }

        impl RemarkKind {
            /// Every kind, in the order of this table.
            pub const ALL: &[RemarkKind] = &[$(RemarkKind::$kind),*];

            /// The code used in `remarks.csv` and in JSON.
            pub fn code(self) -> &'static str {
                match self { $(RemarkKind::$kind => $code,)* }
            }

            /// What it means, for people.
            pub fn sentence(self) -> &'static str {
                match self { $(RemarkKind::$kind => $sentence,)* }
            }

            /// True where the row was not counted.
            pub fn sets_aside(self) -> bool {
                match self { $(RemarkKind::$kind => $sets_aside,)* }
            }
        }
    };
}

remark_kinds! {
    FileNotUnderstood, "file-not-understood", false, "The file could not be understood.";
    NotThisKind, "not-this-kind", false, "The sheet is not payments, contracts or notices.";
    Truncated, "truncated", false, "The file ends before it should.";
    EncodingRepaired, "encoding-repaired", false, "The text was not UTF-8 and was converted.";
    NulRemoved, "nul-removed", false, "NUL characters were removed.";
    ColumnUnknown, "column-unknown", false, "No column could be recognised for something that is needed.";
    AmountColumnDoubtful, "amount-column-doubtful", false, "A column headed as an amount holds identifiers.";
    BasisUnknown, "basis-unknown", false, "The file does not say whether amounts include VAT.";
    DateOrderDecided, "date-order-decided", false, "Day-first or month-first was decided from the whole file.";
    DateOrderUncertain, "date-order-uncertain", false, "Nothing in the file decides between day-first and month-first.";
    TitleRow, "title-row", true, "A title or cover line above the heading.";
    BlankRow, "blank-row", true, "A line with nothing in it.";
    RepeatedHeading, "repeated-heading", true, "The heading appears again.";
    TotalRow, "total-row", true, "A total or subtotal, not a payment.";
    NoteRow, "note-row", true, "A note, not a payment.";
    AmountMissing, "amount-missing", true, "There is no amount.";
    AmountUnreadable, "amount-unreadable", true, "The amount could not be read.";
    AmountRounded, "amount-rounded", false, "The amount had more than two decimals and was taken to the nearest penny.";
    AmountTooLarge, "amount-too-large", true, "The amount is too large to be money; it is probably an identifier.";
    DateMissing, "date-missing", false, "There is no date; the row is kept without one.";
    DateUnreadable, "date-unreadable", false, "The date could not be read; the row is kept without one.";
    DateImpossible, "date-impossible", false, "The calendar has no such day; the row is kept in its month where that is clear.";
    DateSwapped, "date-swapped", false, "Day and month stand the other way round from the rest of the file.";
    DateImplausible, "date-implausible", false, "The date lies far outside the rest of the file.";
    RaggedRow, "ragged-row", false, "The row has more or fewer cells than the heading.";
    QuoteRepaired, "quote-repaired", false, "A quotation mark was not closed or not doubled.";
    RowTooLong, "row-too-long", true, "The row is longer than any real row and was not read.";
    SupplierMissing, "supplier-missing", false, "There is no supplier name; the payment is counted but joined to nobody.";
    SupplierRedacted, "supplier-redacted", false, "The name was redacted by the publisher; the payment is counted but joined to nobody.";
    PrivatePerson, "private-person", false, "The name looks like a private person's; it is counted and never named.";
    CodeRemoved, "code-removed", false, "A code was taken out of the supplier's name.";
    IdentifierUnusable, "identifier-unusable", false, "An identifier is a placeholder or fails its check digit, and is not used.";
    ContractIncomplete, "contract-incomplete", true, "A contract line has neither title nor supplier.";
    ContractSuperseded, "contract-superseded", true, "A later notice of the same contract is in the file.";
    ContractDates, "contract-dates", false, "A contract ends before it starts; the dates are kept and not used.";
    RepeatedPayment, "repeated-payment", true, "The same payment is published in another file and is counted once, there.";
    RepeatedFile, "repeated-file", true, "The whole file repeats another and is counted once, there.";
}

impl fmt::Display for RemarkKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_remark_has_a_code_of_its_own_and_a_full_sentence() {
        let mut codes: Vec<_> = RemarkKind::ALL.iter().map(|kind| kind.code()).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), RemarkKind::ALL.len());
        assert!(RemarkKind::ALL.iter().all(|kind| kind.sentence().ends_with('.')));
    }
}
