//! The map: what is shared, on a map and in a list that shows exactly the same.
//!
//! The rule: the map is never the only way. Both are drawn from the same arrangements, chosen by the same filters.

mod drawn;
mod page;

use crate::routes::Route;

pub(crate) use drawn::{Drawn, MapsDrawn, map_of};

pub(crate) const ROUTES: &[Route] = &[Route::page("/map", page::page)];
