//! The columns of a sheet, and the headings by which people call them.
//!
//! The rule: a heading is recognised by its words alone, whatever its capitals, marks and brackets; one that is not in the table
//! is told and never guessed. The first heading of each line is the one that is written.

use std::collections::BTreeMap;
use std::sync::LazyLock;

macro_rules! columns {
    ($($column:ident, $headings:literal, $holds:literal;)*) => {
        /// A column of a sheet.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Column {
            $(#[doc = $holds] $column,)*
        }

        impl Column {
            /// Every column, in the order in which they are written.
            pub const ALL: &[Column] = &[$(Column::$column),*];

            /// What it holds, in a sentence.
            pub fn holds(self) -> &'static str {
                match self { $(Column::$column => $holds,)* }
            }

            fn headings(self) -> &'static str {
                match self { $(Column::$column => $headings,)* }
            }
        }
    };
}

columns! {
    Reference, "Reference | ref | id | identifier | unique id | unique reference | arrangement id",
        "The stable name of the arrangement.";
    Title, "Title | name | name of shared service | shared service | shared service name | name of arrangement | arrangement | arrangement name | project | project name | name of service",
        "What people call it.";
    Services, "Services | service | service area | service areas | category | service category | categories | theme | function",
        "Families of services, parted by semicolons.";
    ServiceListIds, "LGSL numbers | lgsl | lgsl id | lgsl ids | lgsl number | service list ids",
        "Numbers of the Local Government Services List.";
    Summary, "Description | summary | details | what is shared | description of arrangement | description of shared service | overview",
        "What is done together.";
    Lead, "Lead authority | lead | lead body | lead council | lead authorities | lead partner | host | host authority | lead organisation",
        "The bodies that lead.";
    Partners, "Partners | councils involved | councils | authorities | authorities involved | local authorities involved | participating councils | participating authorities | partner councils | partner authorities | members | bodies | organisations involved | councils in it",
        "The bodies that share, parted by semicolons.";
    Customers, "Customers | customer | buying authorities",
        "The bodies that buy from it.";
    JointOwners, "Joint owners | owners | shareholders",
        "The bodies that own the company.";
    Kind, "Kind | type | type of arrangement | type of sharing | model | delivery model | type of shared service",
        "In which way they share.";
    LegalForm, "Legal form | legal basis | governance | powers | legal structure | legal form and powers | governance arrangements",
        "Legal form and powers.";
    Aims, "Aims | aim | purpose | objectives | reason for sharing",
        "What it is for, parted by semicolons.";
    Status, "Status | stage | state | current status | readiness",
        "Proposed, agreed, live or ended. It is worked out from the days and read only where those say nothing.";
    Proposed, "Proposed | date proposed",
        "When it was proposed.";
    Agreed, "Agreed | date agreed | approved | date approved",
        "When the partners agreed.";
    Started, "Start date | started | start | date started | live date | go live date | go live | date established | established | commencement date | year started | year established",
        "When it began to work.";
    Ended, "End date | ended | end | date ended | closed | date closed",
        "When it ended.";
    AgreedUntil, "Agreed until | contract end date | contract end | term ends | expiry date | expiry | expires",
        "The last day of the agreed term.";
    Reviews, "Review dates | review date | next review | next review date",
        "Days on which the partners will look at it again, parted by semicolons.";
    BreakTerms, "Break terms | notice | notice period | exit terms | break clause",
        "How a partner can leave.";
    PriceOfLeaving, "Price of leaving | exit cost | cost of leaving | exit charge",
        "What leaving costs: free, an amount, or a rule in words.";
    LeadMemberRole, "Lead member role | portfolio",
        "The role of the member who answers for it.";
    LeadMemberName, "Lead member | lead councillor | portfolio holder",
        "That member's name.";
    LeadMemberContact, "Lead member contact | lead member email",
        "That member's work contact.";
    LeadOfficerRole, "Lead officer role | job title | contact job title",
        "The role of the officer who answers for it.";
    LeadOfficerName, "Lead officer | contact | contact name | contact officer | named contact | key contact",
        "That officer's name.";
    LeadOfficerContact, "Lead officer contact | email | e mail | contact email | email address | contact details | telephone",
        "That officer's work contact.";
    Savings, "Savings | saving | savings lines | efficiency savings | efficiencies",
        "Savings lines, one a line; or one amount.";
    NoFigure, "Why no figure | no figure because | reason for no savings | why no savings | reason for no figure | reason no savings recorded",
        "Why there is no figure.";
    AnnualSaving, "Annual saving | annual savings | saving per year | savings per year | savings per annum | saving per annum | savings pa | yearly saving | annual efficiency savings",
        "Saved every year, as the partners say.";
    SavingsToDate, "Savings to date | saving to date | savings made to date | savings made | total savings | total savings to date | savings achieved | cumulative savings | efficiencies to date | total efficiency savings",
        "Saved in all so far, as the partners say.";
    PlannedAnnualSaving, "Planned annual saving | planned annual savings | projected annual savings | projected annual saving | expected annual savings | expected annual saving | target annual saving",
        "Planned to be saved every year.";
    SavingsAsAt, "Savings as at | as at | date of savings | savings date | last updated | date updated | updated",
        "The day up to which savings to date are counted.";
    SavingsSaidBy, "Savings said by | said by | source of savings | savings source",
        "Who says what is saved.";
    SourceDocument, "Source | source document | sources | document | report",
        "The document in which it can be read.";
    SourcePlace, "Source page | page | paragraph",
        "The page or paragraph.";
    SourceLink, "Link | url | web link | website | web address | further information | link to further information | more information",
        "Its web address.";
    SourcePublished, "Source date | date published | published | publication date",
        "When it was published.";
    Region, "Region | regions | area | part of the country",
        "The region; it follows from the bodies and is not kept.";
}

