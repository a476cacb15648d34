//! Service families: what public money is spent on.
//!
//! The rule: a family is coarse enough that two bodies can be compared and fine enough that what is in it could be
//! bought together, and each stands under exactly one row of published evidence about sharing. One table says all
//! of it. There is no family "other": what cannot be placed is shown as not classified, with its value.

use serde::{Deserialize, Serialize};

/// A part of a report: families that a reader expects to find together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Chapter {
    /// Care, children, schools, health and those who need a home.
    People,
    /// Streets, waste, parks, planning and what everyone in the place uses.
    Place,
    /// Building, mending, running and renting property.
    Property,
    /// What keeps any organisation running.
    Organisation,
    /// Vehicles and what moves in them.
    Transport,
    /// What only police and fire services buy.
    BlueLight,
}

impl Chapter {
    /// As a report's heading.
    pub fn name(self) -> &'static str {
        match self {
            Chapter::People => "People",
            Chapter::Place => "Place",
            Chapter::Property => "Property",
            Chapter::Organisation => "Running the organisation",
            Chapter::Transport => "Vehicles and transport",
            Chapter::BlueLight => "Police and fire",
        }
    }
}

/// What sort of buying a family is, which decides what sharing it would mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nature {
    /// Things: like for like, prices can be set side by side.
    Goods,
    /// Building and mending, job by job.
    Works,
    /// A service bought under contract.
    Services,
    /// Care, places and schooling for named people, often by law and at short notice.
    Care,
    /// Money handed on rather than spent.
    PassedOn,
    /// Posts rather than purchases.
    Posts,
}

/// The row of evidence on shared services under which a family falls. The rows' figures are kept by `opportunities`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PriorRow {
    /// Finance, HR, payroll, legal, audit.
    ProfessionalBackOffice,
    /// Revenues and benefits; a second row is for a small partner.
    RevenuesAndBenefits,
    /// Shared senior management, as pay of posts.
    SeniorManagement,
    /// Shared ICT.
    Ict,
    /// Like-for-like goods; a second row is for goods already bought on a framework.
    Goods,
    /// Contracted services.
    ContractedServices,
    /// Waste; a second row is for a small partner.
    Waste,
    /// Highways, streets, grounds.
    HighwaysStreetsGrounds,
    /// Planning, building control, regulatory services.
    PlanningAndRegulatory,
    /// Elder and adult care.
    AdultCare,
    /// Libraries.
    Libraries,
    /// Fire.
    Fire,
    /// Police support.
    PoliceSupport,
    /// Estates co-location.
    Estates,
    /// Fleet and workshops.
    FleetAndWorkshops,
}

macro_rules! families {
    ($($variant:ident, $code:literal, $chapter:ident, $nature:ident, $prior:ident, $name:literal, $sentence:literal;)*) => {
        /// What public money is spent on.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Family {
            $(#[doc = $sentence] #[serde(rename = $code)] $variant,)*
        }

        impl Family {
            /// Every family, in the order reports list them.
            pub const ALL: &[Family] = &[$(Family::$variant,)*];

            /// Stable code for files, such as `adult-care`.
            pub fn code(self) -> &'static str {
                match self { $(Family::$variant => $code,)* }
            }

            /// For people, such as `Adult care placements and home care`.
            pub fn name(self) -> &'static str {
                match self { $(Family::$variant => $name,)* }
            }

            /// One sentence saying what belongs to it.
            pub fn sentence(self) -> &'static str {
                match self { $(Family::$variant => $sentence,)* }
            }

            /// The part of a report it stands in.
            pub fn chapter(self) -> Chapter {
                match self { $(Family::$variant => Chapter::$chapter,)* }
            }

            /// What sort of buying it is.
            pub fn nature(self) -> Nature {
                match self { $(Family::$variant => Nature::$nature,)* }
            }

            /// The one row of evidence it falls under.
            pub fn prior_row(self) -> PriorRow {
                match self { $(Family::$variant => PriorRow::$prior,)* }
            }
        }
    };
}

