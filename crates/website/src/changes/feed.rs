//! What changed, as an Atom feed (RFC 4287).
//!
//! The rule: an entry keeps its id for ever, and every address in it is a whole one. Signs that XML cannot hold are left out.

use definitions::Trouble;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::told::{ChangeTold, latest};
use crate::links::whole;
use crate::{Asking, Reply, Site, Stop};

/// How many entries it holds.
const ENTRIES: usize = 50;

type Out = Writer<Vec<u8>>;

pub(super) fn feed(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let standing = site.desk.register()?;
    let changes = latest(standing.register(), ENTRIES);
    let updated = changes.first().map_or(asking.now, |change| change.entered).to_string();
    let text = written(site, &changes, &updated)
        .map_err(|error| Stop::Trouble(Trouble::new("write the feed", error.to_string(), "Look at the entries that were made last.")))?;
    Ok(Reply::text("application/atom+xml", text))
}

fn written(site: &Site, changes: &[ChangeTold], updated: &str) -> std::io::Result<String> {
    let mut out = Writer::new_with_indent(Vec::new(), b' ', 2);
    out.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    let mut start = BytesStart::new("feed");
    start.push_attribute(("xmlns", "http://www.w3.org/2005/Atom"));
    start.push_attribute(("xml:lang", "en-GB"));
    out.write_event(Event::Start(start))?;
    element(&mut out, "id", &identity(site, "changes"))?;
    element(&mut out, "title", &format!("What changed in {}", site.place))?;
    element(&mut out, "updated", updated)?;
    author(&mut out, &format!("The register of {}", site.place))?;
    link(&mut out, "self", &whole(site, "/changes.atom"))?;
    link(&mut out, "alternate", &whole(site, "/changes"))?;
    for change in changes {
        entry(&mut out, site, change)?;
    }
    out.write_event(Event::End(BytesEnd::new("feed")))?;
    Ok(String::from_utf8(out.into_inner()).expect("what was written is text"))
}

fn entry(out: &mut Out, site: &Site, change: &ChangeTold) -> std::io::Result<()> {
    out.write_event(Event::Start(BytesStart::new("entry")))?;
    element(out, "id", &identity(site, &format!("changes/{}", change.number)))?;
    element(out, "title", &format!("{}: {}", change.about, change.done))?;
    element(out, "updated", &change.entered.to_string())?;
    author(out, &change.by.name)?;
    link(out, "alternate", &whole(site, &change.address))?;
    let mut sentences = change.changed.clone();
    if !change.why.is_empty() {
        sentences.insert(0, change.why.clone());
    }
    element(out, "summary", &sentences.join("\n"))?;
    out.write_event(Event::End(BytesEnd::new("entry")))
}

/// An id that stays: the address, or a name of the place where the settings give none.
fn identity(site: &Site, what: &str) -> String {
    if site.settings.address.is_empty() {
        format!("urn:commonweal:{}:{what}", definitions::slug(&site.place))
    } else {
        whole(site, &format!("/{what}"))
    }
}

fn author(out: &mut Out, name: &str) -> std::io::Result<()> {
    out.write_event(Event::Start(BytesStart::new("author")))?;
    element(out, "name", if name.trim().is_empty() { "not named" } else { name })?;
    out.write_event(Event::End(BytesEnd::new("author")))
}

fn link(out: &mut Out, kind: &str, address: &str) -> std::io::Result<()> {
    let mut link = BytesStart::new("link");
    link.push_attribute(("rel", kind));
    link.push_attribute(("href", address));
    out.write_event(Event::Empty(link))
}

fn element(out: &mut Out, name: &str, text: &str) -> std::io::Result<()> {
    let clean: String = text.chars().filter(|letter| can_stand_in_xml(*letter)).collect();
    out.write_event(Event::Start(BytesStart::new(name)))?;
    out.write_event(Event::Text(BytesText::new(&clean)))?;
    out.write_event(Event::End(BytesEnd::new(name)))
}

/// The signs of XML 1.0.
fn can_stand_in_xml(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..='\u{10ffff}')
}