/// Columns that are read where somebody else's sheet has them, and are never written: the savings lines hold it all.
const READ_ONLY: &[Column] =
    &[Column::AnnualSaving, Column::SavingsToDate, Column::PlannedAnnualSaving, Column::SavingsAsAt, Column::SavingsSaidBy, Column::Region];

/// Every heading, by its words.
static HEADINGS: LazyLock<BTreeMap<String, Column>> = LazyLock::new(|| {
    let of_one = |column: &Column| column.headings().split('|').map(|heading| (words(heading), *column)).collect::<Vec<_>>();
    Column::ALL.iter().flat_map(of_one).collect()
});

impl Column {
    /// The heading under which it is written.
    pub fn heading(self) -> &'static str {
        self.headings().split('|').next().map_or("", str::trim)
    }

    /// The columns that are written, in order.
    pub fn written() -> impl Iterator<Item = Column> {
        Column::ALL.iter().copied().filter(|column| !READ_ONLY.contains(column))
    }

    /// The column of a heading as somebody wrote it; `None` where it is not known.
    pub fn of_heading(heading: &str) -> Option<Column> {
        let whole = words(heading);
        // `Savings to date (£)`, `Councils involved [please list]`: a bracket explains, unless the heading is known with it.
        let short = words(heading.split(['(', '[']).next().unwrap_or_default());
        [whole, short].iter().find_map(|wanted| HEADINGS.get(wanted).copied())
    }
}

/// Words of letters and digits in small letters: `E-mail` is `e mail`.
pub(super) fn words(text: &str) -> String {
    // No heading is longer; somebody may have pasted a file into a cell.
    let shown: String = text.chars().take(120).collect::<String>().to_lowercase();
    let words: Vec<&str> = shown.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_heading_means_two_columns_and_each_written_one_means_its_own() {
        let mut met = std::collections::BTreeMap::new();
        for column in Column::ALL {
            assert_eq!(Column::of_heading(column.heading()), Some(*column));
            for heading in column.headings().split('|') {
                assert_eq!(met.insert(words(heading), *column), None, "{heading}");
            }
        }
    }

    #[test]
    fn headings_are_known_whatever_their_capitals_marks_and_brackets() {
        assert_eq!(Column::of_heading(" NAME OF SHARED-SERVICE: "), Some(Column::Title));
        assert_eq!(Column::of_heading("Savings to date (£)"), Some(Column::SavingsToDate));
        assert_eq!(Column::of_heading("E-mail"), Some(Column::LeadOfficerContact));
        assert_eq!(Column::of_heading("Savings in Euros"), None);
        assert_eq!(Column::of_heading("(£)"), None);
    }
}
