//! Everything a person can do on the site and on the terminal, each with who may, as a sentence.
//!
//! The rule: one table says it all, and the sentence is what a refused person reads. Nothing here knows who is asking. An
//! action that is in no line of the table cannot be asked for, and so cannot be done.

/// Who may do an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Anyone, signed in or not.
    Anyone,
    /// Anyone with an account.
    SignedIn,
    /// An officer of one of the bodies it is about.
    Officer,
    /// An owner of one of the bodies it is about.
    Owner,
    /// An owner of any body at all.
    OwnerSomewhere,
    /// An administrator of the place, or of every body it is about.
    AdministratorOfBody,
    /// An administrator of the whole place.
    AdministratorOfPlace,
}

macro_rules! actions {
    ($($action:ident, $code:literal, $who:ident, $to_do:literal, $sentence:literal;)*) => {
        /// What can be done. The bodies it is about are handed over beside it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Action {
            $(#[doc = $sentence] $action,)*
        }

        impl Action {
            /// Every action, in the order of this table.
            pub const ALL: &[Action] = &[$(Action::$action),*];

            /// Its code, for logs and tests: `publish`.
            pub fn code(self) -> &'static str {
                match self { $(Action::$action => $code,)* }
            }

            /// Who may do it.
            pub fn who(self) -> Who {
                match self { $(Action::$action => Who::$who,)* }
            }

            /// Completes "You may not …": `publish this arrangement`.
            pub fn to_do(self) -> &'static str {
                match self { $(Action::$action => $to_do,)* }
            }

            /// Who may do it, as a sentence that a monitoring officer could read aloud.
            pub fn sentence(self) -> &'static str {
                match self { $(Action::$action => $sentence,)* }
            }
        }
    };
}

actions! {
    ReadPublished, "read-published", Anyone, "read what is published",
        "Anyone may read what is published, with its history.";
    ExportPublished, "export-published", Anyone, "take a copy of what is published",
        "Anyone may take a copy of what is published.";
    ChangeOwnAccount, "change-own-account", SignedIn, "change this account",
        "Anyone signed in may change their own name and password, and sign out everywhere.";
    CloseOwnAccount, "close-own-account", SignedIn, "close this account",
        "Anyone signed in may close their own account, unless they are the last administrator.";
    ReadDrafts, "read-drafts", Officer, "read the drafts of this arrangement",
        "An officer of one of its partners may read the drafts of an arrangement.";
    WriteDraft, "write-draft", Officer, "write a draft of this arrangement",
        "An officer of one of its partners may write a draft of an arrangement.";
    DropDraft, "drop-draft", Officer, "throw this draft away",
        "An officer of one of its partners may throw a draft away.";
    TakeOpportunity, "take-opportunity", Officer, "take this opportunity into the register",
        "An officer of one of its bodies may take an opportunity into the register, as a draft.";
    Publish, "publish", Owner, "publish this arrangement",
        "An owner of one of its partners may publish an arrangement.";
    Correct, "correct", Owner, "correct this arrangement",
        "An owner of one of its partners may publish a corrected version of an arrangement.";
    Withdraw, "withdraw", Owner, "withdraw this arrangement",
        "An owner of one of its partners may withdraw an arrangement that was entered by mistake.";
    Confirm, "confirm", Owner, "confirm that this arrangement is still true",
        "An owner of one of its partners may confirm that an arrangement is still true.";
    PassOn, "pass-on", Owner, "say who carries this arrangement on",
        "An owner of one of its partners, or of a body that follows one, may say who carries an arrangement on.";
    ImportSheet, "import-sheet", OwnerSomewhere, "import a spreadsheet",
        "An owner of any body may import a spreadsheet; each arrangement in it is asked for by itself.";
    KeepBody, "keep-body", OwnerSomewhere, "add a body",
        "An owner of any body may add a body that the national table does not hold.";
    ReadPeople, "read-people", AdministratorOfBody, "see the people of this body",
        "An administrator of the place, or of a body, may see its people and their roles.";
    Invite, "invite", AdministratorOfBody, "invite somebody",
        "An administrator of the place, or of a body, may invite somebody to it.";
    GiveRole, "give-role", AdministratorOfBody, "give or take away this role",
        "An administrator of the place, or of a body, may give and take away roles for it.";
    CloseAccount, "close-account", AdministratorOfPlace, "close an account",
        "An administrator of the place may close an account.";
    EndBody, "end-body", AdministratorOfPlace, "say what becomes of a body",
        "An administrator of the place may say that a body ends, and who follows it.";
    LoadBoundaries, "load-boundaries", AdministratorOfPlace, "load boundaries",
        "An administrator of the place may load the boundaries of bodies.";
    CheckPlace, "check-place", AdministratorOfPlace, "check the records of this place for quiet changes",
        "An administrator of the place may check its log for quiet changes.";
    ExportEverything, "export-everything", AdministratorOfPlace, "take a copy of everything",
        "An administrator of the place may take a copy of everything, drafts and roles included.";
    ImportEverything, "import-everything", AdministratorOfPlace, "import a copy of everything",
        "An administrator of the place may import a copy of everything into an empty place.";
    Backup, "backup", AdministratorOfPlace, "back this place up",
        "An administrator of the place may back it up.";
    Restore, "restore", AdministratorOfPlace, "restore this place",
        "An administrator of the place may restore it from a backup.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_has_a_code_of_its_own_and_says_who_may_in_a_sentence() {
        let mut codes: Vec<_> = Action::ALL.iter().map(|action| action.code()).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), Action::ALL.len());
        for action in Action::ALL {
            let sentence = action.sentence();
            assert!(sentence.starts_with('A') && sentence.ends_with('.') && sentence.contains(" may "), "{sentence}");
            assert!(!action.to_do().ends_with('.'), "{}", action.to_do());
        }
    }

    #[test]
    fn the_sentence_names_the_same_people_as_the_rule() {
        for action in Action::ALL {
            let begins = match action.who() {
                Who::Anyone => "Anyone may",
                Who::SignedIn => "Anyone signed in may",
                Who::Officer => "An officer of one of its",
                Who::Owner => "An owner of one of its partners",
                Who::OwnerSomewhere => "An owner of any body may",
                Who::AdministratorOfBody => "An administrator of the place, or of a body, may",
                Who::AdministratorOfPlace => "An administrator of the place may",
            };
            assert!(action.sentence().starts_with(begins), "{}", action.sentence());
        }
    }
}
