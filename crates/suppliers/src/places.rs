//! Words that say where, and words that say which part of a group.
//!
//! The rule: such a word more in one name than in the other is a weaker sign of another supplier
//! than a trade or a surname is. The lists are short on purpose: regions, counties and large towns.

/// True where `word` (without plural S) names a direction, region, county or large town.
pub fn is_place(word: &str) -> bool {
    PLACES.binary_search(&word).is_ok()
}

/// True where `word` says which part of a group a firm is.
pub fn is_group_word(word: &str) -> bool {
    matches!(
        word,
        "GROUP"
            | "HOLDING"
            | "UK"
            | "INTERNATIONAL"
            | "EUROPE"
            | "EUROPEAN"
            | "GLOBAL"
            | "COMPANY"
            | "CORPORATION"
            | "BRITAIN"
            | "NATIONAL"
    )
}

/// True where `word` says what kind of public place a supplier is; a council has many of each kind.
pub fn is_kind_of_place(word: &str) -> bool {
    matches!(
        word,
        "SCHOOL" | "ACADEMY" | "PRIMARY" | "NURSERY" | "SURGERY" | "PRACTICE" | "COUNCIL" | "PARISH" | "CHURCH" | "LIBRARY" | "COLLEGE"
    )
}

/// In alphabetical order.
const PLACES: &[&str] = &[
    "ABERDEEN",
    "ANGLIA",
    "BARNET",
    "BARNSLEY",
    "BATH",
    "BEDFORD",
    "BEDFORDSHIRE",
    "BELFAST",
    "BERKSHIRE",
    "BEXLEY",
    "BIRMINGHAM",
    "BLACKBURN",
    "BLACKPOOL",
    "BOLTON",
    "BOURNEMOUTH",
    "BRADFORD",
    "BRENT",
    "BRIGHTON",
    "BRISTOL",
    "BROMLEY",
    "BUCKINGHAMSHIRE",
    "BURNLEY",
    "BURY",
    "CALDERDALE",
    "CAMBRIDGE",
    "CAMBRIDGESHIRE",
    "CAMDEN",
    "CARDIFF",
    "CARLISLE",
    "CENTRAL",
    "CHELMSFORD",
    "CHESHIRE",
    "CHESTER",
    "COLCHESTER",
    "CORNWALL",
    "COVENTRY",
    "CROYDON",
    "CUMBRIA",
    "DARLINGTON",
    "DERBY",
    "DERBYSHIRE",
    "DEVON",
    "DONCASTER",
    "DORSET",
    "DUDLEY",
    "DUNDEE",
    "DURHAM",
    "EALING",
    "EAST",
    "EASTERN",
    "EDINBURGH",
    "ENFIELD",
    "ENGLAND",
    "ESSEX",
    "EXETER",
    "GATESHEAD",
    "GLASGOW",
    "GLOUCESTER",
    "GLOUCESTERSHIRE",
    "GREATER",
    "GREENWICH",
    "HACKNEY",
    "HALIFAX",
    "HAMPSHIRE",
    "HARINGEY",
    "HARROW",
    "HARTLEPOOL",
    "HAVERING",
    "HEREFORD",
    "HEREFORDSHIRE",
    "HERTFORDSHIRE",
    "HUDDERSFIELD",
    "HULL",
    "IPSWICH",
    "IRELAND",
    "ISLINGTON",
    "KENT",
    "KINGSTON",
    "KIRKLEE",
    "LAMBETH",
    "LANCASHIRE",
    "LANCASTER",
    "LEED",
    "LEICESTER",
    "LEICESTERSHIRE",
    "LEWISHAM",
    "LINCOLN",
    "LINCOLNSHIRE",
    "LIVERPOOL",
    "LONDON",
    "LUTON",
    "MAIDSTONE",
    "MANCHESTER",
    "MEDWAY",
    "MERSEYSIDE",
    "MERTON",
    "MIDDLESBROUGH",
    "MIDLAND",
    "NEWCASTLE",
    "NEWHAM",
    "NEWPORT",
    "NORFOLK",
    "NORTH",
    "NORTHAMPTON",
    "NORTHAMPTONSHIRE",
    "NORTHERN",
    "NORTHUMBERLAND",
    "NORTHWEST",
    "NORWICH",
    "NOTTINGHAM",
    "NOTTINGHAMSHIRE",
    "OLDHAM",
    "OXFORD",
    "OXFORDSHIRE",
    "PETERBOROUGH",
    "PLYMOUTH",
    "PORTSMOUTH",
    "PRESTON",
    "READING",
    "REDCAR",
    "ROCHDALE",
    "ROTHERHAM",
    "RUTLAND",
    "SALFORD",
    "SCOTLAND",
    "SEFTON",
    "SHEFFIELD",
    "SHROPSHIRE",
    "SLOUGH",
    "SOLIHULL",
    "SOMERSET",
    "SOUTH",
    "SOUTHAMPTON",
    "SOUTHEND",
    "SOUTHERN",
    "SOUTHWARK",
    "STAFFORD",
    "STAFFORDSHIRE",
    "STOCKPORT",
    "STOCKTON",
    "STOKE",
    "SUFFOLK",
    "SUNDERLAND",
    "SURREY",
    "SUSSEX",
    "SUTTON",
    "SWANSEA",
    "SWINDON",
    "TAMESIDE",
    "TEESSIDE",
    "TELFORD",
    "TORBAY",
    "TORQUAY",
    "TRAFFORD",
    "TRURO",
    "TYNESIDE",
    "WAKEFIELD",
    "WALE",
    "WALSALL",
    "WALTHAM",
    "WANDSWORTH",
    "WARRINGTON",
    "WARWICK",
    "WARWICKSHIRE",
    "WATFORD",
    "WEST",
    "WESTERN",
    "WESTMINSTER",
    "WIGAN",
    "WILTSHIRE",
    "WIRRAL",
    "WOKING",
    "WOLVERHAMPTON",
    "WORCESTER",
    "WORCESTERSHIRE",
    "YORK",
    "YORKSHIRE",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_places_stand_in_order_so_that_they_can_be_found() {
        assert!(PLACES.is_sorted_by(|a, b| a < b));
        assert!(is_place("MIDLAND"));
        assert!(!is_place("PLUMBING"));
    }
}
