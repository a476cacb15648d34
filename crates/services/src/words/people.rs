//! Words for what is bought for people: care, children, schools, health, homes.
//!
//! The rule: words that name a kind of care outrank the department that pays for it, because children's
//! departments buy transport and adults' departments buy software. It names no person and no single provider.

use super::{Meaning, Strength::*};
use crate::Family::*;

#[rustfmt::skip]
pub(super) const WORDS: &[Meaning] = &[
    (Some(AdultCare), Certain, &[
        "residential home", "residential care home", "nursing home", "nursing care", "nursing residential care", "nurs care", "nursing residential", "residential nursing",
        "home care", "homecare", "home help", "domiciliary", "domicilliary", "domiciliary care", "dom care",
        "supported living", "supp living", "supported tenancy", "supported lodging adult", "independent supported living",
        "adult care", "adult social care", "adults social care", "older people residential", "extra care", "housing with care", "shared lives", "adult placement",
        "reablement", "intermediate care", "respite care", "day care", "day centre", "day service", "daytime support", "day time support", "day opportunity",
        "ext nurs care fee", "ext dom care spot", "learning disability", "learning disabilities", "learn dis", "phys supp", "ment hlt", "mem supp", "sensory supp",
        "residential provision", "nursing provision", "direct payment", "personal budget", "personal health budget", "individual budget",
        "discharge to assess", "sheltered accommodation", "sheltered housing", "meals on wheels", "care act", "personal assistant", "pa support",
        "independent home care", "independent nursing home", "residential rehabilitation", "social care client", "older people", "elderly", "residential long term", "living with formal support",
        "carer support", "carer sitting", "carers service", "independent sector care", "continuing health care", "deferred payment"]),
    (Some(AdultCare), Likely, &[
        "residential care", "care home", "care fee", "care package", "care payment", "care block payment", "telecare", "respite", "supported accommodation", "supported other accommodation",
        "assistive technology telecare", "independent sector placement", "community care", "other care", "care services", "spot purchase care", "shared care", "personal care", "carers payment"]),
    (Some(AdultCare), Likely, &["res care", "ext res care fee"]),
    (Some(AdultCare), Hint, &["social care", "social community care", "social work", "social care third party", "social care service", "care and support", "care provider", "disability support", "client support", "client need"]),
    (Some(ChildrensCare), Certain, &[
        "foster", "fostering", "foster care", "foster carer", "foster agency", "fostering agency", "independent foster agency", "independent fostering", "ifa", "adoption", "adoption agency", "inter agency adoption", "special guardianship", "guardianship order", "residence order",
        "sgo", "ro sgo", "leaving care", "care leaver", "staying put", "children home", "childrens residential", "children residential care", "child residential", "children placement", "childrens services residential home school", "looked after child", "children in our care", "children in care", "looked after children",
        "children social care", "childrens social care", "child protection", "family support", "child family support", "family hub", "parenting support", "parent baby assessment", "parent child assessment", "mother baby", "family assessment",
        "section 17", "sec 17", "s17", "section 23", "sec23", "boarded out", "secure welfare", "secure remand", "secure accommodation", "youth offending", "youth justice", "semi independent", "unregulated accommodation", "supported lodging", "out borough placement", "agency placement children",
        "disabled children", "disabled child", "short break", "cwd", "children disability", "supervised contact", "troubled family", "young carer", "children centre", "childrens centre", "edge care", "regional adoption", "inter agency fee", "assistance family", "families assistance",
        "children services family parenting support", "youth service", "young people service", "positive activities", "connexions", "child sexual exploitation", "independent reviewing officer", "unaccompanied asylum", "uasc", "children disabled residential care", "children respite"]),
    (Some(ChildrensCare), Likely, &["young people", "family based", "early help", "family centre", "youth club", "youth work", "unaccompanied", "young people rent"]),
    (Some(ChildrensCare), Broad, &["childrens services", "child services"]),
    (Some(ChildrensCare), Hint, &["children", "child", "youth"]),
    (Some(EarlyYears), Certain, &[
        "early years", "nursery", "nursery education", "nurseries creches", "creche", "childcare", "child care", "child minder", "childminder", "childminding", "childcare provision", "3 4 yr old", "pvi provider", "3 4 yr old funding", "3 4 year old", "2 year old funding", "2 yr old", "three four year old",
        "early years funding", "free early education", "playgroup", "pre school", "preschool", "after school care", "after school club", "breakfast club", "holiday club", "holiday activity", "haf", "early year 3 4yo", "early years entitlement", "out of school club"]),
    (Some(SpecialEducation), Certain, &[
        "special school", "non maintained special school", "non maint sch fee", "non maintained", "independent school", "independent special school", "fees independent school", "special educational need", "special education need", "special need", "special needs children", "sen", "send", "sen placement", "sen topup", "sen top up",
        "top up funding", "hnb", "high needs", "high need", "place funding", "alternative provision", "alternative education", "pupil referral", "pupil referral unit", "ehcp", "education health care plan", "home tuition", "out borough education", "post 16 element 3", "element 3", "pupil assistance", "educational placement",
        "behaviour support", "educational psychology", "educational psychologist", "speech language", "hearing impaired", "independent nonmaintained", "inm", "education other than at school"]),
    (Some(Education), Certain, &[
        "school", "academy", "academies", "payments to academies", "school budget share", "schools block funding", "dedicated schools grant", "sch unall chq bk", "pupil premium", "examination", "examination fee", "exam fee", "curriculum", "learning resource", "educational equipment", "educational supply", "educational material",
        "teaching", "teaching material", "teaching resource", "tuition", "tutor", "school trip", "school improvement", "classroom supply", "capitation", "music service", "music tuition", "outdoor education", "residential visit", "school pupil course", "school admission", "school journey", "educational visit",
        "bought curriculum", "bought non curriculum service", "curriculum service", "education supply", "education service", "education children", "school admin", "school resource", "learning material", "expansion funding", "student award", "educational support", "student support", "educational curriculum equipment", "school milk",
        "school uniform grant", "further higher education", "school books", "virtual school", "school fund", "university", "college", "higher education"]),
    (Some(Education), Likely, &["education", "pupil", "learning", "student"]),
    (Some(Skills), Certain, &[
        "adult education", "adult skills", "adult learning", "adult further education", "community learning", "apprenticeship", "apprentice training", "skills bootcamp", "employability", "job coach", "supported employment", "employment support", "work programme", "working well", "employment programme", "business support", "business advice", "business growth", "business grant",
        "economic development", "regeneration programme", "inward investment", "aeb", "welfare to work", "work health", "kickstart", "training provider skill", "business start up", "business improvement district", "growth hub", "shared prosperity fund", "ukspf", "levelling up"]),
    (Some(Skills), Likely, &["skills", "employment", "regeneration", "economic growth"]),
    (Some(HealthServices), Certain, &[
        "public health", "sexual health", "drug and alcohol", "drug misuse", "gum", "covid testing", "test and trace", "drug alcohol", "alcohol drug", "substance misuse", "drug treatment", "alcohol treatment", "smoking cessation", "stop smoking", "health check", "health visiting", "health visitor", "school nursing", "mental health", "mental health service", "adolescent mental health", "camhs", "health improvement", "obesity", "weight management",
        "nhs health", "medical fee", "medical service", "clients medical fee", "payment health authority", "payments health authority", "payment ha", "health authority", "pooled budget health", "better care fund", "section 75", "s75", "integrated care", "occupational therapy", "physiotherapy", "counselling", "therapy", "therapeutic", "psychology", "psychologist", "psychotherapy",
        "gp surgery", "health service", "healthcare service", "healthwatch", "vaccination", "immunisation", "needle exchange", "contraception", "infection control", "health trainer", "healthy lifestyle", "dental", "dentist", "midwifery", "perinatal", "infant feeding", "parent infant", "psychology assessment", "ccg", "nhs", "nhs organisation", "nhs trust", "medical assessment", "ambulance"]),
    (Some(HealthServices), Likely, &["treatment service", "recovery service", "clinical"]),
    (Some(HealthServices), Likely, &["health", "healthcare", "medical", "wellbeing", "doctor", "nurse", "supervised consumption"]),
    (Some(MedicalSupplies), Certain, &[
        "medical equipment", "medical supply", "medical consumable", "medical requisite", "disability equipment", "aids and appliances", "aids appliances", "aids adaptation", "aids to daily living", "community equipment", "equipment and adaptation", "equipment adaptation", "equipment stores", "wheelchair", "mobility equipment", "hoist", "stairlift", "incontinence", "pharmacy", "pharmaceutical", "drugs and medicine",
        "medicine", "first aid", "first aid supply", "defibrillator", "vaccine", "surgical", "dressings", "medical device", "healthcare consumable", "healthcare equipment", "ppe covid", "lateral flow", "laboratory equipment", "hearing aid", "prosthetics", "orthotics", "clients aids adaptation", "assistive technology", "assistive technology adaptation", "personal care product", "social care equipment", "healthcare supply", "nappies", "care equipment"]),
    (Some(Homelessness), Certain, &[
        "temporary accommodation", "temp accommodation", "temporary accom", "bed and breakfast", "bed breakfast", "b and b", "homeless", "homelessness", "rough sleeper", "rough sleeping", "nightly provision accommodation", "nightly paid", "emergency accommodation", "emergency accomm", "bed every night", "hostel", "refuge", "domestic abuse", "domestic violence", "women aid",
        "supporting people", "housing related support", "housing related floating support", "floating support", "housing support", "housing first", "housing advice", "housing options", "asylum seeker", "refugee", "resettlement", "no recourse public fund", "clients temporary accommodation", "furnished accommodation", "rent deposit", "prevention fund homeless", "private sector leasing", "private sector leased", "rent bond", "leased property tenant", "prs advance payment", "non authority accommodation", "housing related", "emergency housing", "homes for ukraine"]),
    (Some(VoluntarySector), Certain, &[
        "voluntary organisation", "voluntary sector", "voluntary body", "vol assoc grant", "voluntary association", "voluntary community", "vcse", "vcsfe", "third sector", "charity", "charitable", "charitable grant", "community grant", "grants voluntary", "grant to voluntary", "community champion", "ward budget", "members grant", "community fund", "credit union", "citizens advice", "household support fund", "food bank", "community centre",
        "advice and advocacy", "information advice advocacy", "community association", "community development", "charity third sector support", "area committee grant", "community asset", "welfare rights", "welfare advice"]),
    (None, Hint, &["private voluntary sector", "third party payments", "agency residential", "children and adults"]),
    (Some(VoluntarySector), Likely, &["advocacy", "volunteer"]),
    (Some(VoluntarySector), Broad, &["grant", "grants to other bodies", "grant other body", "grants external body", "miscellaneous grant", "grant expenditure", "partnership grant", "grants general", "grants and subscription", "external grant"]),
];
