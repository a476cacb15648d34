//! The letters that are written to people.
//!
//! The rule: plain text, short, saying who asked for it and what to do if nobody did. A link leads to this site alone. No letter holds a
//! password.

use store::Account;

/// A letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// To whom.
    pub to: String,
    /// What it is about.
    pub subject: String,
    /// What it says.
    pub text: String,
}

impl Letter {
    /// To somebody who forgot the password.
    pub(super) fn forgotten(account: &Account, place: &str, link: &str) -> Letter {
        let text = format!(
            "Dear {},\n\nSomebody asked to set a new password for your account at {place}. If that was you, open this\n\
             address within an hour:\n\n{link}\n\nIt works once. If it was not you, do nothing: your password stays as it is.\n\n{}",
            account.name,
            signature(place)
        );
        Letter { to: account.email.clone(), subject: format!("Set a new password for {place}"), text }
    }

    /// To somebody who is invited.
    pub(super) fn invitation(account: &Account, by: &str, place: &str, link: &str) -> Letter {
        let text = format!(
            "Dear {},\n\n{by} invites you to look after what public bodies of {place} share. To choose a password,\n\
             open this address within a week:\n\n{link}\n\nIt works once. If you did not expect this, ask {by} about it, or do\n\
             nothing: without a password nobody can sign in.\n\n{}",
            account.name,
            signature(place)
        );
        Letter { to: account.email.clone(), subject: format!("You are invited to {place}"), text }
    }

    /// To somebody who answers for a record that nobody has confirmed for a year.
    pub(super) fn still_true(account: &Account, title: &str, place: &str, link: &str) -> Letter {
        let title: String = title.split_whitespace().collect::<Vec<_>>().join(" ");
        let text = format!(
            "Dear {},\n\nIs this still true?\n\n    {title}\n\nNobody has answered for this entry at {place} for a year. Open this address, look at it,\n\
             and say yes, or that something has changed:\n\n{link}\n\nIt takes a minute, and you need not sign in to say yes. The address works once, for\n\
             sixty days. Until somebody answers, readers see that the entry is unconfirmed.\n\n{}",
            account.name,
            signature(place)
        );
        Letter { to: account.email.clone(), subject: format!("Is this still true? {title}"), text }
    }
}

fn signature(place: &str) -> String {
    format!("-- \n{place}, kept with Commonweal. Nobody reads answers to this address.\n")
}
