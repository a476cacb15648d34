//! Tables that public bodies publish and that are none of ours, known by several of their columns.
//!
//! The rule: one word proves nothing, for payments have grades and postcodes too. Each sort has signs, a sign is a column
//! of its own, and a table is of a sort when its signs together weigh enough; of several sorts the weightiest is named.
//! It looks at headings only, and is not asked about a table that plainly pays somebody.

use super::columns::Column;
use super::words::is_word;

/// What a table with these columns seems to be, if it is one of the sorts that are known here.
pub(super) fn sort_of(columns: &[Column]) -> Option<&'static str> {
    let by_signs = SORTS.iter().map(|sort| (sort.weight(columns), sort)).filter(|(weight, sort)| *weight >= sort.enough);
    // Of equals the first: the table is in the order of how often they are met.
    let heaviest = by_signs.rev().max_by_key(|(weight, _)| *weight).map(|(_, sort)| sort.name);
    heaviest.or_else(|| by_words(columns))
}

/// One sort of table.
struct Sort {
    name: &'static str,
    /// Signs that weigh this much together make a table of this sort; no single one does.
    enough: u8,
    signs: &'static [Sign],
}

/// One column that tables of a sort have.
struct Sign {
    weight: u8,
    /// Ways of heading it; in each, groups parted by spaces and alternatives by `|`, as in the vocabulary.
    forms: &'static [&'static str],
}

const fn sign(weight: u8, forms: &'static [&'static str]) -> Sign {
    Sign { weight, forms }
}

/// Sorts with columns enough to be known by.
#[rustfmt::skip]
const SORTS: &[Sort] = &[
    Sort { name: "a list of land and buildings", enough: 3, signs: &[
        sign(2, &["uprn"]),
        sign(2, &["tenure|freehold|leasehold|ownership", "holding type"]),
        sign(2, &["geo", "easting|northing|lat|latitude", "grid reference|ref"]),
        sign(1, &["lng|longitude"]),
        sign(1, &["address|street|postcode"]),
        sign(1, &["property|building|premises|site|land name|id|code|ref|reference|no|number|type|description|use", "=property|building|premises|site|land|asset", "asset name|code|type|category|use"]),
        sign(1, &["floor|land|site|internal|building area|size", "sqm|hectare|acre|acreage"]),
        sign(1, &["epc", "energy rating|performance"]),
        sign(1, &["ward|parish|constituency|district"]),
        sign(1, &["occupied|occupancy|occupier|vacant|surplus|disposal"]),
        sign(1, &["building|property|asset condition", "listed"]),
    ] },
    Sort { name: "a list of salaries", enough: 3, signs: &[
        sign(2, &["salary|salaries|remuneration"]),
        sign(1, &["jobtitle|job|role|position", "post title|name"]),
        sign(1, &["pension"]),
        sign(1, &["bonus|bonuses"]),
        sign(1, &["benefit kind|detail"]),
        sign(1, &["expense allowance"]),
        sign(1, &["compensation|severance"]),
        sign(1, &["grade|scale|point"]),
        sign(1, &["employee|staff|headcount count|number|no", "=employees|headcount"]),
        sign(1, &["ratio|multiple|median"]),
        sign(1, &["responsibilities|responsibility"]),
    ] },
    Sort { name: "an organisation chart", enough: 5, signs: &[
        sign(2, &["jobtitle|job|role", "post title|name|reference"]),
        sign(2, &["report to|manager", "line manager", "senior post|reference"]),
        sign(1, &["level|tier"]),
        sign(1, &["grade"]),
        sign(1, &["vacancy|vacant"]),
        sign(1, &["contract type|end", "permanent"]),
        sign(1, &["directorate|department|service|team|section|unit"]),
        sign(1, &["contact|email|telephone|phone"]),
        sign(1, &["salary|pay"]),
        sign(1, &["function|profession|responsibilities|fte"]),
    ] },
    Sort { name: "a list of vehicles", enough: 4, signs: &[
        sign(2, &["vehicle|fleet registration|reg|number|no|id|type|class|category|description", "=vehicle|vehicles"]),
        sign(2, &["vrm|vin|chassis"]),
        sign(2, &["mileage|odometer"]),
        sign(1, &["make|manufacturer"]),
        sign(1, &["model"]),
        sign(1, &["fuel"]),
        sign(1, &["co2|emission|euro"]),
        sign(1, &["gvw|axle|tonnage|seats"]),
        sign(1, &["mot", "leased|lease|owned"]),
        sign(1, &["registered|registration date|year", "=reg|registration"]),
    ] },
    Sort { name: "a parking account or a list of parking spaces", enough: 3, signs: &[
        sign(2, &["parking"]),
        sign(2, &["pcn", "penalty charge"]),
        sign(1, &["space|bay"]),
        sign(1, &["surplus|deficit"]),
        sign(1, &["permit|enforcement"]),
        sign(1, &["street income|cost"]),
        sign(1, &["free|chargeable|disabled|restriction parking", "traffic regulation|order"]),
    ] },
    Sort { name: "a register of equipment", enough: 4, signs: &[
        sign(2, &["serial number|no"]),
        sign(2, &["depreciation|depreciated", "book value"]),
        sign(2, &["asset tag|no|number|id"]),
        sign(1, &["asset description|type|class|category", "=asset|equipment"]),
        sign(1, &["life|warranty"]),
        sign(1, &["purchase|acquisition|acquired date|cost|price|value"]),
        sign(1, &["make|manufacturer|model"]),
        sign(1, &["=location|custodian"]),
    ] },
    Sort { name: "trade union facility time", enough: 3, signs: &[
        sign(2, &["union"]),
        sign(2, &["representative"]),
        sign(1, &["fte"]),
        sign(1, &["facility|duty|duties"]),
    ] },
    Sort { name: "counter-fraud figures", enough: 3, signs: &[
        sign(2, &["fraud"]),
        sign(2, &["irregularity|irregularities"]),
        sign(1, &["investigated|recovered|identified|specialist"]),
    ] },
];