families! {
    AdultCare, "adult-care", People, Care, AdultCare, "Adult care placements and home care",
        "Residential, nursing, home, day and supported-living care bought for adults.";
    ChildrensCare, "childrens-care", People, Care, ContractedServices, "Children's placements and family support",
        "Children's homes, fostering and adoption agencies, leaving care and family support.";
    EarlyYears, "early-years", People, Care, ContractedServices, "Early years and childcare",
        "Nurseries, childminders, free early education and holiday clubs.";
    Education, "education", People, Services, ContractedServices, "Schools and education services",
        "Payments to schools, teaching resources, examinations, tuition and education support.";
    SpecialEducation, "special-education", People, Care, ContractedServices, "Special and independent school places",
        "Fees of independent, non-maintained and special schools, and support for pupils with special needs.";
    Skills, "skills", People, Services, ContractedServices, "Skills, employment and business support",
        "Adult education, apprenticeships, help into work and help for businesses.";
    HealthServices, "health-services", People, Services, ContractedServices, "Public health and clinical services",
        "Public health services, drugs and alcohol, sexual health, mental health and NHS-commissioned care.";
    MedicalSupplies, "medical-supplies", People, Goods, Goods, "Medical and care equipment",
        "Medical, nursing and community equipment, adaptations' aids, pharmacy and consumables.";
    Homelessness, "homelessness", People, Care, ContractedServices, "Temporary accommodation and housing support",
        "Bed and breakfast, temporary accommodation, refuges, homelessness prevention and housing-related support.";
    VoluntarySector, "voluntary-sector", People, PassedOn, ContractedServices, "Voluntary and community sector support",
        "Support for charities, community groups and their projects, mostly as grants.";
    Leisure, "leisure", Place, Services, ContractedServices, "Leisure, sport, arts and museums",
        "Leisure centres, sport, theatres, museums, arts and tourism.";
    Libraries, "libraries", Place, Services, Libraries, "Libraries and archives",
        "Library books and media, library services and archives.";
    Waste, "waste", Place, Services, Waste, "Waste collection, recycling and disposal",
        "Collecting, treating and disposing of household, trade and clinical waste; bins.";
    Highways, "highways", Place, Works, HighwaysStreetsGrounds, "Highways, street lighting and traffic",
        "Road and bridge works, surfacing, street lighting, signals, winter service, parking.";
    StreetsAndGrounds, "streets-and-grounds", Place, Services, HighwaysStreetsGrounds, "Street cleaning, grounds and parks",
        "Street cleansing, grounds maintenance, trees, playgrounds and horticulture.";
    EnvironmentalServices, "environmental-services", Place, Services, PlanningAndRegulatory, "Environmental health, animals and trading standards",
        "Pest control, stray animals, food safety, trading standards, licensing, pollution, flood and coast.";
    PlanningAndBuildingControl, "planning-and-building-control", Place, Services, PlanningAndRegulatory, "Planning and building control",
        "Local plans, planning applications and appeals, building control, surveys of land and archaeology.";
    BereavementServices, "bereavement-services", Place, Services, ContractedServices, "Cemeteries, crematoria and coroners",
        "Burial, cremation, funerals, coroners and mortuaries.";
    Democracy, "democracy", Place, Services, ContractedServices, "Elections and democracy",
        "Elections, electoral registration, councillors and civic office.";
    Construction, "construction", Property, Works, ContractedServices, "Construction and capital works",
        "New building, major refurbishment, demolition, and the architects and engineers for it.";
    BuildingMaintenance, "building-maintenance", Property, Works, ContractedServices, "Building repair and maintenance",
        "Repairs, servicing, lifts, heating, electrical and plumbing work, and building materials.";
    SocialHousing, "social-housing", Property, Works, ContractedServices, "Social housing repairs and management",
        "Repairs, improvements and management of council and other social homes, and adaptations by grant.";
    CleaningAndFacilities, "cleaning-and-facilities", Property, Services, ContractedServices, "Cleaning and facilities management",
        "Building cleaning, hygiene, laundry, facilities management, removals and storage.";
    Security, "security", Property, Services, ContractedServices, "Security and CCTV",
        "Guards, alarms, CCTV, locks and cash collection.";
    Estates, "estates", Property, Services, Estates, "Property rent, rates and estates",
        "Rent, leases, service charges, business rates on own property, valuers, estate agents and purchase of land.";
    Energy, "energy", Property, Goods, Goods, "Gas, electricity and heat",
        "Gas, electricity, heating oil, district heat and energy advice.";
    Water, "water", Property, Goods, Goods, "Water and drainage charges",
        "Water supply, sewerage and drainage charges.";
    CateringAndFood, "catering-and-food", Organisation, Goods, Goods, "Food and catering",
        "Food, drink, catering services, kitchen equipment and vending.";
    AgencyStaff, "agency-staff", Organisation, Services, ContractedServices, "Agency and temporary staff",
        "Temporary, interim and supply staff through agencies.";
    Software, "software", Organisation, Services, Ict, "Software and licences",
        "Software licences, subscriptions, hosted systems and their support.";
    Ict, "ict", Organisation, Services, Ict, "ICT equipment and services",
        "Computers, networks, data centres, their maintenance and ICT services.";
    Telecoms, "telecoms", Organisation, Services, ContractedServices, "Telephones and data lines",
        "Fixed lines, mobiles, broadband, data circuits and radio.";
    Insurance, "insurance", Organisation, Services, ContractedServices, "Insurance",
        "Premiums, brokers, claims and their handling.";
    Legal, "legal", Organisation, Services, ProfessionalBackOffice, "Legal services",
        "Solicitors, barristers, court fees and legal information.";
    Consultancy, "consultancy", Organisation, Services, ContractedServices, "Consultancy and professional advice",
        "Management consultants, research, technical and other professional advice.";
    FinanceAndAudit, "finance-and-audit", Organisation, Services, ProfessionalBackOffice, "Audit, accountancy and financial services",
        "External and internal audit, accountancy, treasury advice and actuaries.";
    Banking, "banking", Organisation, Services, ContractedServices, "Banking and payment services",
        "Bank and card charges, payment processing.";
    HumanResources, "human-resources", Organisation, Services, ProfessionalBackOffice, "HR, payroll, recruitment and training",
        "Recruitment, payroll services, occupational health, training, conferences and memberships of professions.";
    RevenuesAndBenefits, "revenues-and-benefits", Organisation, Services, RevenuesAndBenefits, "Revenues and benefits services",
        "Collecting council tax and business rates, enforcement agents, and administering benefits.";
    SeniorManagement, "senior-management", Organisation, Posts, SeniorManagement, "Senior management",
        "Chief executives, directors and heads of service, as posts.";
    PrintAndPost, "print-and-post", Organisation, Goods, Goods, "Printing, post and stationery",
        "Printing, photocopying, postage, couriers, stationery, books and newspapers.";
    Marketing, "marketing", Organisation, Services, ContractedServices, "Marketing and communications",
        "Advertising, publicity, design, media, translation and consultation.";
    TravelAndEvents, "travel-and-events", Organisation, Services, ContractedServices, "Staff travel, venues and events",
        "Hotels, rail and air fares, room hire, hospitality and events.";
    FurnitureAndEquipment, "furniture-and-equipment", Organisation, Goods, Goods, "Furniture, equipment and materials",
        "Furniture, appliances, tools, plant hire, materials and general supplies.";
    Clothing, "clothing", Organisation, Goods, Goods, "Uniforms and protective clothing",
        "Uniforms, workwear and protective equipment.";
    PassengerTransport, "passenger-transport", Transport, Services, ContractedServices, "School and passenger transport",
        "Home-to-school and social-care transport, taxis, buses and concessionary fares.";
    Vehicles, "vehicles", Transport, Goods, FleetAndWorkshops, "Vehicle purchase and hire",
        "Buying, leasing and hiring cars, vans, lorries and plant on wheels.";
    Fuel, "fuel", Transport, Goods, Goods, "Vehicle fuel",
        "Diesel, petrol, fuel cards, lubricants and charging.";
    FleetMaintenance, "fleet-maintenance", Transport, Services, FleetAndWorkshops, "Vehicle repair, parts and workshops",
        "Servicing, repair, parts, tyres, tests and recovery of vehicles.";
    PoliceSpecialist, "police-specialist", BlueLight, Services, PoliceSupport, "Police specialist services",
        "Forensics, custody, victims' services, interpreters, and collaboration between forces.";
    FireSpecialist, "fire-specialist", BlueLight, Goods, Fire, "Fire and rescue specialist equipment and services",
        "Fire appliances' equipment, breathing apparatus, hose, control rooms and rescue training.";
}

