//! Every text of a record with how long it may be, and the characters that nobody can see.
//!
//! The rule: what a person typed is kept as typed, but for what hides: control characters, marks that turn the direction of
//! writing, and characters without width are taken out, and it is said so. A text that is too long is refused and never cut.

use crate::{Arrangement, Cited, Field, Lead, PriceOfLeaving, Savings};

/// Something that was taken out of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cleaned {
    /// In which field.
    pub field: Field,
    /// What was done, in a sentence.
    pub sentence: String,
}

/// One text of a record.
pub(super) struct Text<'a> {
    /// In which field.
    pub field: Field,
    /// Which of several, from 0.
    pub item: Option<usize>,
    /// Which part of the field: `evidence`.
    pub part: &'static str,
    /// The text.
    pub text: &'a mut String,
    /// The most characters that it may have.
    pub most: usize,
}

/// Takes out of every text what nobody can see, and white space around it; says what was taken out.
pub fn cleaned(said: &mut Arrangement) -> Vec<Cleaned> {
    let mut done = Vec::new();
    for text in texts_of(said) {
        let (clean, taken_out) = visible(text.text);
        if taken_out > 0 {
            let characters =
                if taken_out == 1 { "1 hidden character was".to_string() } else { format!("{taken_out} hidden characters were") };
            done.push(Cleaned { field: text.field, sentence: format!("{characters} taken out of {}.", name_of_text(&text)) });
        }
        *text.text = clean;
    }
    done
}

/// `text` without what hides in it, its line ends made plain, without white space around it; and how much was taken out.
pub(crate) fn visible(text: &str) -> (String, usize) {
    let plain = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    let kept: String = plain.chars().filter(|character| !is_hidden(*character)).collect();
    let taken_out = plain.chars().count() - kept.chars().count();
    (kept.trim().to_string(), taken_out)
}

/// True for a character that is there and cannot be seen, or turns what is around it.
pub(crate) fn is_hidden(character: char) -> bool {
    let is_control = character.is_control() && !matches!(character, '\n' | '\t');
    let turns = matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let has_no_width =
        matches!(character, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{feff}');
    is_control || turns || has_no_width || matches!(character, '\u{e0000}'..='\u{e007f}' | '\u{fff9}'..='\u{fffb}')
}

/// `the title`, `evidence of savings line 2`: for a sentence.
pub(super) fn name_of_text(text: &Text<'_>) -> String {
    let field = text.field.words().to_lowercase();
    match (text.item, text.part) {
        (None, "") => format!("“{field}”"),
        (None, part) => format!("“{part}” of “{field}”"),
        (Some(item), part) => format!("“{part}” of “{field}”, number {}", item + 1),
    }
}

/// Every text of a record, in the order of the fields.
pub(super) fn texts_of(said: &mut Arrangement) -> Vec<Text<'_>> {
    let mut texts = Vec::new();
    let mut add = |field, part, text, most| texts.push(Text { field, item: None, part, text, most });
    add(Field::Title, "", &mut said.title, 200);
    add(Field::Summary, "", &mut said.summary, 10_000);
    add(Field::LegalForm, "", &mut said.legal_form, 1_000);
    add(Field::BreakTerms, "", &mut said.break_terms, 5_000);
    if let PriceOfLeaving::InWords(rule) = &mut said.price_of_leaving {
        add(Field::PriceOfLeaving, "", rule, 2_000);
    }
    of_lead(Field::LeadMember, &mut said.lead_member, &mut texts);
    of_lead(Field::LeadOfficer, &mut said.lead_officer, &mut texts);
    for (item, happening) in said.happenings.iter_mut().enumerate() {
        texts.push(Text { field: Field::Happenings, item: Some(item), part: "note", text: &mut happening.note, most: 2_000 });
        of_cited(Field::Happenings, item, &mut happening.sources, &mut texts);
    }
    if let Savings::Lines(lines) = &mut said.savings {
        for (item, line) in lines.iter_mut().enumerate() {
            let mut add = |part, text, most| texts.push(Text { field: Field::Savings, item: Some(item), part, text, most });
            add("name", &mut line.id, 40);
            add("said by", &mut line.said_by, 300);
            add("evidence", &mut line.evidence, 2_000);
            of_cited(Field::Savings, item, &mut line.sources, &mut texts);
        }
    }
    for (item, cited) in said.sources.iter_mut().enumerate() {
        of_cited(Field::Sources, item, std::slice::from_mut(cited), &mut texts);
    }
    texts
}

fn of_lead<'a>(field: Field, lead: &'a mut Option<Lead>, texts: &mut Vec<Text<'a>>) {
    if let Some(lead) = lead {
        let parts = [("role", &mut lead.role), ("name", &mut lead.name), ("contact", &mut lead.contact)];
        texts.extend(parts.into_iter().map(|(part, text)| Text { field, item: None, part, text, most: 300 }));
    }
}

fn of_cited<'a>(field: Field, item: usize, sources: &'a mut [Cited], texts: &mut Vec<Text<'a>>) {
    for cited in sources {
        let parts = [("document", &mut cited.document, 500), ("page", &mut cited.place, 200), ("link", &mut cited.link, 2_000)];
        texts.extend(parts.into_iter().map(|(part, text, most)| Text { field, item: Some(item), part, text, most }));
    }
}
