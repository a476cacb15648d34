//! Words for departments and services, which say who paid, not what for.
//!
//! The rule: a department is the weakest witness, so most stand as broad or hint. The few that are Likely buy
//! little else than their own trade. A department that buys a bit of everything (resources, corporate) is absent.

use super::{Meaning, Strength::*};
use crate::Family::*;

#[rustfmt::skip]
pub(super) const WORDS: &[Meaning] = &[
    (Some(AdultCare), Broad, &["adult", "adults", "adult services", "adult social care", "adult care", "adults health", "health and adult care", "adult commissioning", "adult social services", "older people", "learning disability", "learning disabilities", "physical disability", "health and social care", "social services", "adult commissioning placement", "community health adult social care", "commissioning organisation"]),
    (Some(ChildrensCare), Broad, &["children", "children service", "childrens services", "children young people", "fostering placement", "children families", "children social care", "children education", "childrens education serv", "children education service", "childrens social care", "children education families", "safeguarding", "youth", "family support", "cyp"]),
    (Some(EarlyYears), Likely, &["early years", "nursery", "childcare", "3 4 yr old funding"]),
    (Some(Education), Broad, &["education", "school", "schools", "academy", "learning", "pupil services", "school improvement", "schools other", "education services", "education skill"]),
    (Some(SpecialEducation), Likely, &["sen", "send", "special educational need", "special needs", "high needs", "inclusion", "special school"]),
    (Some(Skills), Broad, &["economic development", "regeneration", "economy", "growth", "skills", "business support", "adult education", "employment", "investment", "economic growth"]),
    (Some(HealthServices), Broad, &["public health", "health"]),
    (Some(Homelessness), Broad, &["housing general fund", "housing needs", "housing options", "housing advice"]),
    (Some(SocialHousing), Likely, &["housing revenue account", "hra", "council housing", "housing repairs", "disabled facilities", "housing standards", "housing renewal", "strategic housing", "housing capital", "housing investment"]),
    (Some(SocialHousing), Broad, &["housing", "housing service"]),
    (Some(VoluntarySector), Broad, &["voluntary sector", "community fund", "communities neighbourhood grant", "third sector"]),
    (Some(Leisure), Broad, &["leisure", "culture", "cultural", "cultural related serv", "cultural related service", "tourism", "museums", "arts", "theatre", "sport", "heritage", "events", "venues", "parks leisure"]),
    (Some(Libraries), Likely, &["library", "libraries", "library service", "library services"]),
    (Some(Waste), Likely, &["waste", "refuse", "recycling", "waste service", "waste services", "waste management", "waste disposal"]),
    (Some(Highways), Likely, &["highway", "highways", "highways transportation", "highways and transportation", "street lighting", "traffic", "parking", "parking service", "car park", "car parks", "bridges", "winter maintenance", "highways transport", "engineers highways"]),
    (Some(StreetsAndGrounds), Likely, &["parks", "parks cemetery", "grounds maintenance", "street cleansing", "street scene", "streetscene", "open space", "green infrastructure", "environmental maintenance", "countryside", "allotments"]),
    (Some(EnvironmentalServices), Broad, &["environmental health", "trading standards", "environmental services", "environment", "environment regulatory serv", "environment regulatory service", "licensing", "community safety", "regulatory service", "pest control", "environmental protection", "public protection", "markets", "town centre markets"]),
    (Some(PlanningAndBuildingControl), Broad, &["planning", "planning development", "planning transportation", "building control", "development control", "planning and development"]),
    (Some(BereavementServices), Likely, &["bereavement", "cemetery", "cemeteries", "crematorium", "coroner", "coroners", "registrars"]),
    (Some(Democracy), Broad, &["elections", "democratic", "democratic services", "members", "mayoral", "legal democratic"]),
    (Some(Construction), Broad, &["capital", "capital scheme", "capital schemes", "capital programme", "capital project", "capital projects", "new construction"]),
    (Some(BuildingMaintenance), Broad, &["property service", "property services", "building maintenance", "buildings", "asset management", "estates facilities", "depot"]),
    (Some(CleaningAndFacilities), Broad, &["facilities", "facilities management", "building cleaning", "caretaking"]),
    (Some(Estates), Broad, &["estates", "investment property", "property", "commercial property", "industrial estate"]),
    (Some(CateringAndFood), Broad, &["catering", "school meals", "school catering"]),
    (Some(Ict), Broad, &["ict", "it", "information technology", "computer services", "digital", "information services"]),
    (Some(Insurance), Broad, &["insurance", "insurances", "public liability", "risk management"]),
    (Some(Legal), Broad, &["legal", "legal service", "legal services"]),
    (Some(FinanceAndAudit), Hint, &["audit", "accountancy", "finance"]),
    (Some(HumanResources), Broad, &["human resources", "hr", "payroll", "organisational development", "learning development", "training"]),
    (Some(RevenuesAndBenefits), Broad, &["revenues", "benefits", "council tax", "housing benefit", "revenues benefits"]),
    (Some(PrintAndPost), Broad, &["print", "print room", "post room", "reprographics"]),
    (Some(Marketing), Broad, &["communications", "marketing", "publicity"]),
    (Some(PassengerTransport), Likely, &["passenger transport", "home to school", "school transport", "concessionary fares", "concessionary travel", "integrated transport", "transport services", "bus service", "client transport", "public transport", "travel co ordination", "transport commissioning"]),
    (Some(FleetMaintenance), Likely, &["vehicle maintenance", "vehicle workshop", "fleet", "fleet services", "cvmu", "garage", "vehicle maint", "fleet management", "vehicle fleet"]),
    (Some(PoliceSpecialist), Hint, &["police", "constabulary", "pcc"]),
    (Some(FireSpecialist), Hint, &["fire", "fire rescue"]),
];