impl Sort {
    /// What the signs that are there weigh together; nothing where one column bears them all.
    fn weight(&self, columns: &[Column]) -> u8 {
        let mut taken = vec![false; columns.len()];
        let (mut weight, mut signs) = (0, 0);
        for sign in self.signs {
            let met = columns.iter().enumerate().position(|(place, column)| !taken[place] && sign.is_over(&column.words));
            if let Some(place) = met {
                taken[place] = true;
                weight += sign.weight;
                signs += 1;
            }
        }
        if signs >= 2 { weight } else { 0 }
    }
}

impl Sign {
    fn is_over(&self, words: &[String]) -> bool {
        let has = |wanted: &str| words.iter().any(|word| is_word(word, wanted));
        self.forms.iter().any(|form| match form.strip_prefix('=') {
            Some(whole) => words.len() == 1 && whole.split('|').any(has),
            None => form.split(' ').all(|group| group.split('|').any(has)),
        })
    }
}

/// Tables with too few columns for signs: words that must all stand among the headings (each group a choice).
const BY_WORDS: &[(&[&[&str]], &str)] = &[
    (&[&["order"], &["purchase", "value", "po"]], "purchase orders: an order is not a payment"),
    (&[&["late", "percentage", "within"], &["days", "invoices", "paid"]], "statistics of invoices paid late"),
    (&[&["row"], &["labels"]], "a pivot table"),
    (&[&["budget"], &["actual", "variance", "forecast", "outturn"]], "a budget"),
];

fn by_words(columns: &[Column]) -> Option<&'static str> {
    let words: Vec<&str> = columns.iter().flat_map(|column| column.words.iter().map(String::as_str)).collect();
    let has = |group: &&[&str]| group.iter().any(|wanted| words.iter().any(|word| is_word(word, wanted)));
    BY_WORDS.iter().find(|(groups, _)| groups.iter().all(has)).map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Meaning;
    use crate::tables::holds::Holds;
    use crate::tables::recognise::read_heading;

    fn sort(headings: &str) -> Option<&'static str> {
        let column = |heading: &str| Column {
            heading: heading.to_string(),
            words: read_heading(heading).words,
            meaning: Meaning::OtherText,
            rank: 9,
            why: String::new(),
            is_ruled: false,
            holds: Holds::default(),
        };
        sort_of(&headings.split(',').map(column).collect::<Vec<_>>())
    }

    #[test]
    fn a_list_of_buildings_with_their_energy_rating_and_what_was_spent_on_them_is_no_organisation_chart() {
        let headings =
            "id,name,address,postcode,ward,category,ownership,lat,lng,floor_area_sqm,epc_rating,linked_spend,contract_level,grade,post";
        assert_eq!(sort(headings), Some("a list of land and buildings"));
        assert_eq!(sort("Property Name,Address,Ward,Spend"), Some("a list of land and buildings"));
        assert_eq!(sort("OrganisationLabel,UPRN,PropertyName,PostCode,GeoX,TenureType"), Some("a list of land and buildings"));
    }

    #[test]
    fn lists_of_salaries_posts_vehicles_parking_and_equipment_are_told_apart() {
        assert_eq!(sort("Name,Job Title,Salary,Pension Contribution,Bonus"), Some("a list of salaries"));
        assert_eq!(sort("RemunerationBand,EmployeeCount"), Some("a list of salaries"));
        assert_eq!(
            sort("Post Unique Reference,Job Title,Grade,Directorate,Reports to Senior Post,Contact E-mail,Salary Cost"),
            Some("an organisation chart")
        );
        assert_eq!(sort("Vehicle Reg,Make,Model,Fuel Type,Mileage,Cost"), Some("a list of vehicles"));
        assert_eq!(sort("Period,OnStreetIncomeParking,OnStreetIncomePCN,Surplus"), Some("a parking account or a list of parking spaces"));
        assert_eq!(sort("Asset Tag,Serial Number,Model,Purchase Cost"), Some("a register of equipment"));
    }

    #[test]
    fn no_word_of_a_sign_is_mended_into_a_word_of_the_trade() {
        let forms = SORTS.iter().flat_map(|sort| sort.signs).flat_map(|sign| sign.forms);
        let words = forms.flat_map(|form| form.split([' ', '|', '='])).filter(|word| !word.is_empty());
        let mended: Vec<_> = words.flat_map(|word| read_heading(word).mended).collect();
        assert!(mended.is_empty(), "add to OTHER_WORDS: {mended:?}");
    }

    #[test]
    fn words_of_such_lists_over_payments_prove_nothing() {
        assert_eq!(sort("Supplier,Address,Postcode,Amount,Grade"), None);
        assert_eq!(sort("Supplier,Vehicle Registration,Date,Amount"), None);
        assert_eq!(sort("Supplier,Salary Sacrifice,Amount"), None);
        assert_eq!(sort("Supplier,Car Parking,Amount"), None);
    }
}
