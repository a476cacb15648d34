#![doc = include_str!("../README.md")]

mod arrangement;
mod entry;
mod happening;
mod own_body;
mod saving;
mod when;

pub use arrangement::{Aim, Arrangement, Cited, Kind, Lead, Party, PriceOfLeaving, Role};
pub use entry::{Author, Change, Ending, Entry, Given, Moment, Passed, Successor};
pub use happening::{Happening, Passing, Stage, What};
pub use own_body::OwnBody;
pub use saving::{Cashable, Net, NoFigure, Period, SavingLine, Savings, Standing};
pub use when::When;
