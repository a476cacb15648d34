//! `commonweal register show|confirm|withdraw|take`: one arrangement, read and acted upon.
//!
//! The rule: what was said at any time can be read; what is done has a reason and a name.

use std::process::ExitCode;

use clap::Args;
use definitions::{ArrangementId, OpportunityId, Trouble};
use register::name_of;

use crate::Done;
use crate::place::{PlaceWords, person};
use crate::screen::Screen;
use crate::table::plain;

/// Show one arrangement: what it says, and everything that was ever entered about it.
#[derive(Args)]
pub(crate) struct Show {
    /// Its id, as `commonweal register list` prints it.
    id: String,
    #[command(flatten)]
    place: PlaceWords,
}

/// Who does something, and why.
#[derive(Args)]
pub(crate) struct Doing {
    /// Why, in a sentence: it stands in the record's history.
    #[arg(long, value_name = "TEXT")]
    pub(crate) why: String,
    /// Who does it [default: your account on this machine].
    #[arg(long, value_name = "WHO")]
    pub(crate) by: Option<String>,
    #[command(flatten)]
    pub(crate) place: PlaceWords,
}

/// Say that an arrangement is still true.
#[derive(Args)]
pub(crate) struct Confirm {
    /// Its id.
    id: String,
    #[command(flatten)]
    doing: Doing,
}

/// Take an arrangement out that was entered by mistake. Its history stays. One that ended is not withdrawn: enter its end.
#[derive(Args)]
pub(crate) struct Withdraw {
    /// Its id.
    id: String,
    #[command(flatten)]
    doing: Doing,
}

/// Take an opportunity that the last `commonweal find` found into the register, as a draft with the same id.
#[derive(Args)]
pub(crate) struct Take {
    /// The opportunity's id, as opportunities.csv has it.
    id: String,
    #[command(flatten)]
    doing: Doing,
}

pub(crate) fn show(words: &Show, screen: &Screen) -> Done {
    let desk = words.place.desk()?;
    let standing = desk.register()?;
    let register = standing.register();
    let record = register.record(&ArrangementId::new(&words.id)).ok_or_else(|| unknown(&words.id))?;
    let arrangement = record.arrangement();
    let history = record.history(register.directory());
    if screen.json {
        let told = history.iter().map(|told| serde_json::json!({ "entry": told.entry, "entered": told.entered.to_string(), "by": told.by.name, "why": told.why, "done": told.done }));
        screen.say(&serde_json::json!({ "arrangement": arrangement, "history": told.collect::<Vec<_>>() }).to_string());
        return Ok(ExitCode::SUCCESS);
    }
    let today = desk.today();
    screen.say(&screen.bold(&plain(&arrangement.title)));
    screen.say(&plain(&arrangement.summary));
    screen.say(&format!("Stage: {}.", arrangement.stage_on(today).words()));
    for party in arrangement.parties_on(today) {
        screen.say(&format!("- {} ({})", plain(&name_of(&party.body, register.directory())), party.role.words()));
    }
    screen.say("");
    for told in &history {
        screen.say(&format!("{}  {}  {}: {}", told.entered, plain(&told.by.name), told.done, plain(&told.why)));
        told.changed.iter().for_each(|changed| screen.say(&format!("    {}", plain(&changed.sentence))));
    }
    Ok(ExitCode::SUCCESS)
}

pub(crate) fn confirm(words: &Confirm, screen: &Screen) -> Done {
    let doing = &words.doing;
    let desk = doing.place.desk()?;
    let id = ArrangementId::new(&words.id);
    let seen = desk.register()?.version_of_arrangement(&id);
    let done = desk.confirm(&person(doing.by.as_deref()), &id, &doing.why, seen);
    done.map_err(|not_done| not_done.told(&format!("confirm {}", words.id)))?;
    screen.advise(&format!("{} is confirmed as still true.", words.id));
    Ok(ExitCode::SUCCESS)
}

pub(crate) fn withdraw(words: &Withdraw, screen: &Screen) -> Done {
    let doing = &words.doing;
    let desk = doing.place.desk()?;
    let id = ArrangementId::new(&words.id);
    let seen = desk.register()?.version_of_arrangement(&id);
    let done = desk.withdraw(&person(doing.by.as_deref()), &id, &doing.why, seen);
    done.map_err(|not_done| not_done.told(&format!("withdraw {}", words.id)))?;
    screen.advise(&format!("{} is withdrawn; its history stays.", words.id));
    Ok(ExitCode::SUCCESS)
}

pub(crate) fn take(words: &Take, screen: &Screen) -> Done {
    let doing = &words.doing;
    let done = doing.place.desk()?.take_opportunity(&person(doing.by.as_deref()), &OpportunityId::new(&words.id), &doing.why);
    done.map_err(|not_done| not_done.told(&format!("take {}", words.id)))?;
    screen.advise(&format!("{} is a draft in the register now: finish it on the website.", words.id));
    Ok(ExitCode::SUCCESS)
}

fn unknown(id: &str) -> Trouble {
    Trouble::new(format!("show {id}"), "there is no arrangement of that id", "Ask `commonweal register list` for the ids.")
}
