//! Letters as published to plain capital letters.
//!
//! The rule: a name is first read as its author meant it (text decoded wrongly on its way is decoded
//! again), then written in unaccented capitals, so that `Ysgol Tŷ Gwyn`, `YSGOL TY GWYN` and a
//! badly decoded `TÅ·` are one. Letters outside the Latin alphabet are kept, never dropped.

/// `text` in unaccented capitals; apostrophes are gone, other punctuation stands.
pub fn fold(text: &str) -> String {
    let repaired = repaired(text);
    let text = repaired.as_deref().unwrap_or(text);
    let mut out = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        match character {
            'a'..='z' => out.push(character.to_ascii_uppercase()),
            '\'' | '\u{2018}' | '\u{2019}' | '\u{b4}' | '`' | '\u{2032}' | '\u{fffd}' => {}
            ' '..='~' => out.push(character),
            '\u{2010}'..='\u{2015}' => out.push('-'),
            other => push_folded(other, &mut out),
        }
    }
    out
}

fn push_folded(character: char, out: &mut String) {
    let plain = match character {
        'À'..='Å' | 'à'..='å' | 'Ā'..='ą' => "A",
        'Æ' | 'æ' => "AE",
        'Ç' | 'ç' | 'Ć'..='č' => "C",
        'Ð' | 'ð' | 'Ď'..='đ' => "D",
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' => "E",
        'Ĝ'..='ģ' => "G",
        'Ĥ'..='ħ' => "H",
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' => "I",
        'Ĵ' | 'ĵ' => "J",
        'Ķ'..='ĸ' => "K",
        'Ĺ'..='ł' => "L",
        'Ñ' | 'ñ' | 'Ń'..='ŋ' => "N",
        'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' | 'Ō'..='ő' => "O",
        'Œ' | 'œ' => "OE",
        'Ŕ'..='ř' => "R",
        'ß' => "SS",
        'Ś'..='š' => "S",
        'Ţ'..='ŧ' => "T",
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' => "U",
        'Ŵ' | 'ŵ' | 'Ẁ'..='ẅ' => "W",
        'Ý' | 'ý' | 'ÿ' | 'Ŷ'..='Ÿ' | 'Ỳ' | 'ỳ' => "Y",
        'Ź'..='ž' => "Z",
        other if other.is_alphanumeric() => return out.extend(other.to_uppercase()),
        _ => " ",
    };
    out.push_str(plain);
}

/// UTF-8 that was read as windows-1252, read rightly; `None` where the text is not that.
fn repaired(text: &str) -> Option<String> {
    if text.is_ascii() || !text.contains(['\u{c2}', '\u{c3}', '\u{c5}', '\u{e2}']) {
        return None;
    }
    let bytes: Option<Vec<u8>> = text.chars().map(windows_1252_byte).collect();
    String::from_utf8(bytes?).ok()
}

fn windows_1252_byte(character: char) -> Option<u8> {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•',
        '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match u32::from(character) {
        code @ (0..=0x7f | 0xa0..=0xff) => u8::try_from(code).ok(),
        _ => HIGH.iter().position(|high| *high == character).and_then(|place| u8::try_from(0x80 + place).ok()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn welsh_accents_and_badly_decoded_text_become_the_same_plain_capitals() {
        assert_eq!(fold("Ysgol Tŷ Gwyn"), "YSGOL TY GWYN");
        assert_eq!(fold("Ysgol TÅ· Gwyn"), "YSGOL TY GWYN");
        assert_eq!(fold("Café Élan"), fold("CafÃ© Ã‰lan"));
    }

    #[test]
    fn apostrophes_of_every_kind_vanish() {
        assert_eq!(fold("Bob's"), "BOBS");
        assert_eq!(fold("Bob’s"), "BOBS");
        assert_eq!(fold("Bobâ€™s"), "BOBS");
    }

    #[test]
    fn letters_of_other_alphabets_are_kept() {
        assert_eq!(fold("Ελλάς Ltd"), "ΕΛΛΆΣ LTD");
    }
}
