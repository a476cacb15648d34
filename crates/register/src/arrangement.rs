//! An arrangement by which public bodies share something: who, what, in which form, since when, and on which terms.
//!
//! The rule: it says what its sources say. It names a person only as the holder of a role, with a work contact. Its stage is
//! in none of its fields, for that is worked out from what happened.

use definitions::{ArrangementId, BodyId, Day, Pence};
use serde::{Deserialize, Serialize};
use services::Family;

use crate::{Happening, Savings, When};

/// One arrangement, as one version of its record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Arrangement {
    /// Stable name, also in its address: `devon-and-somerset-trading-standards`.
    pub id: ArrangementId,
    /// What people call it.
    pub title: String,
    /// What is done together, in a few sentences of plain text.
    #[serde(default)]
    pub summary: String,
    /// Which families of services are shared.
    #[serde(default)]
    pub services: Vec<Family>,
    /// Numbers of the Local Government Services List, where they are known.
    #[serde(default)]
    pub service_list_ids: Vec<u32>,
    /// Every body that ever had a part in it, with its role.
    pub parties: Vec<Party>,
    /// In which way they share.
    pub kind: Kind,
    /// The legal form and the powers it rests on: `Joint committee under section 102, Local Government Act 1972`.
    #[serde(default)]
    pub legal_form: String,
    /// What it is for.
    #[serde(default)]
    pub aims: Vec<Aim>,
    /// What happened to it.
    #[serde(default)]
    pub happenings: Vec<Happening>,
    /// Last day of the term that is agreed, if there is one.
    #[serde(default)]
    pub agreed_until: Option<When>,
    /// Days on which the partners will look at it again.
    #[serde(default)]
    pub reviews: Vec<Day>,
    /// How a partner can leave, and with how much notice.
    #[serde(default)]
    pub break_terms: String,
    /// What leaving costs.
    #[serde(default)]
    pub price_of_leaving: PriceOfLeaving,
    /// Who answers for it among members.
    #[serde(default)]
    pub lead_member: Option<Lead>,
    /// Who answers for it among officers.
    #[serde(default)]
    pub lead_officer: Option<Lead>,
    /// What it saves, or why there is no figure.
    pub savings: Savings,
    /// Where all this can be read.
    #[serde(default)]
    pub sources: Vec<Cited>,
    /// The opportunity it was found as, where it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found_as: Option<definitions::OpportunityId>,
}

/// A body's part in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Party {
    /// Which body.
    pub body: BodyId,
    /// Its role.
    pub role: Role,
}

/// What a body is in an arrangement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Employs the staff or holds the contract for the others.
    Lead,
    /// Shares in running it.
    Partner,
    /// Buys from it.
    Customer,
    /// Owns a part of the company.
    JointOwner,
}

/// The ways of sharing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Members of several bodies decide together.
    JointCommittee,
    /// One body does another's function for it.
    Delegation,
    /// One body serves others under an agreement.
    LeadAuthority,
    /// The bodies own a company.
    JointCompany,
    /// One person or management team serves several bodies.
    SharedManagement,
    /// Bodies buy together.
    JointProcurement,
    /// Bodies work from one building.
    CoLocation,
    /// Vehicles, plant or a workshop used together.
    PooledFleet,
    /// People of several bodies meet and plan.
    WorkingGroup,
    /// None of these; the summary says what.
    Other,
}

/// What an arrangement is for. A fifth of those on the last national map were never meant to save money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Aim {
    /// To spend less.
    Money,
    /// To carry on when people or systems fail.
    Resilience,
    /// To serve better.
    Quality,
    /// To have skills that one body alone could not keep.
    Skills,
    /// To come sooner.
    Response,
}

/// What a partner pays for leaving.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PriceOfLeaving {
    /// Nobody has said.
    #[default]
    NotSaid,
    /// The terms say that leaving is free.
    Free,
    /// An amount, as of the terms.
    Amount(Pence),
    /// A rule in words.
    InWords(String),
}

/// The holder of a role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lead {
    /// The role, such as `Head of Regulatory Services`.
    pub role: String,
    /// The name, where it is published.
    #[serde(default)]
    pub name: String,
    /// A work address for letters or e-mail.
    #[serde(default)]
    pub contact: String,
    /// The body it is a role of, where it is said.
    #[serde(default)]
    pub body: Option<BodyId>,
}

/// A place where something can be read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cited {
    /// Title of the document, paper or page.
    pub document: String,
    /// Page or paragraph.
    #[serde(default)]
    pub place: String,
    /// Its address; `http` or `https` only.
    #[serde(default)]
    pub link: String,
    /// When it was published.
    #[serde(default)]
    pub published: Option<When>,
}
