//! The same payments, published in any of the forms that publishers use, are the same payments.
//!
//! The rule: a file is made of the words, dates, amounts, title lines and totals that publishers write, in any mixture; what
//! is read from it is compared with what was meant, row by row. A mixture that fails gets a test of its own.

use definitions::{Day, Month, Pence};
use proptest::prelude::*;
use proptest::sample::select;

use super::read;

const SUPPLIER: &[&str] = &[
    "Supplier",
    "Supplier Name",
    "Vendor",
    "VENDOR NAME",
    "Payee",
    "Beneficiary",
    "Name of Supplier",
    "Creditor Name",
    "SUPPLIERNAME",
    "Merchant",
    "Supplier name (redacted where personal)",
    "Company",
    "Payee Name",
    "BeneficiaryName",
    "Paid To",
    "Recipient",
];
const AMOUNT: &[&str] = &[
    "Amount",
    "Net Amount",
    "Amount (£)",
    "AP Amount (£)",
    "Value",
    "Invoice Amount",
    "Total",
    "Payment Amount",
    "Amount excl VAT",
    "Net Value £",
    "Gross Amount",
    "Spend",
    "Line Amount",
    "Amount GBP (ex VAT)",
    "Sum of Amount",
    "NETAMOUNT",
    "Net amt",
    "Payment Value",
];
const DAY: &[&str] = &[
    "Date",
    "Payment Date",
    "Date Paid",
    "Paid Date",
    "Invoice Date",
    "Posting Date",
    "Transaction Date",
    "PAYMENTDATE",
    "Effective Date",
    "GL Date",
    "Clearing date",
    "Pay Date",
    "Document Date",
];
const REFERENCE: &[&str] =
    &["Transaction Number", "Invoice Number", "Ref", "Doc No", "Voucher", "TransNo", "Payment Ref", "Internal Reference"];
const SERVICE: &[&str] =
    &["Department", "Service Area", "Directorate", "Cost Centre Description", "Expense Area", "Service Label", "Division"];
const FIRMS: &[&str] = &[
    "Ash Software Ltd",
    "Birch Catering Limited",
    "Corner Bakery",
    "Dean & Sons Builders",
    "Elm Energy plc",
    "Fenby Town Football Club",
    "Fir Recruitment Ltd",
    "Gorse Legal LLP",
    "3M Hollins Ltd",
    "Holly House Care Home",
];

/// How a day is written.
#[derive(Clone, Copy, Debug)]
enum DayForm {
    Slashes,
    ShortYear,
    YearFirst,
    Points,
    Words,
    ShortWords,
    Digits,
    WithMidnight,
}

const DAY_FORMS: &[DayForm] = &[
    DayForm::Slashes,
    DayForm::ShortYear,
    DayForm::YearFirst,
    DayForm::Points,
    DayForm::Words,
    DayForm::ShortWords,
    DayForm::Digits,
    DayForm::WithMidnight,
];

impl DayForm {
    fn write(self, day: Day) -> String {
        let (year, month, date) = day.ymd();
        match self {
            DayForm::Slashes => format!("{date:02}/{month:02}/{year}"),
            DayForm::ShortYear => format!("{date}/{month}/{:02}", year % 100),
            DayForm::YearFirst => day.to_string(),
            DayForm::Points => format!("{date:02}.{month:02}.{year}"),
            DayForm::Words => day.long(),
            DayForm::ShortWords => format!("{date:02}-{}-{:02}", &day.month().long()[..3], year % 100),
            DayForm::Digits => format!("{year}{month:02}{date:02}"),
            DayForm::WithMidnight => format!("{date:02}/{month:02}/{year} 00:00:00"),
        }
    }
}

/// How money is written.
#[derive(Clone, Copy, Debug)]
enum MoneyForm {
    Plain,
    Pounds,
    Brackets,
    MinusBehind,
    Credit,
    Code,
}

const MONEY_FORMS: &[MoneyForm] =
    &[MoneyForm::Plain, MoneyForm::Pounds, MoneyForm::Brackets, MoneyForm::MinusBehind, MoneyForm::Credit, MoneyForm::Code];

impl MoneyForm {
    fn write(self, amount: Pence) -> String {
        let size = Pence(amount.0.abs());
        let plain = format!("{}.{:02}", size.0 / 100, size.0 % 100);
        let is_credit = amount.0 < 0;
        match self {
            MoneyForm::Plain => format!("{}{plain}", if is_credit { "-" } else { "" }),
            MoneyForm::Pounds => format!("{}£{plain}", if is_credit { "-" } else { "" }),
            MoneyForm::Brackets if is_credit => format!("({plain})"),
            MoneyForm::MinusBehind if is_credit => format!("{plain}-"),
            MoneyForm::Credit if is_credit => format!("{plain} CR"),
            MoneyForm::Code => format!("GBP {}{plain}", if is_credit { "-" } else { "" }),
            _ => plain,
        }
    }
}

