//! What a body that ends leaves behind: of each arrangement, who carries its part on, and on which footing.
//!
//! The rule: each is decided by somebody who answers for it, or left for later; of several successors none is chosen beforehand. What
//! is decided together is entered together, or not at all.

use definitions::{ArrangementId, BodyId, Day};
use desk::{Decided, NotDone};
use maud::{Markup, html};
use pages::parts::{Button, Choice as Offered, DateInput, Radios, Textarea};
use permissions::Action;
use register::{Choice, LeftBehind, Passed, Passing, Register, When, left_behind, name_of};

use super::{Named, named, why};
use crate::form::Form;
use crate::layout::Page;
use crate::links::{arrangement_address, body_address, link};
use crate::pairs::Pairs;
use crate::record_form::{body_input, body_list, body_named, capital, not_a_body, parts, typed, when};
use crate::{Asking, Reply, Site, Stop};

/// The arrangements that are left, as a page shows them.
struct Left {
    /// Those that the visitor may decide about.
    mine: Vec<Item>,
    /// How many others there are.
    others: usize,
    /// The day after the last day of the body, from which somebody else carries on.
    from: Option<Day>,
}

struct Item {
    arrangement: ArrangementId,
    title: String,
    about: String,
    choices: Vec<Offered>,
}

pub(super) fn page(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let body = named(site, asking)?;
    let left = left(site, asking, &body)?;
    let mut begun = Pairs::none();
    for (part, value) in ["day", "month", "year"].into_iter().zip(left.from.map(|day| parts(When::Day(day))).unwrap_or_default()) {
        begun.add(format!("when-{part}"), value);
    }
    show(site, asking, &body, &left, &Form::of(begun))
}

pub(super) fn decide(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let body = named(site, asking)?;
    let left = left(site, asking, &body)?;
    let mut form = Form::posted(asking);
    let decided = read(site, &mut form, &left)?;
    let why = why(&mut form);
    if decided.is_empty() && !form.has_errors() {
        form.wrong_in_all("Nothing is decided yet. Choose for one arrangement at least");
    }
    if form.has_errors() {
        return show(site, asking, &body, &left, &form);
    }
    match site.desk.pass_on(&asking.person()?.person, &body.id, &decided, &why) {
        Ok(_) => Ok(Reply::see(&format!("{}/pass-on?done=passed", body_address(&body.id)))),
        Err(NotDone::Faults(faults)) => {
            faults.iter().for_each(|fault| form.wrong_in_all(&fault.sentence));
            show(site, asking, &body, &left, &form)
        }
        Err(NotDone::Trouble(trouble)) => {
            form.wrong_in_all(&format!("{}. {}", capital(trouble.because.trim_end_matches('.')), trouble.try_next));
            show(site, asking, &body, &left, &form)
        }
        Err(other) => Err(other.into()),
    }
}

/// What is left on the day after the last day of the body; on today, where it has no last day.
fn left(site: &Site, asking: &Asking, body: &Named) -> Result<Left, Stop> {
    let person = &asking.person()?.person;
    let (all, from) = {
        let standing = site.desk.register()?;
        let register = standing.register();
        let last_day = register.directory().get(&body.id).and_then(|known| known.last_day);
        let from = last_day.map(|day| Day(day.0.saturating_add(1)));
        let left = left_behind(register, &body.id, from.unwrap_or(asking.now.day()));
        (left.iter().map(|left| item(register, left)).collect::<Vec<Item>>(), from)
    };
    let (mut mine, mut others) = (Vec::new(), 0);
    for item in all {
        match site.desk.may_pass_on(person, &body.id, &item.arrangement) {
            Ok(()) => mine.push(item),
            Err(NotDone::Refused(_)) => others += 1,
            Err(other) => return Err(other.into()),
        }
    }
    Ok(Left { mine, others, from })
}

fn item(register: &Register, left: &LeftBehind) -> Item {
    let title = register.arrangement(&left.arrangement).map_or_else(|| left.arrangement.to_string(), |said| said.title.clone());
    let names: Vec<String> = left.others.iter().map(|body| name_of(body, register.directory())).collect();
    let others = if names.is_empty() { "with nobody else".to_string() } else { format!("with {}", names.join(", ")) };
    let mut choices = vec![Offered::new("", "Leave it for later")];
    for choice in &left.choices {
        match choice {
            Choice::Host { by } => choices.extend(
                by.iter()
                    .map(|body| Offered::new(format!("host {body}"), format!("{} hosts it for all", name_of(body, register.directory())))),
            ),
            Choice::Transfer { to } => choices.push(Offered::new(format!("transfer {to}"), choice.words(register))),
            Choice::Novate => choices.push(Offered::new("novate", choice.words(register))),
            Choice::End => choices.push(Offered::new("end", choice.words(register))),
        }
    }
    Item {
        arrangement: left.arrangement.clone(),
        title,
        about: format!("{}, {}, {others}", left.role.words(), left.stage.words()),
        choices,
    }
}

