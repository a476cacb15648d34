//! Who may do what, line by line: every action against everybody who could ask.
//!
//! The rule: the table below is written by hand from the sentences, and holds every action; one that is missing fails.

use proptest::prelude::*;

use super::*;

/// One line an action; the askers are those of [`askers`], in this order: a visitor; somebody signed in without a role; of
/// this body a reader, officer, owner, administrator; of another body an officer, owner, administrator; of the whole place a
/// reader, officer, owner, administrator.
const TABLE: &str = "
    read-published     y y yyyy yyy yyyy
    export-published   y y yyyy yyy yyyy
    change-own-account - y yyyy yyy yyyy
    close-own-account  - y yyyy yyy yyyy
    read-drafts        - - -yyy --- -yyy
    write-draft        - - -yyy --- -yyy
    drop-draft         - - -yyy --- -yyy
    take-opportunity   - - -yyy --- -yyy
    publish            - - --yy --- --yy
    correct            - - --yy --- --yy
    withdraw           - - --yy --- --yy
    confirm            - - --yy --- --yy
    pass-on            - - --yy --- --yy
    import-sheet       - - --yy -yy --yy
    keep-body          - - --yy -yy --yy
    read-people        - - ---y --- ---y
    invite             - - ---y --- ---y
    give-role          - - ---y --- ---y
    close-account      - - ---- --- ---y
    end-body           - - ---- --- ---y
    load-boundaries    - - ---- --- ---y
    check-place        - - ---- --- ---y
    export-everything  - - ---- --- ---y
    import-everything  - - ---- --- ---y
    backup             - - ---- --- ---y
    restore            - - ---- --- ---y
";

fn body(name: &str) -> BodyId {
    BodyId::new(name)
}

fn with(of: Option<&str>, role: Role) -> Asker {
    Asker::signed_in("a1", vec![(of.map(body), role)])
}

fn askers() -> Vec<Asker> {
    let mut askers = vec![Asker::visitor(), Asker::signed_in("a1", Vec::new())];
    askers.extend(Role::ALL.iter().map(|role| with(Some("ash"), *role)));
    askers.extend(Role::ALL[1..].iter().map(|role| with(Some("elm"), *role)));
    askers.extend(Role::ALL.iter().map(|role| with(None, *role)));
    askers
}

#[test]
fn every_action_is_asked_by_everybody_and_answered_as_the_table_says() {
    let lines: Vec<&str> = TABLE.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(lines.len(), Action::ALL.len(), "every action stands in the table");
    for (line, action) in lines.iter().zip(Action::ALL) {
        let (code, expected) = line.split_once(' ').expect("a code, then the answers");
        assert_eq!(code, action.code());
        let expected: String = expected.chars().filter(|mark| *mark != ' ').collect();
        let answer = |asker: &Asker| if may(asker, *action, &[body("ash"), body("beck")]).is_ok() { 'y' } else { '-' };
        // Of several bodies an administrator must have all for people, so those are asked for one body alone.
        let for_one = |asker: &Asker| if may(asker, *action, &[body("ash")]).is_ok() { 'y' } else { '-' };
        let is_of_people = action.who() == Who::AdministratorOfBody;
        let found: String = askers().iter().map(|asker| if is_of_people { for_one(asker) } else { answer(asker) }).collect();
        assert_eq!(found, expected, "{code}");
    }
}

#[test]
fn an_administrator_of_one_body_gives_no_role_for_two_or_for_the_whole_place() {
    let asker = with(Some("ash"), Role::Administrator);
    assert!(may(&asker, Action::GiveRole, &[body("ash")]).is_ok());
    assert!(may(&asker, Action::GiveRole, &[body("ash"), body("beck")]).is_err());
    assert!(may(&asker, Action::GiveRole, &[]).is_err());
}

#[test]
fn a_record_that_names_no_body_is_published_only_with_a_role_for_the_whole_place() {
    assert!(may(&with(Some("ash"), Role::Owner), Action::Publish, &[]).is_err());
    assert!(may(&with(None, Role::Owner), Action::Publish, &[]).is_ok());
}

