//! The worked example of the method page, run.

use crate::Kind;
use crate::facts::run_page;

#[test]
fn the_worked_example_of_the_method_page_comes_out_as_worked_by_hand() {
    run_page(include_str!("README.md"), Kind::EndingTogether);
}
