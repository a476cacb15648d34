//! What programs are told of one arrangement, and of its history.
//!
//! The rule: the shape of an answer changes only here, on purpose. It says what the page says.

use definitions::{Day, Pence, trust_fracture_points};
use register::{
    Aim, Arrangement, Cashable, Cited, Kind, Lead, Net, NoFigure, Period, PriceOfLeaving, Record, Role, SavingLine, Savings, Stage,
    Standing, When, name_of,
};

use super::{Shown, State};
use crate::Site;
use crate::described::{At, answers};
use crate::links::{arrangement_address, body_address, opportunity_address, whole};

answers! {
    /// Everything that is published of one arrangement.
    Told {
        /// Its address, which never changes.
        url: String,
        /// Its stable name.
        id: String,
        /// What people call it.
        title: String,
        /// What is done together.
        summary: String,
        /// The day for which stage and partners are told.
        day: Day,
        /// How far it has come on that day.
        stage: Stage,
        /// In which way they share.
        kind: Kind,
        /// The legal form and the powers it rests on.
        legal_form: String,
        /// The codes of the families of services.
        services: Vec<String>,
        /// Numbers of the Local Government Services List.
        service_list_ids: Vec<u32>,
        /// What it is for.
        aims: Vec<Aim>,
        /// Every body that has a part in it on that day.
        partners: Vec<PartnerTold>,
        /// The number of pairs of partners on that day.
        trust_fracture_points: u32,
        /// What happened, the oldest first.
        happenings: Vec<HappeningTold>,
        /// Last day of the agreed term.
        agreed_until: Option<When>,
        /// Days on which the partners will look at it again.
        reviews: Vec<Day>,
        /// How a partner can leave.
        break_terms: String,
        /// What leaving costs, in words.
        price_of_leaving: String,
        /// What leaving costs, where it is one amount, in pence.
        price_of_leaving_pence: Option<Pence>,
        /// Who answers for it among members.
        lead_member: Option<LeadTold>,
        /// Who answers for it among officers.
        lead_officer: Option<LeadTold>,
        /// What it saves, line by line; never to be added across standings.
        saving_lines: Vec<LineTold>,
        /// Why there is no figure, where there is none.
        no_figure: Option<NoFigure>,
        /// Where it can be read.
        sources: Vec<SourceTold>,
        /// The address of the opportunity it was found as.
        found_as: Option<String>,
        /// The number of this version; nothing for a draft.
        version: Option<u32>,
        /// True where a later version stands.
        is_earlier_version: bool,
        /// When its owner last answered for it.
        vouched_on: Option<Day>,
        /// True where its owner has not answered for it for over a year.
        is_unconfirmed: bool,
        /// The address of its history.
        history: String,
    }

    /// A body with a part in an arrangement.
    PartnerTold {
        /// Its address.
        url: String,
        /// Its stable name.
        id: String,
        /// Its official name.
        name: String,
        /// Its role.
        role: Role,
    }

    /// Something that happened.
    HappeningTold {
        /// When, as exactly as it is known.
        when: When,
        /// What, in words.
        what: String,
        /// More, in a sentence.
        note: String,
        /// Where it can be read.
        sources: Vec<SourceTold>,
    }

    /// The holder of a role.
    LeadTold {
        /// The role.
        role: String,
        /// The name, where it is published.
        name: String,
        /// A work address.
        contact: String,
        /// The stable name of the body it is a role of.
        body: Option<String>,
    }

    /// One amount saved, or meant to be.
    LineTold {
        /// Its own name within the arrangement.
        id: String,
        /// How much, in pence; below nought it is a cost.
        amount_pence: Pence,
        /// True where the source says more than this.
        is_at_least: bool,
        /// The amount with its period, in words.
        words: String,
        /// True for so much a year, false for so much in all.
        is_each_year: bool,
        /// From when; nothing where it counts from the beginning.
        from: Option<When>,
        /// Until when; nothing where no end is known.
        until: Option<When>,
        /// How far it is proved.
        standing: Standing,
        /// Whether a budget is lower by it.
        cashable: Cashable,
        /// Whether the cost of setting up has been taken off.
        net: Net,
        /// Who said so.
        said_by: String,
        /// What it rests on.
        evidence: String,
        /// Where it can be read.
        sources: Vec<SourceTold>,
    }

    /// A place where something can be read.
    SourceTold {
        /// Title of the document.
        document: String,
        /// Page or paragraph.
        place: String,
        /// Its address on the web.
        link: String,
        /// When it was published.
        published: Option<When>,
    }

    /// The history of an arrangement.
    History {
        /// The address of this history.
        url: String,
        /// The address of the arrangement.
        arrangement: String,
        /// True where it was withdrawn.
        is_withdrawn: bool,
        /// Every entry, the newest first.
        entries: Vec<EntryTold>,
    }

    /// An entry in a history.
    EntryTold {
        /// Its number in the log.
        entry: u64,
        /// When it was entered.
        entered: At,
        /// Who entered it.
        by: String,
        /// Why, in their words.
        why: String,
        /// What was done.
        done: String,
        /// What changed, in sentences.
        changed: Vec<String>,
        /// The address of the version that it made, where it made one.
        version: Option<String>,
    }
}