#[test]
fn who_sits_at_the_terminal_may_do_everything_that_needs_no_account() {
    for action in Action::ALL {
        let is_of_an_account = action.who() == Who::SignedIn;
        assert_eq!(may(&Asker::at_the_terminal(), *action, &[body("ash")]).is_err(), is_of_an_account, "{}", action.code());
    }
}

#[test]
fn a_link_in_a_letter_confirms_and_opens_nothing_else() {
    let asker = Asker::by_link("a1", vec![(Some(body("ash")), Role::Owner)], Action::Confirm);
    let opened: Vec<&str> =
        Action::ALL.iter().filter(|action| may(&asker, **action, &[body("ash")]).is_ok()).map(|action| action.code()).collect();
    assert_eq!(opened, ["read-published", "export-published", "confirm"]);
    assert!(may(&asker, Action::Confirm, &[body("elm")]).is_err());
    let refusal = may(&asker, Action::Correct, &[body("ash")]).expect_err("the link is for confirming");
    assert!(refusal.is_for_want_of_signing_in);
}

#[test]
fn the_refused_are_told_who_may_and_what_to_try() {
    let refusal = may(&Asker::visitor(), Action::Publish, &[body("ash")]).expect_err("a visitor may not");
    assert_eq!(
        refusal.to_string(),
        "You may not publish this arrangement. An owner of one of its partners may publish an arrangement. Sign in, and try again."
    );
    let refusal = may(&with(Some("ash"), Role::Officer), Action::Publish, &[body("ash")]).expect_err("an officer may not");
    assert!(refusal.try_next.contains("administrator") && !refusal.is_for_want_of_signing_in);
}

#[test]
fn a_proof_is_for_what_was_asked_and_for_nothing_else() {
    let permitted = may(&with(Some("ash"), Role::Owner), Action::Publish, &[body("ash")]).expect("an owner may");
    assert_eq!((permitted.action(), permitted.account()), (Action::Publish, Some("a1")));
    assert!(permitted.covers(Action::Publish, &[body("ash"), body("beck")]).is_ok());
    assert!(permitted.covers(Action::Publish, &[body("beck")]).is_err(), "the record meanwhile is another body's");
    assert!(permitted.covers(Action::Withdraw, &[body("ash")]).is_err());
}

#[test]
fn the_last_administrator_stays() {
    let asker = with(None, Role::Administrator);
    assert!(may_take_away_administrator(&asker, Action::GiveRole, 2).is_ok());
    let refusal = may_take_away_administrator(&asker, Action::GiveRole, 1).expect_err("one is left");
    assert!(refusal.to_string().contains("Make somebody else an administrator first."));
    assert!(may_take_away_administrator(&asker, Action::CloseOwnAccount, 1).is_err());
    assert!(may_take_away_administrator(&with(Some("ash"), Role::Administrator), Action::GiveRole, 5).is_err());
}

proptest! {
    #[test]
    fn a_higher_role_may_all_that_a_lower_one_may(action in 0..Action::ALL.len(), low in 0..4_usize, high in 0..4_usize, place in any::<bool>()) {
        let (low, high) = (low.min(high), low.max(high));
        let of = (!place).then_some("ash");
        let answer = |role: usize| may(&with(of, Role::ALL[role]), Action::ALL[action], &[body("ash")]).is_ok();
        prop_assert!(!answer(low) || answer(high));
    }

    #[test]
    fn one_more_role_never_takes_anything_away(action in 0..Action::ALL.len(), first in 0..13_usize, second in 0..13_usize) {
        let (one, other) = (askers()[first].clone(), askers()[second].clone());
        let both = Asker { account: one.account.clone().or(other.account), roles: [one.roles.clone(), other.roles].concat(), only: None };
        let about = [body("ash")];
        prop_assert!(may(&one, Action::ALL[action], &about).is_err() || may(&both, Action::ALL[action], &about).is_ok());
    }
}
