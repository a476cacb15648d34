//! Importing a spreadsheet: it is tried first, and shows row by row what it would change; then all of it is entered, or nothing.
//!
//! The rule: nothing is entered that was not shown: a file that is no longer kept, or would now do something else, is shown anew. What
//! cannot be read is told with its line, its column and what to try.

mod kept;
mod told;

use desk::{NotDone, Tried, WHY_CHARACTERS};
use maud::{Markup, html};
use pages::parts::{Button, FileUpload, Textarea, inset_text, notification_banner};
use permissions::Action;

use crate::form::Form;
use crate::layout::Page;
use crate::links::link;
use crate::routes::Route;
use crate::{Asking, Reply, Site, Stop};

pub(crate) use kept::{KeptFile, KeptFiles};

pub(crate) const ROUTES: &[Route] = &[Route::page("/import", page).and_form(try_file).with_files(), Route::form("/import/enter", enter)];

fn page(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    may(asking)?;
    let done = asking.query.value("done").parse::<u32>().ok().map(|count| match count {
        1 => "One arrangement is published.".to_string(),
        count => format!("{} arrangements are published.", definitions::thousands(count.into())),
    });
    Ok(choose(site, asking, &Form::default(), done, &html! {}))
}

fn try_file(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let account = may(asking)?;
    let file = asking.files.iter().find(|file| file.field == "file" && !file.bytes.is_empty());
    let Some(file) = file else {
        return Ok(wrong(site, asking, "Choose a file: a CSV or XLSX with a row of headings and a row for each arrangement"));
    };
    let kept = KeptFile { name: short_name(&file.name), bytes: file.bytes.clone() };
    match site.desk.try_file(&kept.name, &kept.bytes) {
        Ok(tried) => {
            let secret = site.kept_files.keep(&account, kept.clone(), asking.now);
            Ok(show(site, asking, &Shown { name: &kept.name, tried: &tried, secret: &secret, form: &Form::default(), notice: html! {} }))
        }
        Err(trouble) => Ok(wrong(site, asking, &format!("{trouble}"))),
    }
}

fn enter(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let account = may(asking)?;
    let Some(kept) = site.kept_files.take(&account, asking.form.value("kept"), asking.now) else {
        return Ok(wrong(
            site,
            asking,
            "The file is no longer kept here: that was more than an hour ago, or other files took its place. Choose it again",
        ));
    };
    let tried = site.desk.try_file(&kept.name, &kept.bytes)?;
    let mut form = Form::posted(asking);
    let why = form.text_if_any("why", WHY_CHARACTERS);
    if why.is_empty() && form.error("why").is_none() {
        form.wrong("why", "Say why, for those who will read the history of each");
    }
    let is_as_shown = told::fingerprint(&tried) == form.typed("shown");
    let notice = if form.has_errors() {
        Some(html! {})
    } else if !is_as_shown {
        Some(changed_meanwhile())
    } else {
        match site.desk.enter_file(&asking.person()?.person, &tried, &why) {
            Ok(entered) => return Ok(Reply::see(&format!("/import?done={}", entered.len()))),
            Err(NotDone::Overtaken(_)) => Some(changed_meanwhile()),
            Err(NotDone::Refused(refusal)) => {
                form.wrong_in_all(&format!(
                    "Nothing was entered, since one of these is not yours to publish. {}",
                    refusal.action.sentence()
                ));
                Some(html! {})
            }
            Err(other) => return Err(other.into()),
        }
    };
    // It is tried again over what the register says now, and kept anew for another hour.
    let tried = site.desk.try_file(&kept.name, &kept.bytes)?;
    let secret = site.kept_files.keep(&account, kept.clone(), asking.now);
    let shown = Shown { name: &kept.name, tried: &tried, secret: &secret, form: &form, notice: notice.unwrap_or_default() };
    Ok(show(site, asking, &shown))
}

/// The account of who may import; each arrangement is asked for by itself when it is entered.
fn may(asking: &Asking) -> Result<String, Stop> {
    let person = asking.person()?;
    permissions::may(&person.person.asker, Action::ImportSheet, &[]).map_err(NotDone::from)?;
    Ok(person.account.clone())
}