impl Family {
    /// The family with this code.
    pub fn from_code(code: &str) -> Option<Family> {
        Family::ALL.iter().copied().find(|family| family.code() == code)
    }

    /// Whether it is things, bought like for like.
    pub fn is_goods(self) -> bool {
        self.nature() == Nature::Goods
    }
}

/// The contents page of a report: chapters in order, each with its families in order.
pub fn contents() -> Vec<(Chapter, Vec<Family>)> {
    let mut chapters: Vec<(Chapter, Vec<Family>)> = Vec::new();
    for &family in Family::ALL {
        match chapters.last_mut() {
            Some((chapter, families)) if *chapter == family.chapter() => families.push(family),
            _ => chapters.push((family.chapter(), vec![family])),
        }
    }
    chapters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_family_has_a_code_of_its_own_and_a_full_sentence() {
        let mut codes: Vec<_> = Family::ALL.iter().map(|family| family.code()).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), Family::ALL.len());
        for family in Family::ALL {
            assert_eq!(Family::from_code(family.code()), Some(*family));
            assert!(family.sentence().ends_with('.'));
            assert_eq!(family.code(), definitions::slug(family.code()), "a code is safe in an address");
        }
    }

    #[test]
    fn the_contents_page_names_every_family_once_and_no_chapter_twice() {
        let contents = contents();
        let families: Vec<Family> = contents.iter().flat_map(|(_, families)| families.iter().copied()).collect();
        assert_eq!(families, Family::ALL);
        let mut chapters: Vec<_> = contents.iter().map(|(chapter, _)| *chapter).collect();
        chapters.dedup();
        assert_eq!(chapters.len(), 6);
        assert_eq!(chapters.len(), {
            chapters.sort_unstable();
            chapters.dedup();
            chapters.len()
        });
    }

    #[test]
    fn paper_is_goods_and_a_care_home_place_is_not() {
        assert!(Family::PrintAndPost.is_goods());
        assert!(!Family::AdultCare.is_goods());
        assert_eq!(Family::AdultCare.prior_row(), PriorRow::AdultCare);
    }
}
