//! Taking an opportunity into the register, as a draft under the same identifier.
//!
//! The rule: only what the last search found can be taken, once; what it does not know is left for an officer to fill in.

use definitions::{ArrangementId, OpportunityId};
use desk::NotDone;

use crate::links::arrangement_address;
use crate::routes::Route;
use crate::{Asking, Reply, Site, Stop};

pub(crate) const ROUTES: &[Route] = &[Route::form("/opportunities/{id}/take", take)];

fn take(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let person = &asking.person()?.person;
    let found = OpportunityId::new(asking.capture("id"));
    let own = arrangement_address(&ArrangementId::new(found.as_str()));
    match site.desk.take_opportunity(person, &found, "") {
        Ok(_) => Ok(Reply::see(&format!("{own}/edit?done=taken"))),
        // Somebody took it first, or the button was pressed twice: what there is of it is shown.
        Err(NotDone::NotRight(_)) => Ok(Reply::see(&own)),
        Err(other) => Err(other.into()),
    }
}