/// The name of a file as a browser gave it, without folders and bounded, to be shown in messages.
fn short_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = last.chars().filter(|letter| !letter.is_control()).collect();
    let length = plain.chars().count();
    // The end is kept, since it says what sort of file it is.
    plain.chars().skip(length.saturating_sub(100)).collect()
}

fn changed_meanwhile() -> Markup {
    notification_banner(
        "The register was changed after you tried this file",
        &html! { p class="govuk-body" { "Nothing was entered. What the file would change now stands below." } },
    )
}

fn wrong(site: &Site, asking: &Asking, sentence: &str) -> Reply {
    let mut form = Form::default();
    form.wrong("file", sentence);
    choose(site, asking, &form, None, &html! {})
}

fn choose(site: &Site, asking: &Asking, form: &Form, done: Option<String>, notice: &Markup) -> Reply {
    let content = html! {
        (form.summary())
        (notice)
        h1 class="govuk-heading-xl" { "Import a spreadsheet" }
        p class="govuk-body" { "One row for each arrangement. You see first what would change, and nothing is entered until you say so." }
        (asking.upload_form("/import", &html! {
            (FileUpload::new(form.field("file", "The file").sized("m").hint("CSV, XLSX, XLS or ODS, up to 20 MB.")).accepting(".csv,.xlsx,.xls,.ods,.toml,.json"))
            (Button::new("See what it would change"))
        }))
        h2 class="govuk-heading-m" { "How the file should look" }
        p class="govuk-body" {
            "Headings are read with tolerance: “Name of shared service”, “Councils involved” and “Annual saving” are understood. "
            "To begin from what the register holds, " (link("/export", "export it")) ", change the rows, and import it again."
        }
        ul class="govuk-list govuk-list--bullet" {
            li { "A row with the reference of an arrangement, or with its title and all its partners, changes it; an empty cell changes nothing." }
            li { "Other rows are new arrangements." }
            li { "Nothing is taken away by leaving a row out." }
        }
    };
    let page = Page::new("Import a spreadsheet").narrow().back("/arrangements", "Back to all arrangements").done(done);
    if form.has_errors() { page.with_errors().show(site, asking, &content) } else { page.show(site, asking, &content) }
}

/// A file that was tried, as it is shown.
struct Shown<'a> {
    name: &'a str,
    tried: &'a Tried,
    /// Under which it is kept.
    secret: &'a str,
    form: &'a Form,
    notice: Markup,
}

fn show(site: &Site, asking: &Asking, shown: &Shown<'_>) -> Reply {
    let (tried, form) = (shown.tried, shown.form);
    let count = tried.count();
    let is_right = tried.plan.faults.is_empty();
    let heading = format!("What {} would change", shown.name);
    let words = if count == 1 { "Enter it".to_string() } else { format!("Enter all {}", definitions::thousands(count as u64)) };
    let content = html! {
        (form.summary())
        (shown.notice)
        h1 class="govuk-heading-xl" { (heading) }
        (told::summary(tried))
        @if !is_right { (told::faults(&tried.plan.faults)) }
        @if is_right && count > 0 {
            (asking.post_form("/import/enter", &html! {
                input type="hidden" name="kept" value=(shown.secret);
                input type="hidden" name="shown" value=(told::fingerprint(tried));
                (Textarea::new(form.field("why", "Why").sized("m").hint("Such as “Return of March 2026 from all partners”. It stands in the history of each arrangement.")).rows(2))
                (Button::new(&words))
            }))
        } @else if is_right {
            (inset_text(&html! {
                @if tried.plan.rows.is_empty() { "There is nothing to enter: the file has no row for an arrangement." }
                @else { "There is nothing to enter: the register says all of this already." }
            }))
        }
        (told::rows(tried))
        (told::remarks(&tried.reading))
        (told::columns(&tried.reading))
        p class="govuk-body" { (link("/import", "Choose another file")) }
    };
    let page = Page::new(heading).back("/import", "Back to choosing a file");
    let page = if form.has_errors() || !is_right { page.with_errors() } else { page };
    page.show(site, asking, &content)
}
