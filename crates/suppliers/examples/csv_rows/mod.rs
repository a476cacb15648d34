//! Just enough of CSV for measuring: commas, quotes, and doubled quotes. Nothing is trimmed.

/// The rows of `text`; lines of a single cell are left out.
pub fn read_csv(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let row = rows.last_mut().expect("there is always a row");
        let cell = row.last_mut().expect("a row always has a cell");
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => cell.push(characters.next().unwrap_or('"')),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(String::new()),
            '\n' if !quoted => rows.push(vec![String::new()]),
            '\r' if !quoted => {}
            other => cell.push(other),
        }
    }
    rows.retain(|row| row.len() > 1);
    rows
}
