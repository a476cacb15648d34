//! What programs are told of arrangements in a list.
//!
//! The rule: the shape of an answer changes only here, on purpose.

use definitions::Day;
use register::{Aim, Kind, Role, Stage, Standing, When};

use crate::Site;
use crate::described::{At, answers};
use crate::links::{arrangement_address, body_address, whole};
use crate::overview::Card;

answers! {
    /// A piece of the list of arrangements.
    List {
        /// The address of this list.
        url: String,
        /// The day for which stages and partners are told.
        day: Day,
        /// How many arrangements fit, in all pieces together.
        count: usize,
        /// The arrangements of this piece.
        arrangements: Vec<ArrangementInList>,
        /// The address of the next piece.
        next: Option<String>,
    }

    /// An arrangement in a list.
    ArrangementInList {
        /// Its address, which never changes.
        url: String,
        /// Its stable name.
        id: String,
        /// What people call it.
        title: String,
        /// In which way they share.
        kind: Kind,
        /// The codes of the families of services.
        services: Vec<String>,
        /// What it is for.
        aims: Vec<Aim>,
        /// How far it has come on the day.
        stage: Stage,
        /// When it first began to work.
        started: Option<When>,
        /// When it ended.
        ended: Option<When>,
        /// Who has a part in it on the day; once it has ended, who had then.
        partners: Vec<PartnerInList>,
        /// How far its savings are proved.
        standings: Vec<Standing>,
        /// True where its owner has not answered for it for over a year.
        is_unconfirmed: bool,
        /// When it was last published, corrected or confirmed.
        changed: At,
    }

    /// A body with a part in an arrangement.
    PartnerInList {
        /// Its address.
        url: String,
        /// Its stable name.
        id: String,
        /// Its short name.
        name: String,
        /// Its role.
        role: Role,
    }
}

impl ArrangementInList {
    /// A card as programs are told it.
    pub(crate) fn of(site: &Site, card: &Card) -> ArrangementInList {
        let partner = |partner: &crate::overview::Partner| PartnerInList {
            url: whole(site, &body_address(&partner.body)),
            id: partner.body.to_string(),
            name: partner.name.clone(),
            role: partner.role,
        };
        ArrangementInList {
            url: whole(site, &arrangement_address(&card.id)),
            id: card.id.to_string(),
            title: card.title.clone(),
            kind: card.kind,
            services: card.services.iter().map(|family| family.code().to_string()).collect(),
            aims: card.aims.clone(),
            stage: card.stage,
            started: card.started,
            ended: card.ended,
            partners: card.partners.iter().map(partner).collect(),
            standings: card.standings.clone(),
            is_unconfirmed: card.is_unconfirmed,
            changed: card.changed.into(),
        }
    }
}
