//! What the keys of a flat notice mean.
//!
//! The rule: a key is read by its words (`awardedSupplier`, `awarded_supplier` and `Awarded supplier` are one), never by one
//! service's schema; where words could mean two things the narrower meaning is tried first.

use rustc_hash::FxHashMap;
use serde_json::Value;

/// What a key of a flat notice means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    Title,
    Description,
    Buyer,
    Suppliers,
    CompanyNumber,
    SupplierPostcode,
    Status,
    NoticeType,
    NoticeId,
    OpenContractingId,
    Reference,
    Published,
    Deadline,
    AwardedDay,
    Start,
    End,
    LatestEnd,
    ValueLow,
    ValueHigh,
    AwardedValue,
    Value,
    Currency,
    CpvCode,
    CpvLabel,
    AwardedToSme,
    AwardedToVcse,
    Service,
    Url,
}

impl Field {
    /// True for what notices have and registers, payments and lists of property have not.
    pub(super) fn is_of_notices(self) -> bool {
        matches!(
            self,
            Field::NoticeType
                | Field::NoticeId
                | Field::OpenContractingId
                | Field::Published
                | Field::Deadline
                | Field::AwardedDay
                | Field::AwardedValue
                | Field::CpvCode
        )
    }
}

/// The keys met in one file, each read once: a file has few keys and many records.
#[derive(Default)]
pub(super) struct Keys {
    /// In the order they were first met.
    in_order: Vec<Key>,
    place_of: FxHashMap<String, usize>,
}

/// One key: of a record (`title`), or of an object within it (`buyer name`).
pub(super) struct Key {
    /// As published; of an object within a record after the object's own key and a space.
    pub name: String,
    /// What it means, if anything.
    pub field: Option<Field>,
    /// Where the inner key begins.
    inner: Option<usize>,
}

impl Keys {
    /// All keys, in the order they were first met.
    pub(super) fn all(&self) -> &[Key] {
        &self.in_order
    }

    /// Gives the meaning and the value of each key of a record that means something; reads and remembers up to `most` keys.
    pub(super) fn read<'v>(&mut self, record: &'v Value, most: usize) -> Vec<(Field, &'v Value)> {
        let mut found = Vec::new();
        let mut name = String::new();
        for (key, value) in record.as_object().into_iter().flatten() {
            let Some(inside) = value.as_object() else {
                found.extend(self.field_of(key, None, most).map(|field| (field, value)));
                continue;
            };
            for (inner, value) in inside {
                name.clear();
                name.push_str(key);
                name.push(' ');
                let begins = name.len();
                name.push_str(inner);
                found.extend(self.field_of(&name, Some(begins), most).map(|field| (field, value)));
            }
        }
        found
    }

    fn field_of(&mut self, name: &str, inner: Option<usize>, most: usize) -> Option<Field> {
        if let Some(place) = self.place_of.get(name) {
            return self.in_order[*place].field;
        }
        // A key that is not remembered is not read either: reading it anew for every record would take minutes.
        if self.in_order.len() >= most {
            return None;
        }
        let field = field(name);
        self.place_of.insert(name.to_string(), self.in_order.len());
        self.in_order.push(Key { name: name.to_string(), field, inner });
        field
    }
}

impl Key {
    /// Its value in a record.
    pub(super) fn value<'v>(&self, record: &'v Value) -> Option<&'v Value> {
        match self.inner {
            None => record.get(&self.name),
            Some(begins) => record.get(&self.name[..begins - 1])?.get(&self.name[begins..]),
        }
    }
}

