//! Charts, drawn as SVG or shaded tables, each with the same figures as text beside or behind it.
//!
//! The rule: a chart never says more than its table, holds no text that shrinks on a phone, and means the
//! same without colour.

mod bars;
mod heat_map;
mod months;
mod range;
mod timeline;
mod windows;

pub(crate) use bars::{Bar, bars};
pub(crate) use heat_map::{HeatMap, heat_map};
pub(crate) use months::months;
pub(crate) use range::range;
pub(crate) use timeline::{Lane, Mark, timeline};
pub(crate) use windows::Windows;
