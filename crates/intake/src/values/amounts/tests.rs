//! Amounts as bodies write them; every expected value was worked out by hand.

use proptest::prelude::*;

use super::*;

fn pence(text: &str) -> Result<i64, AmountTrouble> {
    amount(Cell::Text(text)).map(|read| read.pence.0)
}

fn is_rounded(cell: Cell<'_>) -> bool {
    amount(cell).is_ok_and(|read| read.was_rounded)
}

#[test]
fn plain_amounts_are_read_to_the_penny() {
    for (text, expected) in
        [("1234.56", 123_456), ("0.01", 1), ("512", 51_200), ("12.5", 1_250), (".5", 50), ("1234.", 123_400), ("0", 0), ("007.10", 710)]
    {
        assert_eq!(pence(text), Ok(expected), "{text}");
    }
}

#[test]
fn pounds_and_commas_are_part_of_an_amount() {
    for (text, expected) in [
        ("£1,234.56", 123_456),
        ("£ 1,234.56", 123_456),
        ("1,234,567", 123_456_700),
        ("£12.5", 1_250),
        ("GBP 1,000.00", 100_000),
        ("1,000.00 GBP", 100_000),
        ("\"-85,260.00\"", -8_526_000),
        ("1,000.00 ", 100_000),
    ] {
        assert_eq!(pence(text), Ok(expected), "{text}");
    }
}

#[test]
fn a_pound_sign_ruined_on_its_way_is_still_a_pound_sign() {
    for ruin in ["\u{fffd}", "Â£", "œ", "ú", "Ł", "\u{9c}", "?", "¬£", "\u{fffd}\u{fffd}"] {
        assert_eq!(pence(&format!("{ruin}1,234.56")), Ok(123_456), "{ruin:?}");
        assert_eq!(pence(&format!("-{ruin}1,234.56")), Ok(-123_456), "{ruin:?}");
    }
}

#[test]
fn a_credit_is_negative_however_it_is_marked() {
    for text in [
        "-260.00",
        "260.00-",
        "(260.00)",
        "(£260.00)",
        "£(260.00)",
        "- £ 260",
        "-£260.00",
        "£-260.00",
        "\u{2212}260.00",
        "–260.00",
        "260.00 CR",
        "260.00cr",
        "(260.00",
        "260.00 –",
        "(-260.00)",
        "-(260.00)",
    ] {
        let expected = if text == "(260.00" { Err(AmountTrouble::Unreadable) } else { Ok(-26_000) };
        assert_eq!(pence(text), expected, "{text}");
    }
    assert_eq!(pence("38,937.00-"), Ok(-3_893_700));
    assert_eq!(pence("260.00 DR"), Ok(26_000));
}

#[test]
fn the_noise_a_float_leaves_is_not_rounding() {
    assert_eq!(pence("1899.0000000000002"), Ok(189_900));
    assert_eq!(pence("0.30000000000000004"), Ok(30));
    assert_eq!(pence("9.09495E-13"), Ok(0));
    assert_eq!(pence("-1.8189894035458565e-12"), Ok(0));
    for text in ["1899.0000000000002", "9.09495E-13", "1234.560000"] {
        assert!(!is_rounded(Cell::Text(text)), "{text}");
    }
    assert!(!is_rounded(Cell::Number(1_899.000_000_000_000_2)));
    assert!(!is_rounded(Cell::Number(12_345_678_901.23)));
}

#[test]
fn more_than_two_decimals_go_to_the_nearest_penny_and_are_remarked() {
    assert_eq!(pence("12.345"), Ok(1_235));
    assert_eq!(pence("-12.345"), Ok(-1_235));
    assert_eq!(pence("12.344"), Ok(1_234));
    assert!(is_rounded(Cell::Text("12.345")));
    assert_eq!(amount(Cell::Number(12.3456)).map(|read| (read.pence.0, read.was_rounded)), Ok((1_235, true)));
}

#[test]
fn scientific_notation_is_what_a_spreadsheet_makes_of_a_long_number() {
    assert_eq!(pence("1.2E+04"), Ok(1_200_000));
    assert_eq!(pence("1.5e3"), Ok(150_000));
    assert_eq!(pence("1E-2"), Ok(1));
    assert_eq!(pence("1E+99"), Err(AmountTrouble::TooLarge));
    assert_eq!(pence("0E+99"), Ok(0));
    assert_eq!(pence("1E"), Err(AmountTrouble::Unreadable));
}

#[test]
fn thousands_may_be_parted_by_spaces_of_any_kind() {
    for text in ["1 234.56", "1\u{a0}234.56", "£1\u{202f}234.56", "1 234,56", "\u{a0}1234.56\u{a0}"] {
        assert_eq!(pence(text), Ok(123_456), "{text:?}");
    }
}

#[test]
fn a_continental_amount_is_read_where_it_can_be_nothing_else() {
    assert_eq!(pence("1.234.567,89"), Ok(123_456_789));
    assert_eq!(pence("1.234,56"), Ok(123_456));
    assert_eq!(pence("12,50"), Ok(1_250));
    assert_eq!(pence("1.234.567"), Ok(123_456_700));
    // One point and three digits is English: one pound, twenty-three pence and a half.
    assert_eq!(pence("1.235"), Ok(124));
}

