//! Taking the register out: what is published as a sheet or as records, and, for an administrator, everything that was ever entered.
//!
//! The rule: what is exported can be imported again and says the same. What is public needs no signing in; the whole copy holds drafts and
//! roles, and is asked for.

use maud::html;
use pages::parts::{Button, warning_text};
use permissions::Action;

use crate::asker::asker_of;
use crate::layout::Page;
use crate::links::link;
use crate::routes::Route;
use crate::{Asking, Reply, Site, Stop};

pub(crate) const ROUTES: &[Route] = &[
    Route::page("/export", page),
    Route::page("/export/arrangements-csv", as_csv),
    Route::page("/export/arrangements-xlsx", as_xlsx),
    Route::page("/export/arrangements-json", as_json),
    Route::form("/export/everything", everything),
];

/// The type of a workbook.
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

fn page(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let may_take_all = permissions::may(&asker_of(asking), Action::ExportEverything, &[]).is_ok();
    let content = html! {
        h1 class="govuk-heading-xl" { "Export" }
        p class="govuk-body" { "Every published arrangement, as it stands today. What you change in a sheet can be imported again." }
        ul class="govuk-list govuk-list--bullet" {
            li { (link("/export/arrangements-csv", "Arrangements as CSV")) ", for any spreadsheet" }
            li { (link("/export/arrangements-xlsx", "Arrangements as XLSX")) ", for Excel and LibreOffice" }
            li { (link("/export/arrangements-json", "Arrangements as JSON")) ", with everything that a record holds" }
        }
        p class="govuk-body" { "The facts of the register may be used under the Open Government Licence v3.0." }
        @if may_take_all {
            h2 class="govuk-heading-m" { "The whole copy" }
            (warning_text("It holds drafts, roles and the names of everybody who entered something. Keep it where only administrators reach it."))
            p class="govuk-body" { "Every entry that was ever made, in order. Imported into an empty place it makes the same place." }
            (asking.post_form("/export/everything", &html! { (Button::secondary("Take a whole copy").asking()) }))
        }
    };
    Ok(Page::new("Export").narrow().under("/arrangements", "Arrangements").show(site, asking, &content))
}

fn as_csv(site: &Site, _asking: &Asking) -> Result<Reply, Stop> {
    published(site, "arrangements.csv", "text/csv; charset=utf-8")
}

fn as_xlsx(site: &Site, _asking: &Asking) -> Result<Reply, Stop> {
    published(site, "arrangements.xlsx", XLSX)
}

fn as_json(site: &Site, _asking: &Asking) -> Result<Reply, Stop> {
    published(site, "arrangements.json", "application/json")
}

fn published(site: &Site, name: &str, content_type: &'static str) -> Result<Reply, Stop> {
    Ok(Reply::file(content_type, name, site.desk.export_published(name)?))
}

fn everything(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let copy = site.desk.export_everything(&asking.person()?.person)?;
    let name = format!("commonweal-{}.json", asking.now.day());
    Ok(Reply::file("application/json", &name, Reply::json(&copy).body).kept_by_nobody())
}
