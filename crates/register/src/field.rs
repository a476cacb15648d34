//! The fields of a record, so that a form, a fault, a spreadsheet and a history speak of the same thing by the same name.
//!
//! The rule: every part of a record is in exactly one field. A field has no opinion of what stands in it.

/// A field of an arrangement's record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Its stable name.
    Id,
    /// Its title.
    Title,
    /// What is done together.
    Summary,
    /// Families of services.
    Services,
    /// Numbers of the Local Government Services List.
    ServiceListIds,
    /// Bodies with their roles.
    Parties,
    /// In which way they share.
    Kind,
    /// Legal form and powers.
    LegalForm,
    /// What it is for.
    Aims,
    /// What happened.
    Happenings,
    /// Last day of the agreed term.
    AgreedUntil,
    /// Review dates.
    Reviews,
    /// How a partner can leave.
    BreakTerms,
    /// What leaving costs.
    PriceOfLeaving,
    /// Who answers for it among members.
    LeadMember,
    /// Who answers for it among officers.
    LeadOfficer,
    /// Saving lines, or why there are none.
    Savings,
    /// Where it can be read.
    Sources,
    /// The opportunity it was found as.
    FoundAs,
}

impl Field {
    /// Every field, in the order of a form.
    pub const ALL: &[Field] = &[
        Field::Id,
        Field::Title,
        Field::Summary,
        Field::Services,
        Field::ServiceListIds,
        Field::Parties,
        Field::Kind,
        Field::LegalForm,
        Field::Aims,
        Field::Happenings,
        Field::AgreedUntil,
        Field::Reviews,
        Field::BreakTerms,
        Field::PriceOfLeaving,
        Field::LeadMember,
        Field::LeadOfficer,
        Field::Savings,
        Field::Sources,
        Field::FoundAs,
    ];

    /// Its code, also the name of a form's input.
    pub fn code(self) -> &'static str {
        match self {
            Field::Id => "id",
            Field::Title => "title",
            Field::Summary => "summary",
            Field::Services => "services",
            Field::ServiceListIds => "service-list-ids",
            Field::Parties => "parties",
            Field::Kind => "kind",
            Field::LegalForm => "legal-form",
            Field::Aims => "aims",
            Field::Happenings => "happenings",
            Field::AgreedUntil => "agreed-until",
            Field::Reviews => "reviews",
            Field::BreakTerms => "break-terms",
            Field::PriceOfLeaving => "price-of-leaving",
            Field::LeadMember => "lead-member",
            Field::LeadOfficer => "lead-officer",
            Field::Savings => "savings",
            Field::Sources => "sources",
            Field::FoundAs => "found-as",
        }
    }

    /// Its name, for people.
    pub fn words(self) -> &'static str {
        match self {
            Field::Id => "Reference",
            Field::Title => "Title",
            Field::Summary => "Summary",
            Field::Services => "Services",
            Field::ServiceListIds => "Numbers of the Local Government Services List",
            Field::Parties => "Partners",
            Field::Kind => "Kind",
            Field::LegalForm => "Legal form",
            Field::Aims => "Aims",
            Field::Happenings => "What happened",
            Field::AgreedUntil => "Agreed until",
            Field::Reviews => "Review dates",
            Field::BreakTerms => "Break terms",
            Field::PriceOfLeaving => "Price of leaving",
            Field::LeadMember => "Lead member",
            Field::LeadOfficer => "Lead officer",
            Field::Savings => "Savings",
            Field::Sources => "Sources",
            Field::FoundAs => "Found as",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_has_a_code_and_a_name_of_its_own() {
        for (place, field) in Field::ALL.iter().enumerate() {
            assert!(Field::ALL[..place].iter().all(|other| other.code() != field.code() && other.words() != field.words()));
        }
    }
}
