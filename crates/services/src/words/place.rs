//! Words for what is bought for the place: streets, waste, parks, leisure, planning, democracy.
//!
//! The rule: words that name a trade or an asset outrank those that name an area of a town hall.
//! It names no street and no park.

use super::{Meaning, Strength::*};
use crate::Family::*;

#[rustfmt::skip]
pub(super) const WORDS: &[Meaning] = &[
    (Some(Leisure), Certain, &[
        "leisure centre", "leisure trust", "leisure management", "leisure service", "leisure outsourced", "swimming", "swimming pool", "sport", "sport fitness", "sports coaching", "sports equipment", "sports outdoor activity", "gym", "fitness", "theatre", "theatre concert", "museum", "museums art", "gallery", "galleries exhibition", "arts", "arts development", "arts and crafts", "arts cultural service", "artist", "performing arts", "performer", "concert",
        "musical instrument", "music entertainment", "entertainment", "entertainment service", "professional entertainment", "tourism", "tourist information", "festival", "illuminations", "recreation", "recreational equipment", "orchestra", "golf", "zoo", "conservation heritage", "public art", "cinema", "film licence", "box office", "organised activity", "christmas light", "community arts", "dance", "tennis", "football", "cricket", "rugby", "bowling", "outdoor activity"]),
    (Some(Leisure), Likely, &["leisure", "culture", "cultural", "heritage", "exhibition"]),
    (Some(Libraries), Certain, &["library", "libraries", "library book", "library service", "book fund", "library stock", "books cds dvds", "archive service", "county record", "library materials", "e book", "audio book", "library management"]),
    (Some(Waste), Certain, &[
        "waste", "waste management", "waste disposal", "waste collection", "waste recycling", "waste mgt", "residual waste", "refuse", "refuse collection", "recycling", "recycling credit", "recyclate", "landfill", "landfill tax", "skip hire", "wheeled bin", "wheelie bin", "litter bin", "composting", "green waste", "food waste", "garden waste", "trade waste", "clinical waste", "hazardous waste", "civic amenity", "household waste", "household waste recycling centre", "materials recovery", "energy from waste",
        "waste collection charge", "recycling disposal", "caddy", "bulky waste", "fly tipping", "weee", "asbestos removal waste", "incineration", "transfer station", "anaerobic digestion", "tipping charge", "kerbside"]),
    (Some(Waste), Likely, &["skip", "skips", "bin", "bins"]),
    (Some(Highways), Certain, &[
        "highway", "highways", "highway maintenance", "highway work", "road work", "road maintenance", "principal road", "road safety", "road marking", "road sign", "street lighting", "street light", "streetlighting", "lighting column", "carriageway", "footway", "footpath", "resurfacing", "surface dressing", "surfacing", "tarmac", "asphalt", "bituminous", "aggregates", "kerb", "paving", "gully", "gullies",
        "traffic", "traffic management", "traffic signal", "traffic signal repair", "traffic sign", "traffic planning", "traffic calming", "traffic control", "pothole", "patching", "winter maintenance", "winter service", "gritting", "rock salt", "road salt", "salt", "snow", "parking", "car park", "car parking", "parking enforcement", "civil parking", "parking equipment", "pay and display", "parking meter", "penalty charge", "parking permit", "street furniture", "street works", "ext eng highway", "transport planning", "transportation",
        "cycle route", "cycleway", "cycling", "public right of way", "rights of way", "bollard", "guard rail", "crash barrier", "highway drainage", "bus shelter", "bus lane", "toll", "speed camera", "cctv traffic", "streetscene highways", "transport scheme", "active travel", "highway construction", "construction roads", "road construction"]),
    (Some(Highways), Likely, &["road", "roads", "bridge", "bridges"]),
    (Some(StreetsAndGrounds), Certain, &[
        "street cleansing", "street cleaning", "street sweeping", "road sweeping", "sweeper", "mechanical sweeping", "graffiti", "street scene", "streetscene", "grounds maintenance", "ground maintenance", "grounds", "grounds equipment", "landscape", "landscaping", "landscape gardening", "gardening", "horticulture", "horticultural", "grass cutting", "mowing", "mower", "tree work", "tree surgery", "arboriculture", "arboricultural", "arborist", "tree planting", "plants", "bulbs", "hanging basket", "bedding plant", "seeds",
        "weed", "weed control", "weed spraying", "hedge", "open space", "playground", "play area", "play equipment", "play ground equipment", "allotment", "countryside", "woodland", "forestry", "nature reserve", "topsoil", "turf", "fencing", "park furniture", "delegated grounds maintenance", "green space", "parks open space", "environmental maintenance", "skate park", "biodiversity", "ecology"]),
    (Some(StreetsAndGrounds), Likely, &["park", "parks", "garden", "tree", "trees", "public realm"]),
    (Some(EnvironmentalServices), Certain, &[
        "pest", "pest control", "pest animal control", "animal welfare", "animal service", "animal feed", "stray dog", "dog warden", "kennel", "kennels", "veterinary", "vet", "vets", "environmental health", "environmental protection", "environmental monitoring", "air quality", "contaminated land", "pollution", "food safety", "food hygiene", "food sampling", "trading standard", "trading standards", "weights measures", "taxi licensing", "taxi licence", "public analyst",
        "laboratory analysis", "forensic laboratory", "flood", "flood defence", "flood prevention", "coast protection", "sea defence", "land drainage", "public conveniences", "water sampling", "legionella", "water testing", "testing and inspection", "emergency planning", "emergency plan", "civil contingency", "community safety", "community protection", "climate change", "sustainability", "carbon", "energy efficiency advice", "environmental consultant", "port health", "street trading", "street wardens", "consumer protection", "abandoned vehicle", "health and safety enforcement", "weather forecast"]),
    (Some(EnvironmentalServices), Likely, &["market", "markets", "coastal", "environmental", "noise", "beach", "animal", "dog", "licensing", "laboratory"]),
    (Some(EnvironmentalServices), Broad, &["environment", "regulatory", "health safety"]),
    (Some(PlanningAndBuildingControl), Certain, &[
        "local plan", "town planning", "planning policy", "planning application", "planning appeal", "planning inquiry", "planning inspector", "planning inspectorate", "development control", "development management", "building control", "archaeology", "archaeological", "ordnance survey", "mapping", "aerial photography", "land charge", "local land charges", "land search", "conservation area", "section 106", "s106", "masterplan", "neighbourhood plan", "community infrastructure levy", "geotechnical", "topographical survey", "ecological survey"]),
    (Some(PlanningAndBuildingControl), Likely, &["planning"]),
    (Some(PlanningAndBuildingControl), Likely, &["land registry"]),
    (Some(BereavementServices), Certain, &["bereavement", "bereavement service", "cemetery", "cemeteries", "crematorium", "cremation", "cremator", "burial", "funeral", "funerals", "funeral director", "coroner", "coroners", "mortuary", "post mortem", "pathology", "body transport", "body removal", "grave", "undertaker", "inquest", "coronial", "memorial", "headstone"]),
    (Some(Democracy), Certain, &["election", "elections", "election expense", "electoral", "electoral registration", "electoral service", "returning officer", "polling station", "ballot", "ballot paper", "referendum", "councillor", "councillors", "members allowance", "members expense", "member allowance", "mayoral", "lord mayor", "democratic", "democratic service", "committee services", "town hall ceremony", "remembrance", "twinning", "webcasting", "boundary review"]),
    (Some(Democracy), Likely, &["civic", "mayor"]),
];