/// What a key means.
fn field(key: &str) -> Option<Field> {
    let words = words(key);
    let has = |any: &[&str]| words.iter().any(|word| any.contains(&word.as_str()));
    let is_date = has(&["date", "day", "on", "at", "time", "datetime"]);
    let is_award = has(&["award", "awarded", "awards", "winning"]);
    let is_value = has(&["value", "amount", "cost", "price", "sum"]);
    let is_supplier = has(&["supplier", "suppliers", "contractor", "contractors", "winner", "winners", "provider"]);
    let is_number = has(&["id", "identifier", "number", "no", "code", "reference", "ref"]);
    let found = if has(&["ocid"]) {
        Field::OpenContractingId
    } else if has(&["cpv"]) {
        if has(&["description", "descriptions", "label", "labels", "name", "title", "text"]) { Field::CpvLabel } else { Field::CpvCode }
    } else if has(&["suitable", "email", "phone", "telephone", "contact", "address", "region", "count"]) {
        return None;
    } else if has(&["sme"]) {
        return is_award.then_some(Field::AwardedToSme);
    } else if has(&["vcse", "vco"]) {
        return is_award.then_some(Field::AwardedToVcse);
    } else if has(&["postcode", "postal"]) {
        return is_supplier.then_some(Field::SupplierPostcode);
    } else if has(&["company", "companies"]) && is_number {
        Field::CompanyNumber
    } else if has(&["currency"]) {
        Field::Currency
    } else if is_value {
        value_field(&has, is_award)
    } else if has(&["published", "publication", "publish"]) {
        Field::Published
    } else if has(&["deadline", "closing"]) {
        Field::Deadline
    } else if is_award && is_date {
        Field::AwardedDay
    } else if has(&["extension", "extended", "extent"]) || (has(&["max", "maximum", "latest"]) && has(&["end"])) {
        Field::LatestEnd
    } else if has(&["start", "commencement", "begins"]) {
        Field::Start
    } else if has(&["end", "expiry", "expires", "finish", "completion"]) {
        Field::End
    } else {
        return text_field(&has, is_supplier, is_number);
    };
    Some(found)
}

fn value_field(has: &dyn Fn(&[&str]) -> bool, is_award: bool) -> Field {
    if is_award {
        Field::AwardedValue
    } else if has(&["low", "min", "minimum", "from", "lower"]) {
        Field::ValueLow
    } else if has(&["high", "max", "maximum", "to", "upper"]) {
        Field::ValueHigh
    } else {
        Field::Value
    }
}

fn text_field(has: &dyn Fn(&[&str]) -> bool, is_supplier: bool, is_number: bool) -> Option<Field> {
    let is_type = has(&["type", "kind", "category"]);
    Some(if is_supplier && !is_number && !is_type {
        Field::Suppliers
    } else if has(&["url", "link", "uri", "href"]) {
        Field::Url
    } else if has(&["status", "stage"]) {
        Field::Status
    } else if has(&["notice"]) && is_type {
        Field::NoticeType
    } else if has(&["notice"]) && is_number
        || has(&["id", "guid", "uuid"]) && !has(&["organisation", "organization", "buyer", "authority", "supplier"])
    {
        Field::NoticeId
    } else if has(&["reference", "ref"]) {
        Field::Reference
    } else if is_number || is_type {
        return None;
    } else if has(&["title"]) || (has(&["name"]) && has(&["contract", "notice", "tender"])) {
        Field::Title
    } else if has(&["description", "summary"]) {
        Field::Description
    } else if has(&["department", "directorate", "service"]) {
        Field::Service
    } else if has(&["organisation", "organization", "buyer", "authority", "council", "purchaser"]) {
        Field::Buyer
    } else {
        return None;
    })
}

/// Lower-case words: parted at what is not a letter or digit and before a capital after a small letter.
fn words(key: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut was_lower = false;
    for character in key.chars() {
        let begins = !character.is_alphanumeric() || (character.is_uppercase() && was_lower);
        if begins && words.last().is_some_and(|word| !word.is_empty()) {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| character.is_alphanumeric()) {
            word.extend(character.to_lowercase());
        }
        was_lower = character.is_lowercase() || character.is_ascii_digit();
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_means_the_same_however_it_is_joined() {
        for key in ["awarded_supplier", "awardedSupplier", "Awarded supplier", "AWARDED-SUPPLIER"] {
            assert_eq!(field(key), Some(Field::Suppliers), "{key}");
        }
        assert_eq!(field("publishedDate"), Some(Field::Published));
        assert_eq!(field("value_low"), Some(Field::ValueLow));
        assert_eq!(field("awardedValue"), Some(Field::AwardedValue));
        assert_eq!(field("OrganisationName"), Some(Field::Buyer));
        assert_eq!(field("cpvCodes"), Some(Field::CpvCode));
        assert_eq!(field("cpv_description"), Some(Field::CpvLabel));
        assert_eq!(field("noticeIdentifier"), Some(Field::NoticeId));
        assert_eq!(field("start"), Some(Field::Start));
        assert_eq!(field("Contract end date"), Some(Field::End));
    }

    #[test]
    fn what_a_notice_is_suitable_for_is_not_who_won_it() {
        assert_eq!(field("suitable_for_sme"), None);
        assert_eq!(field("awarded_to_sme"), Some(Field::AwardedToSme));
        assert_eq!(field("contactEmail"), None);
        assert_eq!(field("supplier_count"), None);
        assert_eq!(field("organisation_id"), None);
    }
}
