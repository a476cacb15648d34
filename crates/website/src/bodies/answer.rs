//! What programs are told of bodies.
//!
//! The rule: the shape of an answer changes only here, on purpose.

use bodies::{Body, Directory};
use definitions::Day;
use register::Role;

use super::words::kind_code;
use crate::Site;
use crate::arrangements::ArrangementInList;
use crate::described::answers;
use crate::links::{body_address, whole};

answers! {
    /// A piece of the list of bodies.
    List {
        /// The address of this list.
        url: String,
        /// The day on which they exist.
        day: Day,
        /// How many there are, in all pieces together.
        count: usize,
        /// The bodies of this piece.
        bodies: Vec<BodyInList>,
        /// The address of the next piece.
        next: Option<String>,
    }

    /// A body.
    BodyInList {
        /// Its address, which never changes.
        url: String,
        /// Its stable name.
        id: String,
        /// Its official name.
        name: String,
        /// Its short name.
        short_name: String,
        /// What sort: `county`, `district`, `unitary`, `combined`, `police`, `fire`, `health`, `park` or `other`.
        kind: String,
        /// Its code of the Office for National Statistics.
        gss: Option<String>,
        /// Where it lies.
        region: Option<String>,
        /// Its first day, where it is known.
        first_day: Option<Day>,
        /// Its last day, where it has one.
        last_day: Option<Day>,
        /// The stable names of those who follow it.
        successors: Vec<String>,
        /// In how many arrangements it has a part on the day, at whatever stage.
        arrangements: usize,
    }

    /// One body.
    Told {
        /// Its address, which never changes.
        url: String,
        /// What it is.
        body: BodyInList,
        /// The day for which it is told.
        day: Day,
        /// True where it exists on that day.
        exists: bool,
        /// Thousands of residents in mid-2022, where they are counted.
        thousand_residents: Option<f64>,
        /// What happened to it, in sentences, the oldest first.
        history: Vec<String>,
        /// What it has a part in on that day and has not ended.
        shares: Vec<Share>,
        /// What names it and has ended, or in which it has no part on that day.
        other_arrangements: Vec<ArrangementInList>,
        /// The addresses of opportunities that name it.
        opportunities: Vec<String>,
    }

    /// A part in an arrangement.
    Share {
        /// Its role.
        role: Role,
        /// Pairs of partners.
        trust_fracture_points: u32,
        /// The arrangement.
        arrangement: ArrangementInList,
    }
}

impl BodyInList {
    /// A body as programs are told it.
    pub(super) fn of(site: &Site, directory: &Directory, body: &Body, arrangements: usize) -> BodyInList {
        let ending = directory.ending_of(&body.id);
        BodyInList {
            url: whole(site, &body_address(&body.id)),
            id: body.id.to_string(),
            name: body.name.clone(),
            short_name: body.short_name.clone(),
            kind: kind_code(body.kind).to_string(),
            gss: body.gss.clone(),
            region: body.region.map(|region| region.code().to_string()),
            first_day: body.first_day,
            last_day: body.last_day,
            successors: ending.iter().flat_map(|ending| &ending.followers).map(|follower| follower.body.to_string()).collect(),
            arrangements,
        }
    }
}
