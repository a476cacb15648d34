//! Numbers that identify an organisation, and postcodes.
//!
//! The rule: a number that fails its form or its check digits is not used, and a placeholder is not a number. Noughts that a
//! spreadsheet took from the front are put back; nothing else is repaired.

/// A company number as Companies House writes it, eight characters: `00445790`, `SC012345`.
pub(crate) fn company_number(text: &str) -> Option<String> {
    let number = compact(text)?;
    let split = number.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (prefix, digits) = number.split_at(split);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) || is_made_up(digits) {
        return None;
    }
    match prefix.len() {
        0 if (4..=8).contains(&digits.len()) => Some(format!("{digits:0>8}")),
        1 if prefix == "R" && digits.len() <= 7 => Some(format!("R{digits:0>7}")),
        2 if COMPANY_PREFIXES.contains(&prefix) && (3..=6).contains(&digits.len()) => Some(format!("{prefix}{digits:0>6}")),
        _ => None,
    }
}

/// A VAT number: nine digits, or twelve for a branch, whose check digits are right.
pub(crate) fn vat_number(text: &str) -> Option<String> {
    let number = compact(text)?;
    let digits = number.strip_prefix("GB").or_else(|| number.strip_prefix("XI")).unwrap_or(&number);
    if !matches!(digits.len(), 9 | 12) || !digits.bytes().all(|byte| byte.is_ascii_digit()) || is_made_up(&digits[..9]) {
        return None;
    }
    // HMRC: seven digits weighted 8 down to 2, plus the last two, divide by 97; or do so with 55 added (numbers since 2010).
    let weighed: u32 = digits.bytes().zip((2..=8).rev()).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    let check: u32 = digits[7..9].parse().ok()?;
    let total = weighed + check;
    (total.is_multiple_of(97) || (total + 55).is_multiple_of(97)).then(|| digits.to_string())
}

/// A charity number: six or seven digits (England and Wales), `SC012345` (Scotland), `NIC100123` (Northern Ireland).
pub(crate) fn charity_number(text: &str) -> Option<String> {
    // A hyphen and a number after it say which subsidiary.
    let number = compact(text.split('-').next().unwrap_or(text))?;
    let split = number.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (prefix, digits) = number.split_at(split);
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit()) && !is_made_up(digits);
    let is_right = match prefix {
        "" => matches!(digits.len(), 6 | 7),
        "SC" => digits.len() == 6 && digits.starts_with('0'),
        "NIC" => digits.len() == 6 && digits.starts_with('1'),
        _ => false,
    };
    (is_number && is_right).then(|| number.clone())
}

/// A postcode of the United Kingdom, with its one space: `BL1 1RU`.
pub(crate) fn postcode(text: &str) -> Option<String> {
    let code = compact(text)?;
    if !(5..=7).contains(&code.len()) {
        return None;
    }
    let (outward, inward) = code.split_at(code.len() - 3);
    let shape: String = outward.bytes().map(|byte| if byte.is_ascii_digit() { '9' } else { 'A' }).collect();
    let is_outward = matches!(shape.as_str(), "A9" | "A99" | "AA9" | "AA99" | "A9A" | "AA9A") && !outward.starts_with(['Q', 'V', 'X']);
    // The last two letters are never C, I, K, M, O or V: they are too like others in handwriting.
    let is_inward = inward.starts_with(|first: char| first.is_ascii_digit())
        && inward.bytes().skip(1).all(|byte| byte.is_ascii_uppercase() && !b"CIKMOV".contains(&byte));
    (is_outward && is_inward).then(|| format!("{outward} {inward}"))
}

/// True for what stands where nothing was given: `N/A`, `TBC`, `x`, `-`, `EXEMPT`, `Not yet available`.
pub(crate) fn is_placeholder(text: &str) -> bool {
    let letters =
        |text: &str, wanted: &str| text.bytes().filter(u8::is_ascii_alphanumeric).map(|byte| byte.to_ascii_lowercase()).eq(wanted.bytes());
    const PLACEHOLDERS: &[&str] = &[
        "",
        "na",
        "none",
        "nil",
        "null",
        "tbc",
        "tba",
        "tbd",
        "x",
        "xx",
        "xxx",
        "exempt",
        "unknown",
        "notknown",
        "notapplicable",
        "notavailable",
        "notyetavailable",
        "notprovided",
        "notregistered",
        "notheld",
        "notrecorded",
        "notsupplied",
        "nonumber",
        "novat",
        "pending",
        "blank",
        "seenotes",
        "ref",
        "value",
        "nodata",
    ];
    // `########` is a column too narrow for what it holds, which is something.
    !text.starts_with("##")
        && !text.bytes().any(|byte| byte >= 0x80 && !matches!(byte, 0xe2 | 0x80 | 0x93 | 0x94 | 0xc2 | 0xa0))
        && text.len() <= 24
        && PLACEHOLDERS.iter().any(|placeholder| letters(text, placeholder))
}

/// Two letters that may stand before a company number: Scotland, Northern Ireland, partnerships, mutuals, overseas and others.
const COMPANY_PREFIXES: &[&str] = &[
    "SC", "NI", "OC", "SO", "NC", "FC", "SF", "NF", "IP", "SP", "NP", "RC", "RS", "SL", "LP", "NL", "GE", "GS", "GN", "ZC", "CE", "CS",
    "AC", "SA", "NA", "NZ", "SZ", "OE", "PC", "SR", "NR", "NO", "SI", "IC", "NV", "SE", "EN", "ES", "FE",
];

/// Upper-case, without spaces, full stops and the `.0` of a number that passed through a spreadsheet; `None` for a placeholder.
fn compact(text: &str) -> Option<String> {
    if is_placeholder(text) || text.len() > 24 {
        return None;
    }
    let text = text.trim().strip_suffix(".0").unwrap_or(text);
    let compact: String = text.chars().filter(|character| !character.is_whitespace() && !matches!(character, '.' | '\'' | '"')).collect();
    compact.bytes().all(|byte| byte.is_ascii_alphanumeric()).then(|| compact.to_ascii_uppercase())
}

/// `00000000`, `11111111`, `12345678`, `123456789`.
fn is_made_up(digits: &str) -> bool {
    let bytes = digits.as_bytes();
    let steps = |step: u8| bytes.windows(2).all(|pair| pair[1] == pair[0] + step);
    bytes.is_empty() || steps(0) || (bytes.len() >= 6 && steps(1))
}

#[cfg(test)]
mod tests;