/// What is published, and how.
#[derive(Clone, Debug)]
struct Published {
    payments: Vec<(usize, Day, Pence)>,
    headings: [&'static str; 5],
    order: Vec<usize>,
    day_form: DayForm,
    money_form: MoneyForm,
    title_lines: usize,
    has_total: bool,
}

impl Published {
    fn lines(&self) -> Vec<String> {
        let row = |cells: [String; 5]| self.order.iter().map(|place| cells[*place].clone()).collect::<Vec<_>>().join("|");
        let mut lines: Vec<String> = (0..self.title_lines).map(|_| "Payments over £500 to suppliers||||".to_string()).collect();
        lines.push(row(self.headings.map(str::to_string)));
        for (number, (firm, day, amount)) in self.payments.iter().enumerate() {
            let service = ["Adult Social Care", "Highways", "Housing"][number % 3].to_string();
            let reference = format!("INV{:05}", 700 + number);
            lines.push(row([FIRMS[*firm].to_string(), self.money_form.write(*amount), self.day_form.write(*day), reference, service]));
        }
        if self.has_total {
            let sum = self.payments.iter().map(|payment| payment.2).sum();
            lines.push(row([String::new(), self.money_form.write(sum), String::new(), String::new(), String::new()]));
        }
        lines
    }
}

prop_compose! {
    /// Between 12 and 40 payments of one month or of a year.
    fn payments()(first in 16_000_i32..20_000, span in select(vec![28, 90, 360]), count in 12_usize..40)
        (payments in prop::collection::vec((0..FIRMS.len(), 0..span, 500_i64..9_000_000, 0_u8..20), count), first in Just(first))
        -> Vec<(usize, Day, Pence)>
    {
        payments.into_iter().map(|(firm, after, pence, credit)| (firm, Day(first + after), Pence(if credit == 0 { -pence } else { pence }))).collect()
    }
}

prop_compose! {
    fn published()(
        payments in payments(),
        supplier in select(SUPPLIER), amount in select(AMOUNT), day in select(DAY), reference in select(REFERENCE), service in select(SERVICE),
        order in Just(vec![0_usize, 1, 2, 3, 4]).prop_shuffle(),
        day_form in select(DAY_FORMS), money_form in select(MONEY_FORMS), title_lines in 0_usize..3, has_total in any::<bool>(),
    ) -> Published {
        Published { payments, headings: [supplier, amount, day, reference, service], order, day_form, money_form, title_lines, has_total }
    }
}

proptest! {
    #[test]
    fn the_same_payments_are_read_alike_in_every_form(published in published()) {
        let lines = published.lines();
        let out = read(&lines.iter().map(String::as_str).collect::<Vec<_>>());
        let read: Vec<(Option<&str>, Option<Day>, i64)> =
            out.payments.iter().map(|kept| (kept.supplier.as_deref(), kept.day, kept.pence)).collect();
        let meant: Vec<(Option<&str>, Option<Day>, i64)> =
            published.payments.iter().map(|(firm, day, amount)| (Some(FIRMS[*firm]), Some(*day), amount.0)).collect();
        prop_assert_eq!(read, meant, "{:?}: {}", out.table.columns.iter().map(|column| &column.why).collect::<Vec<_>>(), lines.join("\n"));
    }
}

/// Three payments of April, May and June under `heading`, the months written as given.
fn by_month(heading: &str, months: [&str; 3]) -> Vec<Option<Month>> {
    let mut lines = vec![format!("Supplier|{heading}|Amount")];
    lines.extend(months.iter().zip(["Ash Ltd|", "Birch Ltd|", "Elm plc|"]).map(|(month, firm)| format!("{firm}{month}|120.50")));
    let out = read(&lines.iter().map(String::as_str).collect::<Vec<_>>());
    out.payments.iter().map(|payment| payment.month).collect()
}

#[test]
fn a_year_and_month_in_six_digits_is_a_month_unless_it_is_called_a_period() {
    let months: Vec<Option<Month>> = (4..=6).map(|month| Month::from_year_month(2024, month)).collect();
    assert_eq!(by_month("Payment Month", ["202404", "202405", "202406"]), months);
    assert_eq!(by_month("Date", ["202404", "202405", "202406"]), months);
    assert_eq!(by_month("Period", ["202404", "202405", "202406"]), [None; 3], "a ledger's fourth period is July");
    assert_eq!(by_month("Period", ["Apr-24", "May-24", "Jun-24"]), months);
}

#[test]
fn a_total_under_a_column_of_months_is_not_paid() {
    let out = read(&["Period|Supplier|Amount", "April 2024|Ash Ltd|120.00", "April 2024|Birch Ltd|80.00", "Total||200.00"]);
    assert_eq!(out.pence(), [12_000, 8_000]);
}

#[test]
fn where_only_months_are_published_the_period_is_theirs() {
    let out = read(&["Month|Supplier|Amount", "April 2024|Ash Ltd|120.00", "May 2024|Birch Ltd|80.00"]);
    let day = |text: &str| super::day(text).expect("a day");
    assert_eq!(out.table.period, Some((day("2024-04-01"), day("2024-05-31"))));
}

#[test]
fn a_column_that_says_whether_a_supplier_is_redacted_is_no_supplier() {
    let out = read(&["Supplier|Redacted supplier|Date|Amount", "Ash Ltd|No|13/04/2024|120.00", "Birch Ltd|No|14/04/2024|80.00"]);
    assert_eq!(out.payments.iter().filter_map(|payment| payment.supplier.as_deref()).collect::<Vec<_>>(), ["Ash Ltd", "Birch Ltd"]);
}
