//! ProClass: prefixes of six-digit codes.
//!
//! The rule: a top level that holds many trades (`200000`, `150000`) is wide; codes that moved when the
//! classification was revised stand under their own number. Version 17 of 2017 and the numbers of earlier versions.

use super::Row;
use crate::Family::*;

#[rustfmt::skip]
pub(super) const ROWS: &[Row] = &[
    ("10", BuildingMaintenance, true), ("1019", BuildingMaintenance, true), ("1016", FurnitureAndEquipment, true), ("1020", FurnitureAndEquipment, true),
    ("11", CateringAndFood, true), ("11125", AdultCare, true), ("12", BereavementServices, true), ("13", CleaningAndFacilities, true), ("14", Clothing, true),
    ("15", Consultancy, true), ("150000", Consultancy, false), ("1511", Construction, true), ("1513", EnvironmentalServices, true), ("15151", HealthServices, true), ("1516", Highways, true), ("1517", SocialHousing, true), ("1518", Ict, true),
    ("16", FurnitureAndEquipment, true),
    ("17", Education, true), ("170000", Education, false), ("17101", Education, true), ("171010", Skills, true), ("171040", SpecialEducation, true), ("17106", Libraries, true), ("171113", Libraries, true), ("171112", FurnitureAndEquipment, true),
    ("18", EnvironmentalServices, true), ("180000", EnvironmentalServices, false), ("181000", Construction, true), ("1812", StreetsAndGrounds, true), ("1816", StreetsAndGrounds, true), ("18162", Highways, true), ("1817", Highways, true), ("181911", PlanningAndBuildingControl, true), ("181910", PlanningAndBuildingControl, true), ("1820", Waste, true), ("18203", EnvironmentalServices, true),
    ("19", CleaningAndFacilities, true), ("190000", CleaningAndFacilities, false), ("1910", Marketing, true), ("1911", Marketing, true), ("1913", Energy, true), ("1914", BuildingMaintenance, true), ("1915", Marketing, true), ("191510", Construction, true), ("1916", PrintAndPost, true), ("1917", Estates, true), ("1918", Marketing, true), ("1920", PrintAndPost, true), ("192100", FurnitureAndEquipment, true), ("19211", TravelAndEvents, true), ("1922", Security, true), ("1924", Marketing, true),
    ("20", FinanceAndAudit, true), ("200000", FinanceAndAudit, false), ("2012", Banking, true), ("2013", Security, true), ("2014", Estates, true), ("20145", Banking, true), ("2015", Banking, true), ("2016", RevenuesAndBenefits, true), ("2017", VoluntarySector, true), ("2018", Insurance, true), ("20183", PrintAndPost, true), ("201801", FinanceAndAudit, false), ("20181", HumanResources, true), ("2019", FinanceAndAudit, false), ("2020", Estates, true), ("2021", HumanResources, true),
    ("21", FurnitureAndEquipment, true), ("22", Clothing, true), ("2211", BuildingMaintenance, true), ("2213", EnvironmentalServices, true),
    ("23", Highways, true), ("24", StreetsAndGrounds, true), ("25", SocialHousing, true), ("25001", Estates, true),
    ("26", HumanResources, true), ("260000", HumanResources, false), ("2610", TravelAndEvents, true), ("2611", Marketing, true), ("2614", AgencyStaff, true), ("2616", TravelAndEvents, true), ("261517", Ict, true),
    ("27", Ict, true), ("2710", Telecoms, true), ("2714", PrintAndPost, true), ("27142", Ict, true), ("27143", Software, true), ("27144", Software, true), ("271499", Software, true), ("27151", Software, true), ("271510", Software, true), ("271513", Ict, true), ("271514", Ict, true), ("271515", Ict, true), ("271516", Software, true), ("271517", Telecoms, true), ("2716", Software, true), ("271699", Telecoms, true), ("2717", Telecoms, true), ("2718", Telecoms, true), ("2719", Telecoms, true), ("2720", Software, true),
    ("28", Legal, true), ("2811", Democracy, true),
    ("29", Leisure, true), ("2910", TravelAndEvents, true), ("30", PrintAndPost, true), 
    ("31", HealthServices, true), ("3101", AgencyStaff, true), ("3110", MedicalSupplies, true), ("3112", MedicalSupplies, true), ("3113", MedicalSupplies, true),
    ("32", AdultCare, true), ("321011", Homelessness, true), ("32102", HealthServices, true), ("321021", Homelessness, true), ("32106", Homelessness, true), ("322001", HealthServices, true), ("3217", Homelessness, true), ("32101", AdultCare, true), ("321010", VoluntarySector, true),
    ("3211", ChildrensCare, true), ("321100", ChildrensCare, true), ("321110", HealthServices, true), ("321112", EarlyYears, true), ("321115", EarlyYears, true), ("321116", EarlyYears, true), ("321118", Homelessness, true), ("3212", ChildrensCare, true), ("322002", HealthServices, true), ("3213", MedicalSupplies, true),
    ("33", Leisure, true), ("3310", StreetsAndGrounds, true), ("3311", StreetsAndGrounds, true), ("34", PrintAndPost, true),
    ("35", Highways, true), ("3501", Security, true),
    ("36", PassengerTransport, true), ("3610", FleetMaintenance, false), ("3611", Vehicles, false), ("3612", FleetMaintenance, true), ("3614", FleetMaintenance, true), ("36145", PassengerTransport, true), ("36141", PassengerTransport, true), ("361511", TravelAndEvents, true),
    ("371", Energy, true), ("370", Energy, false), ("379", Energy, false), ("3713", Water, true), ("3715", Water, true),
    ("38", Vehicles, true), ("3811", Fuel, true), ("3814", FleetMaintenance, true), ("3815", FleetMaintenance, true), ("3818", FleetMaintenance, true), ("3819", FleetMaintenance, true),
    ("39", Construction, true), ("390000", Construction, false), ("391111", BuildingMaintenance, true), ("3913", StreetsAndGrounds, true), ("3914", Highways, true), ("399999", Construction, false), ("391100", Construction, false),
    ("40", ChildrensCare, true), ("401002", SpecialEducation, true), ("401004", EarlyYears, true), ("401005", EarlyYears, true), ("401006", Education, true), ("401204", HealthServices, true), ("401205", HealthServices, true), ("401209", HealthServices, true), ("401304", SpecialEducation, true), ("401306", SpecialEducation, true), ("401409", SpecialEducation, true), ("401410", HealthServices, true), ("401403", HealthServices, true), ("401503", Marketing, true), ("401504", PassengerTransport, true),
    ("41", AdultCare, false),
];