/// What was decided; what is wrong is noted in the form.
fn read(site: &Site, form: &mut Form, left: &Left) -> Result<Vec<Decided>, Stop> {
    let standing = site.desk.register()?;
    let directory = standing.register().directory();
    let from = when(form, "when");
    let mut decided = Vec::new();
    for item in &left.mine {
        let name = field(&item.arrangement, "how");
        let typed = form.typed(&name).to_string();
        if typed.is_empty() {
            continue;
        }
        // What is not offered was not chosen on the page.
        let is_offered = item.choices.iter().any(|choice| choice.value == typed);
        let Some(from) = from.filter(|_| is_offered) else {
            if is_offered && form.error("when").is_none() {
                form.wrong("when", "Give the day from which it goes on");
            }
            continue;
        };
        let arrangement = item.arrangement.clone();
        let passed = |how, to| Decided::Passed(Passed { arrangement: arrangement.clone(), how, to, when: from });
        match typed.split_once(' ') {
            Some(("transfer", to)) => decided.push(passed(Passing::Transfer, BodyId::new(to))),
            Some((_, to)) => decided.push(passed(Passing::Host, BodyId::new(to))),
            None if typed == "end" => decided.push(Decided::Ended { arrangement, when: from }),
            None => {
                let to_name = field(&item.arrangement, "to");
                let text = form.line(&to_name, 300, "Name the body that it is novated to");
                match body_named(&text, directory) {
                    Some(to) => decided.push(passed(Passing::Novate, to)),
                    None if text.is_empty() => {}
                    None => {
                        let sentence = not_a_body(&text, directory);
                        form.wrong(&to_name, &sentence);
                    }
                }
            }
        }
    }
    Ok(decided)
}

/// The name of a field about an arrangement.
fn field(arrangement: &ArrangementId, part: &str) -> String {
    format!("{part}-{arrangement}")
}

fn show(site: &Site, asking: &Asking, body: &Named, left: &Left, form: &Form) -> Result<Reply, Stop> {
    let heading = format!("What {} leaves behind", body.name);
    let address = format!("{}/pass-on", body_address(&body.id));
    let may_end = permissions::may(&asking.person()?.person.asker, Action::EndBody, &[]).is_ok();
    let last_day = left.from.map(|from| Day(from.0.saturating_sub(1)).long());
    let content = html! {
        (form.summary())
        h1 class="govuk-heading-xl" { (heading) }
        @match &last_day {
            Some(day) => p class="govuk-body" { "Its last day is " (day) "." },
            None => p class="govuk-body" {
                "Nobody has said yet that it ends. "
                @if may_end { (link(&format!("{}/end", body_address(&body.id)), "Say first on which day it ends, and who follows it")) "." }
            },
        }
        @if left.mine.is_empty() && left.others == 0 {
            p class="govuk-body-l" { "Nothing is left to decide: it has no part in any arrangement that goes on." }
        }
        @if left.others > 0 {
            p class="govuk-body" { (left.others) @if left.others == 1 { " arrangement is" } @else { " arrangements are" } " for the owners of other bodies to decide." }
        }
        @if !left.mine.is_empty() {
            p class="govuk-body" { "Say of each who carries its part on. What you decide here is entered together, and what it was before stays in the history." }
            (asking.post_form(&address, &fields(left, form)))
            (body_list(site.desk.register()?.register().directory()))
        }
    };
    let done = match asking.query.value("done") {
        "ended" => Some("The end of the body is entered."),
        "passed" => Some("What you decided is entered."),
        _ => None,
    };
    let page = Page::new(heading).narrow().back(body_address(&body.id), "Back to the body").done(done.filter(|_| asking.form.is_empty()));
    Ok(if form.has_errors() { page.with_errors().show(site, asking, &content) } else { page.show(site, asking, &content) })
}

fn fields(left: &Left, form: &Form) -> Markup {
    html! {
        @for item in &left.mine {
            @let (how, to) = (field(&item.arrangement, "how"), field(&item.arrangement, "to"));
            div class="cw-form-row" {
                (Radios::new(form.field(&how, &item.title).sized("m").hint(&item.about), &item.choices).small())
                (body_input(form, &to, "To which body (only where it is novated)"))
                p class="govuk-body" { a class="govuk-link" href=(arrangement_address(&item.arrangement)) { "Read " (item.title) } }
            }
        }
        (DateInput::new(form.field("when", "From when").sized("m").hint("The day, the month or the year from which it goes on as you chose, or ends."), typed(form, "when")))
        (Textarea::new(form.field("why", "Why").sized("m").hint("Such as “As both cabinets agreed on 4 June”.")).rows(2))
        (Button::new("Enter what I decided"))
    }
}