impl Told {
    /// What is shown, as programs are told it.
    pub(super) fn of(shown: &Shown<'_>) -> Told {
        let Shown { site, said, record, day, .. } = *shown;
        let published = record.filter(|_| shown.state != State::Draft);
        let parties = said.parties_on(day);
        let (saving_lines, no_figure) = match &said.savings {
            Savings::Lines(lines) => (lines.iter().map(LineTold::of).collect(), None),
            Savings::NoFigure(reason) => (Vec::new(), Some(*reason)),
        };
        let partner = |party: &register::Party| PartnerTold {
            url: whole(site, &body_address(&party.body)),
            id: party.body.to_string(),
            name: name_of(&party.body, shown.register.directory()),
            role: party.role,
        };
        Told {
            url: whole(site, &arrangement_address(&said.id)),
            id: said.id.to_string(),
            title: said.title.clone(),
            summary: said.summary.clone(),
            day,
            stage: said.stage_on(day),
            kind: said.kind,
            legal_form: said.legal_form.clone(),
            services: said.services.iter().map(|family| family.code().to_string()).collect(),
            service_list_ids: said.service_list_ids.clone(),
            aims: said.aims.clone(),
            partners: parties.iter().map(partner).collect(),
            trust_fracture_points: trust_fracture_points(parties.len()),
            happenings: happenings(shown),
            agreed_until: said.agreed_until,
            reviews: said.reviews.clone(),
            break_terms: said.break_terms.clone(),
            price_of_leaving: said.price_of_leaving.in_words(),
            price_of_leaving_pence: price(said),
            lead_member: said.lead_member.as_ref().map(LeadTold::of),
            lead_officer: said.lead_officer.as_ref().map(LeadTold::of),
            saving_lines,
            no_figure,
            sources: said.sources.iter().map(SourceTold::of).collect(),
            found_as: said.found_as.as_ref().map(|id| whole(site, &opportunity_address(id))),
            version: match shown.state {
                State::Latest => published.map(|record| record.latest().number),
                State::Earlier(number) => Some(number),
                State::Draft => None,
            },
            is_earlier_version: matches!(shown.state, State::Earlier(_)),
            vouched_on: published.map(Record::vouched_on),
            is_unconfirmed: published.is_some_and(|record| record.is_unconfirmed_for_over_a_year(day)),
            history: whole(site, &format!("{}/history", arrangement_address(&said.id))),
        }
    }
}

impl History {
    /// The history of a record.
    pub(super) fn of(site: &Site, record: &Record, history: &[register::Told]) -> History {
        let address = arrangement_address(&record.arrangement().id);
        let version = |number: u64| record.versions().find(|version| version.entry.number == number).map(|version| version.number);
        let entry = |told: &register::Told| EntryTold {
            entry: told.entry,
            entered: told.entered.into(),
            by: told.by.name.clone(),
            why: told.why.clone(),
            done: told.done.clone(),
            changed: told.changed.iter().map(|changed| changed.sentence.clone()).collect(),
            version: version(told.entry).map(|number| whole(site, &format!("{address}?version={number}"))),
        };
        History {
            url: whole(site, &format!("{address}/history")),
            arrangement: whole(site, &address),
            is_withdrawn: record.withdrawn().is_some(),
            entries: history.iter().map(entry).collect(),
        }
    }
}

impl LineTold {
    fn of(line: &SavingLine) -> LineTold {
        let (is_each_year, from, until) = match line.period {
            Period::EachYear { from, until } => (true, Some(from), until),
            Period::InTotal { from, until } => (false, Some(from), Some(until)),
            Period::ToDate { until } => (false, None, Some(until)),
        };
        LineTold {
            id: line.id.clone(),
            amount_pence: line.amount_pence,
            is_at_least: line.at_least,
            words: line.amount_in_words(),
            is_each_year,
            from,
            until,
            standing: line.standing,
            cashable: line.cashable,
            net: line.net,
            said_by: line.said_by.clone(),
            evidence: line.evidence.clone(),
            sources: line.sources.iter().map(SourceTold::of).collect(),
        }
    }
}

impl LeadTold {
    fn of(lead: &Lead) -> LeadTold {
        LeadTold {
            role: lead.role.clone(),
            name: lead.name.clone(),
            contact: lead.contact.clone(),
            body: lead.body.as_ref().map(ToString::to_string),
        }
    }
}

impl SourceTold {
    fn of(source: &Cited) -> SourceTold {
        SourceTold {
            document: source.document.clone(),
            place: source.place.clone(),
            link: source.link.clone(),
            published: source.published,
        }
    }
}

fn happenings(shown: &Shown<'_>) -> Vec<HappeningTold> {
    let told = |happening: &register::Happening| HappeningTold {
        when: happening.when,
        what: happening.in_words(shown.register.directory()),
        note: happening.note.clone(),
        sources: happening.sources.iter().map(SourceTold::of).collect(),
    };
    shown.said.in_order().into_iter().map(told).collect()
}

fn price(said: &Arrangement) -> Option<Pence> {
    match said.price_of_leaving {
        PriceOfLeaving::Free => Some(Pence::ZERO),
        PriceOfLeaving::Amount(amount) => Some(amount),
        PriceOfLeaving::NotSaid | PriceOfLeaving::InWords(_) => None,
    }
}
