//! Published numbers that name a supplier better than its name does.
//!
//! The rule: a number is used only where it could be one: the right shape, not a placeholder, and
//! for VAT the right check digits. Everything else is taken as not given.

/// A Companies House number as eight characters, or `None` where `text` cannot be one.
pub fn company_number(text: &str) -> Option<String> {
    let text = compact(text);
    let letters = text.chars().take_while(char::is_ascii_alphabetic).count();
    let digits = &text[letters..];
    let plausible = letters <= 2 && letters != 1 && is_real_number(digits) && (4..=8 - letters).contains(&digits.len());
    plausible.then(|| format!("{}{digits:0>width$}", &text[..letters], width = 8 - letters))
}

/// A VAT registration as nine digits, or `None` where the check digits are wrong.
pub fn vat_number(text: &str) -> Option<String> {
    let text = compact(text);
    let digits = text.strip_prefix("GB").unwrap_or(&text);
    // Twelve digits are a branch of the registration in the first nine.
    let digits = if digits.len() == 12 && digits.is_ascii() { &digits[..9] } else { digits };
    if digits.len() != 9 || !is_real_number(digits) {
        return None;
    }
    let values: Vec<u32> = digits.bytes().map(|byte| u32::from(byte - b'0')).collect();
    let total: u32 = values[..7].iter().zip((2..=8).rev()).map(|(value, factor)| value * factor).sum::<u32>() + values[7] * 10 + values[8];
    // HMRC's older rule asks for a multiple of 97; registrations since 2010 add 55 first.
    (total.is_multiple_of(97) || (total + 55).is_multiple_of(97)).then(|| digits.to_string())
}

/// A charity number as digits without leading zeros (a Scottish or Northern Irish one keeps its letters), or `None`.
pub fn charity_number(text: &str) -> Option<String> {
    let text = compact(text);
    let letters = text.chars().take_while(char::is_ascii_alphabetic).count();
    let digits = text[letters..].trim_start_matches('0');
    let known = matches!(&text[..letters], "" | "SC" | "NIC" | "NI");
    (known && (5..=7).contains(&digits.len()) && is_real_number(digits)).then(|| format!("{}{digits}", &text[..letters]))
}

/// One body's own number for a supplier, or `None` where it is a placeholder.
pub fn supplier_number(text: &str) -> Option<String> {
    let text = compact(text);
    let text = text.trim_start_matches('0');
    let empty = text.len() < 2 || matches!(text, "NA" | "NONE" | "NULL" | "TBC" | "UNKNOWN" | "SUNDRY") || is_repeated(text);
    (!empty).then(|| text.to_string())
}

/// A postcode without its space, or `None` where `text` has not a postcode's shape.
pub fn postcode(text: &str) -> Option<String> {
    let text = compact(text);
    if !(5..=7).contains(&text.len()) {
        return None;
    }
    let (outward, inward) = text.as_bytes().split_at(text.len() - 3);
    let right = inward[0].is_ascii_digit()
        && inward[1..].iter().all(u8::is_ascii_alphabetic)
        && outward[0].is_ascii_alphabetic()
        && outward.iter().any(u8::is_ascii_digit);
    right.then_some(text)
}

fn compact(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).map(|character| character.to_ascii_uppercase()).collect()
}

fn is_real_number(digits: &str) -> bool {
    !digits.is_empty()
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && !is_repeated(digits)
        && digits != "12345678"
        && digits != "123456789"
}

fn is_repeated(text: &str) -> bool {
    text.bytes().all(|byte| byte == text.as_bytes()[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_company_number_that_lost_its_zeros_gets_them_back() {
        assert_eq!(company_number("1234567").as_deref(), Some("01234567"));
        assert_eq!(company_number(" sc 4321 ").as_deref(), Some("SC004321"));
    }

    #[test]
    fn placeholders_and_words_are_no_company_numbers() {
        for text in ["", "0", "00000000", "99999999", "N/A", "None", "123456789", "12345678"] {
            assert_eq!(company_number(text), None, "{text}");
        }
    }

    #[test]
    fn a_vat_number_needs_its_check_digits() {
        // 1x8 + 2x7 + 3x6 + 4x5 + 5x4 + 6x3 + 7x2 = 112, and 112 + 82 = 194 = 2 x 97.
        assert_eq!(vat_number("GB 123 4567 82").as_deref(), Some("123456782"));
        assert_eq!(vat_number("123456783"), None);
        assert_eq!(vat_number("123456782001").as_deref(), Some("123456782"));
    }

    #[test]
    fn a_charity_number_may_be_scottish() {
        assert_eq!(charity_number("SC012345").as_deref(), Some("SC12345"));
        assert_eq!(charity_number("1012345").as_deref(), Some("1012345"));
        assert_eq!(charity_number("12"), None);
    }

    #[test]
    fn a_postcode_is_known_by_its_shape() {
        assert_eq!(postcode("bl1 1ru").as_deref(), Some("BL11RU"));
        assert_eq!(postcode("none"), None);
    }
}