#[test]
fn what_is_not_an_amount_of_pounds_is_not_read() {
    for text in [
        "abc",
        "12abc",
        "01/04/2023",
        "2023-04-01",
        "01.04.2023",
        "$100",
        "€100",
        "5%",
        "1,2345",
        "12,34,56",
        "1,234,56.00",
        "12 34",
        "01273 123456",
        "100 - 200",
        "1..2",
        ",5",
        "£",
        "########",
        "1)",
        "(1))",
        "12:30",
    ] {
        assert_eq!(pence(text), Err(AmountTrouble::Unreadable), "{text}");
    }
    assert_eq!(amount(Cell::Number(f64::NAN)), Err(AmountTrouble::Unreadable));
    assert_eq!(amount(Cell::Day(definitions::Day(0))), Err(AmountTrouble::Unreadable));
}

#[test]
fn a_dash_or_a_word_for_nothing_is_an_empty_amount() {
    for text in ["-", "–", "£-", "£ -", "- ", "nil", "NIL", "n/a", "N/A", "TBC", "None"] {
        assert_eq!(pence(text), Err(AmountTrouble::Empty), "{text}");
    }
    assert_eq!(amount(Cell::Empty), Err(AmountTrouble::Empty));
}

#[test]
fn a_hundred_billion_pounds_is_the_most_that_is_money() {
    assert_eq!(pence("100,000,000,000.00"), Ok(10_000_000_000_000));
    assert_eq!(pence("100,000,000,000.01"), Err(AmountTrouble::TooLarge));
    assert_eq!(pence("99999999999999999999999999"), Err(AmountTrouble::TooLarge));
    assert_eq!(amount(Cell::Number(1e12)), Err(AmountTrouble::TooLarge));
    // A transaction number alone is a number; that its column holds identifiers is seen from all of them.
    assert_eq!(pence("1600708367"), Ok(160_070_836_700));
}

#[test]
fn a_columns_form_is_told_in_words() {
    let mut forms = AmountForm::default();
    for text in ["£1,234.56", "(260.00)"] {
        forms |= amount(Cell::Text(text)).expect("both can be read").form;
    }
    assert_eq!(describe(forms), "pounds with a pound sign or with commas; credits in brackets");
    assert_eq!(describe(AmountForm::default()), "plain pounds");
}

/// The slow obvious twin: strips what a well-formed English amount may have and reads pounds and pence apart.
fn obvious(text: &str) -> i64 {
    let digits: String = text.chars().filter(|character| character.is_ascii_digit() || *character == '.').collect();
    let (pounds, part) = digits.split_once('.').unwrap_or((&digits, "0"));
    let pence: i64 = format!("{part:0<2}").parse().expect("two digits");
    let all = pounds.parse::<i64>().expect("digits") * 100 + pence;
    if text.contains(['-', '(']) || text.ends_with("CR") { -all } else { all }
}

proptest! {
    #[test]
    fn no_text_breaks_the_reader_of_amounts(text in "\\PC{0,24}") {
        let _ = amount(Cell::Text(&text));
    }

    #[test]
    fn nothing_made_of_the_marks_of_amounts_breaks_it(text in "[-0-9.,()£ $ECRDGBPnil\u{2212}\u{a0}?]{0,16}") {
        let _ = amount(Cell::Text(&text));
    }

    #[test]
    fn every_amount_reads_back_from_every_form(whole in -10_000_000_000_000_i64..=10_000_000_000_000) {
        let amount = Pence(whole);
        let size = Pence(whole.abs());
        let mut forms = vec![amount.to_string(), amount.plain(), format!("{} ", amount.plain())];
        if whole < 0 {
            forms.extend([format!("({size})"), format!("{size}-"), format!("{} CR", size.plain()), format!("\u{2212}{}", size.plain())]);
        }
        for text in forms {
            prop_assert_eq!(pence(&text), Ok(whole), "{}", text);
        }
        prop_assert_eq!(super::amount(Cell::Number(whole as f64 / 100.0)).map(|read| (read.pence.0, read.was_rounded)), Ok((whole, false)));
    }

    #[test]
    fn the_reader_agrees_with_its_slow_twin(text in "-?£?[0-9]{1,3}(,[0-9]{3}){0,2}(\\.[0-9]{1,2})?") {
        prop_assert_eq!(pence(&text), Ok(obvious(&text)));
    }
}

#[test]
fn thousands_and_millions_may_be_said_by_a_letter_or_a_word() {
    for (text, expected) in [
        ("£250k", 25_000_000),
        ("62.3k", 6_230_000),
        ("£1.2m", 120_000_000),
        ("£1.2 million", 120_000_000),
        ("1.2 Million", 120_000_000),
        ("(£5k)", -500_000),
        ("£1,250 K", 125_000_000),
    ] {
        assert_eq!(pence(text), Ok(expected), "{text}");
    }
    assert_eq!(pence("3M"), Err(AmountTrouble::Unreadable), "a firm");
    assert_eq!(pence("£12 mugs"), Err(AmountTrouble::Unreadable));
    assert_eq!(pence("£900,000,000k"), Err(AmountTrouble::TooLarge));
}
