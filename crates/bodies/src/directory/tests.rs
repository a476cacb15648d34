//! What names mean, as sentences. Names of public bodies are facts; everything else here is made up.

use super::*;

static UK: LazyLock<Directory> = LazyLock::new(Directory::uk);

fn named(text: &str) -> Option<String> {
    UK.named(text).map(|body| body.id.to_string())
}

fn paid(text: &str) -> Option<String> {
    UK.paid_as_supplier(text).map(|body| body.id.to_string())
}

fn id(text: &str) -> Option<String> {
    Some(text.to_string())
}

#[test]
fn a_council_is_known_by_the_ways_officers_write_it() {
    for text in ["Brighton & Hove CC", "BHCC", "brighton and hove", "Brighton & Hove City Council", "BRIGHTON AND HOVE CITY COUNCIL"] {
        assert_eq!(named(text), id("brighton-and-hove"), "{text}");
    }
    assert_eq!(named("ESCC"), id("east-sussex"));
    assert_eq!(named("Wealden DC"), id("wealden"));
    assert_eq!(named("Bolton MBC"), id("bolton"));
    assert_eq!(named("Trafford Borough Council"), id("trafford"));
    assert_eq!(named(" Trafford"), id("trafford"));
    assert_eq!(named("Royal Borough of Kensington & Chelsea"), id("kensington-and-chelsea"));
    assert_eq!(named("London Borough of Camden"), id("camden"));
    assert_eq!(named("St. Helens Council"), id("st-helens"));
    assert_eq!(named("WSCC"), id("west-sussex"));
    assert_eq!(named("BCP"), id("bournemouth-christchurch-and-poole"));
    assert_eq!(named("BCP Council"), id("bournemouth-christchurch-and-poole"));
    assert_eq!(named("LB Camden"), id("camden"));
    assert_eq!(named("RBKC"), id("kensington-and-chelsea"));
    assert_eq!(named("Herts CC"), id("hertfordshire"));
    assert_eq!(named("Notts Police"), id("nottinghamshire-police"));
    assert_eq!(named("Devon & Somerset FRS"), id("devon-and-somerset-fire"));
}

#[test]
fn a_folders_name_means_its_body() {
    for (folder, body) in [
        ("salford", "salford"),
        ("hyndburn", "hyndburn"),
        ("lancashire-county-council", "lancashire"),
        ("lancashire-fire", "lancashire-fire"),
        ("lancashire-pcc", "lancashire-police"),
        ("gmca", "greater-manchester-combined-authority"),
        ("west_lancashire", "west-lancashire"),
    ] {
        assert_eq!(named(folder), id(body), "{folder}");
    }
}

#[test]
fn a_bare_county_name_means_the_council_and_words_mean_the_police_or_the_fire_service() {
    assert_eq!(named("Lancashire"), id("lancashire"));
    assert_eq!(named("Lancashire Constabulary"), id("lancashire-police"));
    assert_eq!(named("Police & Crime Commissioner for Lancashire"), id("lancashire-police"));
    assert_eq!(named("Lancashire Fire & Rescue Service"), id("lancashire-fire"));
    assert_eq!(named("Lancaster"), id("lancaster"));
}

#[test]
fn a_code_or_the_address_of_a_linked_data_page_means_its_body() {
    assert_eq!(named("E08000009"), id("trafford"));
    assert_eq!(named("http://statistics.data.gov.uk/id/statistical-geography/E08000009"), id("trafford"));
    assert_eq!(named("http://statistics.data.gov.uk/id/local-authority/00ML"), id("brighton-and-hove"));
    assert_eq!(named("https://opendatacommunities.org/id/metropolitan-district-council/trafford"), id("trafford"));
    assert_eq!(named("https://www.example.org/"), None);
}

#[test]
fn a_name_that_could_mean_two_bodies_means_none() {
    assert_eq!(named("BMBC"), None, "Barnsley, Bolton or Bury");
    assert_eq!(named("London"), None, "the City is not London");
    assert_eq!(named("Council"), None);
    assert_eq!(named(""), None);
    assert_eq!(named("somewhere else"), None);
}

#[test]
fn a_body_that_was_abolished_is_still_known_and_gives_way_to_one_that_exists() {
    let directory = Directory::uk();
    let cumbria = directory.named("Cumbria County Council").expect("Cumbria is remembered");
    assert_eq!(cumbria.last_day.map(|day| day.to_string()), id("2023-03-31"));
    assert_eq!(cumbria.successors, vec![BodyId::new("cumberland"), BodyId::new("westmorland-and-furness")]);
    assert_eq!(named("Somerset"), id("somerset"));
    assert_eq!(named("Somerset County Council"), id("somerset-county-council"));
    assert_eq!(named("North Yorkshire Council"), id("north-yorkshire"));
}

#[test]
fn a_supplier_is_a_body_only_where_words_say_so() {
    assert_eq!(paid("TRAFFORD MBC"), id("trafford"));
    assert_eq!(paid("Trafford MBC#Trafford Borough Council"), id("trafford"));
    assert_eq!(paid("Wealden District Council - Business Rates"), id("wealden"));
    assert_eq!(paid("LANCASHIRE COUNTY COUNCIL A/C 2"), id("lancashire"));
    assert_eq!(paid("Sussex Police"), id("sussex-police"));
    assert_eq!(paid("The Chief Constable of Lancashire Constabulary"), id("lancashire-police"));
    assert_eq!(paid("East Sussex Fire & Rescue Service"), id("east-sussex-fire"));
    assert_eq!(paid("Greater Manchester Combined Authority"), id("greater-manchester-combined-authority"));
    assert_eq!(paid("NHS Sussex Integrated Care Board"), id("nhs-sussex"));
    assert_eq!(paid("South Downs National Park Authority"), id("south-downs-national-park"));
}

