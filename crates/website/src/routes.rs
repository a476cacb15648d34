//! The table of all pages: which address is answered by which function.
//!
//! The rule: a page says its own routes, and they are gathered here. The table is also what the description of the interface for
//! programs is made from, so the two cannot differ.

use crate::api::Description;
use crate::{Asking, Reply, Site, Stop};

/// What answers a request.
pub type Handler = fn(&Site, &Asking) -> Result<Reply, Stop>;

/// Most bytes that a form may have.
pub(crate) const FORM_BYTES: usize = 1 << 20;
/// Most bytes that a form with files may have.
pub(crate) const UPLOAD_BYTES: usize = 20 << 20;

/// One address, or all those of one pattern.
#[derive(Clone, Copy)]
pub struct Route {
    /// Its pattern: `/arrangements/{id}`.
    pub(crate) path: &'static str,
    /// What answers who reads it.
    pub(crate) read: Option<Handler>,
    /// What answers who sends a form to it.
    pub(crate) send: Option<Handler>,
    /// What answers who sends a form after the session it was opened in has ended: it shows again what was typed, and changes
    /// nothing. Without it, the page that says so loses what was typed.
    pub(crate) shown_again: Option<Handler>,
    /// Most bytes that can be sent.
    pub(crate) most_bytes: usize,
    /// What programs are told about it, where it also answers in JSON.
    pub(crate) described: Option<&'static Description>,
}

impl Route {
    /// A page that is read.
    pub const fn page(path: &'static str, read: Handler) -> Route {
        Route { path, read: Some(read), send: None, shown_again: None, most_bytes: FORM_BYTES, described: None }
    }

    /// An address that a form is sent to.
    pub const fn form(path: &'static str, send: Handler) -> Route {
        Route { path, read: None, send: Some(send), shown_again: None, most_bytes: FORM_BYTES, described: None }
    }

    /// The same page, to which a form is sent as well.
    pub const fn and_form(self, send: Handler) -> Route {
        Route { send: Some(send), ..self }
    }

    /// The same, which shows a form again that was opened in a session that has ended.
    pub const fn shown_again(self, shown: Handler) -> Route {
        Route { shown_again: Some(shown), ..self }
    }

    /// The same, with files in the form.
    pub const fn with_files(self) -> Route {
        Route { most_bytes: UPLOAD_BYTES, ..self }
    }

    /// The same, which also answers in JSON (and lists in CSV) as described.
    pub const fn described(self, description: &'static Description) -> Route {
        Route { described: Some(description), ..self }
    }

    /// The methods it takes, as the header `Allow` writes them.
    pub(crate) fn methods(&self) -> &'static str {
        match (self.read.is_some(), self.send.is_some()) {
            (true, true) => "GET, HEAD, POST",
            (true, false) => "GET, HEAD",
            _ => "POST",
        }
    }
}

/// What stands in the places of a pattern's `{names}`.
pub(crate) type Captures = Vec<(&'static str, String)>;

/// All routes.
pub(crate) struct Routes(Vec<Route>);

impl Routes {
    /// Every page of the site. A new page adds its line here.
    pub(crate) fn all() -> Routes {
        let pages: &[&[Route]] = &[
            crate::home::ROUTES,
            crate::arrangements::ROUTES,
            crate::totals::ROUTES,
            crate::bodies::ROUTES,
            crate::services::ROUTES,
            crate::opportunities::ROUTES,
            crate::map::ROUTES,
            crate::changes::ROUTES,
            crate::sources::ROUTES,
            crate::checks::ROUTES,
            crate::record_form::ROUTES,
            crate::publishing::ROUTES,
            crate::drafts::ROUTES,
            crate::answering::ROUTES,
            crate::taking::ROUTES,
            crate::still_true::ROUTES,
            crate::succession::ROUTES,
            crate::importing::ROUTES,
            crate::exporting::ROUTES,
            crate::about::ROUTES,
            crate::people::ROUTES,
            crate::api::ROUTES,
        ];
        Routes(pages.concat())
    }

    /// The route of a path and what its names stand for; one written out goes before one with names.
    pub(crate) fn find(&self, path: &str) -> Result<(&Route, Captures), Stop> {
        let fits = self.0.iter().filter_map(|route| captured(route.path, path).map(|captures| (route, captures)));
        fits.min_by_key(|(_, captures)| captures.len()).ok_or(Stop::NotFound)
    }

    /// Every route.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Route> {
        self.0.iter()
    }
}

/// What the names of `pattern` stand for in `path`; nothing where it does not fit.
fn captured(pattern: &'static str, path: &str) -> Option<Captures> {
    let mut captures = Vec::new();
    let mut pieces = path.split('/');
    for expected in pattern.split('/') {
        let piece = pieces.next()?;
        match expected.strip_prefix('{').and_then(|name| name.strip_suffix('}')) {
            Some(name) if !piece.is_empty() => captures.push((name, piece.to_string())),
            Some(_) => return None,
            None if expected == piece => {}
            None => return None,
        }
    }
    pieces.next().is_none().then_some(captures)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_fits_its_pattern_piece_by_piece() {
        assert_eq!(captured("/", "/"), Some(vec![]));
        assert_eq!(captured("/bodies/{id}/history", "/bodies/lewes/history"), Some(vec![("id", "lewes".to_string())]));
        for (pattern, path) in [("/bodies/{id}", "/bodies"), ("/bodies/{id}", "/bodies/"), ("/bodies/{id}", "/bodies/a/b"), ("/a", "/b")] {
            assert_eq!(captured(pattern, path), None, "{pattern} {path}");
        }
    }

    #[test]
    fn no_address_is_in_the_table_twice() {
        let routes = Routes::all();
        let mut paths: Vec<&str> = routes.iter().map(|route| route.path).collect();
        let all = paths.len();
        paths.sort_unstable();
        paths.dedup();
        assert_eq!(paths.len(), all);
    }
}