#[test]
fn a_department_or_a_note_of_the_ledger_after_a_bodys_name_is_still_the_body() {
    assert_eq!(paid("Bury Council (Business Support)"), id("bury"));
    assert_eq!(paid("LANCASHIRE COUNTY COUNCIL - DIRECT DEBIT ONLY"), id("lancashire"));
    assert_eq!(paid("Bury Council (Pension Fund)"), None);
    assert_eq!(paid("Holiday Inn - Blackpool Council"), None);
}

#[test]
fn a_name_cut_short_or_spelled_as_ledgers_do_is_still_the_body() {
    assert_eq!(paid("Gtr Manchester Combined Authority"), id("greater-manchester-combined-authority"));
    assert_eq!(paid("Oldham Met Borough Council"), id("oldham"));
    assert_eq!(paid("Police & Crime Comissioner for Hampshire"), id("hampshire-police"));
    assert_eq!(paid("Staffordshire Fire & Rescue Service"), id("stoke-on-trent-and-staffordshire-fire"));
    assert_eq!(paid("Borough of Pendle"), id("pendle"));
    assert_eq!(named("South Bucks DC"), id("south-bucks"));
}

#[test]
fn a_firm_a_school_a_parish_or_a_fund_with_a_bodys_name_is_not_the_body() {
    for text in [
        "Bolton Removals",
        "Bolton",
        "Horwich Town Council",
        "Lewes Town Council",
        "Wealden Parish Council",
        "Trafford Borough Primary School",
        "Greater Manchester Pension Fund",
        "Bolton Council for Voluntary Service",
        "Bolton NHS Foundation Trust",
        "Lancashire CC",
        "Lancashire County Cricket Club",
        "Lancashire Police Federation",
        "Wigan Borough Credit Union",
        "Bolton Fire Protection Ltd",
        "NHS Bolton CCG",
        "British Council",
        "Trafford MBC#Salford City Council",
    ] {
        assert_eq!(paid(text), None, "{text}");
    }
}

#[test]
fn a_place_may_add_a_body_and_say_more_of_one_that_is_known_without_losing_what_was_known() {
    let mut directory = Directory::uk();
    let waste = Body {
        id: BodyId::new("made-up-waste"),
        name: "Made Up Joint Waste Authority".to_string(),
        short_name: "Made Up Waste".to_string(),
        ..other_body()
    };
    directory.add(waste, &["MUJWA".to_string()]);
    assert_eq!(directory.named("mujwa").map(|body| body.id.as_str()), Some("made-up-waste"));
    let bolton = Body {
        name: "Bolton Council".to_string(),
        gss: None,
        thousand_residents: None,
        ..directory.named("bolton").expect("Bolton is known").clone()
    };
    directory.add(bolton, &["the reds".to_string()]);
    let bolton = directory.named("The Reds").expect("the other name is known");
    assert_eq!((bolton.name.as_str(), bolton.gss.as_deref()), ("Bolton Council", Some("E08000001")));
    assert!(bolton.thousand_residents.is_some());
}

#[test]
fn residents_are_counted_for_councils_and_for_the_areas_of_police_and_fire() {
    let directory = Directory::uk();
    let residents = |text: &str| directory.named(text).and_then(|body| body.thousand_residents);
    assert_eq!(residents("East Sussex"), Some(550.72));
    // East Sussex with Brighton and Hove: 550,720 + 277,965.
    assert_eq!(residents("East Sussex Fire"), Some(828.685));
    assert_eq!(directory.county_of(&BodyId::new("wealden")).map(|body| body.id.as_str()), Some("east-sussex"));
}

#[test]
fn every_body_is_known_by_its_official_name_its_id_and_its_code() {
    let directory = Directory::uk();
    for body in directory.bodies() {
        let means = |text: &str| directory.named(text).map(|found| &found.id);
        assert_eq!(means(body.id.as_str()), Some(&body.id));
        assert_eq!(means(&body.name), Some(&body.id), "{}", body.name);
        assert!(body.gss.as_deref().is_none_or(|gss| means(gss) == Some(&body.id)), "{}", body.name);
    }
}

#[test]
fn every_council_that_exists_is_known_as_a_supplier_by_its_official_name() {
    let directory = Directory::uk();
    let councils = directory.bodies().filter(|body| body.kind.is_council() && body.last_day.is_none() && body.name.contains("Council"));
    for body in councils {
        assert_eq!(directory.paid_as_supplier(&body.name).map(|found| &found.id), Some(&body.id), "{}", body.name);
    }
}

proptest::proptest! {
    #[test]
    fn no_text_whatever_breaks_the_directory(text in ".{0,60}") {
        let _ = (UK.named(&text), UK.paid_as_supplier(&text));
    }
}

#[test]
fn a_body_of_ones_own_is_meant_by_its_whole_name_though_it_speaks_of_councils() {
    let mut directory = Directory::uk();
    let name = "Westmarch Association of Local Councils";
    let body = Body { id: BodyId::new("westmarch-association"), name: name.into(), short_name: name.into(), ..other_body() };
    directory.add(body, &[]);
    assert_eq!(directory.named(name).map(|body| body.id.as_str()), Some("westmarch-association"));
    assert!(directory.paid_as_supplier("Westmarch Association of Local Councils Services Ltd").is_none());
}

fn other_body() -> Body {
    Body {
        id: BodyId::new("other"),
        name: String::new(),
        short_name: String::new(),
        gss: None,
        kind: BodyKind::Other,
        region: None,
        at: None,
        thousand_residents: None,
        first_day: None,
        last_day: None,
        successors: Vec::new(),
    }
}
